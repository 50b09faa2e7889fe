"""What the two statements of many pairs both hold, summed up: how much of it there is, and how many keys of which kind."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selon.languages import codes
from selon.match.acceleration import compiled_for
from selon.match.columns import F64, Columns, Mask, distinct
from selon.match.facts import HAPPENING, happenings
from selon.match.lexicon import kinds
from selon.match.tokens import I64

KINDS = ("content", "word", "happening", "name", "country", "body", "number")  # a key is of several

Marks = NDArray[np.uint8]  # of which kinds each key is: a bit for each, in their order


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """What both statements of each pair hold."""

    shared: F64  # weight of all keys
    content: F64  # of those that tell what happens
    counts: I64  # how many keys of each kind: a row for each of `KINDS`

    @staticmethod
    def of(held: Columns, marks: Marks, a: I64, b: I64) -> "Common":
        """What the statements `a` and `b` both hold, pair by pair."""
        compiled = compiled_for(len(held.key))
        if compiled is None:
            return _with_arrays(held, marks, a, b)
        found = Common(np.zeros(len(a)), np.zeros(len(a)), np.zeros((len(KINDS), len(a)), np.int64))
        compiled.common()(held.first, held.key, held.weight, marks, a, b, found.shared, found.content, found.counts)
        return found

    def count(self, kind: str) -> I64:
        """How many keys of a kind both hold."""
        found: I64 = self.counts[KINDS.index(kind)]
        return found

    def some(self, at: I64) -> "Common":
        """The same for some of the pairs, by their places."""
        return Common(self.shared[at], self.content[at], self.counts[:, at])


def marks(keys: Sequence[str]) -> Marks:
    """Of which kinds the keys are, whatever the language."""
    content = frozenset().union(*(happenings(code) for code in codes()))
    predicates = {key for code in codes() for key, kind in kinds(code).items() if kind in HAPPENING}
    told = {
        "content": [key[0] in "w#" or key in content for key in keys],
        "word": [key[0] != "l" for key in keys],
        "happening": [key[0] in "w#" or key in predicates for key in keys],
        "name": [key[0] == "n" for key in keys],
        "country": [key[0] == "p" for key in keys],
        "body": [key[0] == "c" and key not in content for key in keys],
        "number": [key[0] == "#" for key in keys],
    }
    found = np.zeros(len(keys), np.uint8)
    for bit, kind in enumerate(KINDS):
        found |= np.array(told[kind], np.uint8) << bit
    return found


def words_met(held: Columns, marks: Marks, a: I64, b: I64) -> tuple[I64, I64]:
    """How many words both statements of each pair hold, and how many of content: a concept and the broader one may be one word."""
    kinds = KINDS.index("word"), KINDS.index("content")
    compiled = compiled_for(len(held.key))
    if compiled is not None:
        counts = np.zeros((len(kinds), len(a)), np.int64)
        compiled.words_met()(held.first, held.key, held.word, marks, a, b, kinds, counts)
        return counts[0], counts[1]
    pair, row, opposite = held.met(a, b)
    marked = marks[held.key[row]]
    found = []
    for kind in kinds:
        some = np.flatnonzero(marked >> kind & 1)
        sides = [_distinct(pair[some], held.word[side[some]], len(a)) for side in (row, opposite)]
        found.append(np.minimum(*sides))
    return found[0], found[1]


def _distinct(pair: I64, word: NDArray[np.uint32], count: int) -> I64:
    """How many words stand beside each pair."""
    base = int(word.max(initial=0)) + 1
    return np.bincount(distinct(pair * base + word.astype(np.int64)) // base, minlength=count)


def _with_arrays(held: Columns, marks: Marks, a: I64, b: I64) -> Common:
    pair, row, opposite = held.met(a, b)
    weights, marked = np.minimum(held.weight[row], held.weight[opposite]), marks[held.key[row]]
    of_kind: list[Mask] = [(marked >> bit & 1).astype(bool) for bit in range(len(KINDS))]
    content = of_kind[0]
    return Common(
        shared=np.bincount(pair, weights, len(a)).astype(np.float64),
        content=np.bincount(pair[content], weights[content], len(a)).astype(np.float64),
        counts=np.stack([np.bincount(pair[some], minlength=len(a)) for some in of_kind]),
    )
