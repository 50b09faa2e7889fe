"""A stretch of text as a string of kinds: one character a word, so that orders of words are regular expressions over it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.when import TimeShape, TimeWord

_PIECE = re.compile(
    r"(?P<iso>(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d))|(?P<numeric>(?<![\d./])\d{1,2}([./])\d{1,2}\3\d{4}(?!\d))"
    r"|(?P<big>(?<!\d)\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)+)|\d+[^\W\d_]*|[^\W\d_]+|\n|[^\w\s]"
)
_SIGNS = {",": "comma", "-": "dash", ".": "dot", "(": "paren", ")": "close", "'": "apostrophe", "/": "slash"}
_STOPS = frozenset("\n!?;:")
_ROMAN = {"i": 1, "v": 5, "x": 10}
NOTHING = "\ue000"  # a word of no kind
STOP = "\ue001"  # a full stop, a line's end: nothing reaches over it
_LEAST_LETTERS = 3  # a shorter word is another one without its accent ("à" and "a")
_NUMERALS = ("day", "year", "figure", "nth", "tens", "iso", "numeric", "roman")


class _Table(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        low = char.lower()
        self[code] = result = (low if len(low) == 1 else char) if char.isalpha() else fold(char)
        return result


_TABLE = _Table()


def plain(text: str) -> str:
    """Lower case with its accents ("dès" is not "des"), one kind of apostrophe, dash and space; `len(plain(text)) == len(text)`.

    >>> plain("Dès l’été")
    "dès l'été"
    """
    return text.translate(_TABLE)


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of a language by their first piece, longest first, and the character of each kind."""

    entries: Mapping[str, tuple[tuple[tuple[str, ...], TimeWord], ...]]
    codes: Mapping[str, str]  # kind -> character
    suffixes: frozenset[str]  # "er", "th": a numeral before them is an ordinal
    tens: frozenset[str]  # "s": a numeral before them is a decade
    core: frozenset[str]  # without one of these words, or a numeral, no line holds a date


@dataclass(frozen=True, slots=True)
class Token:
    """One word or entry: its place in the text, its kind's value, and its plain form."""

    start: int
    end: int
    form: str
    value: int | str


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a stretch of text, and their kinds as a string of the same length."""

    tokens: list[Token]
    kinds: str


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, compiled from its table."""
    rows = language.rows(TimeWord)
    asked = {slot.split(".")[0] for row in language.rows(TimeShape) for form in row.forms for slot in re.split(r"[\s|\[\]]+", form)}
    kinds = sorted(
        {*(row.kind for row in rows), *(f"{row.kind}_odd" for row in rows if row.case != "any"), *asked, *_SIGNS.values(), *_NUMERALS}
    )
    entries: dict[str, list[tuple[tuple[str, ...], TimeWord]]] = {}
    for row in rows:
        for form in row.forms:
            pieces = tuple(match.group() for match in _PIECE.finditer(plain(form)))
            entries.setdefault(pieces[0], []).append((pieces, row))
    for first in [first for first in entries if fold(first) not in entries and len(first) >= _LEAST_LETTERS]:
        entries[fold(first)] = [((fold(first), *pieces[1:]), row) for pieces, row in entries[first]]  # "aout", "fevrier"
    glue = {"suffix", "tens_suffix", "break"}
    heavy = {"month", "weekday", "unit", "season", "deictic", "anchor", "month_odd", "weekday_odd"}
    return Lexicon(
        entries={first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in entries.items()},
        codes={kind: chr(0xE010 + number) for number, kind in enumerate(kind for kind in kinds if kind and kind not in glue)},
        suffixes=frozenset(plain(form) for row in rows if row.kind == "suffix" for form in row.forms),
        tens=frozenset(plain(form) for row in rows if row.kind == "tens_suffix" for form in row.forms),
        core=frozenset(first for first, found in entries.items() if any(row.kind in heavy for _, row in found)),
    )


def line(text: str, low: str, start: int, end: int, words: Lexicon) -> Line:
    """The tokens of `text[start:end]`; `low` is the whole text made `plain`."""
    pieces = list(_PIECE.finditer(low, start, end))
    forms = [match.group() for match in pieces]
    tokens: list[Token] = []
    kinds: list[str] = []
    place = 0
    while place < len(pieces):
        kind, value, count = _reading(text, forms, pieces, place, words)
        tokens.append(Token(pieces[place].start(), pieces[place + count - 1].end(), forms[place], value))
        kinds.append(kind)
        place += count
    return Line(tokens, "".join(kinds))


def _reading(text: str, forms: list[str], pieces: list[re.Match[str]], place: int, words: Lexicon) -> tuple[str, int | str, int]:
    form = forms[place]
    for wanted, row in words.entries.get(form, ()):
        count = len(wanted)
        if count == 1 or tuple(forms[place : place + count]) == wanted:
            kind = row.kind if _is_written_so(text, pieces, place, row.case) else f"{row.kind}_odd"
            return words.codes.get(kind, NOTHING), row.value, count
    if form[0].isdigit():
        kind, value = _numeral(form, pieces[place].lastgroup, words)
        return words.codes.get(kind, NOTHING), value, 1
    if form in _SIGNS:
        is_stop = form == "." and _ends_sentence(text, pieces, place)
        return (STOP if is_stop else words.codes[_SIGNS[form]]), 0, 1
    if form in _STOPS:
        return STOP, 0, 1
    roman = _roman(form, words) if form[0] in _ROMAN else 0
    return (words.codes["roman"], roman, 1) if roman else (NOTHING, 0, 1)


def _is_written_so(text: str, pieces: list[re.Match[str]], place: int, case: str) -> bool:
    if case == "any":
        return True
    is_capital = text[pieces[place].start()].isupper()
    if case == "upper":
        return is_capital
    return not is_capital or place == 0 or text[pieces[place - 1].start()] in '\n.!?:«"“(—–-|•'


def _ends_sentence(text: str, pieces: list[re.Match[str]], place: int) -> bool:
    after = text[pieces[place].end() : pieces[place].end() + 3].lstrip('»”" \u00a0\u202f')
    return not after or not after[0].islower()


def _numeral(form: str, group: str | None, words: Lexicon) -> tuple[str, int | str]:
    if group in {"iso", "numeric"}:
        return group, form
    if group == "big":
        return "", 0
    digits = form.rstrip("abcdefghijklmnopqrstuvwxyz")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 4:
        return "", 0
    number, tail = int(digits), form[len(digits) :]
    if tail:
        return ("nth", number) if tail in words.suffixes else ("tens", number) if tail in words.tens else ("", 0)
    if len(digits) == 4:
        return ("year", number) if 1000 <= number <= 2199 else ("", 0)
    return ("day", number) if 1 <= number <= 31 and len(digits) <= 2 else ("figure", number)


def _roman(form: str, words: Lexicon) -> int:
    digits = form[: len(form) - len(form.lstrip("ivx"))]
    if not digits or form[len(digits) :] not in words.suffixes:
        return 0
    values = [_ROMAN[char] for char in digits]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
