"""The words of an article with what each may be, by its form alone: one character a word.

Most places are no name's and have no role beside them: a search over the characters rules them out before a table is asked.
"""

import re
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from selon.languages.fold import fold
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token

_CAPITAL, _GIVEN, _TITLE, _PARTICLE, _NOUN, _STOP, _DASH = (1 << place for place in range(7))
_FIRST = 64  # the character of a word that is nothing of these
_MOST_FORMS = 65536
_FORM = itemgetter(2)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article, in text order."""

    text: str
    tokens: list[Token]
    marks: str  # a character for each of them
    told: Lexicon


def words(text: str, tokens: list[Token], told: Lexicon) -> Words:
    """Words with their characters."""
    return Words(text, tokens, "".join(map(_marks(told).__getitem__, map(_FORM, tokens))), told)


class _Marks(dict[str, str]):
    """Forms with their character, made when they are asked for; forgotten when there are too many."""

    def __init__(self, told: Lexicon) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, form: str) -> str:
        if len(self) >= _MOST_FORMS:
            self.clear()
        self[form] = mark = chr(_FIRST + _kinds(form, fold(form), self._told))
        return mark


@cache
def _marks(told: Lexicon) -> _Marks:
    return _Marks(told)


def _kinds(form: str, folded: str, told: Lexicon) -> int:
    return (
        _CAPITAL * form[0].isupper()
        | _GIVEN * (folded in told.given)
        | _TITLE * (folded in told.titles.reach)
        | _PARTICLE * (folded in told.particles)
        | _NOUN * (folded in told.nouns.reach)
        | _STOP * (folded in told.stops)
        | _DASH * ("-" in form)
    )


def _that_are(*able: int) -> str:
    """The characters of words that are all that one of these says, as they stand in a class."""
    return re.escape("".join(chr(_FIRST + kinds) for kinds in range(2 * _DASH) if any(kinds & one == one for one in able)))


CAPITALS = re.compile(f"[{_that_are(_CAPITAL)}]")
NAMES = re.compile(  # where a name may begin: a given name, a form of address, or a capital before another or a particle
    f"[{_that_are(_CAPITAL | _GIVEN, _CAPITAL | _TITLE)}]|[{_that_are(_CAPITAL)}](?=[{_that_are(_CAPITAL, _PARTICLE)}])"
)
ROLE_BEFORE = re.compile(rf"[{_that_are(_NOUN)}][^{_that_are(_STOP)}]*\Z")  # a noun, and no word behind it that ends a phrase
ROLE_AFTER = re.compile(f"[^{_that_are(_STOP, _NOUN, _DASH)}]*[{_that_are(_NOUN, _DASH)}]")  # the same, the other way
