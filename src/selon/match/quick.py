"""Which of many pairs can come to something, looked at in compiled code as they meet: nearly all of them end here.

What `Bounds` lets through is let through, and a few pairs more: numbers have half the size, what two statements count is compared by the
thing alone, and two articles that may be one story are taken for one. Who asks looks at what is left with `Bounds.outcome`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from selon.match import evidence, factors, grounds
from selon.match.around import STORY_DAYS
from selon.match.bounds import LEAST, ROUNDING, Bounds
from selon.match.columns import F64, Mask
from selon.match.common import KINDS
from selon.match.forms import WEIGHTS
from selon.match.meeting import Looking
from selon.match.sketch import Sketch
from selon.match.tokens import I64

_SINGLE = 1e-5  # sums of numbers of 32 bits
_MARK_BITS, _UNIT_BITS = 8, 32
_ROLLS, _FATES, _MEASURES, _SEVERAL = 1, 2, 4, 8  # flags of a statement: it rolls, counts persons, has a measure, tells several dates

_TOLD = np.dtype(
    [
        *((name, np.int32) for name in ("first", "end", "home", "claimant")),  # where its keys begin and end; its article; -1: none
        *((name, np.float32) for name in ("weight", "content", "early", "late")),  # see `Bounds`; first and last day, not a number: none
        *(("units", np.uint32), ("names", np.uint16), ("manners", np.uint8), ("flags", np.uint8)),
    ]
)


class Held(NamedTuple):
    """The statements, for the loops."""

    told: NDArray[np.void]  # a record for each, so that all that is asked of one lies together
    code: NDArray[np.uint32]  # the key of each row, and its marks in the lowest eight bits
    weight: NDArray[np.float32]  # of each row
    keys: int  # how many there are


class Articles(NamedTuple):
    """Their articles, see `Homes`, and which of them share passages."""

    whole: Mask
    day: F64
    names: NDArray[np.uint64]
    shares: Mask  # does it share passages with any?
    sharing: I64  # see `Bounds`


class Limits(NamedTuple):
    """What `Bounds` measures by: code that is compiled and kept must not hold numbers that change."""

    grounds: grounds.Weights
    least: float = LEAST - _SINGLE
    rounding: float = ROUNDING
    number: float = WEIGHTS["#"]
    least_words: int = evidence.LEAST_WORDS
    enough_words: int = evidence.ENOUGH_WORDS
    cosine: float = evidence.COSINE
    few_words_cosine: float = evidence.FEW_WORDS_COSINE
    mass: float = evidence.MASS
    enough_content: float = factors.ENOUGH_CONTENT
    no_content: float = factors.NO_CONTENT
    no_predicate: float = factors.NO_PREDICATE
    other_names: float = factors.OTHER_NAMES
    one_toll: float = factors.ONE_TOLL
    one_story: float = factors.ONE_STORY
    shared_passage: float = factors.SHARED_PASSAGE
    same_claimant: float = factors.SAME_CLAIMANT
    near_days: int = factors.NEAR_DAYS
    far_days: int = STORY_DAYS
    rolls: int = _ROLLS
    fates: int = _FATES
    measures: int = _MEASURES
    several: int = _SEVERAL


class Tables(NamedTuple):
    """What it multiplies and counts by."""

    spread: I64  # marks -> eight bits for each kind of keys
    times: F64  # see `factors.most_of_time`: a row for other articles, and one for those about one thing; by days
    manners: F64  # see `factors.of_manners`: by bits


@dataclass(frozen=True, slots=True, eq=False)
class Quick:
    """What the loops ask for."""

    held: Held
    articles: Articles
    tables: Tables
    limits: Limits
    compiled: ModuleType
    together: int = 1 << 21

    @staticmethod
    def has_room(sketch: Sketch) -> bool:
        """Is there room for the keys of these statements, beside their marks?"""
        return len(sketch.held.keys) < 1 << (32 - _MARK_BITS)

    @staticmethod
    def of(bounds: Bounds, compiled: ModuleType) -> "Quick":
        """The statements of some bounds; `compiled`: see `acceleration`."""
        return Quick(_held(bounds), _articles(bounds), _tables(), _limits(), compiled)

    def met(self, some: Sequence[Looking]) -> Iterator[tuple[I64, I64]]:
        """See `candidates.Look`."""
        for one in some:
            yield self._looked(one)

    def kept(self, pairs: I64) -> Iterator[I64]:
        """See `candidates.Look`."""
        yield self._looked(Looking.of(pairs, len(self.held.told)))[0]

    def _looked(self, some: Looking) -> tuple[I64, I64]:
        found: tuple[I64, I64] = self.compiled.met()(
            some.looks, some.begins, some.counts, some.holders, self.held, self.articles, self.tables, self.limits
        )
        return found


def _tables() -> Tables:
    bits = np.arange(1 << len(KINDS))
    return Tables(
        spread=np.sum([(bits >> kind & 1) << 8 * kind for kind in range(len(KINDS))], axis=0),
        times=np.stack([factors.most_of_time(np.arange(factors.LONG_DAYS + 2.0), np.array(story)) for story in (False, True)]),
        manners=factors.of_manners(np.arange(1 << factors.MANNERS)),
    )


def _limits() -> Limits:
    weights = grounds.Weights()
    return Limits(weights._replace(enough=weights.enough - _SINGLE, enough_far=weights.enough_far - _SINGLE))


def _held(bounds: Bounds) -> Held:
    """The statements as the loops read them."""
    held, counts, statements = bounds.held, bounds.counts, len(bounds.weight)
    whose = np.repeat(np.arange(statements), counts.sizes)
    told = np.zeros(statements, _TOLD)
    told["first"], told["end"] = held.first[:-1], held.first[1:]
    told["home"], told["claimant"], told["manners"] = bounds.homes.home, bounds.claimant, bounds.manners
    told["weight"], told["content"], told["names"] = bounds.weight, bounds.content_weight, bounds.names
    told["early"], told["late"] = bounds.times.first, bounds.times.last
    np.bitwise_or.at(told["units"], whose, np.uint32(1) << (counts.unit % _UNIT_BITS).astype(np.uint32))
    flags = (
        (_ROLLS, bounds.rolls),
        (_FATES, _any(whose, counts.is_fate, statements)),
        (_MEASURES, _any(whose, counts.is_measure, statements)),
        (_SEVERAL, bounds.times.several),
    )
    for bit, some in flags:
        told["flags"][some] |= bit
    code = held.key.astype(np.uint32) << np.uint32(_MARK_BITS) | bounds.marks[held.key]
    return Held(told, code, held.weight.astype(np.float32), len(held.keys))


def _any(whose: I64, some: Mask, statements: int) -> Mask:
    """Which statements have one of some rows?"""
    found: Mask = np.bincount(whose[some], minlength=statements) > 0
    return found


def _articles(bounds: Bounds) -> Articles:
    """Their articles as the loops read them."""
    homes = bounds.homes
    shares = np.zeros(len(homes.ids), bool)
    for side in np.divmod(bounds.sharing, len(homes.ids)) if len(homes.ids) else ():
        shares[side] = True
    return Articles(homes.whole, homes.day, homes.names, shares, bounds.sharing)
