"""All tables as JSON Lines: one row a line, its table named first. Source: jsonlines.org; RFC 8259."""

from collections.abc import Iterator, Sequence

import msgspec

from selon.show.exports.material import Material
from selon.show.exports.tables import TABLES, rows


def write(given: Material, *, tables: Sequence[str] = ()) -> tuple[bytes, int]:
    """The tables that are named, else all, and how many lines they take."""
    lines = list(_lines(given, tables or tuple(TABLES)))
    return b"".join(lines), len(lines)


def _lines(given: Material, tables: Sequence[str]) -> Iterator[bytes]:
    for table in tables:
        for row in rows(table, given):
            yield msgspec.json.encode({"table": table, **{name: _whole(value) for name, value in row.items()}}) + b"\n"


def _whole(value: object) -> object:
    """A text without halves of characters, which JSON cannot carry."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
