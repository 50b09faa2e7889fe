"""Rows that every stage may read: the language itself."""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One row: what the language is called, and its most frequent words."""

    TABLE: ClassVar[str] = "language"
    KEY: ClassVar[str] = "profile"

    name: str  # in English
    function_words: tuple[str, ...]  # some 40 of the most frequent words, lower case; the language is told by them
    abbreviations: tuple[str, ...]  # without their full stop: no sentence ends after them ("M", "Dr")
    elisions: tuple[str, ...] = ()  # words that lose their vowel before another, without the apostrophe ("l", "qu")


ROWS: tuple[type[Any], ...] = (Profile,)
