"""Words and their spans."""

import re
from typing import NamedTuple

# an elided word keeps its apostrophe ("l'", "qu’"); hyphens bind ("porte-parole"), numbers keep their separators ("4,5", "1 300")
_WORD = re.compile(r"[^\W\d_]{1,7}['’](?=\w)|\d+(?:[.,\u00a0\u202f]\d+)*|[^\W\d_]+(?:[-‑][^\W_]+)*|\w")


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
    return [Word(*match.span(), match.group()) for match in _WORD.finditer(text, start, len(text) if end is None else end)]
