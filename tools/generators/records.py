"""docs/records.md: the records of selon.model, one table each."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum
from types import ModuleType

import selon.model
from generators.comments import Described, Field, described

HEAD = """# The records

Made from the dataclasses of `src/selon/model` by `tools/generate.py`: change them there. Each record has a
[JSON Schema](schemas/). Offsets count code points of `article.text`, half-open: `[start, end)`.
"""
_LITERAL = re.compile(r"\b(true|false)(?=:)")  # "false: short for one that was named" speaks of the value


def modules() -> list[ModuleType]:
    """The modules of selon.model, sorted by name."""
    names = sorted(info.name for info in pkgutil.iter_modules(selon.model.__path__))
    return [importlib.import_module(f"selon.model.{name}") for name in names]


def records_page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_chapter(module) for module in modules())])


def _chapter(module: ModuleType) -> str:
    title = module.__name__.rpartition(".")[2]
    return "\n".join([f"## {title}\n", f"{(module.__doc__ or '').strip()}\n", *(_section(one) for one in described(module))])


def _section(one: Described) -> str:
    rows = _values(one) if issubclass(one.cls, Enum) else _fields(one)
    return "\n".join([f"### {one.cls.__name__}\n", f"{prose(one.doc)}\n", *rows, ""])


def _values(one: Described) -> Iterator[str]:
    yield "One of: " + ", ".join(f"`{member.value}`" for member in one.cls) + "."


def _fields(one: Described) -> Iterator[str]:
    yield from ("| field | type | meaning |", "|---|---|---|")
    yield from map(field_row, one.fields)


def field_row(field: Field) -> str:
    """One row of a table of fields."""
    default = "" if field.default is None else f" (left out: `{field.default}`)"
    meaning = _LITERAL.sub(r"`\1`", escaped(field.comment))
    return f"| `{field.name}` | `{escaped(field.type)}` | {meaning}{default} |"


def prose(docstring: str) -> str:
    """What a docstring says before its sections (Args, Raises).

    >>> prose("A span.\\n\\nRaises:\\n    ValueError: no such span.")
    'A span.'
    """
    return re.split(r"\n\n(?:Args|Raises|Returns|Yields):\n", docstring)[0]


def escaped(text: str) -> str:
    r"""The text for one cell of a table: `|` is written `\|`."""
    return text.replace("|", "\\|")
