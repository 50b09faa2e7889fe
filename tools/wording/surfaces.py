"""Everything that is our own wording, in the small: names, labels, help, schemas, tables, pages, file names.

Left aside: the words of the languages (the cells of their tables), the sentences of examples, and the articles of the demo.
"""

import ast
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generators.commands import contexts
from wording.judging import in_name, in_prose, without_literals, without_quotations

_OUR_CELLS = frozenset({"kind", "stance", "rule", "feature", "label", "why", "what", "reason", "about"})
_OUTSIDE = frozenset({".git", ".venv", "__pycache__", "dist", "build"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A name or a text of ours, and where it stands."""

    where: str
    text: str
    is_name: bool = False

    def judgements(self) -> list[str]:
        """The words of judgement in it."""
        return in_name(self.text) if self.is_name else in_prose(self.text)


def everything(root: Path) -> Iterator[Wording]:
    """Yield all wording of the repository below `root`."""
    for path in sorted((root / "src").rglob("*.py")):
        yield from code(path.read_text(encoding="utf-8"), _shown(path, root))
    for path in sorted((root / "src").rglob("*.toml")):
        yield from table(tomllib.loads(path.read_text(encoding="utf-8")), _shown(path, root))
    for path in sorted((root / "src").rglob("*.json")):
        yield from table(json.loads(path.read_text(encoding="utf-8")), _shown(path, root))
    for path in sorted((root / "docs" / "schemas").glob("*.json")):
        yield from schema(json.loads(path.read_text(encoding="utf-8")), _shown(path, root))
    for path in sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")]):
        yield Wording(where=_shown(path, root), text=without_literals(path.read_text(encoding="utf-8")))
    yield from commands()
    yield from pages(root)
    yield from file_names(root)


def code(source: str, where: str) -> Iterator[Wording]:
    """Yield every name that a module gives to something, and every string in it that is no docstring."""
    tree = ast.parse(source)
    docstrings = set(map(id, _docstrings(tree)))
    for node in ast.walk(tree):
        line = f"{where}:{getattr(node, 'lineno', 0)}"
        for name in _given_names(node):
            yield Wording(where=line, text=name, is_name=True)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield Wording(where=line, text=node.value.replace("_", " "))


def table(sheet: Any, where: str) -> Iterator[Wording]:
    """Yield the keys of a table (TOML or JSON), and the cells that hold our words and not the language's or an article's."""
    for key, value in _pairs(sheet):
        yield Wording(where=where, text=key, is_name=True)
        for text in _strings(value) if key in _OUR_CELLS else ():
            yield Wording(where=f"{where}, {key}", text=without_quotations(text).replace("_", " "))


def schema(part: Any, where: str) -> Iterator[Wording]:
    """Yield every key and every text of a JSON Schema."""
    for key, value in _pairs(part):
        yield Wording(where=where, text=key, is_name=True)
        for text in _strings(value) if not isinstance(value, dict) else ():
            yield Wording(where=f"{where}, {key}", text=text.replace("_", " "))


def commands() -> Iterator[Wording]:
    """Yield the name, the options and the help of every command."""
    for context in contexts():
        path, command = context.command_path, context.command
        yield Wording(where=path, text=path, is_name=True)
        yield Wording(where=path, text=f"{command.help or ''}\n{command.short_help or ''}")
        for parameter in command.params:
            for name in (*parameter.opts, *parameter.secondary_opts):
                yield Wording(where=path, text=name, is_name=True)
            yield Wording(where=f"{path} {parameter.name}", text=getattr(parameter, "help", None) or "")


def pages(root: Path) -> Iterator[Wording]:
    """Yield the templates, styles and drawings of the pages; the demo's articles are no pages of ours."""
    for ending in ("html", "jinja", "j2", "css", "svg"):
        for path in sorted((root / "src").rglob(f"*.{ending}")):
            if "demo" not in path.parts:
                yield Wording(where=_shown(path, root), text=path.read_text(encoding="utf-8").replace("_", " "))


def file_names(root: Path) -> Iterator[Wording]:
    """Yield the name of every file and folder of the repository."""
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if not _OUTSIDE.intersection(inside.parts) and not any(part.startswith(".") and part.endswith("_cache") for part in inside.parts):
            yield Wording(where=str(inside), text=path.stem, is_name=True)


def _pairs(part: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(part, dict):
        yield from part.items()
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _pairs(value)


def _strings(value: Any) -> Iterator[str]:
    """Every text that stands in a value, however deep."""
    match value:
        case str():
            yield value
        case list() | dict():
            for part in value if isinstance(value, list) else value.values():
                yield from _strings(part)


def _given_names(node: ast.AST) -> Iterable[str]:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return (name,)
        case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
            return (name,)
    return ()


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        match node:
            case (
                ast.Module(body=[ast.Expr(value=ast.Constant(value=str()) as text), *_])
                | ast.ClassDef(body=[ast.Expr(value=ast.Constant(value=str()) as text), *_])
                | ast.FunctionDef(body=[ast.Expr(value=ast.Constant(value=str()) as text), *_])
                | ast.AsyncFunctionDef(body=[ast.Expr(value=ast.Constant(value=str()) as text), *_])
            ):
                yield text


def _shown(path: Path, root: Path) -> str:
    return str(path.relative_to(root))
