"""A stretch of text as a string of kinds: one character a word, so that orders of words are regular expressions over it."""

from dataclasses import dataclass
from itertools import accumulate

from selon.languages.rows.when import TimeWord
from selon.resolve.when.lexicon import LOOK, NOTHING, REST, STOP, Lexicon, characters
from selon.resolve.when.pieces import pieces

_SHORT = 2  # letters of an abbreviation that no sentence ends with


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


def line(text: str, low: str, start: int, end: int, words: Lexicon) -> Line:
    """The pieces of `text[start:end]`; `low` is the whole text made `plain`."""
    found = pieces(low, start, end)
    known = characters(words)
    kinds = "".join(map(known.__getitem__, found))
    starts = list(accumulate(map(len, found), initial=start))
    values: dict[int, int | str] = {}
    place = kinds.find(LOOK)
    if place < 0:
        return Line(kinds, found, starts, values, words)
    told, usually = list(kinds), known.usual.get
    while place >= 0:
        if told[place] == LOOK:  # no further piece of an entry before it
            usual = usually(found[place])
            if usual is not None and (place + 1 == len(found) or found[place + 1].rstrip() not in usual[0]):
                told[place] = usual[1]
            else:
                _look(text, told, found, starts, values, place, words)
        place = kinds.find(LOOK, place + 1)
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
