"""The classes of a module with the comment that stands behind each field, read from the source."""

import ast
import inspect
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a class, as its source writes it."""

    name: str
    type: str  # the annotation; of an enum's member: its value
    default: str | None  # None: it must be given
    comment: str  # without its "#"; empty where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """One class with its docstring and fields, in the order of the source."""

    cls: type[Any]
    doc: str
    fields: tuple[Field, ...]


def described(module: ModuleType) -> Iterator[Described]:
    """Yield every public class that `module` itself defines, in the order of the file."""
    source = inspect.getsource(module)
    comments = _comments(source)
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            cls = getattr(module, node.name)
            yield Described(cls=cls, doc=inspect.getdoc(cls) or "", fields=tuple(_fields(node, comments)))


def _comments(source: str) -> dict[int, tuple[str, bool]]:
    """Line number -> the comment on it, and whether it stands alone on its line."""
    tokens = tokenize.generate_tokens(StringIO(source).readline)
    found = [token for token in tokens if token.type == tokenize.COMMENT]
    return {token.start[0]: (token.string.lstrip("# ").rstrip(), not token.line[: token.start[1]].strip()) for token in found}


def _fields(node: ast.ClassDef, comments: dict[int, tuple[str, bool]]) -> Iterator[Field]:
    for statement in node.body:
        comment = _comment(statement, comments)
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
                if not ast.unparse(annotation).startswith("ClassVar"):
                    yield Field(name=name, type=ast.unparse(annotation), default=ast.unparse(value) if value else None, comment=comment)
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield Field(name=name, type=ast.unparse(value), default=None, comment=comment)


def _comment(statement: ast.stmt, comments: dict[int, tuple[str, bool]]) -> str:
    """The comment that ends a statement, with the lines of comment that carry it on."""
    line = statement.end_lineno or statement.lineno
    if line not in comments:
        return ""
    parts = [comments[line][0]]
    while (line := line + 1) in comments and comments[line][1]:
        parts.append(comments[line][0])
    return " ".join(parts)
