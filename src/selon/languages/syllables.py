"""Names from Chinese and Korean under the several systems of writing their syllables in Latin letters.

A name is cut into the syllables of one script (`syllables.toml`); two names are one when each syllable of the one can be that of the
other, by today's system or by an older one. Two names that are both written by today's system are one only when they are equal.
Not done yet: Cantonese and Hokkien readings ("Tchang Kaï-chek"), Vietnamese, Japanese long vowels.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

import msgspec
import tomli

from selon.errors import TableError
from selon.languages.fold import fold

_APART = re.compile(r"[^a-z']+")
_MARKS = str.maketrans({"’": "'", "ʼ": "'", "ʻ": "'", "‘": "'"})
_TODAY = re.compile(r"x|q|zh")  # letters that only today's system for Chinese has
_LONGEST = 7  # letters of a syllable in the longest form of the table
_MOST = 12  # syllables of a name

Reading = tuple[frozenset[str], ...]  # for each syllable, the sounds it can be


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How one part of a syllable is written."""

    sound: str
    now: tuple[str, ...]
    old: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """The parts of the syllables of one script."""

    code: str  # ISO 639-1
    marks: str  # a regular expression: what shows that a name may be of that script
    mixed: bool = False  # older forms keep today's beginnings too
    begin: tuple[Part, ...]
    rest: tuple[Part, ...] = ()
    middle: tuple[Part, ...] = ()
    last: tuple[Part, ...] = ()
    whole: tuple[Part, ...] = ()


@lru_cache(maxsize=65536)
def same_syllables(a: str, b: str) -> bool:
    """Are the two one Chinese or one Korean name, by the systems that write it?

    >>> same_syllables("Zhou Enlai", "Chou En-lai"), same_syllables("Henan", "Hunan")
    (True, False)
    """
    return any(_agree(code, a, b) for code in _shown(a) | _shown(b))


def other_syllables(a: str, b: str) -> bool:
    """Are both written by today's system for Chinese, and not alike? Then they are two, however close they sound ("Shanxi", "Shaanxi")."""
    told = all(_TODAY.search(name.lower()) and _today("zh", name) for name in (a, b))
    return told and _letters(a) != _letters(b)


@lru_cache(maxsize=65536)
def other_syllable(a: str, b: str) -> bool:
    """Are the two words each one syllable of today's system for Chinese, and not alike ("Liu", "Luo")? So near, two of them are two."""
    now = _forms("zh")[0]
    return a in now and b in now and a != b


def syllable_keys(name: str) -> frozenset[str]:
    """A key for each script that a name may be of: the number of its syllables and how the first may begin."""
    return frozenset(
        f"{code}{len(reading)}{sound[:1]}"
        for code in sorted(script.code for script in _scripts())
        for reading in _readings(code, name)
        for sound in sorted(reading[0])
    )


def _agree(code: str, a: str, b: str) -> bool:
    left, right = _readings(code, a), _readings(code, b)
    if not left or not right or (code == "zh" and _today(code, a) and _today(code, b)):
        return False
    alone = any(len(reading) == 1 for reading in left) and {a[0].lower(), b[0].lower()} != {a[0].lower()}
    if alone and ("sh" in (fold(a)[:2], fold(b)[:2]) or {fold(a)[:1], fold(b)[:1]} == {"h", "x"}):
        return False  # "Chen" and "Shen", "Xu" and "Hu" are rather two names than two systems
    return any(len(x) == len(y) and all(map(frozenset.intersection, x, y)) for x, y in product(left, right))


@lru_cache(maxsize=65536)
def _shown(name: str) -> frozenset[str]:
    """The scripts that the letters of a name show."""
    letters = _letters(name)
    return frozenset(script.code for script in _scripts() if re.search(script.marks, letters))


@lru_cache(maxsize=65536)
def _today(code: str, name: str) -> bool:
    """Is the name written by today's system, and by no older one?"""
    return bool(_cut(_letters(name), _forms(code)[0])) and not _cut(_letters(name), _forms(code)[1])


@lru_cache(maxsize=65536)
def _readings(code: str, name: str) -> tuple[Reading, ...]:
    """The name cut into syllables, by today's system and by older ones; empty where it is of another script."""
    letters = _letters(name)
    return tuple(reading for forms in _forms(code) for reading in _cut(letters, forms))


def _letters(name: str) -> str:
    """Its words in small letters without marks; a blank where a syllable must end."""
    return " ".join(_APART.split(fold(name).translate(_MARKS))).strip()


def _cut(letters: str, forms: dict[str, frozenset[str]]) -> tuple[Reading, ...]:
    """All ways of cutting letters into syllables that are in a table, the first few; none where there is no letter to cut."""
    found: list[Reading] = []
    open_ends: list[tuple[int, Reading]] = [(0, ())]
    while open_ends:
        at, before = open_ends.pop()
        if at >= len(letters):
            found += [before] if before else []
            continue
        if letters[at] == " " or (letters[at] == "'" and before):
            open_ends.append((at + 1, before))
            continue
        for size in range(1, min(_LONGEST, len(letters) - at) + 1):
            sounds = forms.get(letters[at : at + size])
            if sounds is not None and len(before) < _MOST:
                open_ends.append((at + size, (*before, sounds)))
    return tuple(found[:_MOST])


@cache
def _forms(code: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Forms of syllables to the sounds they stand for: of today's system, and of older ones."""
    script = _script(code)
    rows = [*((part,) for part in script.whole), *product(script.begin, script.rest), *product(script.begin, script.middle, script.last)]
    return _written(rows, [[part.now for part in parts] for parts in rows]), _written(rows, [_old(parts, script) for parts in rows])


def _old(parts: tuple[Part, ...], script: Script) -> list[tuple[str, ...]]:
    """What older systems write for each part: a beginning as they do, all else as today too."""
    first, *others = parts
    return [(*first.now, *first.old) if script.mixed else first.old or first.now, *((*part.now, *part.old) for part in others)]


def _written(rows: list[tuple[Part, ...]], spelt: list[list[tuple[str, ...]]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for parts, options in zip(rows, spelt, strict=True):
        sound = "".join(part.sound for part in parts)
        for form in map("".join, product(*options)):
            for kept in {form, form.replace("'", "")} - {""}:
                found.setdefault(kept, set()).add(sound)
    return {form: frozenset(sounds) for form, sounds in found.items()}


def _script(code: str) -> Script:
    return next(script for script in _scripts() if script.code == code)


@cache
def _scripts() -> tuple[Script, ...]:
    where = "languages/syllables.toml"
    try:
        table = tomli.loads((files("selon.languages") / "syllables.toml").read_text(encoding="utf-8"))
        return tuple(msgspec.convert(table["script"], list[Script]))
    except (tomli.TOMLDecodeError, msgspec.ValidationError, KeyError) as error:
        raise TableError(str(error), where=where, fix="each row is [[script]] with code, marks, begin and its other parts") from error
