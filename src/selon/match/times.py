"""The dates that statements tell, as columns: how far apart two statements can be by them, for many pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from selon.match.columns import F64, Mask
from selon.match.sketch import Days
from selon.match.tokens import I64


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """From when until when each statement tells, as proleptic Gregorian ordinals; not a number where it tells no date."""

    first: F64
    last: F64
    several: Mask  # more dates than one: what lies between the first and the last may be far from all of them

    @staticmethod
    def of(told: Sequence[Days]) -> "Times":
        """The dates that some statements tell: the first and last day of each."""
        return Times(
            first=np.array([_ordinal(min(day for day, _ in days)) if days else np.nan for days in told], np.float64),
            last=np.array([_ordinal(max(day for _, day in days)) if days else np.nan for days in told], np.float64),
            several=np.array([len(days) > 1 for days in told], bool),
        )

    def least(self, a: I64, b: I64) -> F64:
        """How many days lie between the nearest dates of the two statements of each pair, at least; not a number where one tells none."""
        apart: F64 = np.maximum(0.0, np.maximum(self.first[a] - self.last[b], self.first[b] - self.last[a]))
        return apart

    def may_exceed(self, days: int, least: F64, a: I64, b: I64) -> Mask:
        """Can the nearest dates lie further apart than that? `least`: see there."""
        found: Mask = (least > days) | (~np.isnan(least) & (self.several[a] | self.several[b]))
        return found


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
