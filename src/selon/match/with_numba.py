"""The loops of reuse compiled by numba, once for each user: the machine code is kept in the user's cache folder.

`aligned` is `kernels.aligned`, line for line; `split` does what `tokens` does with whole arrays. Where the cache folder cannot be written,
numba compiles anew in each process.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from types import FunctionType
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from selon.match import kernels

_PARTS = ("_append", "_script", "_told", "_window", "_nearest", "_widened", "_chained", "_between", "aligned")  # callers after callees
_LAST = 0xFFFF


@cache
def aligned() -> Callable[..., tuple[list[int], list[int]]]:
    """`kernels.aligned` for arrays of whole numbers."""
    keep = _has_cache()
    known: dict[str, Any] = dict(vars(kernels))
    for name in _PARTS:
        plain: FunctionType = getattr(kernels, name)
        known[name] = numba.njit(cache=keep)(_among(plain, known))
    result: Callable[..., tuple[list[int], list[int]]] = known["aligned"]
    return result


@cache
def split() -> Callable[..., tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]]:
    """The words of a text in code points: the sum of each word's values times the powers of a base, and where it begins and ends.

    Arguments: the code points, the value of each up to U+FFFF (0 between words), the base.
    """
    result: Callable[..., tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]] = numba.njit(cache=_has_cache())(_split)
    return result


def _split(
    codes: NDArray[np.uint32], values: NDArray[np.uint64], base: np.uint64
) -> tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]:
    most = len(codes) // 2 + 1
    sums, start, end = np.zeros(most, np.uint64), np.zeros(most, np.int32), np.zeros(most, np.int32)
    count = 0
    inside = False
    power = base
    for at in range(len(codes)):
        value = values[min(codes[at], _LAST)]
        if value != 0:
            if not inside:
                start[count] = at
                power = np.uint64(1)
                inside = True
            sums[count] += value * power
            power = power * base
        elif inside:
            end[count] = at
            count += 1
            inside = False
    if inside:
        end[count] = len(codes)
        count += 1
    return sums[:count].copy(), start[:count].copy(), end[:count].copy()


def _among(plain: FunctionType, known: dict[str, Any]) -> FunctionType:
    """The function with the compiled ones in place of those it calls."""
    made = FunctionType(plain.__code__, known, plain.__name__, plain.__defaults__)
    made.__module__, made.__qualname__ = plain.__module__, plain.__qualname__
    return made


def _has_cache() -> bool:
    """Point numba to a folder of our own, unless the user has named one; False where it cannot be written."""
    settings: Any = numba.config
    if settings.CACHE_DIR:
        return True
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "selon" / "kernels"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            settings.CACHE_DIR = str(folder)
    except OSError:
        return False
    return True
