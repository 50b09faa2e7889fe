"""Which statements are worth comparing: those that share two keys of weight, and in articles about one thing those that share two of any.

Two statements meet under two of their heaviest keys, see `paired`. What a whole article is about weighs little in each of its sentences; so
where some statements of two articles meet, and the articles are about one thing, all their statements are held against each other, for the
earliest articles that an article meets so.

Pairs are found a part at a time, and looked at before the next part is: what is kept of many is little. Where code is compiled, `quick`
looks at them as they are found.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from selon.match.acceleration import compiled_for
from selon.match.bounds import Bounds
from selon.match.columns import Mask, distinct
from selon.match.meeting import Looking, Pairs, packed, unpacked
from selon.match.paired import looking
from selon.match.quick import Quick
from selon.match.sharing import sharing
from selon.match.sketch import Sketch
from selon.match.tokens import I64

_STORIES = 12  # articles about one thing that an article is compared with as a whole, the earliest
_BLOCK, _WAITING = 1 << 16, 1 << 18  # pairs that are looked at together, numbers that wait to be sorted; the result does not depend on them


class Look(Protocol):
    """How pairs of statements are looked at."""

    @property
    def together(self) -> int:
        """Pairs of keys whose statements are looked at together; the result does not depend on it."""

    def met(self, some: Sequence[Looking]) -> Iterator[tuple[I64, I64]]:
        """Yield the pairs of statements that are kept, of those who meet, and the pairs of their articles that may be one story.

        Both as numbers, in any order: the later statement first, its article first.
        """

    def kept(self, pairs: I64) -> Iterator[I64]:
        """Yield those of some pairs that are kept, as numbers."""


def candidates(sketch: Sketch) -> Pairs:
    """The pairs to compare, by their places in canonical order, each once, the smaller first."""
    return _met(sketch, _Plain(sketch, lambda a, _: np.ones(len(a), bool)))


def met(sketch: Sketch, bounds: Bounds) -> Pairs:
    """Those of the pairs to compare that may come to something, sorted by the later statement, then by the earlier one."""
    compiled = compiled_for(len(sketch.held.key))
    if compiled is None or not Quick.has_room(sketch):
        return _met(sketch, _Plain(sketch, bounds.may_be_found))
    return _met(sketch, Quick.of(bounds, compiled))


def _met(sketch: Sketch, look: Look) -> Pairs:
    """The pairs that are kept, of those that meet under keys, and of those between the articles of these."""
    kept, neighbours = _Set(), _Set()
    for some in looking(sketch, look.together):
        for pairs, beside in look.met(some):
            kept.add(pairs)
            neighbours.add(beside)
    for pairs in look.kept(_in_stories(sketch, neighbours.all())):
        kept.add(pairs)
    return unpacked(kept.all(), len(sketch.outlines))


def _in_stories(sketch: Sketch, neighbours: I64) -> I64:
    """The pairs of statements that share keys of any weight, in articles about one thing, as numbers, in order."""
    pairs = sharing(sketch, sketch.homes.stories(neighbours, _STORIES))
    return distinct(packed(pairs, len(sketch.outlines)))


@dataclass(frozen=True, slots=True, eq=False)
class _Plain:
    """With whole arrays: all pairs are written down, a part at a time, and looked at."""

    sketch: Sketch
    keep: Callable[[I64, I64], Mask]
    together: int = 1 << 18

    def met(self, some: Sequence[Looking]) -> Iterator[tuple[I64, I64]]:
        count = len(self.sketch.outlines)
        one, other = (np.concatenate(side) for side in zip(*(own.pairs() for own in some), strict=True))
        pairs = distinct(packed((np.minimum(one, other), np.maximum(one, other)), count))
        neighbours = self.sketch.homes.neighbours(*unpacked(pairs, count))
        for kept in self.kept(pairs):
            yield kept, neighbours
            neighbours = neighbours[:0]

    def kept(self, pairs: I64) -> Iterator[I64]:
        for begin in range(0, len(pairs), _BLOCK):
            some = pairs[begin : begin + _BLOCK]
            yield some[self.keep(*unpacked(some, len(self.sketch.outlines)))]


class _Set:
    """Numbers that come some at a time, each held once, or nearly so."""

    def __init__(self) -> None:
        self._whole, self._new, self._waiting = np.empty(0, np.int64), list[I64](), 0

    def add(self, some: I64) -> None:
        self._new.append(some)
        self._waiting += len(some)
        if self._waiting > max(_WAITING, len(self._whole)):
            self.all()

    def all(self) -> I64:
        """Those that came, in order."""
        if self._new:
            self._whole = distinct(np.concatenate([self._whole, *self._new]))
            self._new, self._waiting = [], 0
        return self._whole
