"""Things that stand somewhere in a text, found again by where: of thousands only those near a place are looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

from selon.model.span import Span

T = TypeVar("T")


class Places(Generic[T]):
    """Some things of one text, in the order of where they begin."""

    def __init__(self, things: Iterable[T], where: Callable[[T], Span]) -> None:
        self._things = sorted(things, key=lambda one: (where(one).start, where(one).end))
        self._spans = [where(one) for one in self._things]
        self._starts = [span.start for span in self._spans]
        self._past = list(accumulate((span.end for span in self._spans), max))  # how far any of them reaches, up to each

    def overlapping(self, span: Span) -> Iterator[T]:
        """Yield those that overlap a span, in order."""
        first, end = bisect_right(self._past, span.start), bisect_left(self._starts, span.end)
        return (self._things[at] for at in range(first, end) if self._spans[at].overlaps(span))
