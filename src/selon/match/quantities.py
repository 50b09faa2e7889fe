"""Numbers in a text, in digits and words, exact or vague, each with what it counts.

"1 300", "4,5 millions", "dix-sept mille", "ten thousand", "des dizaines" (20 to 99). Not done yet: "neuf sur dix" as 90 %, "un demi-point",
ordinals in words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.languages.fold import fold
from selon.languages.rows.match import Bound, Concept, NumberWord
from selon.languages.words import Word
from selon.match.lexicon import folded, kinds, lexicon, meaning

_THOUSAND = 1000
_ANYBODY = "c:anybody"  # the broader concept of who is counted without a word of what happened to them
_COUNTABLE = ("counted", "thing", "predicate")
_FATE_WORDS = 5
_CLAUSE_END = re.compile(r"[,;:.!?—–]")
_REACH_WORDS = 3  # what a number counts stands within so many words after it
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number: at least `low`, at most `high`, and the key of what it counts ("" where nothing is known)."""

    low: float
    high: float
    unit: str
    first: int  # index of its first word among those that were given
    end: int  # index after its last word
    bound: str  # least, most, about, ""
    year: bool  # four digits that may be a year
    text: str  # as it stands, with its bound


def quantities(text: str, words: list[Word], forms: list[str], code: str) -> list[Quantity]:
    """The numbers among the words of a stretch of text, in order; `forms` are the words, folded."""
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        value = _number(words, forms, at, code) if may_begin(words[at].form, forms[at], code) else None
        if value is None:
            at += 1
            continue
        low, high, end = value
        unit = _unit(text, words, forms, end, code)
        if unit == _ANYBODY:
            unit = _fate(text, words, forms, (at, end), code) or unit
        year = end == at + 1 and unit == "" and words[at].form.isdigit() and len(words[at].form) == 4 and 1800 <= low <= 2099
        bound, size = _bound(forms, at, code)
        as_told = text[words[at - size].start : words[end - 1].end]
        found.append(Quantity(low, high, unit, at, end, bound, year, as_told))
        at = end
    return found


def differing(a: Sequence[Quantity], b: Sequence[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Numbers of one thing that cannot be one number, where no number of that thing agrees."""
    pairs = [(x, y) for x in a for y in b if x.unit == y.unit != ""]
    agreed = {x.unit for x, y in pairs if meet(x, y)}
    return [(x, y) for x, y in pairs if x.unit not in agreed]


def meet(a: Quantity, b: Quantity) -> bool:
    """Can the two be one number?"""
    low, high = _range(a)
    other_low, other_high = _range(b)
    return low <= other_high and other_low <= high


def _range(quantity: Quantity) -> tuple[float, float]:
    low, high = quantity.low, quantity.high
    if quantity.bound == "about":
        return low * 0.95, high * 1.05
    if quantity.bound == "least":
        return low, high * 1.02
    if quantity.bound == "most":
        return low * 0.98, high
    return low, high


def _number(words: list[Word], forms: list[str], at: int, code: str) -> tuple[float, float, int] | None:
    """The value that begins at one word, and the index after it."""
    digits = _digits(words, at)
    end, total, current = (at, 0.0, 0.0) if digits is None else (digits[1], 0.0, digits[0])
    while end < len(words):
        parts = _parts(forms[end], code)
        if not parts or (end > at and words[end].start - words[end - 1].end > 1) or (digits and parts[0][0] != "scale"):
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


@lru_cache(maxsize=1 << 17)
def may_begin(form: str, flat: str, code: str) -> bool:
    """May a number begin with this word?"""
    return bool(_DIGITS.match(form) or _parts(flat, code))


def _digits(words: list[Word], at: int) -> tuple[float, int] | None:
    """A number in digits and the index after it; groups of three may stand apart ("17 000")."""
    if not _DIGITS.match(words[at].form):
        return None
    form, end = words[at].form, at + 1
    while form.isdigit() and len(words[at].form) <= 3 and end < len(words) and words[end].start == words[end - 1].end + 1:
        if len(words[end].form) != 3 or not words[end].form.isdigit():
            break
        form += words[end].form
        end += 1
    return _value(form), end


def _parts(form: str, code: str) -> list[tuple[str, float, float]]:
    """What the parts of a number word are: ("dix-sept" is 10 and 7); empty where one is no number."""
    table = _table(code)
    parts = [table.get(part) for part in form.split("-")]
    known = [part for part in parts if part and (part[0] != "part" or len(parts) > 1)]
    return known if len(known) == len(parts) else []


def _value(form: str) -> float:
    """Digits with separators: the last one is decimal unless three digits follow."""
    plain = re.sub(r"[\u00a0\u202f]", "", form)
    groups = re.split(r"[.,]", plain)
    if len(groups) > 1 and len(groups[-1]) != 3:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float("".join(groups))


def _unit(text: str, words: list[Word], forms: list[str], end: int, code: str) -> str:
    after = text[words[end - 1].end : words[end - 1].end + 2].strip()
    if after[:1] in _signs(code):
        return _signs(code)[after[:1]]
    unit = ""
    for place in range(end, min(end + _REACH_WORDS, len(words))):
        form = forms[place]
        if text[words[place - 1].end : words[place].start].strip() or form[:1].isdigit() or form in _table(code):
            break
        if not unit and form in _measures(code):
            return _measures(code)[form]
        known = meaning(form, code)
        counted = [f"c:{name}" for name in known.concepts if kinds(code)[f"c:{name}"] in _COUNTABLE]
        if counted:
            return counted[-1]  # the broadest: the dead and the killed are one count
        unit = unit or ("" if known.weight is not None else f"w:{known.stem}")
    return unit


def _fate(text: str, words: list[Word], forms: list[str], at: tuple[int, int], code: str) -> str:
    """What happened to the persons that are counted: the nearest predicate around, inside the clause."""
    after = range(at[1], min(len(words), at[1] + _FATE_WORDS))
    before = range(at[0] - 1, max(-1, at[0] - _FATE_WORDS - 1), -1)
    for place in (*before, *after):
        gap = text[words[place].end : words[at[0]].start] if place < at[0] else text[words[at[1] - 1].end : words[place].start]
        concepts = () if _CLAUSE_END.search(gap) else meaning(forms[place], code).concepts
        found = [f"c:{name}" for name in concepts if kinds(code)[f"c:{name}"] == "predicate"]
        if found:
            return found[-1]
    return ""


def _bound(forms: list[str], at: int, code: str) -> tuple[str, int]:
    """What bounds the number that begins at one word, and how many words say so."""
    for pattern, kind in _bounds(code):
        if at >= len(pattern) and tuple(forms[at - len(pattern) : at]) == pattern:
            return kind, len(pattern)
    return "", 0


@cache
def _table(code: str) -> dict[str, tuple[str, float, float]]:
    rows = lexicon(code).language.rows(NumberWord)
    return {fold(row.form): (row.kind, row.low, row.low if row.high is None else row.high) for row in rows}


@cache
def _bounds(code: str) -> list[tuple[tuple[str, ...], str]]:
    rows = [(tuple(folded(form) for form in row.form.split()), row.kind) for row in lexicon(code).language.rows(Bound)]
    return sorted(rows, key=lambda row: (-len(row[0]), row))


@cache
def _measures(code: str) -> dict[str, str]:
    rows = lexicon(code).language.rows(Concept)
    return {folded(form): f"c:{row.name}" for row in rows if row.kind == "measure" for form in row.forms if " " not in form}


@cache
def _signs(code: str) -> dict[str, str]:
    return {form: key for form, key in _measures(code).items() if len(form) == 1 and not form.isalnum()}
