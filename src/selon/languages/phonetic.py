"""Names across transliterations: one name in French, English and German dress.

A word is read aloud by the letters of one language (`letters.toml`) as consonants with vowels between them. Two spellings are one name
when in some pair of languages their consonants can be the same, one by one, and no vowel speaks against it: e may be a or i or nothing,
o and u are one, a and i and u are apart. Articles ("al-", "ez-") are left out.
What no rule bridges, and what no rule tells apart, stands in the rows `same`, `apart` and `feminine` of the table.
Not done yet: a whole syllable that one language drops (Muhamad, Mhamed).
Source: the notion of a key by sound is Russell's (US patent 1,261,167, 1918); the comparison of classes is ours.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from selon.languages.fold import fold
from selon.languages.letters import Letters, alike, dresses, letter_rows, stems, told_apart
from selon.languages.syllables import other_syllable, other_syllables, same_syllables, syllable_keys

DRESSES = ("fr", "en", "de")  # the languages whose way of writing foreign names is tried on all names
_LINKS = re.compile(r"\b(?:ibn|bin|ben)\b")
_SERVANT = re.compile(r"\babd(?:[ -]?(?:al|el|ul|oul|ol|as|es|us|ar|er|ur)(?:[ -]|(?=\w{4}))|[ ](?=\w))")
_OF_GOD = re.compile(r"(?<=\w\w\w)[aou]ll?ah?\b(?<=lah)")
_SOUNDED = re.compile(r"[aeiouy][bdfgklmnprstvz]e$")  # "Maxime", but not "Michelle"
_VOWELS = frozenset("AEIUM")
_ACCENTED = tuple("éèêëÉÈÊË")
_ARTICLE = re.compile(r"^(?:al|el|as|es|ash|ech|ach|an|en|ar|er|ad|ed|at|et|az|ez)[-\u2011 ](?=\w)")
_INNER_ARTICLE = re.compile(r"(?<=[\s-])(?:al|el|as|es|ash|ech|ach|an|en|ar|er|ad|ed|at|et|az|ez)[-\u2011](?=\w)")
_OF_FAITH = re.compile(r"(?<=\w)[ -]?\b(?:al|el|ad|ed|ud|od|oud|ul)[ -]d(?:in|ine|een|yn)\b|(?<=\w)(?:ed|ad|ud|oud|od)d(?:in|ine|een|yn)\b")
_ARABIC = re.compile(r"abd|d(?:in|een|yn)|lah|ibn|bin|ben")  # letters in all that `_SERVANT`, `_OF_FAITH`, `_OF_GOD` and `_LINKS` find
_GLUED = re.compile(r"^e(?=(?:zz|rr|nn|dd|tt|ss|ch|sh))")
_BREATHED = frozenset({"h", "x", "Cx"})  # one sound at the start of a name: Haïm, Chaim, Khaim
_BEFORE_FOLDING = {"fr": ("ç", "ss"), "sl": ("đ", "dj")}  # letters that lose what they sound like with their marks
_HUSHED = frozenset("CSZQ")
_MUTE, _BREATH = ("M",), ("h",)
_SHORT = 4  # consonants, the open end of the word counted
_BRIEF = 5  # letters of a word whose first vowel is no matter of spelling ("Varna", "Verna")
_LEAST_STEM = 5  # letters of a name that takes an e in another language ("Gagarin", "Gagarine")
_MOST_LETTERS = 6  # that two spellings of one word differ by in length ("Chruschtschow", "Jruschov")
_TELLING = re.compile(r"^abd|lah$|^(?:ibn|bin|ben)$|dd(?:in|ine|een|yn)$")  # words that are read otherwise than they stand
_PARTS = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_COARSE = str.maketrans({"Q": "s", "x": "h", "z": "s", "Z": "s", "J": "s", "S": "s", "f": "v"})


_made = tuple.__new__  # what NamedTuple calls, without the call between


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
    return " ".join(["".join([heard[1][:1] for heard in read_aloud(part, code)]) for part in name_parts(word)]).translate(_COARSE)


@lru_cache(maxsize=65536)
def opening_sounds(word: str) -> frozenset[str]:
    """The letters with which the skeletons of a word begin, in the dresses tried on all names: whose are none of these is another name.

    Worked out without the rest of the skeletons, because most names are told apart by their first consonant.
    """
    return frozenset(_opening_sound(word, code) for code in DRESSES)


def _opening_sound(word: str, code: str) -> str:
    part = next(iter(name_parts(word)), "")
    heard = (sound for sound in _sounds(fold(_written(part, code)), code, mute=not part.endswith(_ACCENTED)) if sound not in _VOWELS)
    first = next(heard, None)
    return first[:1].translate(_COARSE) if first is not None else skeleton(word, code)[:1]


@lru_cache(maxsize=65536)
def name_keys(name: str) -> frozenset[str]:
    """Keys of which spellings of one name share one at least, in any dress and in the scripts of syllables."""
    name = name.strip()
    shown = [row.code for row in dresses() if not row.marks or re.search(row.marks, name.lower())]
    return frozenset({*(skeleton(name, code) for code in shown), *syllable_keys(name)})


@lru_cache(maxsize=65536)
def same_spelling(a: str, b: str) -> bool:
    """Can the two be spellings of one name? Word by word, in order; articles are left out. Chinese and Korean names: by syllables.

    >>> same_spelling("Zakharova", "Sacharowa"), same_spelling("Martin", "Martine"), same_spelling("Deng Xiaoping", "Teng Hsiao-ping")
    (True, False, True)
    """
    left, right = name_parts(a), name_parts(b)
    if other_syllables(a, b):
        return False
    if len(left) != len(right):  # "Sun Yat-sen", "Sun Yatsen"
        left, right = name_parts(a.replace("-", "")), name_parts(b.replace("-", ""))
    if len(left) == len(right) > 0 and all(_one_word(x, y, later=at > 0) for at, (x, y) in enumerate(zip(left, right, strict=True))):
        return True
    return same_syllables(a, b)


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without Arabic articles, "ben" for all links; a final accent is kept, as it is heard."""
    flat = " ".join(name.replace("‑", "-").split()).lower()
    whole = alike().get(fold(flat))
    if whole is not None:
        return tuple(whole.split())
    if flat.isalpha() and not _TELLING.search(flat):
        return (flat,)  # as most are
    if _ARABIC.search(flat):
        flat = _OF_FAITH.sub("eddin", _SERVANT.sub("abdel", flat))
        flat = _OF_GOD.sub("allah", _LINKS.sub("ben", flat))
    flat = _ARTICLE.sub("", flat)
    if "-" in flat:
        flat = _INNER_ARTICLE.sub("", flat)
    parts = [alike().get(fold(part), part) for part in _PARTS.findall(flat)]
    return tuple(parts[:1] + [_GLUED.sub("", part) for part in parts[1:]])


def _one_word(a: str, b: str, *, later: bool) -> bool:
    """`later`: they stand after another word, as surnames do."""
    plain_a, plain_b = fold(a), fold(b)
    if plain_a == plain_b:
        return True
    if plain_a == plain_b + "e" or plain_b == plain_a + "e":  # Martin, Martine: two names of one language; Salman, Salmane: one in two
        short, long = sorted((plain_a, plain_b), key=len)
        return long.endswith("ne") and (later or (len(short) >= _LEAST_STEM and short not in stems()))
    if _differ(a, b) or told_apart(plain_a, plain_b) or other_syllable(plain_a, plain_b):
        return False
    silent = any(_SOUNDED.search(word) for word in (plain_a, plain_b))
    brief = max(len(plain_a), len(plain_b)) <= _BRIEF
    tried = [*product(DRESSES, DRESSES), *((code, other) for code in _able(a, b) for other in (*DRESSES, code))]
    return any(
        _agree(read_aloud(a, code), read_aloud(b, other), silent=silent and code != other, brief=brief)
        or _agree(read_aloud(a, other), read_aloud(b, code), silent=silent and code != other, brief=brief)
        for code, other in tried
    )


@lru_cache(maxsize=65536)
def _able(a: str, b: str) -> tuple[str, ...]:
    """The dresses besides that one of two words shows."""
    least = min(len(a), len(b))
    return tuple(row.code for row in dresses() if row.marks and least >= row.least and any(re.search(row.marks, word) for word in (a, b)))


def _differ(a: str, b: str) -> bool:
    """Have they no reading of a common length with a common first sound? Most words do not, and need no more."""
    return abs(len(a) - len(b)) > _MOST_LETTERS or _shapes(a).isdisjoint(_shapes(b))


@lru_cache(maxsize=65536)
def _shapes(word: str) -> frozenset[tuple[int, str]]:
    """How many consonants the readings of a word have, and the first of them."""
    readings = [read_aloud(word, row.code) for row in dresses()]
    return frozenset((len(heard), sound) for heard in readings for sound in heard[0].sounds.replace("x", "h").replace("C", "Ch") or "-")


def _agree(a: tuple[Heard, ...], b: tuple[Heard, ...], *, silent: bool, brief: bool) -> bool:
    """`silent`: in two languages, an e that ends the word after a vowel and one consonant may be written by one of them only.

    `brief`: the words are so short that their first vowel is no matter of spelling.
    """
    if len(a) != len(b):
        return False
    if len(a) <= _SHORT and sum(one.vowels != two.vowels and bool(one.vowels and two.vowels) for one, two in zip(a, b, strict=True)) > 1:
        return False
    return all(_same_sound(a, b, at, silent=silent, brief=brief) for at in range(len(a)))


def _same_sound(a: tuple[Heard, ...], b: tuple[Heard, ...], at: int, *, silent: bool, brief: bool) -> bool:
    mine, theirs = a[at], b[at]
    heard = not (mine.sounds or theirs.sounds) or bool(set(mine.sounds) & set(theirs.sounds))
    if not heard and (at or {mine.sounds, theirs.sounds} - _BREATHED):
        return False
    if at == len(a) - 1:
        return _same_end(mine.vowels, theirs.vowels) or (silent and {mine.vowels, theirs.vowels} == {"M", ""})
    if at < 2 and brief and set(mine.vowels) ^ set(theirs.vowels) == {"A", "E"}:  # Varna, Verna
        return False
    if len(a) >= _SHORT and {mine.vowels, theirs.vowels} == {"IU", "U"}:  # Lioudmila, Ludmila
        return True
    if at < 2 and not (mine.vowels and theirs.vowels) and mine.vowels != theirs.vowels:  # Pskov, Peskov
        return False
    hushed = at > 0 and bool(_HUSHED & set(a[at - 1].sounds))
    pair = {mine.vowels, theirs.vowels}
    if "v" in mine.sounds and "v" in theirs.sounds and (pair == {"E", "IU"} or (hushed and pair == {"E", "U"})):
        return True  # Korolev, Koroljow; Gorbatchev, Gorbachov
    return _same_vowels(mine.vowels, theirs.vowels)


def _same_vowels(a: str, b: str) -> bool:
    """E may be a, i or nothing, but one e is one of them: "Aliev" is not "Alaev"."""
    for one, two in ((a, b), (b, a)):
        rest, others = set(one) - set(two), set(two) - set(one)
        open_e = bool({"E", "M"} & others) and rest <= {"A", "I", "E", "M"}
        if not (rest <= {"E", "M"} or open_e or (rest == {"I"} and bool({"E", "M"} & set(two)))):
            return False
    return True


def _same_end(a: str, b: str) -> bool:
    """Vowels that end a word are heard: none is not one, and the last must agree."""
    if not a or not b or ("U" in a) != ("U" in b):
        return a == b
    last = {a[-1], b[-1]}
    return len(last) == 1 or last in ({"E", "A"}, {"E", "I"}, {"M", "E"}, {"M", "I"})


@lru_cache(maxsize=65536)
def read_aloud(word: str, code: str) -> tuple[Heard, ...]:
    """The consonants of one lower-case word as `code` reads them, each with the vowels before it."""
    heard: list[Heard] = []
    vowels = last = ""
    for sounds in _sounds(fold(_written(word, code)), code, mute=not word.endswith(_ACCENTED)):
        if sounds in _VOWELS:
            if not vowels.endswith(sounds):
                vowels += sounds
        elif vowels or sounds != last:  # a doubled letter is one sound
            heard.append(_made(Heard, (vowels, sounds)))
            vowels, last = "", sounds
    return (*heard, _made(Heard, (vowels, "")))


def _written(word: str, code: str) -> str:
    return word.replace(*_BEFORE_FOLDING[code]) if code in _BEFORE_FOLDING else word


def _sounds(word: str, code: str, *, mute: bool) -> Iterator[str]:
    """Yield what is heard, in order; an h is heard at the start and between vowels."""
    word = word if word.isalpha() else "".join(filter(str.isalpha, word))
    sounds: tuple[str, ...]
    at, length = 0, len(word)
    while at < length:
        size, sounds = 1, (word[at],)  # where no row fits
        for row, letters, heard, is_plain in _rows(word[at : at + 2], code):
            if is_plain or _fits(row, word, at):
                size, sounds = letters, heard
                break
        if sounds == _MUTE and not mute:
            yield "E"
        elif sounds != _BREATH or at == 0 or (word[at - 1] in "aeiouy" and word[at + 1 : at + 2] in tuple("aeiouy")):
            yield from sounds
        at += size


@lru_cache(maxsize=1 << 14)
def _rows(letters: str, code: str) -> tuple[tuple[Letters, int, tuple[str, ...], bool], ...]:
    """The rows that may fit where two letters stand, or one at the end of a word, the one to try first before the others.

    Each with its length, its sounds, and whether it fits wherever these letters stand.
    """
    rows = [row for row in letter_rows(code).get(letters[0], ()) if row.form.startswith(letters) or len(row.form) == 1]
    return tuple(
        [(row, len(row.form), tuple(row.sounds.split("+")), not (row.before or row.at or len(row.form) > len(letters))) for row in rows]
    )


def _fits(row: Letters, word: str, at: int) -> bool:
    end = at + len(row.form)
    if not word.startswith(row.form, at):
        return False
    if row.before and (end == len(word) or word[end] not in row.before):
        return False
    return not ((row.at == "start" and at) or (row.at == "end" and (end != len(word) or at == 0)))
