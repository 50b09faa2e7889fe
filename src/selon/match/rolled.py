"""The tolls that statements tell, as columns: which two can be of one event, for many pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from selon.match.columns import F64, Mask
from selon.match.rolling import LEAST_EQUAL, ONE_ORDER, ROLL_DAYS, Toll
from selon.match.tokens import I64


@dataclass(frozen=True, slots=True, eq=False)
class Tolls:
    """What each statement counts that tells one toll of one count; of all others nothing is known here."""

    known: Mask
    fate: I64
    who: I64
    low: F64
    high: F64
    is_sum: Mask  # over a longer time
    is_dated: Mask

    @staticmethod
    def of(told: Sequence[Sequence[Toll]]) -> "Tolls":
        """The tolls of some statements."""
        numbers: dict[str, int] = {}
        known = np.array([len(tolls) == 1 and len(tolls[0].counts) == 1 for tolls in told], bool)
        single = [told[at][0] for at in np.flatnonzero(known).tolist()]
        counts = [toll.counts[0] for toll in single]
        fate, who = (np.full(len(told), -1, np.int64) for _ in range(2))
        fate[known] = [numbers.setdefault(one.fate, len(numbers)) for one in counts]
        who[known] = [numbers.setdefault(one.who, len(numbers)) for one in counts]
        low, high = np.zeros(len(told)), np.zeros(len(told))
        low[known], high[known] = [one.low for one in counts], [one.high for one in counts]
        is_sum, is_dated = np.zeros(len(told), bool), np.zeros(len(told), bool)
        is_sum[known], is_dated[known] = [toll.period_days is not None for toll in single], [bool(toll.days) for toll in single]
        return Tolls(known, fate, who, low, high, is_sum, is_dated)

    def may_be_one(self, a: I64, b: I64, apart: F64) -> Mask:
        """May a toll of each be of one event, as `rolling.one_event` has it? `apart`: see `Homes.days_apart`."""
        equal = (self.low[a] == self.low[b]) & (self.low[a] >= LEAST_EQUAL)
        alike = (self.is_sum[a] == self.is_sum[b]) & (self.fate[a] == self.fate[b]) & (self.who[a] == self.who[b])
        one_order = np.maximum(self.low[a], self.low[b]) <= ONE_ORDER * np.minimum(self.high[a], self.high[b])
        soon = equal | ~(apart > ROLL_DAYS) | (self.is_dated[a] & self.is_dated[b])
        found: Mask = ~(self.known[a] & self.known[b]) | (alike & one_order & soon)
        return found
