"""Who meets whom under a key: each that looks meets the earliest few that are filed there. Numbers only, in columns of one length."""

from dataclasses import dataclass

import numpy as np

from selon.match.columns import F64, Mask
from selon.match.sorting import order_by
from selon.match.tokens import I64

Pairs = tuple[I64, I64]  # of two columns of one length
Meetings = tuple[I64, I64, F64]  # of statements: the earlier, the later, and how alike their articles are


def packed(pairs: Pairs, count: int) -> I64:
    """Pairs of an earlier and a later one of so many as numbers, which are in order by the later one."""
    return pairs[1] * count + pairs[0]


def unpacked(numbers: I64, count: int) -> Pairs:
    """The pairs that these numbers are: the earlier ones, and the later ones."""
    return numbers % count, numbers // count


@dataclass(frozen=True, slots=True, eq=False)
class Filed:
    """What is filed under keys: sorted by key, then as it is numbered."""

    key: I64
    one: I64
    order: I64  # where each row stood when it was given

    @staticmethod
    def of(key: I64, one: I64) -> "Filed":
        """Each `one` under its key."""
        order = order_by(key, one)
        return Filed(key[order], one[order], order)

    def met(self, looking: Mask, most: int) -> "Looking":
        """The smallest ones under its own key before each row that looks, at most so many."""
        opens = np.ones(len(self.key), bool)
        opens[1:] = self.key[1:] != self.key[:-1]
        index = np.arange(len(self.key))
        begins = np.maximum.accumulate(np.where(opens, index, 0))
        rows = np.flatnonzero(looking[self.order])
        return Looking(self.one[rows], begins[rows], np.minimum(rows - begins[rows], most), self.one)

    def met_under(self, key: I64, looking: Mask, most: int) -> "Looking":
        """The smallest ones under another key, at most so many, for each row that looks there; `key` for each row as it was given."""
        rows = np.flatnonzero(looking[self.order])
        wanted = key[self.order][rows]
        begins = np.searchsorted(self.key, wanted)
        counts = np.minimum(np.searchsorted(self.key, wanted, side="right") - begins, most)
        return Looking(self.one[rows], begins, counts, self.one)


@dataclass(frozen=True, slots=True, eq=False)
class Looking:
    """Who looks, and whom each meets: so many of the holders from a place on."""

    looks: I64
    begins: I64
    counts: I64
    holders: I64

    def pairs(self) -> Pairs:
        """All of them: who is met, and who looks."""
        within = np.arange(int(self.counts.sum())) - np.repeat(np.cumsum(self.counts) - self.counts, self.counts)
        return self.holders[np.repeat(self.begins, self.counts) + within], np.repeat(self.looks, self.counts)

    @staticmethod
    def of(numbers: I64, count: int) -> "Looking":
        """The later one of each pair of so many looks at the earlier; `numbers`: the pairs, see `packed`, in order."""
        earlier, later = unpacked(numbers, count)
        begins = np.flatnonzero(np.diff(later, prepend=-1))
        return Looking(later[begins], begins, np.diff(begins, append=len(later)), earlier)
