"""Which statements of two articles share keys of what happens, of any weight, or both tell a toll: many pairs of articles in one step."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from selon.match.columns import distinct
from selon.match.facts import happenings
from selon.match.homes import Homes
from selon.match.sketch import Outline, Sketch
from selon.match.tokens import I64

Pairs = tuple[I64, I64]

_KEYS = 2  # that two statements share
_ROWS = 1 << 19  # of the keys of articles that are looked at together; the result does not depend on it


def content_rows(sketch: Sketch) -> I64:
    """The rows of the keys of what happens, beside who and where, as the language of each statement has it."""
    held, homes = sketch.held, sketch.homes
    content = np.array([[key[0] in "w#" or key in happenings(code) for key in held.keys] for code in homes.languages], bool)
    return np.flatnonzero(content[homes.code[homes.home][held.text], held.key]) if homes.languages else held.text


def sharing(sketch: Sketch, articles: I64) -> Pairs:
    """The pairs of statements of two articles that share two keys of what happens, or both tell a toll; `articles`: see `Homes.pair`."""
    a, b = np.divmod(articles, len(sketch.homes.ids))
    found = [*_by_keys(sketch, a, b), _by_tolls(sketch.outlines, sketch.homes, a, b)]
    one, other = (np.concatenate(side) for side in zip(*found, strict=True))
    return np.minimum(one, other), np.maximum(one, other)


def _by_keys(sketch: Sketch, a: I64, b: I64) -> Iterator[Pairs]:
    """Yield the pairs that share two keys, for some of the pairs of articles at a time."""
    held, homes, rows = sketch.held, sketch.homes, content_rows(sketch)
    code = homes.home[held.text[rows]] * len(held.keys) + held.key[rows]
    order = np.argsort(code, kind="stable")
    code, statement, key = code[order], held.text[rows][order], held.key[rows][order]
    ends = np.searchsorted(code, code, side="right")  # where the rows of the same article and key end
    first = np.searchsorted(code, np.arange(len(homes.ids) + 1) * len(held.keys))
    sizes = np.diff(first)
    part = np.cumsum(sizes[a]) // _ROWS
    for begin, end in _stretches(part):
        mine, theirs = a[begin:end], b[begin:end]
        row, pair = _spread(first[mine], sizes[mine])
        wanted = theirs[pair] * len(held.keys) + key[row]
        at = np.minimum(np.searchsorted(code, wanted), len(code) - 1)
        met = np.flatnonzero(code[at] == wanted)
        other, index = _spread(at[met], ends[at[met]] - at[met])
        yield _often(statement[row[met]][index], statement[other], len(sketch.outlines))


def _stretches(part: I64) -> Iterator[tuple[int, int]]:
    """Yield where the rows of each part begin and end; a part stands together."""
    opens = np.flatnonzero(np.diff(part, prepend=-1)).tolist()
    yield from zip(opens, [*opens[1:], len(part)][: len(opens)], strict=True)


def _spread(begins: I64, counts: I64) -> tuple[I64, I64]:
    """So many rows from each of some on, each with the index of where it began."""
    index = np.repeat(np.arange(len(counts)), counts)
    return np.arange(len(index)) + (begins - np.cumsum(counts) + counts)[index], index


def _often(one: I64, other: I64, count: int) -> Pairs:
    """The pairs that stand there often enough, each once."""
    packed = np.sort(one * count + other)
    again = packed[_KEYS - 1 :][packed[_KEYS - 1 :] == packed[: len(packed) - _KEYS + 1]]
    return np.divmod(distinct(again), count)


def _by_tolls(statements: Sequence[Outline], homes: Homes, a: I64, b: I64) -> Pairs:
    """The pairs that both tell a toll."""
    rolling: dict[int, list[int]] = defaultdict(list)
    for index, home in enumerate(homes.home.tolist()):
        if statements[index].rolls:
            rolling[home].append(index)
    tells = np.zeros(len(homes.ids), bool)
    tells[list(rolling)] = True
    both = tells[a] & tells[b]
    found = [pair for one, other in zip(a[both].tolist(), b[both].tolist(), strict=True) for pair in product(rolling[one], rolling[other])]
    pairs = np.array(found, np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
