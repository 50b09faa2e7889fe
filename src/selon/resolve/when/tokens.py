"""A stretch of text as a string of kinds: one character a word, so that orders of words are regular expressions over it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from selon.errors import TableError
from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.when import TimeShape, TimeWord

_PIECE = re.compile(  # the pieces tile a text, each with the white space after it; the commonest first, because that is quick
    r"[a-zß-öø-ÿœ]++(?![^\W\d_])\s*+|[^\w\s]\s*+|[^\W\d_]++\s*+"
    r"|(?:(?<![\d-])\d{4}(?:-\d{2}-|/\d{2}/)\d{2}(?!\d)|(?<![\d./-])\d{1,2}(?:/\d{1,2}/|-\d{1,2}-)\d{4}(?!\d)"
    r"|(?<![\d./])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)+|\d+[^\W\d_]*|_+)\s*|\s+"
)
_SIGNS = {",": "comma", "-": "dash", ".": "dot", "(": "paren", ")": "close", "'": "apostrophe", "/": "slash"}
_STOPS = frozenset("!?;:")
_SILENT = frozenset({"suffix", "tens_suffix", "break"})  # kinds that no shape can ask for
_ROMAN = {"i": 1, "v": 5, "x": 10}
_USUAL = tuple((char, fold(char)) for char in "’‘ʼ′´`–—‐‑−\u00a0\u202f\u2009")
NOTHING = "\ue000"  # a word of no kind
STOP = "\ue001"  # a full stop, a colon: nothing reaches over it
REST = "\ue002"  # a further piece of an entry ("plus tard")
_LOOK = "\ue003"  # what a piece is depends on its neighbours or its capital
_KNOWN_MOST = 50_000  # pieces kept in memory
_LEAST_LETTERS = 3  # a shorter word is another one without its accent ("à" and "a")
_SHORT = 2  # letters of an abbreviation that no sentence ends with
CORE = (  # kinds of which every expression holds one
    "month", "month_odd", "month_short", "month_short_odd", "weekday", "weekday_odd", "weekday_short", "weekdays", "unit", "units", "years",
    "season", "deictic", "today", "daypart", "night", "anchor", "iso", "numeric", "year", "tens",
)  # fmt: skip
_NUMERALS = ("day", "year", "figure", "nth", "tens", "iso", "numeric", "roman")


def plain(text: str) -> str:
    """Lower case with its accents ("dès" is not "des"), one kind of apostrophe, dash and space; `len(plain(text)) == len(text)`.

    >>> plain("Dès l’été")
    "dès l'été"
    """
    low = text.lower()
    if len(low) != len(text):  # a few capitals have small letters of two characters
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for odd, usual in _USUAL:
        low = low.replace(odd, usual)
    return low


_Entry = tuple[tuple[str, ...], TimeWord]  # the pieces of an entry, and its row


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of a language by their first piece, longest first, and the character of each kind."""

    entries: Mapping[str, tuple[_Entry, ...]]
    codes: Mapping[str, str]  # kind -> character
    suffixes: frozenset[str]  # "er", "th": a numeral before them is an ordinal
    tens: frozenset[str]  # "s": a numeral before them is a decade
    core: frozenset[str]  # without one of these words, or a numeral, no line holds a date
    alone: Mapping[str, TimeWord]  # the entries of one piece
    seconds: Mapping[str, frozenset[str]]  # what can stand after the first piece of a longer entry
    longer: Mapping[str, Mapping[str, tuple[_Entry, ...]]]  # the longer entries by their first piece and `_second`, longest first
    numerals: dict[str, tuple[str, int | str]] = field(default_factory=dict)  # figures -> kind and value; filled as texts are read

    def code(self, form: str) -> str:
        """The character of a piece, as far as the piece alone tells."""
        found = self.entries.get(form)
        if found is not None:
            kind = found[0][1].kind
            return self.codes.get(kind, NOTHING) if len(found) == len(found[0][0]) == 1 and found[0][1].case == "any" else _LOOK
        return _LOOK if form == "." else self.other(form)

    def other(self, form: str) -> str:
        """The character of a piece that is no entry."""
        if form in _STOPS:
            return STOP
        if form.isalpha():
            return self.codes["roman"] if form[0] in _ROMAN and _roman(form, self) else NOTHING
        if form[:1].isdigit():
            return self.codes.get(self.numeral(form)[0], NOTHING)
        return self.codes.get(_SIGNS.get(form, ""), NOTHING)

    def numeral(self, form: str) -> tuple[str, int | str]:
        """The kind and the value of figures, kept for the next time."""
        found = self.numerals.get(form)
        if found is None:
            if len(self.numerals) >= _KNOWN_MOST:
                self.numerals.clear()
            self.numerals[form] = found = _numeral(form, self)
        return found

    def value(self, form: str) -> int | str:
        """The value of a piece, as far as the piece alone tells it."""
        row = self.alone.get(form)
        if row is not None:
            return row.value
        return self.numeral(form)[1] if form[:1].isdigit() else _roman(form, self)


class _Characters(dict[str, str]):
    """Pieces with their character, made when they are asked for; forgotten when there are too many."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__()
        self._words = words
        self.usual: dict[str, tuple[frozenset[str], str]] = {}  # what makes a piece a longer entry, and its character else

    def __missing__(self, piece: str) -> str:
        if len(self) >= _KNOWN_MOST:
            self.clear()
            self.usual.clear()
        form, words = piece.rstrip(), self._words
        self[piece] = code = words.code(form)
        if code == _LOOK and form in words.seconds:
            row = words.alone.get(form)
            if row is None or row.case == "any":
                self.usual[piece] = words.seconds[form], words.codes.get(row.kind, NOTHING) if row else words.other(form)
        return code


@cache
def characters(words: Lexicon) -> _Characters:
    """The character of each piece, as far as the piece alone tells."""
    return _Characters(words)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text as pieces, and their kinds as a string of the same length."""

    kinds: str
    pieces: list[str]  # plain, each with the white space after it
    starts: list[int]  # code points; one more than pieces
    values: dict[int, int | str]  # of the pieces that have one, where the lexicon alone does not tell it
    words: Lexicon

    def form(self, place: int) -> str:
        """The piece at a place, without the white space after it."""
        return self.pieces[place].rstrip()

    def end(self, place: int) -> int:
        """Where the piece at a place ends, in code points."""
        return self.starts[place] + len(self.form(place))

    def value(self, place: int) -> int | str:
        """The value of the entry or numeral that begins at a place."""
        value = self.values.get(place)
        return self.words.value(self.form(place)) if value is None else value


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, compiled from its table."""
    rows = language.rows(TimeWord)
    kinds = _kinds(language)
    entries: dict[str, list[_Entry]] = {}
    for row in rows:
        for form in row.forms:
            cut = tuple(piece.rstrip() for piece in pieces(plain(form)))
            entries.setdefault(cut[0], []).append((cut, row))
    for first in [first for first in entries if fold(first) not in entries and len(first) >= _LEAST_LETTERS]:
        entries[fold(first)] = [((fold(first), *cut[1:]), row) for cut, row in entries[first]]  # "aout", "fevrier"
    return Lexicon(
        entries={first: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for first, found in entries.items()},
        codes={kind: chr(0xE010 + number) for number, kind in enumerate(kinds)},
        suffixes=frozenset(plain(form) for row in rows if row.kind == "suffix" for form in row.forms),
        tens=frozenset(plain(form) for row in rows if row.kind == "tens_suffix" for form in row.forms),
        alone={first: single[0] for first, found in entries.items() if (single := [row for cut, row in found if len(cut) == 1])},
        seconds={first: frozenset(cut[1] for cut, _ in found if len(cut) > 1) for first, found in entries.items()},
        longer={first: longer for first, found in entries.items() if (longer := _by_second(found))},
        core=frozenset(_telling(cut, entries) for found in entries.values() for cut, row in found if row.kind in CORE),
    )


def _by_second(found: list[_Entry]) -> dict[str, tuple[_Entry, ...]]:
    longer = sorted((entry for entry in found if len(entry[0]) > 1), key=lambda entry: -len(entry[0]))
    keys = dict.fromkeys(_second(cut) for cut, _ in longer)
    elided = [entry for entry in longer if entry[0][1:] == ("'",)]  # "d'": also where no longer entry goes on
    return {key: tuple(one for one in longer if _second(one[0]) == key or (key[0] == "'" and one in elided)) for key in keys}


def _second(cut: tuple[str, ...]) -> str:
    """The second piece of an entry; of an elided word also the one behind it ("l'an" as "'an")."""
    return "".join(cut[1:3]) if cut[1] == "'" else cut[1]


def _telling(cut: tuple[str, ...], entries: Mapping[str, list[_Entry]]) -> str:
    """The piece of an entry that is met least: the longest that is no word of another kind ("hier" of "avant-hier")."""
    glue = {piece for piece in cut for other, row in entries.get(piece, ()) if len(other) == 1 and row.kind not in CORE}
    return max([piece for piece in cut if piece not in glue] or cut, key=len)


def _kinds(language: Language) -> list[str]:
    """The kinds that have a character of their own.

    Raises:
        TableError: a shape asks for a kind of which the language has no word.
    """
    rows = language.rows(TimeWord)
    there = {*(row.kind for row in rows), *(f"{row.kind}_odd" for row in rows if row.case != "any"), *_SIGNS.values(), *_NUMERALS} - _SILENT
    for row in language.rows(TimeShape):
        for kind in (slot.split(".")[0] for form in row.forms for slot in re.split(r"[\s|\[\]]+", form)):
            if kind and kind not in there:
                where = f"languages/{language.code}/{TimeShape.TABLE}.toml, shape of '{row.rule}'"
                raise TableError(f"there is no word of kind '{kind}'", where=where, fix=f"one of: {', '.join(sorted(there))}")
    return sorted(there)


def pieces(low: str) -> list[str]:
    """The pieces of a plain text, each with the white space after it: joined they are the text."""
    return _PIECE.findall(low)


def line(text: str, low: str, start: int, end: int, words: Lexicon) -> Line:
    """The pieces of `text[start:end]`; `low` is the whole text made `plain`."""
    found: list[str] = _PIECE.findall(low, start, end)
    known = characters(words)
    kinds = "".join(map(known.__getitem__, found))
    starts = list(accumulate(map(len, found), initial=start))
    values: dict[int, int | str] = {}
    place = kinds.find(_LOOK)
    if place < 0:
        return Line(kinds, found, starts, values, words)
    told, usually = list(kinds), known.usual.get
    while place >= 0:
        if told[place] == _LOOK:  # no further piece of an entry before it
            usual = usually(found[place])
            if usual is not None and (place + 1 == len(found) or found[place + 1].rstrip() not in usual[0]):
                told[place] = usual[1]
            else:
                _look(text, told, found, starts, values, place, words)
        place = kinds.find(_LOOK, place + 1)
    return Line("".join(told), found, starts, values, words)


def _look(
    text: str, told: list[str], found: list[str], starts: list[int], values: dict[int, int | str], place: int, words: Lexicon
) -> None:
    """Write the kind of a piece that depends on its neighbours or its capital, and of the pieces that are one entry with it."""
    form = found[place].rstrip()
    if form == ".":
        told[place] = STOP if _ends_sentence(text, found, starts, place) else words.codes["dot"]
        return
    entry = _entry(form, found, place, words)
    if entry is None:
        told[place] = words.other(form)
        return
    row, count = entry
    kind = row.kind if row.case == "any" or _is_written_so(text, starts, place, row.case) else f"{row.kind}_odd"
    told[place] = words.codes.get(kind, NOTHING)
    values[place] = row.value
    if count > 1:
        told[place + 1 : place + count] = [REST] * (count - 1)


def _entry(form: str, found: list[str], place: int, words: Lexicon) -> tuple[TimeWord, int] | None:
    """The longest entry that begins at a piece, and of how many pieces it is."""
    longer = words.longer.get(form)
    if longer is not None and place + 1 < len(found):
        second = found[place + 1].rstrip()
        if second == "'" and place + 2 < len(found):
            second += found[place + 2].rstrip()
        for wanted, row in longer.get(second) or longer.get(second if second[:1] != "'" else "'", ()):
            count = len(wanted)
            if count == 2 or tuple([piece.rstrip() for piece in found[place : place + count]]) == wanted:
                return row, count
    alone = words.alone.get(form)
    return (alone, 1) if alone is not None else None


def _is_written_so(text: str, starts: list[int], place: int, case: str) -> bool:
    is_capital = text[starts[place]].isupper()
    if case == "upper":
        return is_capital
    return not is_capital or place == 0 or text[starts[place - 1]] in '\n.!?:«"“(—–-|•'


def _ends_sentence(text: str, found: list[str], starts: list[int], place: int) -> bool:
    before = found[place - 1] if place else ""
    if len(before) <= _SHORT and before.isalpha():
        return False  # "M.", "St.", "U.S."
    after = text[starts[place] + 1 : starts[place] + 4].lstrip('»”" \u00a0\u202f')
    return not after or not after[0].islower()


def _numeral(form: str, words: Lexicon) -> tuple[str, int | str]:
    if len(form) > 7 and not form.isalnum():
        figures = form.replace(".", "/").replace("-", "/").split("/")
        if len(figures) == 3 and all(part.isdigit() for part in figures):
            return ("iso" if len(figures[0]) == 4 else "numeric"), "/".join(figures)
    digits = form[: next((place for place, char in enumerate(form) if not "0" <= char <= "9"), len(form))]
    number, tail = int(digits or 0), form[len(digits) :]
    if not digits or len(digits) > 4 or (tail and not tail.isalpha()):
        return "", 0
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
