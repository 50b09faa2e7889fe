"""Words and their spans."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# an elided word keeps its apostrophe ("l'", "qu’"); hyphens bind ("porte-parole"), numbers keep their separators ("4,5", "1 300")
_QUICK = r"[a-zA-ZÀ-ÖØ-öø-ÿ]++(?![\w'’‑-])|"  # most words: tried first, and matched faster than by what follows
_ANY = r"[^\W\d_]+(?:(?<![^\W\d_]{8})['’](?=\w)|(?:[-‑][^\W_]+)*)|\d+(?:[.,\u00a0\u202f]\d+)*|\w"
_WORD = re.compile(_QUICK + _ANY)
# the same words, the commonest first because that is quick, and what stands between them: the pieces tile a text
_PIECE = re.compile(r"[a-zA-ZÀ-ÖØ-öø-ÿœŒ]++(?![^\W_]|[-'’‑])| |\W++|" + _ANY)
_made = tuple.__new__  # what NamedTuple calls, without the call between


class Word(NamedTuple):
    """One word: its code points, half-open, and the characters as they stand."""

    start: int
    end: int
    form: str


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a stretch of text, in order; punctuation is left out.

    >>> [word.form for word in words("l'armée a tué 4,5 % d'eux")]
    ["l'", 'armée', 'a', 'tué', '4,5', "d'", 'eux']
    """
    return [_made(Word, (match.start(), match.end(), match[0])) for match in matches(text, start, end)]


def matches(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The same words, for who makes records of its own of them."""
    return _WORD.finditer(text, start, len(text) if end is None else end)


def forms(text: str, start: int, end: int) -> list[str]:
    """The same words, as they stand, for who asks for no spans."""
    return _WORD.findall(text, start, end)


def pieces(text: str, start: int, end: int) -> list[str]:
    """The same words and what stands between them: joined they are the stretch of text."""
    return _PIECE.findall(text, start, end)
