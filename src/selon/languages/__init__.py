"""A language is a folder of tables with their examples; this file finds and checks them.

rows/         what a row of each table must hold
fr/ en/ ...   the tables (TOML) and examples/ (one file a stage)
identify.py   which language a text is in
words.py      words and their spans
sentences.py  sentences and their spans
unseen.py     characters that no reader sees
fold.py       text without accents and case, same length
phonetic.py   names across transliterations: by sound; letters.py: how they are written; syllables.py: Chinese and Korean ones
firms.py      how firms are named in any language
"""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, cast

import msgspec
import tomli

from selon.errors import TableError
from selon.languages.rows import ROWS
from selon.languages.rows.base import Profile

R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All tables of one language; two loads of one code are the same object."""

    code: str  # ISO 639-1
    tables: Mapping[type[Any], tuple[Any, ...]]  # kind of row -> rows; to go through them all reads every table

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """The rows of one kind, in the order of their file."""
        return cast("tuple[R, ...]", self.tables.get(kind, ()))


class _Folder(Mapping[type[Any], tuple[Any, ...]]):
    """The tables of one folder: each is read and checked when a row of it is first asked for."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._known: dict[type[Any], tuple[Any, ...]] = {}

    def __getitem__(self, kind: type[Any]) -> tuple[Any, ...]:
        if kind not in self._known:
            self._known.update(_table(self._code, kind.TABLE))
        return self._known[kind]

    def __iter__(self) -> Iterator[type[Any]]:
        return iter(ROWS)

    def __len__(self) -> int:
        return len(ROWS)


@cache
def codes() -> tuple[str, ...]:
    """The languages that are read: those whose folder says what the language is, sorted."""
    return tuple(code for code in folders() if (files(__name__) / code / "language.toml").is_file())


@cache
def folders() -> tuple[str, ...]:
    """All languages that have tables, sorted; some furnish pages alone: dates, credits and notices around articles of any language."""
    return tuple(sorted(entry.name for entry in files(__name__).iterdir() if entry.is_dir() and any(map(_is_table, entry.iterdir()))))


@cache
def load(code: str) -> Language:
    """The language of that code. A table is read when it is first asked for: most commands need a few of them.

    Raises:
        TableError: there is no such folder, or a row of what the language says of itself is wrong; of any other table, when it is read.
    """
    if code not in folders():
        raise TableError(f"there is no language '{code}'", where="languages", fix=f"one of: {', '.join(codes())}")
    language = Language(code, _Folder(code))
    language.rows(Profile)
    return language


@cache
def examples(stage: str, code: str) -> tuple[dict[str, Any], ...]:
    """The examples of one stage in one language: what it must find, and what it must leave alone."""
    sheet = _sheet(files(__name__) / code / "examples" / f"{stage}.toml", f"languages/{code}/examples/{stage}.toml")
    return tuple(sheet.get("example", ()))


def _is_table(entry: Traversable) -> bool:
    return entry.name.endswith(".toml")


def _sheet(path: Traversable, where: str) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"this is not TOML: {error}", where=where, fix="mend the line that is named") from error


def _table(code: str, name: str) -> dict[type[Any], tuple[Any, ...]]:
    """The rows of one table, by kind."""
    sheet = _sheet(files(__name__) / code / f"{name}.toml", f"languages/{code}/{name}.toml")
    _no_strangers(sheet, name, code)
    return {row: tuple(_rows(row, sheet, code)) for row in ROWS if name == row.TABLE}


def _no_strangers(sheet: dict[str, Any], name: str, code: str) -> None:
    known = {row.KEY for row in ROWS if name == row.TABLE}
    for key in sheet:
        if key not in known:
            raise TableError(
                f"unknown kind of row '{key}'", where=f"languages/{code}/{name}.toml", fix=f"one of: {', '.join(sorted(known))}"
            )


def _rows(kind: type[Any], sheet: dict[str, Any], code: str) -> list[Any]:
    known = {field.name for field in fields(kind)}
    needed = {field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING}
    rows = []
    for number, row in enumerate(sheet.get(kind.KEY, ()), 1):
        where = f"languages/{code}/{kind.TABLE}.toml, {kind.KEY} {number} {next(iter(row.values()), '')!r}"
        for column in row.keys() - known:
            raise TableError(f"unknown column '{column}'", where=where, fix=f"one of: {', '.join(sorted(known))}")
        for column in sorted(needed - row.keys()):
            raise TableError(f"the column '{column}' is missing", where=where, fix=f"needed: {', '.join(sorted(needed))}")
        try:
            rows.append(msgspec.convert(row, kind))
        except msgspec.ValidationError as error:
            raise TableError(str(error), where=where, fix=f"see languages/rows for what a {kind.KEY} must hold") from error
    return rows
