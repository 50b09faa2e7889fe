"""How names from other scripts are written: the rows of `letters.toml`, and what `phonetic.py` asks of them."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import tomli

from selon.errors import TableError
from selon.languages.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """One row of `letters.toml`."""

    code: str  # ISO 639-1, "*" for all
    form: str
    sounds: str
    before: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """A language, or a family of names, with its own way of writing sounds."""

    code: str
    marks: str = ""  # a regular expression; empty: it is tried on all names
    least: int = 0  # letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Spellings of one name that no rule bridges."""

    forms: tuple[str, ...]  # lower case; the first stands for all; a form of several words is a whole name


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Names that sound alike and are two."""

    names: tuple[tuple[str, ...], ...]  # for each name its spellings, lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class Feminine:
    """Given names that an e behind makes another's: Martin and Martine, but Gagarin and Gagarine."""

    forms: tuple[str, ...]  # lower case, without the e


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All of `letters.toml`."""

    letters: tuple[Letters, ...]
    dress: tuple[Dress, ...]
    same: tuple[Same, ...]
    apart: tuple[Apart, ...]
    feminine: tuple[Feminine, ...]


@cache
def letter_rows(code: str) -> dict[str, tuple[Letters, ...]]:
    """The rows of one language by first letter, the one to try first before the others."""
    mine = [row for row in _sheet().letters if row.code in ("*", code)]
    mine.sort(key=lambda row: (-len(row.form), not (row.before or row.at), row.code == "*"))
    return {first: tuple(row for row in mine if row.form[0] == first) for first in sorted({row.form[0] for row in mine})}


def dresses() -> tuple[Dress, ...]:
    """The ways of writing foreign names, in the order in which they are tried."""
    return _sheet().dress


@cache
def alike() -> dict[str, str]:
    """Folded spellings of one name, of a word or a whole name, with the one that stands for all."""
    return {fold(form): row.forms[0] for row in _sheet().same for form in row.forms}


@cache
def _classes() -> dict[str, frozenset[tuple[int, int]]]:
    """The names that are told apart from others: for each spelling the rows it stands in, and which name of the row it is."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, row in enumerate(_sheet().apart):
        for place, forms in enumerate(row.names):
            for form in forms:
                found.setdefault(fold(form), set()).add((number, place))
    return {form: frozenset(places) for form, places in found.items()}


def told_apart(a: str, b: str) -> bool:
    """Do both stand in one row of names that are two, under different ones?"""
    places = _classes()
    mine, theirs = places.get(a), places.get(b)
    return bool(mine and theirs) and any(one == other and x != y for one, x in mine or () for other, y in theirs or ())


@cache
def stems() -> frozenset[str]:
    """Folded given names that an e behind makes another's."""
    return frozenset(fold(form) for row in _sheet().feminine for form in row.forms)


@cache
def _sheet() -> Sheet:
    where = "languages/letters.toml"
    try:
        return msgspec.convert(tomli.loads((files("selon.languages") / "letters.toml").read_text(encoding="utf-8")), Sheet)
    except (tomli.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TableError(str(error), where=where, fix="each row is [[letters]] with code, form, sounds, or [[dress]] with code") from error
