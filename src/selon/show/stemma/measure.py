"""How wide a text is, and where its lines end. Widths of Source Sans 3 Semibold; of characters it has not, generous ones."""

import unicodedata
from functools import cache, lru_cache

from selon.show.stemma.widths import WIDTHS

_WIDEST = {"W": 1000, "F": 1000, "A": 820, "N": 820, "Na": 820, "H": 820}
"""By the class of East Asian width, of what the table has not: another typeface stands in. Source: Unicode Standard Annex 11."""
_ANOTHER = 1.32  # Greek and Cyrillic may stand in the reader's own typeface; DejaVu Sans Bold is that much wider
_OF_SEMIBOLD = {"semibold": 1.0, "light": 0.975, "serif": 1.11}  # widths of a text in Source Sans 3 Regular and Source Serif 4 beside it
_ELLIPSIS = "…"
_JOINTS = "-/._&?=‐"  # after which a word that is too long for a line is parted first


@lru_cache(maxsize=8192)
def width(text: str, size: float) -> float:
    """The width of a line, in the unit of the size.

    >>> width("iii", 10) < width("WWW", 10)
    True
    """
    return sum(map(_advance, text)) * size / 1000


def natural(words: str, size: float, *, kind: str) -> float | None:
    """The width of a line in the typeface itself; None where it has not all of its characters, and the width is a guess."""
    if not all(map(_is_known, words)):
        return None
    return round(width(words, size) * _OF_SEMIBOLD[kind], 1)


def lines(text: str, size: float, room: float, most: int, *, close: str = "") -> list[str]:
    """A text in at most `most` lines, none wider than `room`; what does not fit is left out and marked by an ellipsis, and `close`.

    >>> lines("one two three", 10, 40, 2)
    ['one two', 'three']
    """
    done: list[str] = []
    rest = [word for word in text.split(" ") if word]  # a space that binds, as before a closing mark, parts nothing
    while rest:
        line, after = _line(rest, size, room)
        if len(done) == most - 1 and after:
            return [*done, _cut(" ".join(rest), size, room, _ELLIPSIS + close)]
        done.append(line)
        rest = after
    return done


def _line(words: list[str], size: float, room: float) -> tuple[str, list[str]]:
    """As many words as fit; of a word that is wider than the line, as many characters."""
    taken, so_far, space = 1, width(words[0], size), width(" ", size)
    while taken < len(words) and so_far + space + width(words[taken], size) <= room:
        so_far += space + width(words[taken], size)
        taken += 1
    line = " ".join(words[:taken])
    if so_far <= room:
        return line, words[taken:]
    head = _fitting(line, size, room)
    joint = max(map(head.rfind, _JOINTS)) + 1
    head = head[:joint] if joint > len(head) // 3 else head
    return head, [line[len(head) :], *words[1:]]


def _cut(text: str, size: float, room: float, end: str) -> str:
    kept = _fitting(text, size, room - width(end, size))
    word = kept.rfind(" ")
    kept = kept[:word] if word > len(kept) // 2 and len(kept) < len(text) and text[len(kept)] != " " else kept
    return kept.rstrip(" ,;:.-\u00a0\u202f") + end


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
def _is_known(char: str) -> bool:
    """Is this a letter or a mark of Latin script that the typeface has?"""
    return not 0x370 <= ord(char) < 0x1E00 and _width(ord(char)) > 0


@cache
def _advance(char: str) -> float:
    code = ord(char)
    if _width(code):
        return _width(code) * (_ANOTHER if 0x370 <= code < 0x460 else 1)
    if unicodedata.combining(char):
        return 0
    return _WIDEST[unicodedata.east_asian_width(char)]


def _width(code: int) -> int:
    """The width of a character in the table; 0: it has none."""
    return next((widths[code - first] for first, widths in WIDTHS if first <= code < first + len(widths)), 0)
