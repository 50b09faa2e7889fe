"""The articles of many statements: which stand in one, and which two can be about one thing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selon.match.around import STORY_DAYS, UNKNOWN, WORDLESS, Around, is_whole
from selon.match.columns import F64, Columns, Mask, distinct
from selon.match.sketch import Outline
from selon.match.tokens import I64

_WORDS = 16  # of 64 bits, in a mask of names: an article has some fifteen


@dataclass(frozen=True, slots=True, eq=False)
class Homes:
    """The articles of statements, by the order of their first ones."""

    numbers: dict[str, int]  # of each article, by its id
    home: I64  # of each statement
    statements: list[list[int]]  # of each article
    around: list[Around]
    day: F64  # when each was published; not a number: not known
    whole: Mask  # is it of several statements
    names: NDArray[np.uint64]  # a mask of the names that it says: two articles with a name in common have a bit in common
    code: I64  # the number of its language
    said: Columns  # its keys, at a length of 1
    wordless: Columns  # the same without those that only one language has

    @staticmethod
    def of(statements: Sequence[Outline]) -> "Homes":
        """The articles of some statements."""
        numbers: dict[str, int] = {}
        home = [numbers.setdefault(one.article_id, len(numbers)) for one in statements]
        inside: list[list[int]] = [[] for _ in numbers]
        for index, number in enumerate(home):
            inside[number].append(index)
        around = [statements[indices[0]].around for indices in inside]
        languages = sorted({one.code for one in around})
        said = Columns.of([one.weights for one in around])
        shared = np.array([key[0] != "w" for key in said.keys], bool)  # by two languages
        return Homes(
            numbers=numbers,
            home=np.array(home, np.int64),
            statements=inside,
            around=around,
            day=np.array([np.nan if one.day is None else one.day for one in around], np.float64),
            whole=np.array([is_whole(one, one) for one in around], bool),
            names=masks([one.names for one in around], _WORDS),
            code=np.array([languages.index(one.code) for one in around], np.int64),
            said=_unit(said),
            wordless=_unit(said.of_keys(shared)),
        )

    def may_be_one_story(self, a: I64, b: I64) -> Mask:
        """Can two articles be about one thing, as far as a quick look tells?"""
        near = ~self.are_far(a, b) & self.whole[a] & self.whole[b]
        at = np.flatnonzero(near)
        near[at] = (self.names[a[at]] & self.names[b[at]]).any(axis=1)
        return near

    def are_far(self, a: I64, b: I64) -> Mask:
        """Were two articles published so far apart that they can tell no one event?"""
        far: Mask = np.abs(self.day[a] - self.day[b]) > STORY_DAYS
        return far

    def pair(self, a: I64, b: I64) -> I64:
        """Two articles as one number, whichever comes first."""
        both: I64 = np.minimum(a, b) * len(self.around) + np.maximum(a, b)
        return both

    def pairs(self, ids: Iterable[tuple[str, str]]) -> I64:
        """The numbers of pairs of articles, told by their ids; those without statements left out."""
        known = [(self.numbers[a], self.numbers[b]) for a, b in ids if a in self.numbers and b in self.numbers]
        both = np.array(known, np.int64).reshape(-1, 2)
        return self.pair(both[:, 0], both[:, 1])

    def alike(self, a: I64, b: I64) -> F64:
        """What `around.alike` says of two articles of each pair, but for rounding; quick where the pairs of one `a` are together."""
        same = self.code[a] == self.code[b]
        found = np.zeros(len(a))
        found[same] = self.said.products(a[same], b[same])
        found[~same] = WORDLESS * self.wordless.products(a[~same], b[~same])
        return np.where(self.whole[a] & self.whole[b], found, np.maximum(UNKNOWN, found))

    def neighbours(self, earlier: I64, later: I64) -> I64:
        """The pairs of articles that pairs of statements stand in, that of the later first, as one number: those that may be one story."""
        both = distinct(self.home[later] * len(self.around) + self.home[earlier])
        a, b = np.divmod(both, len(self.around))
        found: I64 = both[(a != b) & self.may_be_one_story(a, b)]
        return found


def _unit(said: Columns) -> Columns:
    """The same rows, those of a text at a Euclidean length of 1, for products alone: what these do not ask for is left out."""
    length = np.sqrt(np.bincount(said.text, said.weight * said.weight, len(said.sizes)))
    return replace(said, weight=said.weight / length[said.text], text=said.text[:0], code=said.code[:0], given=said.given[:0])


def masks(sets: Sequence[Collection[str]], words: int) -> NDArray[np.uint64]:
    """A row of some words of 64 bits for each set: two sets that share a member share a bit."""
    bit: dict[str, int] = {}
    found = np.zeros((len(sets), words), np.uint64)
    for row, members in enumerate(sets):
        for member in sorted(members) if members else ():
            word, place = divmod(bit.setdefault(member, len(bit)) % (64 * words), 64)
            found[row, word] |= np.uint64(1 << place)
    return found
