"""A text cut into pieces: words, numbers and marks, each with the white space after it."""

import re

from selon.languages.fold import fold

_PIECE = re.compile(  # the pieces tile a text, each with the white space after it; the commonest first, because that is quick
    r"[a-zß-öø-ÿœ]++(?![^\W\d_])\s*+|[^\w\s]\s*+|[^\W\d_]++\s*+"
    r"|(?:(?<![\d-])\d{4}(?:-\d{2}-|/\d{2}/)\d{2}(?!\d)|(?<![\d./-])\d{1,2}(?:/\d{1,2}/|-\d{1,2}-)\d{4}(?!\d)"
    r"|(?<![\d./])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|(?<!\d)\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)+|\d+[^\W\d_]*|_+)\s*|\s+"
)
_USUAL = tuple((char, fold(char)) for char in "’‘ʼ′´`–—‐‑−\u00a0\u202f\u2009")


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


def pieces(low: str, start: int = 0, end: int | None = None) -> list[str]:
    """The pieces of a stretch of a plain text, each with the white space after it: joined they are the stretch."""
    return _PIECE.findall(low, start, len(low) if end is None else end)
