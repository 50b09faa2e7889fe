"""Who meets whom under a key: each that looks meets the earliest few that are filed there. Numbers only, in columns of one length."""

from dataclasses import dataclass

import numpy as np

from selon.match.columns import F64, Mask
from selon.match.sorting import order_by
from selon.match.tokens import I64

Pairs = tuple[I64, I64]  # the earlier and the later
Meetings = tuple[I64, I64, F64]  # the same of statements, and how alike their articles are


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

    def met(self, looking: Mask, most: int) -> Pairs:
        """The smallest ones under its own key before each row that looks, at most so many, and it."""
        opens = np.ones(len(self.key), bool)
        opens[1:] = self.key[1:] != self.key[:-1]
        index = np.arange(len(self.key))
        begins = np.maximum.accumulate(np.where(opens, index, 0))
        rows = np.flatnonzero(looking[self.order])
        return self._spread(rows, begins[rows], np.minimum(rows - begins[rows], most))

    def met_under(self, key: I64, looking: Mask, most: int) -> Pairs:
        """The smallest ones under another key, at most so many, and the row that looks there; `key` for each row as it was given."""
        rows = np.flatnonzero(looking[self.order])
        wanted = key[self.order][rows]
        begins = np.searchsorted(self.key, wanted)
        return self._spread(rows, begins, np.minimum(np.searchsorted(self.key, wanted, side="right") - begins, most))

    def _spread(self, rows: I64, begins: I64, counts: I64) -> Pairs:
        """Each row with so many from a row on."""
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        return self.one[np.repeat(begins, counts) + within], np.repeat(self.one[rows], counts)
