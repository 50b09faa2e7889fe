"""Phrases of a table as one pattern, and as a small one for each form that begins any of them.

A pattern in the tables is a line of words: "_" is any word, "#" a number, "^" a word with a capital, "@day" a word of that kind,
"(a|b)" one of several, a leading "," a comma.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_SPECIAL = frozenset("#^_")  # openings that are no form
_ANY = ""  # stands for every form that no phrase names
_NUMBER, _CAPITAL = "#", "^"
_MOST_FORMS = 200_000  # whose patterns are kept: more than a language has


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Phrases of a table as one pattern, and as one for each form a token may have: most tokens need no look at a pattern."""

    names: tuple[str, ...]  # of the rows
    opened: "Opened"

    @property
    def pattern(self) -> re.Pattern[str]:
        """All phrases as one pattern, with groups s0, s1, ...: the rows."""
        return self.opened.pattern(_ANY)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: for each phrase, the longest first, its pattern and the forms it may begin with."""

    group: str
    phrases: tuple[tuple[str, tuple[str, ...]], ...]


class Opened(dict[str, re.Pattern[str] | None]):
    """Form -> the pattern of the phrases that may begin with it, in the order of the whole; None where none does. Made when asked for."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        super().__init__()
        self._rows = rows
        self._opens = frozenset(opening for row in rows for _, openings in row.phrases for opening in openings)
        self._made: dict[str, re.Pattern[str]] = {}

    def __missing__(self, form: str) -> re.Pattern[str] | None:
        if len(self) > _MOST_FORMS:
            self.clear()
        told = self[form] = self._pattern(form)
        return told

    def _pattern(self, form: str) -> re.Pattern[str] | None:
        if form in self._opens:
            return self.pattern(form)
        if form[:1].isdigit():
            return self.pattern(_NUMBER) if self._opens & {_NUMBER, _CAPITAL} else None
        return self.pattern(_ANY) if _CAPITAL in self._opens else None

    def pattern(self, form: str) -> re.Pattern[str]:
        """The phrases that may begin with a form, as one pattern; made when first asked for, because that takes long."""
        if form not in self._made:
            self._made[form] = self._compiled(form)
        return self._made[form]

    def _compiled(self, form: str) -> re.Pattern[str]:
        kept = ((row.group, [body for body, opens in row.phrases if any(_may_begin(one, form) for one in opens)]) for row in self._rows)
        made = [f"(?P<{group}>{'|'.join(bodies)})" for group, bodies in kept if bodies]
        return re.compile("|".join(made) if made else r"(?!)", re.IGNORECASE)


def _may_begin(opening: str, form: str) -> bool:
    """Tokens and words of phrases are not cut alike ("l'an" is one word, "l'" a token): one may be the beginning of the other."""
    if opening in _SPECIAL or (form == _NUMBER and opening[0].isdigit()):
        return True
    return opening.startswith(form) or form.startswith(opening)


_WORDS = re.compile(r"\([^)]*\)|\S+")


def _word(word: str, kinds: dict[str, frozenset[str]]) -> str:
    if word.startswith("@"):
        listed = sorted((form for form, names in kinds.items() if word[1:] in names), key=len, reverse=True)
        return "(?:" + "|".join(map(re.escape, listed)) + ")"
    special = {"_": r"[\w'-]+", "#": r"\d[\d.,]*", "^": r"(?-i:[^\W\d_a-zà-öø-ÿ])[\w'-]*", ",": ","}
    if word in special:
        return special[word]
    if word.startswith("(") and word.endswith(")"):
        return "(?:" + "|".join(_phrase(part, kinds) for part in word[1:-1].split("|")) + ")"
    return re.escape(word)


def _phrase(phrase: str, kinds: dict[str, frozenset[str]]) -> str:
    parts = []
    for word in _WORDS.findall(phrase):
        made = _word(word, kinds)
        parts.append(made if made.endswith(("'", ",")) or word.startswith("(") else made + r"(?!\w)")
    return r"\s*".join(parts)


def _openings(phrase: str, kinds: dict[str, frozenset[str]]) -> Iterator[str]:
    """The forms that may begin a phrase; "#" and "^" stand for themselves."""
    first = _WORDS.findall(phrase)[0]
    if first.startswith("@"):
        yield from (form for form, names in kinds.items() if first[1:] in names)
    elif first.startswith("(") and first.endswith(")"):
        for part in first[1:-1].split("|"):
            yield from _openings(part, kinds)
    else:
        yield first if first in "#^" else first.lower()


def phrases_of(rows: Sequence[tuple[str, tuple[str, ...]]], kinds: dict[str, frozenset[str]]) -> Phrases:
    """The phrases of some rows; the group that matched tells the row."""
    opened = Opened([_Row(f"s{n}", tuple(_made(phrases, kinds))) for n, (_, phrases) in enumerate(rows)])
    return Phrases(tuple(name for name, _ in rows), opened)


def _made(phrases: Iterable[str], kinds: dict[str, frozenset[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for phrase in sorted(phrases, key=len, reverse=True):
        yield _phrase(phrase, kinds), tuple(_openings(phrase, kinds))


def one_row(phrases: Iterable[str], kinds: dict[str, frozenset[str]]) -> Phrases:
    """The phrases of a table whose rows need not be told apart."""
    told = tuple(phrases)
    return phrases_of([("all", told)] if told else [], kinds)
