"""Under which two keys statements meet: each two of the heaviest of a statement, if two words hold them.

There each later statement meets the earliest ones (by known date, then id), so two words that a thousand share cost a thousand times a
constant. What is repeated is repeated soon: where dates are known, two keys of common weight bring together what was published in one month
or in two that follow each other, and only two that weigh much reach over years.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from selon.match.columns import F64, Columns, places
from selon.match.meeting import Filed, Looking
from selon.match.sketch import Sketch
from selon.match.sorting import order_by
from selon.match.tokens import I64

_HEAVIEST = 8  # keys of one statement that are paired
_LEAST_WEIGHT = 0.25  # of a key that is paired
_HOLDERS = 48  # earliest holders each later one is compared with
_LASTING = 1.4  # weight of two keys that reach over years: of 13,303 links among 4,000 real articles 52 go by it and by months, 62 come
_MONTH_DAYS = 31

_TWO = tuple(combinations(range(_HEAVIEST), 2))


def looking(sketch: Sketch, together: int) -> Iterator[list[Looking]]:
    """Yield whom statements meet, a part of the keys at a time; two that share several keys meet in several.

    Args:
        sketch: the statements.
        together: so many pairs of keys make a part; the result of all does not depend on it.
    """
    count, homes = len(sketch.outlines), sketch.homes
    keys, weights, words = _heaviest(sketch.held, count)
    day = np.nan_to_num(homes.day)[homes.home]  # 0: not known
    month, stride = (day // _MONTH_DAYS).astype(np.int64), int(day.max(initial=0)) // _MONTH_DAYS + 1
    many = int(keys.max(initial=0)) + 2
    parts = 1 + keys.size * (_HEAVIEST - 1) // 2 // together
    turn = np.where(keys < 0, parts, keys % parts)  # the part in which a key is paired with those before it
    for part in range(parts):
        mine = [np.flatnonzero(own == part) for own in turn]
        columns = [_column(keys, words, weights, two, mine[two[1]], many) for two in _TWO]
        both, statement, weight = (np.concatenate(column) for column in zip(*columns, strict=True))
        lasting = (weight >= _LASTING) | (day[statement] == 0)
        by_both = Filed.of(both, statement).met(lasting, _HOLDERS)
        dated, soon = day[statement] > 0, ~lasting
        monthly = (both * stride + month[statement])[dated]
        filed = Filed.of(monthly, statement[dated])
        yield [by_both, filed.met(soon[dated], _HOLDERS), filed.met_under(monthly - 1, soon[dated], _HOLDERS)]


def _column(keys: I64, words: I64, weights: F64, two: tuple[int, int], some: I64, many: int) -> tuple[I64, I64, F64]:
    """The pairs of keys that two rows make of some statements, if two words hold them; the statements, and what the pairs weigh."""
    one, other = two
    mine = some[words[one, some] != words[other, some]]
    return (keys[one, mine] + 1) * many + keys[other, mine] + 1, mine, weights[one, mine] + weights[other, mine]


def _heaviest(held: Columns, statements: int) -> tuple[I64, F64, I64]:
    """A column for each statement: its heaviest keys, ascending, their weights, and the words that hold them.

    Keys that no other statement has among its own are left out; -1 fills the column up.
    """
    light = np.array([key[0] == "l" for key in held.keys], bool)
    row = np.flatnonzero((held.weight > _LEAST_WEIGHT) & ~light[held.key])
    row = row[np.lexsort((held.key[row], -held.weight[row], held.text[row]))]
    row = row[places(held.text[row]) < _HEAVIEST]
    again = np.bincount(held.key[row], minlength=len(held.keys)) > 1
    row = row[again[held.key[row]]]
    row = row[order_by(held.text[row], held.key[row])]
    at = places(held.text[row]), held.text[row]
    size = (_HEAVIEST, statements)
    keys, weights, words = np.full(size, -1, np.int64), np.zeros(size), np.zeros(size, np.int64)
    keys[at], weights[at] = (np.cumsum(again) - 1)[held.key[row]], held.weight[row]
    words[at] = held.word[row]
    return keys, weights, words
