"""Names across transliterations: one name in French, English and German dress.

A word is read aloud by the letters of one language (`letters.toml`) as consonants with vowels between them. Two spellings are one name
when in some pair of languages their consonants can be the same, one by one, and no vowel speaks against it: e may be a or i or nothing,
o and u are one, a and i and u are apart. Articles ("al-", "ez-") are left out.
Not done yet: a whole syllable that one language drops (Muhamad, Mhamed), g for j (Naguib, Najib), Chinese, Korean.
Source: the notion of a key by sound is Russell's (US patent 1,261,167, 1918); the comparison of classes is ours.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from selon.errors import TableError
from selon.languages.fold import fold

DRESSES = ("fr", "en", "de")  # the languages whose way of writing foreign names is known
_VOWELS = frozenset("AEIUM")
_ACCENTED_END = re.compile(r"[éèêë]$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:al|el|as|es|ash|ech|ach|an|en|ar|er|ad|ed|at|et|az|ez)[-\u2011 ](?=\w)")
_GLUED = re.compile(r"^e(?=(?:zz|rr|nn|dd|tt|ss|ch|sh))")
_PARTS = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_COARSE = str.maketrans({"z": "s", "Z": "S", "J": "S", "f": "v"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """One row of `letters.toml`."""

    code: str  # ISO 639-1, "*" for all
    form: str
    sounds: str
    before: str = ""
    at: str = ""


class Heard(NamedTuple):
    """One consonant, and the vowels since the one before it."""

    vowels: str  # in order, may be empty
    sounds: str  # alternatives; "" at the end of the word


def skeleton(word: str, code: str) -> str:
    """The consonants of one word or name as `code` reads them: a key that spellings of one name share in some pair of languages.

    Hissing sounds that one of the languages cannot tell apart are one letter.

    >>> skeleton("Idlib", "fr"), skeleton("Idleb", "en"), skeleton("Konachenkov", "fr") == skeleton("Konashenkov", "en")
    ('dlb', 'dlb', True)
    """
    return " ".join("".join(heard.sounds[:1].translate(_COARSE) for heard in read_aloud(part, code)) for part in name_parts(word))


@lru_cache(maxsize=65536)
def same_spelling(a: str, b: str) -> bool:
    """Can the two be spellings of one name? Word by word, in order; articles are left out.

    >>> same_spelling("Zakharova", "Sacharowa"), same_spelling("Martin", "Martine")
    (True, False)
    """
    left, right = name_parts(a), name_parts(b)
    return len(left) == len(right) > 0 and all(map(_one_word, left, right))


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without Arabic articles; a final accent is kept, as it is heard."""
    flat = " ".join(name.replace("‑", "-").split()).lower()
    flat = _ARTICLE.sub("", flat)
    flat = re.sub(r"(?<=[\s-])(?:al|el|as|es|ash|ech|ach|an|en|ar|er|ad|ed|at|et|az|ez)[-\u2011](?=\w)", "", flat)
    parts = _PARTS.findall(flat)
    return tuple(parts[:1] + [_GLUED.sub("", part) for part in parts[1:]])


def _one_word(a: str, b: str) -> bool:
    plain_a, plain_b = fold(a), fold(b)
    if plain_a == plain_b:
        return True
    if plain_a == plain_b + "e" or plain_b == plain_a + "e":  # Martin, Martine: two names of one language
        return False
    if not _lengths(a) & _lengths(b):
        return False
    return any(_agree(read_aloud(a, code), read_aloud(b, other)) for code in DRESSES for other in DRESSES)


@lru_cache(maxsize=65536)
def _lengths(word: str) -> frozenset[tuple[int, bool]]:
    """How many consonants the readings of a word have, and whether a vowel ends it: most words differ in that."""
    return frozenset((len(heard), bool(heard[-1].vowels)) for heard in (read_aloud(word, code) for code in DRESSES))


def _agree(a: tuple[Heard, ...], b: tuple[Heard, ...]) -> bool:
    return len(a) == len(b) and all(map(_same_sound, a, b, range(len(a), 0, -1)))


def _same_sound(a: Heard, b: Heard, left: int) -> bool:
    if (a.sounds or b.sounds) and not set(a.sounds) & set(b.sounds):
        return False
    return _same_end(a.vowels, b.vowels) if left == 1 else _same_vowels(a.vowels, b.vowels)


def _same_vowels(a: str, b: str) -> bool:
    return all(
        not (rest := set(one) - set(two)) or rest <= {"E", "M"} or (bool({"E", "M"} & set(two)) and rest <= {"A", "I", "E", "M"})
        for one, two in ((a, b), (b, a))
    )


def _same_end(a: str, b: str) -> bool:
    """Vowels that end a word are heard: none is not one, and the last must agree."""
    if not a or not b:
        return a == b
    last = {a[-1], b[-1]}
    return len(last) == 1 or last in ({"E", "A"}, {"E", "I"}, {"M", "E"}, {"M", "I"})


@lru_cache(maxsize=65536)
def read_aloud(word: str, code: str) -> tuple[Heard, ...]:
    """The consonants of one lower-case word as `code` reads them, each with the vowels before it."""
    heard: list[Heard] = []
    vowels = ""
    for sounds in _sounds(fold(word), code, mute=not _ACCENTED_END.search(word)):
        if sounds in _VOWELS:
            vowels += "" if vowels.endswith(sounds) else sounds
        elif not (heard and not vowels and heard[-1].sounds == sounds):  # a doubled letter is one sound
            heard.append(Heard(vowels, sounds))
            vowels = ""
    return (*heard, Heard(vowels, ""))


def _sounds(word: str, code: str, *, mute: bool) -> list[str]:
    """What is heard, in order; an h is heard at the start and between vowels."""
    word = "".join(char for char in word if char.isalpha())
    found: list[str] = []
    at = 0
    while at < len(word):
        row = next((row for row in _rows(code).get(word[at], ()) if _fits(row, word, at)), None)
        if row is None:
            found.append(word[at])
            at += 1
            continue
        told = row.sounds.split("+")
        if told == ["M"] and not mute:
            told = ["E"]
        if told != ["h"] or at == 0 or (word[at - 1] in "aeiouy" and word[at + 1 : at + 2] in tuple("aeiouy")):
            found.extend(told)
        at += len(row.form)
    return found


def _fits(row: Letters, word: str, at: int) -> bool:
    end = at + len(row.form)
    if not word.startswith(row.form, at):
        return False
    if row.before and word[end : end + 1] not in tuple(row.before):
        return False
    return not ((row.at == "start" and at) or (row.at == "end" and (end != len(word) or at == 0)))


@cache
def _rows(code: str) -> dict[str, tuple[Letters, ...]]:
    """The rows of one language by first letter, the one to try first before the others."""
    where = "languages/letters.toml"
    try:
        table = msgspec.convert(
            tomllib.loads((files("selon.languages") / "letters.toml").read_text(encoding="utf-8")), dict[str, list[Letters]]
        )
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise TableError(str(error), where=where, fix="each row is [[letters]] with code, form, sounds") from error
    mine = [row for row in table.get("letters", []) if row.code in ("*", code)]
    mine.sort(key=lambda row: (-len(row.form), not (row.before or row.at), row.code == "*"))
    return {first: tuple(row for row in mine if row.form[0] == first) for first in sorted({row.form[0] for row in mine})}
