"""Which rows of long columns are looked at: some at a time, or those of several stretches."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

_PORTION = 1 << 15  # stays in the processor's cache; no result depends on it

I64 = NDArray[np.int64]
Whole = NDArray[np.integer[Any]]


def portions(count: int) -> Iterator[slice]:
    """Yield some of `count` rows at a time."""
    return (slice(begin, min(count, begin + _PORTION)) for begin in range(0, count, _PORTION))


def groups(sorted_by: Whole) -> tuple[I64, I64]:
    """Where each new number of a sorted column begins, and how often it stands there."""
    begins = np.flatnonzero(np.concatenate((np.ones(min(1, len(sorted_by)), bool), sorted_by[1:] != sorted_by[:-1])))
    return begins, np.diff(begins, append=len(sorted_by))


def stretches(begins: I64, sizes: I64) -> I64:
    """The rows of several stretches, one stretch after the other."""
    ends = np.cumsum(sizes)
    return np.repeat(begins - (ends - sizes), sizes) + np.arange(ends[-1] if len(ends) else 0)
