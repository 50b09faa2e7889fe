"""Phrases of a table as one pattern, and as a small one for each form that begins any of them, looked at where the next form may go on.

A pattern in the tables is a line of words: "_" is any word, "#" a number, "^" a word with a capital, "@day" a word of that kind,
"(a|b)" one of several, a leading "," a comma.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from selon.attribute.known import Known

_SPECIAL = frozenset("#^_")  # openings that are no form
_ANY = ""  # stands for every form that no phrase names
_NUMBER, _CAPITAL = "#", "^"
_FREE = _SPECIAL - {_NUMBER}  # words for which any form may stand
_MOST_FORMS = 200_000  # whose patterns are kept: more than a language has


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Phrases of a table as one pattern, and as one for each form a token may have: most tokens need no look at a pattern."""

    names: tuple[str, ...]  # of the rows
    opened: "Opened"

    @property
    def pattern(self) -> re.Pattern[str]:
        """All phrases as one pattern, with groups s0, s1, ...: the rows."""
        return self.opened.beginning(_ANY).pattern


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One phrase: its pattern, the forms it may begin with, and those that may follow them; None: any may."""

    body: str
    openings: tuple[str, ...]
    seconds: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, the longest phrase first."""

    group: str
    phrases: tuple[_Phrase, ...]


class Beginning:
    """The phrases that may begin with a form."""

    def __init__(self, form: str, rows: Mapping[str, Sequence[_Phrase]]) -> None:
        self._rows = rows
        self.goes_on = Known(_following(form, rows.values()))  # does any, with the form behind it?

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """They as one pattern, in the order of the whole; made when first asked for, because that takes long and many never are."""
        return _compiled(self._rows)


class Opened(dict[str, Beginning | None]):
    """Form -> the phrases that may begin with it; None where none does. Made when asked for."""

    def __init__(self, rows: Sequence[_Row]) -> None:
        super().__init__()
        self._rows = rows
        self._opens = frozenset(opening for row in rows for phrase in row.phrases for opening in phrase.openings)
        self._made: dict[str, Beginning] = {}

    def __missing__(self, form: str) -> Beginning | None:
        if len(self) > _MOST_FORMS:
            self.clear()
        told = self[form] = self._beginning(form)
        return told

    def _beginning(self, form: str) -> Beginning | None:
        if form in self._opens:
            return self.beginning(form)
        if form[:1].isdigit():
            return self.beginning(_NUMBER) if self._opens & {_NUMBER, _CAPITAL} else None
        return self.beginning(_ANY) if _CAPITAL in self._opens else None

    def beginning(self, form: str) -> Beginning:
        """The phrases that may begin with a form; made when first asked for."""
        if form not in self._made:
            kept = {row.group: [one for one in row.phrases if any(_may_begin(opens, form) for opens in one.openings)] for row in self._rows}
            self._made[form] = Beginning(form, kept)
        return self._made[form]


def _compiled(rows: Mapping[str, Sequence[_Phrase]]) -> re.Pattern[str]:
    made = [f"(?P<{group}>{'|'.join(phrase.body for phrase in phrases)})" for group, phrases in rows.items() if phrases]
    return re.compile("|".join(made) if made else r"(?!)", re.IGNORECASE)


def _may_begin(opening: str, form: str) -> bool:
    """Tokens and words of phrases are not cut alike ("l'an" is one word, "l'" a token): one may be the beginning of the other."""
    if opening in _SPECIAL or (form == _NUMBER and opening[0].isdigit()):
        return True
    return opening.startswith(form) or form.startswith(opening)


def _following(form: str, rows: Iterable[Sequence[_Phrase]]) -> Callable[[str], bool]:
    """A question: may the phrases that begin with a form go on with the form behind it?"""
    words = _behind(form, chain.from_iterable(rows))
    if words is None:
        return lambda _: True
    plain = words - {_NUMBER}
    begun = frozenset(word[:size] for word in plain for size in range(len(word) + 1))
    sizes = sorted(set(map(len, plain)))

    def told(after: str) -> bool:  # tokens and words of phrases are not cut alike: one may be the beginning of the other
        return after in begun or any(after[:size] in plain for size in sizes) or (_NUMBER in words and after[:1].isdigit())

    return told


def _behind(form: str, phrases: Iterable[_Phrase]) -> frozenset[str] | None:
    """The words of which one must stand behind a form that begins phrases; None: anything may."""
    words: set[str] = set()
    for phrase in phrases:
        for opening in phrase.openings:
            if opening in _SPECIAL or opening == form:
                words.update(_FREE if phrase.seconds is None else phrase.seconds)
            elif form.startswith(opening):
                words.update(_FREE)
            elif opening.startswith(form):
                words.add(opening[len(form) :])
    return None if form in (_ANY, _NUMBER) or words & _FREE else frozenset(words)


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
    """The forms that may begin a phrase; "#", "^" and "_" stand for themselves."""
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


def _made(phrases: Iterable[str], kinds: dict[str, frozenset[str]]) -> Iterator[_Phrase]:
    for phrase in sorted(phrases, key=lambda phrase: (_words(phrase), len(phrase)), reverse=True):
        yield _Phrase(_phrase(phrase, kinds), tuple(_openings(phrase, kinds)), _seconds(phrase, kinds))


def _words(phrase: str) -> int:
    """How many words a phrase has at least: "ce @day # @month" has more than "ce (lundi|mardi|mercredi)", which is written longer."""
    return sum(min(len(part.split()) for part in word.strip("()").split("|")) for word in _WORDS.findall(phrase))


def _seconds(phrase: str, kinds: dict[str, frozenset[str]]) -> tuple[str, ...] | None:
    """The forms that may be the second of a phrase; None where it has but one word, or several of several words to begin with."""
    first, *others = _WORDS.findall(phrase)
    return None if not others or (first.startswith("(") and " " in first) else tuple(_openings(others[0], kinds))


def one_row(phrases: Iterable[str], kinds: dict[str, frozenset[str]]) -> Phrases:
    """The phrases of a table whose rows need not be told apart."""
    told = tuple(phrases)
    return phrases_of([("all", told)] if told else [], kinds)
