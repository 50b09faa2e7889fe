"""The loops of reuse and claims compiled by numba, once for each user: the machine code is kept in the user's cache folder.

`aligned` is `kernels.aligned`, line for line; `split`, `common` and `products` do what `tokens`, `common` and `columns` do with whole
arrays. Where the cache folder cannot be written, numba compiles anew in each process.
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
from selon.match.columns import F64
from selon.match.tokens import I32, I64, U64, Mask

_PARTS = ("_append", "_script", "_told", "_window", "_nearest", "_widened", "_chained", "_between", "aligned")  # callers after callees


@cache
def aligned() -> Callable[..., tuple[I64, I64]]:
    """`kernels.aligned` for arrays of whole numbers."""
    keep = _has_cache()
    known: dict[str, Any] = dict(vars(kernels))
    for name in _PARTS:
        plain: FunctionType = getattr(kernels, name)
        known[name] = numba.njit(cache=keep)(_among(plain, known))
    result: Callable[..., tuple[I64, I64]] = known["aligned"]
    return result


@cache
def split() -> Callable[..., int]:
    """The words of some stretches of text, written into columns; how many words stand there then.

    Arguments: the characters of the stretches in code points, a space after each; the value of each code point, 0 between words, those
    beyond them as the last; the base; of each stretch where it begins, what is added to that to have its place in its article, and whose it
    is; the five columns of `tokens.Tokens`; how many words they hold already.
    """
    result: Callable[..., int] = numba.njit(cache=_has_cache())(_split)
    return result


def _split(
    codes: NDArray[np.uint32], values: U64, base: np.uint64, begins: I32, shift: I32, docs: I32,
    hashes: U64, start: I32, end: I32, doc: I32, opens: Mask, count: int,
) -> int:  # fmt: skip
    inside, last = False, len(values) - 1
    power = total = np.uint64(0)
    stretch = before = -1
    for at in range(len(codes)):
        value = values[min(codes[at], last)]
        if value != 0:
            if inside:
                power *= base
                total += value * power
                continue
            while stretch + 1 < len(begins) and begins[stretch + 1] <= at:
                stretch += 1
            start[count] = at + shift[stretch]
            power, total, inside = np.uint64(1), value, True
        elif inside:
            hashes[count] = _mixed(total)
            end[count] = at + shift[stretch]
            doc[count] = docs[stretch]
            opens[count] = stretch != before
            before = stretch
            inside = False
            count += 1
    return count


@cache
def common() -> Callable[..., None]:
    """What `common.Common` sums up, for pairs of texts.

    Arguments: of `Columns` the rows' first places, keys and weights; the kinds of each key as bits, content the lowest; the two texts of
    each pair; then what is filled in: the weight of what both hold, that of content, and a row of counts for each kind.
    """
    result: Callable[..., None] = numba.njit(cache=_has_cache())(_common)
    return result


def _common(
    first: I64, key: I64, weight: F64, marks: NDArray[np.uint8], a: I64, b: I64, shared: F64, content: F64, counts: I64
) -> None:  # fmt: skip
    for pair in range(len(a)):
        one, one_end = first[a[pair]], first[a[pair] + 1]
        other, other_end = first[b[pair]], first[b[pair] + 1]
        while one < one_end and other < other_end:
            if key[one] < key[other]:
                one += 1
            elif key[other] < key[one]:
                other += 1
            else:
                least = min(weight[one], weight[other])
                shared[pair] += least
                if marks[key[one]] & 1:
                    content[pair] += least
                for kind in range(len(counts)):
                    counts[kind, pair] += (marks[key[one]] >> kind) & 1
                one += 1
                other += 1


@cache
def products() -> Callable[..., None]:
    """What `Columns.products` sums up. Arguments: as `common`, but for the kinds; the sums are filled in."""
    result: Callable[..., None] = numba.njit(cache=_has_cache())(_products)
    return result


def _products(first: I64, key: I64, weight: F64, a: I64, b: I64, found: F64) -> None:
    for pair in range(len(a)):
        one, one_end = first[a[pair]], first[a[pair] + 1]
        other, other_end = first[b[pair]], first[b[pair] + 1]
        while one < one_end and other < other_end:
            if key[one] < key[other]:
                one += 1
            elif key[other] < key[one]:
                other += 1
            else:
                found[pair] += weight[one] * weight[other]
                one += 1
                other += 1


@numba.njit(inline="always")
def _mixed(value: np.uint64) -> np.uint64:
    """`tokens.mixed` of one number."""
    value = (value ^ (value >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    value = (value ^ (value >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return value ^ (value >> np.uint64(31))


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
