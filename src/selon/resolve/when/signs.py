"""Where a text may hold a date at all: figures, and words of which every expression has one. Most sentences have neither."""

import re
from collections.abc import Iterable
from functools import cache

from selon.resolve.when.tokens import Lexicon

_FIGURES = re.compile(r"\d(?:\d{3}|\d?/\d|0[^\W\d_])")


def signs(low: str, words: Lexicon) -> list[int]:
    """The places of such figures and words in a plain text, in order."""
    found = [match.start() for match in _FIGURES.finditer(low)]
    return sorted(found + [match.start() for match in _telling(words).finditer(low)])


@cache
def _telling(words: Lexicon) -> re.Pattern[str]:
    whole = _any(sorted(word for word in words.core if word.isalpha()))
    return re.compile(rf"(?<![^\W\d_]){whole}(?![^\W\d_])")


def _any(words: Iterable[str]) -> str:
    """A pattern for one of the words that tries each letter once: "(?:ma(?:i|rs))"."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    longer = "|".join(f"{re.escape(letter)}{_any(rest)}" for letter, rest in behind.items() if letter)
    return f"(?:{longer})" + "?" * ("" in behind) if longer else ""
