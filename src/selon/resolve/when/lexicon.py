"""The words of a language that tell time, by their pieces, and the character that stands for each kind of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from selon.errors import TableError
from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.when import TimeShape, TimeWord
from selon.resolve.when.numerals import numeral, roman
from selon.resolve.when.pieces import pieces, plain

_SIGNS = {",": "comma", "-": "dash", ".": "dot", "(": "paren", ")": "close", "'": "apostrophe", "/": "slash"}
_STOPS = frozenset("!?;:")
_SILENT = frozenset({"suffix", "tens_suffix", "break"})  # kinds that no shape can ask for
NOTHING = "\ue000"  # a word of no kind
STOP = "\ue001"  # a full stop, a colon: nothing reaches over it
REST = "\ue002"  # a further piece of an entry ("plus tard")
LOOK = "\ue003"  # what a piece is depends on its neighbours or its capital
_KNOWN_MOST = 50_000  # pieces kept in memory
_LEAST_LETTERS = 3  # a shorter word is another one without its accent ("à" and "a")
CORE = (  # kinds of which every expression holds one
    "month", "month_odd", "month_short", "month_short_odd", "weekday", "weekday_odd", "weekday_short", "weekdays", "unit", "units", "years",
    "season", "deictic", "today", "daypart", "night", "anchor", "iso", "numeric", "year", "tens",
)  # fmt: skip
_NUMERALS = ("day", "year", "figure", "nth", "tens", "iso", "numeric", "roman")

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
            return self.codes.get(kind, NOTHING) if len(found) == len(found[0][0]) == 1 and found[0][1].case == "any" else LOOK
        return LOOK if form == "." else self.other(form)

    def other(self, form: str) -> str:
        """The character of a piece that is no entry."""
        if form in _STOPS:
            return STOP
        if form.isalpha():
            return self.codes["roman"] if roman(form, self.suffixes) else NOTHING
        if form[:1].isdigit():
            return self.codes.get(self.numeral(form)[0], NOTHING)
        return self.codes.get(_SIGNS.get(form, ""), NOTHING)

    def numeral(self, form: str) -> tuple[str, int | str]:
        """The kind and the value of figures, kept for the next time."""
        found = self.numerals.get(form)
        if found is None:
            if len(self.numerals) >= _KNOWN_MOST:
                self.numerals.clear()
            self.numerals[form] = found = numeral(form, self.suffixes, self.tens)
        return found

    def value(self, form: str) -> int | str:
        """The value of a piece, as far as the piece alone tells it."""
        row = self.alone.get(form)
        if row is not None:
            return row.value
        return self.numeral(form)[1] if form[:1].isdigit() else roman(form, self.suffixes)


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
        if code == LOOK and form in words.seconds:
            row = words.alone.get(form)
            if row is None or row.case == "any":
                self.usual[piece] = words.seconds[form], words.codes.get(row.kind, NOTHING) if row else words.other(form)
        return code


@cache
def characters(words: Lexicon) -> _Characters:
    """The character of each piece, as far as the piece alone tells."""
    return _Characters(words)


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
