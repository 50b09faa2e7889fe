"""The articles of many statements: which stand in one, and which two can be about one thing."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selon.match.acceleration import compiled_for
from selon.match.around import FEW_KEYS, ONE_STORY, STORY_DAYS, STORY_NAMES, UNKNOWN, WORDLESS, Around
from selon.match.columns import F64, Columns, Gathering, Mask, distinct, places
from selon.match.tokens import I64

_WORDS = 16  # of 64 bits, in a mask of names: an article has some fifteen
_TOGETHER = 1 << 18  # pairs of articles that are looked at in one step; the result does not depend on it


@dataclass(frozen=True, slots=True, eq=False)
class Homes:
    """The articles of statements, by the order of their first ones."""

    ids: list[str]
    languages: list[str]  # sorted
    home: I64  # of each statement
    day: F64  # when each was published; not a number: not known
    whole: Mask  # is it of several statements
    names: NDArray[np.uint64]  # a mask of the names that it says: two articles with a name in common have a bit in common
    code: I64  # the number of its language
    said: Columns  # its keys, at a length of 1
    wordless: Columns  # the same without those that only one language has
    named: Columns  # its names, each at a weight of 1

    def may_be_one_story(self, a: I64, b: I64) -> Mask:
        """Can two articles be about one thing, as far as a quick look tells?"""
        near = ~self.are_far(a, b) & self.whole[a] & self.whole[b]
        at = np.flatnonzero(near)
        near[at] = (self.names[a[at]] & self.names[b[at]]).any(axis=1)
        return near

    def stories(self, neighbours: I64, most: int) -> I64:
        """The pairs of articles that are about one thing, see `around.is_one_story`: of each article the first so many.

        Args:
            neighbours: pairs that a quick look left, see there.
            most: of those that an article of them has for the other.

        Returns:
            The pairs as `pair` has them, in order.
        """
        own, other = np.divmod(neighbours, max(1, len(self.ids)))
        compiled = compiled_for(len(self.said.key))
        if compiled is None:
            near = np.flatnonzero(self._are_one_story(own, other))
            near = near[places(own[near]) < most]
        else:
            limits = STORY_NAMES, ONE_STORY, WORDLESS
            columns = [(some.first, some.key, some.weight) for some in (self.named, self.said, self.wordless)]
            near = np.flatnonzero(compiled.stories()(own, other, self.code, *columns, len(self.said.keys), most, limits))
        return distinct(self.pair(own[near], other[near]))

    def _are_one_story(self, a: I64, b: I64) -> Mask:
        """Are they, of pairs that a quick look left? Quick as `alike` is."""
        found = np.zeros(len(a), bool)
        for begin in range(0, len(a), _TOGETHER):
            some = slice(begin, begin + _TOGETHER)
            near = begin + np.flatnonzero(self.named.products(a[some], b[some]) >= STORY_NAMES)  # an article has few names and many words
            found[near] = self.alike(a[near], b[near]) >= ONE_STORY
        return found

    def are_far(self, a: I64, b: I64) -> Mask:
        """Were two articles published so far apart that they can tell no one event?"""
        far: Mask = self.days_apart(a, b) > STORY_DAYS
        return far

    def days_apart(self, a: I64, b: I64) -> F64:
        """Days between the publication of two articles; not a number: not known."""
        apart: F64 = np.abs(self.day[a] - self.day[b])
        return apart

    def pair(self, a: I64, b: I64) -> I64:
        """Two articles as one number, whichever comes first."""
        both: I64 = np.minimum(a, b) * len(self.ids) + np.maximum(a, b)
        return both

    def pairs(self, ids: Iterable[tuple[str, str]]) -> I64:
        """The numbers of pairs of articles, told by their ids; those without statements left out."""
        numbers = {name: number for number, name in enumerate(self.ids)}
        known = [(numbers[a], numbers[b]) for a, b in ids if a in numbers and b in numbers]
        both = np.array(known, np.int64).reshape(-1, 2)
        return self.pair(both[:, 0], both[:, 1])

    def alike(self, a: I64, b: I64) -> F64:
        """What `around.alike` says of two articles of each pair, to the last bit; quick where the pairs of one `a` are together."""
        same = self.code[a] == self.code[b]
        found = np.zeros(len(a))
        found[same] = self.said.products(a[same], b[same])
        found[~same] = WORDLESS * self.wordless.products(a[~same], b[~same])
        return np.where(self.whole[a] & self.whole[b], found, np.maximum(UNKNOWN, found))

    def each_alike(self, a: I64, b: I64) -> F64:
        """The same of the articles of many pairs of statements: each two of them are looked at once."""
        return self._each(self.alike, a, b)

    def each_named(self, a: I64, b: I64) -> F64:
        """Of the articles of many pairs of statements the names that both say, as `Nearness` has them."""
        sizes = self.named.sizes
        found: F64 = self.names_met(a, b) / np.sqrt(np.maximum(1, sizes[a] * sizes[b]))
        return found

    def names_met(self, a: I64, b: I64) -> F64:
        """How many names they both say."""
        return self._each(self.named.products, a, b)

    def _each(self, find: Callable[[I64, I64], F64], a: I64, b: I64) -> F64:
        pair = self.pair(a, b)
        both = distinct(pair.copy())
        found: F64 = find(*np.divmod(both, len(self.ids)))[np.searchsorted(both, pair)]
        return found

    def neighbours(self, earlier: I64, later: I64) -> I64:
        """The pairs of articles that pairs of statements stand in, that of the later first, as one number: those that may be one story."""
        both = distinct(self.home[later] * len(self.ids) + self.home[earlier])
        a, b = np.divmod(both, len(self.ids))
        found: I64 = both[(a != b) & self.may_be_one_story(a, b)]
        return found


class Arriving:
    """The articles of statements as they come, until all are there."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._home, self._days = array("q"), array("d")
        self._lengths, self._wordless = array("d"), array("d")
        self._codes: list[str] = []
        self._said = Gathering()

    def add(self, article_id: str, around: Around) -> None:
        """One more statement: its article."""
        number = self._numbers.setdefault(article_id, len(self._numbers))
        self._home.append(number)
        if number == len(self._codes):
            self._codes.append(around.code)
            self._days.append(np.nan if around.day is None else around.day)
            self._lengths.append(around.length)
            self._wordless.append(around.wordless_length)
            self._said.add(around.weights)

    def homes(self, order: I64) -> Homes:
        """All of them; `order`: of the statements, each by its place among those that were added."""
        given, first = np.unique(np.array(self._home, np.int64)[order], return_index=True)
        number = np.empty(len(given), np.int64)
        by_first = np.argsort(first)
        number[by_first] = np.arange(len(given))
        said, ids = self._said.columns(by_first), list(self._numbers)
        kinds = np.array([key[0] for key in said.keys], str)
        languages = sorted(set(self._codes))
        codes = np.array([languages.index(code) for code in self._codes], np.int64)
        named = said.of_keys(kinds == "n")
        return Homes(
            ids=[ids[at] for at in by_first.tolist()],
            languages=languages,
            home=number[np.array(self._home, np.int64)[order]],
            day=np.array(self._days, np.float64)[by_first],
            whole=said.sizes >= FEW_KEYS,
            names=_masks(named),
            code=codes[by_first],
            said=_unit(said, np.array(self._lengths, np.float64)[by_first]),
            wordless=_unit(said.of_keys(kinds != "w"), np.array(self._wordless, np.float64)[by_first]),
            named=_lean(named, np.ones(len(named.key))),
        )


def _unit(said: Columns, length: F64) -> Columns:
    """The same rows, those of a text at a Euclidean length of 1, for products alone; `length` of each text, as it is."""
    return _lean(said, said.weight / length[said.text])


def _lean(said: Columns, weight: F64) -> Columns:
    """The same rows at other weights, without what products do not ask for."""
    return replace(said, weight=weight, text=said.text[:0])


def _masks(sets: Columns) -> NDArray[np.uint64]:
    """A row of some words of 64 bits for each text: two that share a key share a bit."""
    found = np.zeros((len(sets.sizes), _WORDS), np.uint64)
    word, place = np.divmod(sets.key % (64 * _WORDS), 64)
    np.bitwise_or.at(found, (sets.text, word), np.uint64(1) << place.astype(np.uint64))
    return found
