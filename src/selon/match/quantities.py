"""Numbers in a text, exact or vague, each with what bounds it and what it counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from selon.languages.rows.match import Bound, Concept
from selon.match.lexicon import folded, kinds, lexicon, meaning
from selon.match.numerals import digits, number_words
from selon.match.text import Text

_THOUSAND = 1000
_ANYBODY = "c:anybody"  # the broader concept of who is counted without a word of what happened to them
_COUNTABLE = ("counted", "thing", "predicate")
_FATE_WORDS = 5
_CLAUSE_END = re.compile(r"[,;:.!?—–]")
_REACH_WORDS = 3  # what a number counts stands within so many words after it


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number: at least `low`, at most `high`, and the key of what it counts ("" where nothing is known)."""

    low: float
    high: float
    unit: str
    first: int  # index of its first word in the article
    end: int  # index after its last word
    bound: str  # least, most, about, ""
    year: bool  # four digits that may be a year
    text: str  # as it stands, with its bound


def quantities(text: Text, inside: range) -> list[Quantity]:
    """The numbers among some words of an article, in order."""
    found: list[Quantity] = []
    past = inside.start
    for at in text.numeric_in(inside):
        value = _number(text, at, inside.stop) if at >= past else None
        if value is None:
            continue
        low, high, past = value
        unit = _unit(text, past, inside.stop)
        if unit == _ANYBODY:
            unit = _fate(text, at, past, inside) or unit
        year = past == at + 1 and unit == "" and text.written[at].isdecimal() and len(text.written[at]) == 4 and 1800 <= low <= 2099
        bound, size = _bound(text, at, inside.start)
        as_told = text.chars[text.starts[at - size] : text.end(past - 1)]
        found.append(Quantity(low, high, unit, at, past, bound, year, as_told))
    return found


def differing(a: Sequence[Quantity], b: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Numbers of one thing that cannot be one number, where no number of that thing agrees."""
    pairs = [(x, y) for x in a for y in b if x.unit == y.unit != ""]
    agreed = {x.unit for x, y in pairs if meet(x, y)}
    return [(x, y) for x, y in pairs if x.unit not in agreed]


def meet(a: Quantity, b: Quantity) -> bool:
    """Can the two be one number?"""
    low, high = range_of(a)
    other_low, other_high = range_of(b)
    return low <= other_high and other_low <= high


def range_of(quantity: Quantity) -> tuple[float, float]:
    """What a number can be, at least and at most, as its bound has it."""
    low, high = quantity.low, quantity.high
    if quantity.bound == "about":
        return low * 0.95, high * 1.05
    if quantity.bound == "least":
        return low, high * 1.02
    if quantity.bound == "most":
        return low * 0.98, high
    return low, high


def _number(text: Text, at: int, stop: int) -> tuple[float, float, int] | None:
    """The value that begins at one word, and the index after it."""
    written = digits(text.written, text.starts, at, stop)
    end, total, current = (at, 0.0, 0.0) if written is None else (written[1], 0.0, written[0])
    while end < stop:
        parts = text.forms[end].parts
        if not parts or (end > at and text.starts[end] - text.end(end - 1) > 1) or (written and parts[0][0] != "scale"):
            break
        for kind, low, high in parts:
            if kind == "vague":
                return (low, high, end + 1) if end == at else None
            if kind == "scale":
                current = max(current, 1.0) * low
                total, current = (total + current, 0.0) if low >= _THOUSAND else (total, current)
            else:
                current = current * 20 if low == 20 and current == 4 else current + low
        end += 1
    return (total + current, total + current, end) if end > at else None


def _unit(text: Text, end: int, stop: int) -> str:
    """What is counted, by the words after the number."""
    after = text.chars[text.end(end - 1) : text.end(end - 1) + 2].strip()
    if after[:1] in _signs(text.code):
        return _signs(text.code)[after[:1]]
    unit = ""
    for place in range(end, min(end + _REACH_WORDS, stop)):
        if text.between(place).strip():
            break
        role = _role(text.forms[place].flat, text.code)
        if role.numeric:
            break
        if not unit and role.measure:
            return role.measure
        if role.counted:
            return role.counted
        unit = unit or role.stem
    return unit


class _Role(NamedTuple):
    """What a word after a number tells of what it counts; "" where it tells nothing."""

    numeric: bool  # it is of another number
    measure: str
    counted: str  # the broadest: the dead and the killed are one count
    stem: str


@lru_cache(maxsize=1 << 14)
def _role(flat: str, code: str) -> _Role:
    known = meaning(flat, code)
    counted = [f"c:{name}" for name in known.concepts if kinds(code)[f"c:{name}"] in _COUNTABLE]
    return _Role(
        numeric=flat[:1].isdigit() or flat in number_words(code),
        measure=_measures(code).get(flat, ""),
        counted=counted[-1] if counted else "",
        stem=f"w:{known.stem}" if known.weight is None else "",
    )


def _fate(text: Text, first: int, end: int, inside: range) -> str:
    """What happened to the persons that are counted: the nearest predicate around, inside the clause."""
    after = range(end, min(inside.stop, end + _FATE_WORDS))
    before = range(first - 1, max(inside.start - 1, first - _FATE_WORDS - 1), -1)
    for place in (*before, *after):
        gap = (text.end(place), text.starts[first]) if place < first else (text.end(end - 1), text.starts[place])
        concepts = () if _CLAUSE_END.search(text.chars, *gap) else text.forms[place].known.concepts
        found = [f"c:{name}" for name in concepts if kinds(text.code)[f"c:{name}"] == "predicate"]
        if found:
            return found[-1]
    return ""


def _bound(text: Text, at: int, start: int) -> tuple[str, int]:
    """What bounds the number that begins at one word, and how many words say so."""
    for pattern, kind in _bounds(text.code).get(text.forms[at - 1].flat, ()) if at > start else ():
        before = text.forms[max(start, at - len(pattern)) : at]
        if tuple([form.flat for form in before]) == pattern:
            return kind, len(pattern)
    return "", 0


@cache
def _bounds(code: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words that bound a number after them, the longest first, by the last one."""
    rows = [(tuple(folded(form) for form in row.form.split()), row.kind) for row in lexicon(code).language.rows(Bound)]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in sorted(rows, key=lambda row: (-len(row[0]), row)):
        found.setdefault(row[0][-1], []).append(row)
    return found


@cache
def _measures(code: str) -> dict[str, str]:
    rows = lexicon(code).language.rows(Concept)
    return {folded(form): f"c:{row.name}" for row in rows if row.kind == "measure" for form in row.forms if " " not in form}


@cache
def _signs(code: str) -> dict[str, str]:
    return {form: key for form, key in _measures(code).items() if len(form) == 1 and not form.isalnum()}
