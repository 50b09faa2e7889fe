"""The loops of reuse and claims compiled by numba, once for each user: the machine code is kept in the user's cache folder.

`aligned` is `kernels.aligned`, line for line; `split`, `common`, `products` and `stories` do what `tokens`, `common`, `columns` and `homes`
do with whole arrays; `met` is in `with_numba_pairs`. Where the cache folder cannot be written, numba compiles anew in each process.
"""

from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from selon.match import kernels
from selon.match.columns import F64
from selon.match.kept_code import has_cache
from selon.match.tokens import I32, I64, U64, Mask
from selon.match.with_numba_pairs import met as met

Rows = tuple[I64, I64, F64]
_PARTS = ("_append", "_script", "_told", "_window", "_nearest", "_widened", "_chained", "_between", "aligned")  # callers after callees


@cache
def aligned() -> Callable[..., tuple[I64, I64]]:
    """`kernels.aligned` for arrays of whole numbers."""
    keep = has_cache()
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
    result: Callable[..., int] = numba.njit(cache=has_cache())(_split)
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
    result: Callable[..., None] = numba.njit(cache=has_cache())(_common)
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
def words_met() -> Callable[..., None]:
    """What `common.words_met` counts.

    Arguments: as `common`, but for the weights, and with the word of each row and the bits of the two kinds; then the two rows of counts
    that are filled in.
    """
    result: Callable[..., None] = numba.njit(cache=has_cache())(_words_met)
    return result


def _words_met(
    first: I64, key: I64, word: NDArray[np.uint32], marks: NDArray[np.uint8], a: I64, b: I64, kinds: tuple[int, int], counts: I64
) -> None:  # fmt: skip
    room = np.int64(0)
    for pair in range(len(a)):
        room = max(room, min(first[a[pair] + 1] - first[a[pair]], first[b[pair] + 1] - first[b[pair]]))
    rows, opposite = np.empty(room, np.int64), np.empty(room, np.int64)  # of what both of a pair hold
    for pair in range(len(a)):
        one, one_end = first[a[pair]], first[a[pair] + 1]
        other, other_end = first[b[pair]], first[b[pair] + 1]
        met = 0
        while one < one_end and other < other_end:
            if key[one] < key[other]:
                one += 1
            elif key[other] < key[one]:
                other += 1
            else:
                rows[met], opposite[met] = one, other
                met += 1
                one += 1
                other += 1
        for at in range(2):
            counts[at, pair] = min(
                _distinct(rows[:met], key, word, marks, kinds[at]), _distinct(opposite[:met], key, word, marks, kinds[at])
            )


@numba.njit(nogil=True)
def _distinct(rows: I64, key: I64, word: NDArray[np.uint32], marks: NDArray[np.uint8], kind: int) -> int:
    """How many words stand in some rows, of keys of a kind."""
    found = 0
    for at in range(len(rows)):
        is_new = bool((marks[key[rows[at]]] >> kind) & 1)
        for before in range(at):
            if not is_new:
                break
            is_new = word[rows[before]] != word[rows[at]] or not (marks[key[rows[before]]] >> kind) & 1
        found += is_new
    return found


@cache
def products() -> Callable[..., None]:
    """What `Columns.products` sums up. Arguments: as `common`, but for the kinds; the sums are filled in."""
    result: Callable[..., None] = numba.njit(cache=has_cache())(_products)
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


@cache
def stories() -> Callable[..., Mask]:
    """Which pairs of articles are about one thing: of each article the first so many.

    Arguments: the two articles of each pair, those of the first together; the language of each article; of its names, of its keys, and of
    those that all languages have, the rows' first places, keys and weights; how many keys there are; how many pairs are wanted of an
    article; and the least number of names, the least likeness, and what it is multiplied by between two languages.
    """
    result: Callable[..., Mask] = numba.njit(cache=has_cache())(_stories)
    return result


def _stories(own: I64, other: I64, code: I64, named: Rows, said: Rows, wordless: Rows, keys: int, most: int, limits: Any) -> Mask:
    found = np.zeros(len(own), np.bool_)
    names, words, common = np.zeros(keys), np.zeros(keys), np.zeros(keys)  # what one article holds under each key
    least_names, least, other_language = limits
    held, count = -1, 0
    for pair in range(len(own)):
        if own[pair] != held:
            if held >= 0:
                _fill(held, named, names, 0.0)
                _fill(held, said, words, 0.0)
                _fill(held, wordless, common, 0.0)
            held, count = own[pair], 0
            _fill(held, named, names, 1.0)
            _fill(held, said, words, 1.0)
            _fill(held, wordless, common, 1.0)
        if count < most and _product(other[pair], named, names) >= least_names:
            same = code[held] == code[other[pair]]
            alike = _product(other[pair], said, words) if same else other_language * _product(other[pair], wordless, common)
            if alike >= least:
                found[pair] = True
                count += 1
    return found


@numba.njit(nogil=True)
def _fill(text: int, rows: Rows, sums: F64, times: float) -> None:
    """Write what a text holds, so many times, under its keys."""
    first, key, weight = rows
    for row in range(first[text], first[text + 1]):
        sums[key[row]] = weight[row] * times


@numba.njit(nogil=True)
def _product(text: int, rows: Rows, sums: F64) -> float:
    """The sum of the products of what a text holds and of what another holds under each key."""
    first, key, weight = rows
    found = 0.0
    for row in range(first[text], first[text + 1]):
        found += weight[row] * sums[key[row]]
    return found


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
