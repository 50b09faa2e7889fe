"""`kernels.aligned` compiled by numba, once for each user: the machine code is kept in the user's cache folder.

Compiling takes some seconds and importing numba half of one, so both pay only for many words: `alignment` decides. Where the cache folder
cannot be written, numba compiles anew in each process.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from types import FunctionType
from typing import Any

import numba
from numba import config as settings

from selon.match import kernels

_PARTS = ("_append", "_script", "_told", "_window", "_nearest", "_widened", "_chained", "_between", "aligned")  # callers after callees


@cache
def compiled() -> Callable[..., list[int]]:
    """`kernels.aligned` for arrays of 64-bit numbers."""
    keep = _has_cache()
    known: dict[str, Any] = dict(vars(kernels))
    for name in _PARTS:
        plain: FunctionType = getattr(kernels, name)
        known[name] = numba.njit(cache=keep)(_among(plain, known))
    result: Callable[..., list[int]] = known["aligned"]
    return result


def _among(plain: FunctionType, known: dict[str, Any]) -> FunctionType:
    """The function with the compiled ones in place of those it calls."""
    made = FunctionType(plain.__code__, known, plain.__name__, plain.__defaults__)
    made.__module__, made.__qualname__ = plain.__module__, plain.__qualname__
    return made


def _has_cache() -> bool:
    """Point numba to a folder of our own, unless the user has named one; False where it cannot be written."""
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
