"""Names under their other spellings: how they sound stands in the index, and what it finds is compared letter by letter.

Not done yet: names in other scripts; of an article or a claim, only the sound is compared.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from selon.languages.fold import fold
from selon.languages.phonetic import name_keys, same_spelling

_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ'’-]{3,30}")
_WORD = re.compile(r"\w[\w'’-]*")
_LEAST_SOUNDS = 3  # consonants: fewer are the sound of too many names


@lru_cache(maxsize=50_000)
def sounds(word: str) -> tuple[str, ...]:
    """The words of the index that stand for how a name sounds; nothing for what is no name, or too short to be told so.

    >>> set(sounds("Idlib")) & set(sounds("Idleb")), sounds("sirène"), sounds("Lý")
    ({'dlb'}, (), ())
    """
    if not _NAME.fullmatch(word):
        return ()
    return tuple(key for key in sorted(name_keys(word)) if len(key) >= _LEAST_SOUNDS and key.isalpha())


def sounds_of(words: str, claimant: str) -> str:
    """How the names of a text, and of those who speak, sound: each once, and told apart."""
    told = [f"w{sound}" for word in _NAME.findall(words) for sound in sounds(word)]
    told += [f"c{sound}" for word in _NAME.findall(claimant) for sound in sounds(word)]
    return " ".join(dict.fromkeys(told))


def names_in(words: Iterable[str]) -> list[str]:
    """Those that are names, and so are looked for by their sound too."""
    return [word for word in words if sounds(word)]


def is_told(name: str, text: str) -> bool:
    """Does a text hold a name, in any spelling?"""
    words = _WORD.findall(text)
    return any(fold(word) == fold(name) or (word[:1].isupper() and same_spelling(word, name)) for word in words)
