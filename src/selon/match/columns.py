"""The keys of many texts as columns of numbers, so that many pairs are looked at in one step."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

import numpy as np
from numpy.typing import NDArray

from selon.match.acceleration import compiled_for
from selon.match.sorting import order_by
from selon.match.tokens import I64

F64 = NDArray[np.float64]
Mask = NDArray[np.bool_]

_TOGETHER = 16  # texts that are spread out at once: more are no quicker, and take room


@dataclass(frozen=True, eq=False)
class Columns:
    """A row for each key of each text (a statement, an article): those of a text together, in the order of its keys."""

    # no slots: what was asked for once is kept

    keys: list[str]  # by number, sorted
    first: I64  # where the rows of each text begin; one more at the end
    sizes: I64  # how many rows each text has
    text: I64
    key: I64
    weight: F64
    word: NDArray[np.uint32]  # that the key stands for, by its number in the article; none where nobody asks for it

    @staticmethod
    def of(texts: Sequence[Mapping[str, float]]) -> "Columns":
        """The keys of some texts with their weights; texts are numbered as they stand."""
        found = Gathering()
        for one in texts:
            found.add(one)
        return found.columns(np.arange(len(texts)))

    def of_keys(self, wanted: Mask) -> "Columns":
        """The rows of some keys alone; `wanted`: which keys, by number."""
        row = np.flatnonzero(wanted[self.key])
        sizes = np.bincount(self.text[row], minlength=len(self.sizes))
        first = np.concatenate(([0], np.cumsum(sizes)))
        word = self.word[row] if len(self.word) else self.word
        return Columns(self.keys, first, sizes, self.text[row], self.key[row], self.weight[row], word)

    @cached_property
    def code(self) -> I64:
        """Text and key of each row as one number: ascending."""
        return self.text * len(self.keys) + self.key

    def rows(self, texts: I64) -> tuple[I64, I64]:
        """The rows of some texts one after the other, each with the index of its text among those that were given."""
        sizes = self.sizes[texts]
        ends = np.cumsum(sizes)
        row = np.arange(int(sizes.sum())) + np.repeat(self.first[texts] - ends + sizes, sizes)
        return row, np.repeat(np.arange(len(texts)), sizes)

    def met(self, a: I64, b: I64) -> tuple[I64, I64, I64]:
        """What two texts of each pair both hold: the index of the pair, the row of the one, the row of the other."""
        turned = self.sizes[a] > self.sizes[b]
        row, pair = self.rows(np.where(turned, b, a))
        wanted = np.where(turned, a, b)[pair] * len(self.keys) + self.key[row]
        other = np.minimum(np.searchsorted(self.code, wanted), len(self.code) - 1)
        hit = np.flatnonzero(self.code[other] == wanted)
        return pair[hit], row[hit], other[hit]

    def products(self, a: I64, b: I64) -> F64:
        """The sum of the products of what both texts of each pair hold; quick where the pairs of one text of `a` are together."""
        found = np.zeros(len(a))
        compiled = compiled_for(len(self.key))
        if compiled is not None:
            compiled.products()(self.first, self.key, self.weight, a, b, found)
            return found
        is_other = np.diff(a, prepend=-1) != 0
        opens, group = np.flatnonzero(is_other), np.cumsum(is_other) - 1  # pairs of one `a`
        dense = np.zeros((min(_TOGETHER, len(opens)), len(self.keys)))  # a text in each line, a key in each column
        for at in range(0, len(opens), _TOGETHER):
            some = opens[at : at + _TOGETHER]
            own, line = self.rows(a[some])
            dense[line, self.key[own]] = self.weight[own]
            pairs = slice(int(some[0]), int(opens[at + _TOGETHER]) if at + _TOGETHER < len(opens) else len(a))
            row, pair = self.rows(b[pairs])
            mine = dense[(group[pairs] - at)[pair], self.key[row]]
            found[pairs] = np.bincount(pair, mine * self.weight[row], len(group[pairs]))
            dense[line, self.key[own]] = 0.0
        return found


class Gathering:
    """The keys of texts as they come, until all are there."""

    def __init__(self) -> None:
        self._met: defaultdict[str, int] = defaultdict(count().__next__)  # each key is looked up once: as it is met it has a number
        self._sizes, self._keys, self._weights, self._words = array("q"), array("q"), array("d"), array("I")

    def add(self, text: Mapping[str, float], words: bytes = b"") -> None:
        """The keys of one more text, with their weights, and the word that each stands for as `Facts.at` has them: of all texts or none."""
        self._words.frombytes(words)
        self._sizes.append(len(text))
        self._keys.extend(map(self._met.__getitem__, text))
        self._weights.extend(text.values())

    def columns(self, order: I64) -> Columns:
        """The columns of all; `order`: of the texts, each by its place among those that were added."""
        given = np.array(self._sizes, np.int64)
        sizes, begins = given[order], (np.cumsum(given) - given)[order]
        first = np.concatenate(([0], np.cumsum(sizes)))
        rows = np.arange(first[-1]) + np.repeat(begins - first[:-1], sizes)
        keys = sorted(self._met)
        number = np.empty(len(keys), np.int64)
        number[np.fromiter(map(self._met.__getitem__, keys), np.int64, len(keys))] = np.arange(len(keys))
        text, key = np.repeat(np.arange(len(order)), sizes), number[np.frombuffer(self._keys, np.int64)[rows]]
        by_key = order_by(text, key)
        rows, key = rows[by_key], key[by_key]
        word = np.frombuffer(self._words, np.uint32)
        weight = np.frombuffer(self._weights, np.float64)[rows]
        return Columns(keys, first, sizes, text, key, weight, word[rows] if len(word) else word)


def distinct(values: I64) -> I64:
    """The values, each once, in order; `values` are sorted in place. In numpy 2.3 `unique` is many times slower."""
    values.sort()
    first = np.ones(len(values), bool)
    first[1:] = values[1:] != values[:-1]
    return values[first]


def is_among(values: I64, known: I64) -> Mask:
    """Which of the values are among the known ones, which stand in order? In numpy 2.3 `isin` is many times slower."""
    if not len(known):
        return np.zeros(len(values), bool)
    found: Mask = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def places(groups: I64) -> I64:
    """The place of each row in its group; a group stands together."""
    opens = np.ones(len(groups), bool)
    opens[1:] = groups[1:] != groups[:-1]
    index = np.arange(len(groups))
    return index - np.maximum.accumulate(np.where(opens, index, 0))
