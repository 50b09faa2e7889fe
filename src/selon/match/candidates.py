"""Which statements are worth comparing: those that share two keys of weight, and in articles about one thing those that share two of any.

Every statement is filed under each pair of its heaviest keys; under one pair each later statement meets the earliest ones (by known date,
then id), so a pair of words that a thousand share costs a thousand times a constant. What a whole article is about weighs little in each
of its sentences; so where some statements of two articles meet, and the articles are about one thing, all their statements are held against
each other, for the earliest articles that an article meets so.

Pairs are found a part at a time, and looked at before the next part is: what is kept of many is little.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations

import numpy as np

from selon.match.around import ONE_STORY, is_one_story
from selon.match.columns import Columns, Mask, distinct
from selon.match.evidence import Statement
from selon.match.homes import Homes
from selon.match.sorting import order_by
from selon.match.tokens import I64

_HEAVIEST = 8  # keys of one statement that are paired
_LEAST_WEIGHT = 0.25  # of a key that is paired
_HOLDERS = 48  # earliest holders each later one is compared with
_STORIES = 12  # articles about one thing that an article is compared with as a whole, the earliest
_STORY_KEYS = 2  # that two statements share there
_ROUNDING = 1e-9  # sums in another order
_PART, _BLOCK = 1 << 21, 1 << 16  # pairs of keys, and of statements, that are looked at together; the result does not depend on it

Pairs = tuple[I64, I64]  # of statements, the earlier and the later
Keep = Callable[[I64, I64], Mask]


def candidates(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs to compare, each once, smaller index first; the statements must stand in canonical order."""
    held = Columns.of([one.facts.keys for one in statements])
    earlier, later = met(statements, held, Homes.of(statements), lambda a, _: np.ones(len(a), bool))
    yield from zip(earlier.tolist(), later.tolist(), strict=True)


def met(statements: Sequence[Statement], held: Columns, homes: Homes, keep: Keep) -> Pairs:
    """The pairs to compare that `keep` keeps, sorted by the later statement, then by the earlier one."""
    count = len(statements)
    kept: list[I64] = []
    stories: list[I64] = []
    for pairs in _by_keys(held, count):
        kept += _kept(pairs, count, keep)
        stories.append(homes.neighbours(*pairs))
    kept += _kept(_in_stories(statements, homes, distinct(np.concatenate([*stories, np.empty(0, np.int64)]))), count, keep)
    return _unpacked(distinct(np.concatenate([*kept, np.empty(0, np.int64)])), count)


def _kept(pairs: Pairs, count: int, keep: Keep) -> Iterator[I64]:
    """Yield those of some pairs that are kept, as numbers, a block at a time."""
    for begin in range(0, len(pairs[0]), _BLOCK):
        some = pairs[0][begin : begin + _BLOCK], pairs[1][begin : begin + _BLOCK]
        yield _packed(some, count)[keep(*some)]


def _packed(pairs: Pairs, count: int) -> I64:
    return pairs[1] * count + pairs[0]


def _unpacked(packed: I64, count: int) -> Pairs:
    return packed % count, packed // count


def _by_keys(held: Columns, count: int) -> Iterator[Pairs]:
    """Yield the pairs that share two of their heaviest keys, each once in a part, some in several parts."""
    table = _heaviest(held, count)
    keys = int(table.max(initial=0)) + 1
    parts = 1 + table.size * (_HEAVIEST - 1) // 2 // _PART
    for part in range(parts):
        both, statement = zip(
            *(_column(table[:, one], table[:, other], keys, part, parts) for one, other in combinations(range(_HEAVIEST), 2)), strict=True
        )
        packed = distinct(_packed(_with_earliest(np.concatenate(both), np.concatenate(statement)), count))
        yield _unpacked(packed, count)


def _column(one: I64, other: I64, keys: int, part: int, parts: int) -> Pairs:
    """The pairs of keys of one part that two columns make, and the statements that hold them."""
    both = one * keys + other
    mine = np.flatnonzero((one >= 0) & (both % parts == part))
    return both[mine], mine


def _with_earliest(both: I64, statement: I64) -> Pairs:
    """Each holder of a pair of keys with the earliest holders before it."""
    order = order_by(both, statement)
    both, statement = both[order], statement[order]
    opens = np.ones(len(both), bool)
    opens[1:] = both[1:] != both[:-1]
    index = np.arange(len(both))
    begin = np.maximum.accumulate(np.where(opens, index, 0))
    partners = np.minimum(index - begin, _HOLDERS)
    later = np.repeat(index, partners)
    earlier = np.repeat(begin - (np.cumsum(partners) - partners), partners) + np.arange(len(later))
    return statement[earlier], statement[later]


def _heaviest(held: Columns, count: int) -> I64:
    """A row for each statement: its heaviest keys, ascending, those that no other statement has among its own left out; -1 fills it up."""
    light = np.array([key[0] == "l" for key in held.keys], bool)
    row = np.flatnonzero((held.weight > _LEAST_WEIGHT) & ~light[held.key])
    row = row[np.lexsort((held.key[row], -held.weight[row], held.text[row]))]
    row = row[_place(held.text[row]) < _HEAVIEST]
    again = np.bincount(held.key[row], minlength=len(held.keys)) > 1
    row = row[again[held.key[row]]]
    table = np.full((count, _HEAVIEST), -1, np.int64)
    table[held.text[row], _place(held.text[row])] = (np.cumsum(again) - 1)[held.key[row]]
    table.sort(axis=1)
    return table


def _place(groups: I64) -> I64:
    """The place of each row in its group; a group stands together."""
    opens = np.ones(len(groups), bool)
    opens[1:] = groups[1:] != groups[:-1]
    index = np.arange(len(groups))
    return index - np.maximum.accumulate(np.where(opens, index, 0))


def _in_stories(statements: Sequence[Statement], homes: Homes, neighbours: I64) -> Pairs:
    """The pairs of statements that share keys of any weight, in articles about one thing."""
    found: list[tuple[int, int]] = []
    met: Counter[int] = Counter()  # articles about one thing, for each article
    own_side, other_side = np.divmod(neighbours, len(homes.around))
    near = homes.alike(own_side, other_side) >= ONE_STORY - _ROUNDING
    for own, other in zip(own_side[near].tolist(), other_side[near].tolist(), strict=True):
        if met[own] < _STORIES and is_one_story(homes.around[own], homes.around[other]):
            met[own] += 1
            found += _sharing(statements, homes.statements[own], homes.statements[other])
    pairs = np.array(found, np.int64).reshape(-1, 2)
    pairs.sort(axis=1)
    return pairs[:, 0], pairs[:, 1]


def _sharing(statements: Sequence[Statement], mine: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of two articles that share keys, or both tell a toll."""
    holders: dict[str, list[int]] = defaultdict(list)
    for other in others:
        for key in statements[other].facts.content:
            holders[key].append(other)
    rolling = [other for other in others if statements[other].rolls]
    for index in mine:
        keys = statements[index].facts.content & holders.keys()
        shared = Counter(chain.from_iterable([holders[key] for key in keys]))
        yield from ((index, other) for other, count in shared.items() if count >= _STORY_KEYS)
        if statements[index].rolls:
            yield from ((index, other) for other in rolling)
