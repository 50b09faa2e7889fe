"""The numbers that statements tell, as columns: which two statements can tell one number, for many pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from selon.languages import codes
from selon.match.columns import F64, Mask
from selon.match.factors import ONE_ORDER
from selon.match.facts import LEAST_MET
from selon.match.lexicon import kinds
from selon.match.quantities import Quantity, range_of
from selon.match.tokens import I64


@dataclass(frozen=True, slots=True, eq=False)
class CountsMet:
    """What the numbers of the two statements of each pair can come to."""

    met: Mask  # two of one thing that differ on paper, and can be one: `facts.number_met`
    one_toll: Mask  # two of one fate, of one order
    other_measure: Mask  # two of one measure that cannot be one
    other: Mask  # two of one thing that cannot be one, and none that can

    def some(self, at: I64) -> "CountsMet":
        """The same for some of the pairs, by their places."""
        return CountsMet(self.met[at], self.one_toll[at], self.other_measure[at], self.other[at])


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """A row for each number that counts something: those of a statement together."""

    first: I64  # where the rows of each statement begin
    sizes: I64
    unit: I64  # what is counted
    told: tuple[F64, F64]  # at least and at most, as told
    range: tuple[F64, F64]  # the same with what "about" and "more than" leave open
    is_fate: Mask  # does it count what happened to persons
    is_measure: Mask  # is it a price, a height, a rate

    @staticmethod
    def of(told: Sequence[Sequence[Quantity]]) -> "Counts":
        """The numbers that some statements tell."""
        counted = [[number for number in own if number.unit] for own in told]
        numbers = [number for own in counted for number in own]
        sizes = np.array([len(own) for own in counted], np.int64)
        units: dict[str, int] = {}
        low, high = np.array([range_of(one) for one in numbers], np.float64).reshape(-1, 2).T
        return Counts(
            first=np.cumsum(sizes) - sizes,
            sizes=sizes,
            unit=np.array([units.setdefault(one.unit, len(units)) for one in numbers], np.int64),
            told=(np.array([one.low for one in numbers], np.float64), np.array([one.high for one in numbers], np.float64)),
            range=(low, high),
            is_fate=_are([one.unit for one in numbers], "predicate"),
            is_measure=_are([one.unit for one in numbers], "measure"),
        )

    def met(self, a: I64, b: I64) -> CountsMet:
        """What is met between the two statements of each pair."""
        pair, x, y = self._both(a, b)
        (low, high), (least, most) = self.told, self.range
        meet = (least[x] <= most[y]) & (least[y] <= most[x])
        lows, highs = np.maximum(low[x], low[y]), np.minimum(high[x], high[y])
        told = {
            "met": meet & (low[x] != low[y]) & (lows >= LEAST_MET),
            "one_toll": self.is_fate[x] & (lows <= ONE_ORDER * highs),
            "other_measure": self.is_measure[x] & ~meet,
        }
        found = {name: np.bincount(pair[some], minlength=len(a)) > 0 for name, some in told.items()}
        other = (np.bincount(pair, minlength=len(a)) > 0) & (np.bincount(pair[meet], minlength=len(a)) == 0)
        return CountsMet(**found, other=other)

    def _both(self, a: I64, b: I64) -> tuple[I64, I64, I64]:
        """Each two numbers of one thing: the index of their pair of statements, and their rows."""
        many = self.sizes[a] * self.sizes[b]
        pair = np.repeat(np.arange(len(a)), many)
        within = np.arange(len(pair)) - np.repeat(np.cumsum(many) - many, many)
        x, y = np.divmod(within, self.sizes[b][pair])
        x, y = self.first[a][pair] + x, self.first[b][pair] + y
        one = np.flatnonzero(self.unit[x] == self.unit[y])
        return pair[one], x[one], y[one]


def _are(units: Sequence[str], kind: str) -> Mask:
    """Which units are of a kind, in any language."""
    of_kind = {key for code in codes() for key, name in kinds(code).items() if name == kind}
    return np.array([unit in of_kind for unit in units], bool)
