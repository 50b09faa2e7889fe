"""Which statements are worth comparing: those that share two keys of weight, and in articles about one thing those that share two of any.

Every statement is filed under each two of its heaviest keys, if two words hold them; there each later statement meets the earliest ones
(by known date, then id), so two words that a thousand share cost a thousand times a constant. What is repeated is repeated soon: where
dates are known, two keys of common weight bring together what was published in one month or in two that follow each other, and only two
that weigh much reach over years. What a whole article is about weighs little in each of its sentences; so where some statements of two
articles meet, and the articles are about one thing, all their statements are held against each other, for the earliest articles that an
article meets so.

Pairs are found a part at a time, and looked at before the next part is: what is kept of many is little.
"""

from collections.abc import Callable, Iterator
from itertools import combinations

import numpy as np

from selon.match.columns import F64, Columns, Mask, distinct
from selon.match.meeting import Filed, Pairs
from selon.match.sharing import sharing
from selon.match.sketch import Sketch
from selon.match.sorting import order_by
from selon.match.tokens import I64

_HEAVIEST = 8  # keys of one statement that are paired
_LEAST_WEIGHT = 0.25  # of a key that is paired
_HOLDERS = 48  # earliest holders each later one is compared with
_LASTING = 1.4  # weight of two keys that reach over years: of 13,303 links among 4,000 real articles 52 go by it and by months, 62 come
_MONTH_DAYS = 31
_STORIES = 12  # articles about one thing that an article is compared with as a whole, the earliest
_PART, _BLOCK = 1 << 18, 1 << 16  # pairs of keys, and of statements, that are looked at together; the result does not depend on it

_TWO = tuple(combinations(range(_HEAVIEST), 2))

Keep = Callable[[I64, I64], Mask]


def candidates(sketch: Sketch) -> Pairs:
    """The pairs to compare, by their places in canonical order, each once, the smaller first."""
    return met(sketch, lambda a, _: np.ones(len(a), bool))


def met(sketch: Sketch, keep: Keep) -> Pairs:
    """The pairs to compare that `keep` keeps, sorted by the later statement, then by the earlier one."""
    count, homes = len(sketch.outlines), sketch.homes
    kept, neighbours = _Set(), _Set()
    for pairs in _by_keys(sketch):
        for some in _kept(pairs, count, keep):
            kept.add(some)
        neighbours.add(homes.neighbours(*pairs))
    for some in _kept(_in_stories(sketch, neighbours.all()), count, keep):
        kept.add(some)
    return _unpacked(kept.all(), count)


class _Set:
    """Numbers that come some at a time, each held once, or nearly so."""

    def __init__(self) -> None:
        self._whole, self._new, self._waiting = np.empty(0, np.int64), list[I64](), 0

    def add(self, some: I64) -> None:
        self._new.append(some)
        self._waiting += len(some)
        if self._waiting > max(_PART, len(self._whole)):
            self.all()

    def all(self) -> I64:
        """Those that came, in order."""
        if self._new:
            self._whole = distinct(np.concatenate([self._whole, *self._new]))
            self._new, self._waiting = [], 0
        return self._whole


def _kept(pairs: Pairs, count: int, keep: Keep) -> Iterator[I64]:
    """Yield those of some pairs that are kept, as numbers, a block at a time."""
    for begin in range(0, len(pairs[0]), _BLOCK):
        some = pairs[0][begin : begin + _BLOCK], pairs[1][begin : begin + _BLOCK]
        yield _packed(some, count)[keep(*some)]


def _packed(pairs: Pairs, count: int) -> I64:
    return pairs[1] * count + pairs[0]


def _unpacked(packed: I64, count: int) -> Pairs:
    return packed % count, packed // count


def _by_keys(sketch: Sketch) -> Iterator[Pairs]:
    """Yield the pairs that share two of their heaviest keys, each once in a part, some in several parts."""
    count, homes = len(sketch.outlines), sketch.homes
    keys, weights, words = _heaviest(sketch.held, count)
    day = np.nan_to_num(homes.day)[homes.home]  # 0: not known
    month, stride = (day // _MONTH_DAYS).astype(np.int64), int(day.max(initial=0)) // _MONTH_DAYS + 1
    many = int(keys.max(initial=0)) + 2
    parts = 1 + keys.size * (_HEAVIEST - 1) // 2 // _PART
    turn = np.where(keys < 0, parts, keys % parts)  # the part in which a key is paired with those before it
    for part in range(parts):
        mine = [np.flatnonzero(own == part) for own in turn]
        columns = [_column(keys, words, weights, two, mine[two[1]], many) for two in _TWO]
        both, statement, weight = (np.concatenate(column) for column in zip(*columns, strict=True))
        lasting = (weight >= _LASTING) | (day[statement] == 0)
        found = [Filed.of(both, statement).met(lasting, _HOLDERS)]
        dated, soon = day[statement] > 0, ~lasting
        monthly = (both * stride + month[statement])[dated]
        filed = Filed.of(monthly, statement[dated])
        found += [filed.met(soon[dated], _HOLDERS), filed.met_under(monthly - 1, soon[dated], _HOLDERS)]
        one, other = (np.concatenate(side) for side in zip(*found, strict=True))
        yield _unpacked(distinct(_packed((np.minimum(one, other), np.maximum(one, other)), count)), count)


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
    row = row[_place(held.text[row]) < _HEAVIEST]
    again = np.bincount(held.key[row], minlength=len(held.keys)) > 1
    row = row[again[held.key[row]]]
    row = row[order_by(held.text[row], held.key[row])]
    at = _place(held.text[row]), held.text[row]
    size = (_HEAVIEST, statements)
    keys, weights, words = np.full(size, -1, np.int64), np.zeros(size), np.zeros(size, np.int64)
    keys[at], weights[at] = (np.cumsum(again) - 1)[held.key[row]], held.weight[row]
    words[at] = held.word[row]
    return keys, weights, words


def _place(groups: I64) -> I64:
    """The place of each row in its group; a group stands together."""
    opens = np.ones(len(groups), bool)
    opens[1:] = groups[1:] != groups[:-1]
    index = np.arange(len(groups))
    return index - np.maximum.accumulate(np.where(opens, index, 0))


def _in_stories(sketch: Sketch, neighbours: I64) -> Pairs:
    """The pairs of statements that share keys of any weight, in articles about one thing."""
    homes = sketch.homes
    own, other = np.divmod(neighbours, len(homes.ids))
    near = np.flatnonzero(homes.one_story(own, other))
    near = near[_place(own[near]) < _STORIES]
    return sharing(sketch, distinct(homes.pair(own[near], other[near])))
