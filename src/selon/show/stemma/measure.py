"""How wide a text is, and where its lines end. Widths of Source Sans 3 Semibold; of characters it has not, generous ones."""

import unicodedata
from functools import cache

from selon.show.stemma.widths import WIDTHS

_WIDEST = {"W": 1000, "F": 1000, "A": 820, "N": 820, "Na": 820, "H": 820}
"""By the class of East Asian width, of what the table has not: another typeface stands in. Source: Unicode Standard Annex 11."""
_CYRILLIC = 1.12  # such text stands in the reader's own typeface, where the pages serve Latin and Greek only
_ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """The width of a line, in the unit of the size.

    >>> width("iii", 10) < width("WWW", 10)
    True
    """
    return sum(map(_advance, text)) * size / 1000


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """A text in at most `most` lines, none wider than `room`; what does not fit is left out and marked by an ellipsis.

    >>> lines("one two three", 10, 40, 2)
    ['one two', 'three']
    """
    done: list[str] = []
    rest = text.split()
    while rest:
        line, rest = _line(rest, size, room)
        if len(done) == most - 1 and rest:
            return [*done, _cut(" ".join([line, *rest]), size, room)]
        done.append(line)
    return done


def _line(words: list[str], size: float, room: float) -> tuple[str, list[str]]:
    """As many words as fit; of a word that is wider than the line, as many characters."""
    taken = 1
    while taken < len(words) and width(" ".join(words[: taken + 1]), size) <= room:
        taken += 1
    line = " ".join(words[:taken])
    if width(line, size) <= room:
        return line, words[taken:]
    head = _fitting(line, size, room)
    return head, [line[len(head) :], *words[1:]]


def _cut(text: str, size: float, room: float) -> str:
    if width(text, size) <= room:
        return text
    return _fitting(text, size, room - width(_ELLIPSIS, size)).rstrip(" ,;:.-") + _ELLIPSIS


def _fitting(text: str, size: float, room: float) -> str:
    """The longest beginning that fits, one character at least, that ends at no combining mark."""
    end, so_far = 0, 0.0
    while end < len(text) and so_far + _advance(text[end]) * size / 1000 <= room:
        so_far += _advance(text[end]) * size / 1000
        end += 1
    while 1 < end < len(text) and unicodedata.combining(text[end]):
        end -= 1
    return text[: max(1, end)]


@cache
def _advance(char: str) -> float:
    code = ord(char)
    for first, widths in WIDTHS:
        if first <= code < first + len(widths) and widths[code - first]:
            return widths[code - first] * (_CYRILLIC if 0x400 <= code < 0x460 else 1)
    if unicodedata.combining(char):
        return 0
    return _WIDEST[unicodedata.east_asian_width(char)]
