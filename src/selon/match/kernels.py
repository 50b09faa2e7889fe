"""The loops of reuse, in code that runs as it stands over lists and that numba can compile for arrays.

`aligned` is one function over plain whole numbers, because the two ways to run it must not differ: with numba it is compiled
(`with_numba`), without it Python runs the same lines. For each pair of articles: `_chained` joins runs that follow each other in both,
`_widened` goes on past short changes at the edges, `_script` finds what was changed between the runs of a passage. Words are equal where
their hashes are.

Source: seeds and chains as in Altschul et al. 1990 (BLAST); the edit script is Levenshtein 1966 over words.
"""

from collections.abc import Sequence

import numpy as np

from selon.match.rows import I64

LEAST_WORDS = 12  # shared and aligned: a name with its titles and a date does not make a passage
EDGE_WORDS = 3  # in a row, that a passage goes on to past a change at its edge
EDGE_GAP = 8  # words between the edge and these
EDGE_WINDOW = 12  # words looked at beyond an edge, in each text

Ints = Sequence[int]


def aligned(pair: Ints, first: Ints, other: Ints, words: Ints, hashes: Ints, opens: Ints, gap: int, drift: int) -> tuple[I64, I64]:
    """The passages of all pairs, one after the other, and their edits, all as whole numbers.

    A passage is seven: first word and last word + 1 in both, words shared, longest run, edits. An edit is four word indices, [a0, a1)
    against [b0, b1), of which one may be empty. The runs must be sorted by pair and place; `opens` tells which words are the first of their
    stretch of text. Between two runs of a passage there are at most `gap` words in either text, and the two gaps differ by at most `drift`.
    """
    passages = [0 for _ in range(0)]
    edits = [0 for _ in range(0)]
    begin = 0
    while begin < len(pair):
        end = begin + 1
        while end < len(pair) and pair[end] == pair[begin]:
            end += 1
        _between(begin, end, first, other, words, hashes, opens, gap, drift, passages, edits)
        begin = end
    return np.array(passages, np.int64), np.array(edits, np.int64)


def _between(
    begin: int,
    end: int,
    first: Ints,
    other: Ints,
    words: Ints,
    hashes: Ints,
    opens: Ints,
    gap: int,
    drift: int,
    passages: list[int],
    edits: list[int],
) -> None:
    """Append the passages of one pair."""
    a = [int(first[k]) for k in range(begin, end)]
    b = [int(other[k]) for k in range(begin, end)]
    size = [int(words[k]) for k in range(begin, end)]
    before, heads = _chained(a, b, size, gap, drift)
    for tail in heads:
        chain = [tail]
        while before[chain[-1]] >= 0:
            chain.append(before[chain[-1]])
        chain.reverse()
        ca, cb, cs = [a[k] for k in chain], [b[k] for k in chain], [size[k] for k in chain]
        if sum(cs) >= LEAST_WORDS:
            _widened(ca, cb, cs, hashes, opens)
            _told(ca, cb, cs, hashes, passages, edits)


def _chained(a: list[int], b: list[int], size: list[int], gap: int, drift: int) -> tuple[list[int], list[int]]:
    """For each run the one before it in its chain, -1 for none, and the last run of each chain in the order of their first runs.

    Greedy: a run joins the chain that ends shortly before it in both texts with least drift, without the words that chain holds already.
    """
    before = [-1 for _ in a]
    head = list(range(len(a)))
    tails = [-1 for _ in a]  # of the chain that begins with a run
    live = [0 for _ in range(0)]  # first runs of the chains that may go on
    for run in range(len(a)):
        live = [chain for chain in live if a[run] - a[tails[chain]] - size[tails[chain]] <= gap]
        best, least = -1, drift + 1
        for chain in live:
            ahead = a[run] - a[tails[chain]] - size[tails[chain]]
            beyond = b[run] - b[tails[chain]] - size[tails[chain]]
            apart = abs(ahead - beyond)
            if max(ahead, beyond) <= gap and min(ahead, beyond) > -size[run] and apart < least:
                best, least = chain, apart
        if best < 0:
            tails[run] = run
            live.append(run)
            continue
        cut = max(0, a[tails[best]] + size[tails[best]] - a[run], b[tails[best]] + size[tails[best]] - b[run])
        a[run], b[run], size[run] = a[run] + cut, b[run] + cut, size[run] - cut
        before[run], head[run] = tails[best], best
        tails[best] = run
    return before, [tails[run] for run in range(len(a)) if head[run] == run]


def _widened(a: list[int], b: list[int], size: list[int], hashes: Ints, opens: Ints) -> None:
    """Let a chain go on past short changes near its edges: seeds are long, so the words between an edge and a change are lost otherwise."""
    while True:
        left, right, words = _nearest(a[0], b[0], -1, hashes, opens)
        if words == 0:
            break
        a.insert(0, a[0] - left - words)
        b.insert(0, b[0] - right - words)
        size.insert(0, words)
    while True:
        left, right, words = _nearest(a[-1] + size[-1] - 1, b[-1] + size[-1] - 1, 1, hashes, opens)
        if words == 0:
            break
        a.append(a[-1] + size[-1] + left)
        b.append(b[-1] + size[-1] + right)
        size.append(words)


def _nearest(a: int, b: int, way: int, hashes: Ints, opens: Ints) -> tuple[int, int, int]:
    """The nearest shared words beyond two words, in one direction: how far off in both texts, and how many; no words: none."""
    long_a, long_b = _window(a, way, opens), _window(b, way, opens)
    a, b = a + way, b + way
    for total in range(2 * EDGE_GAP + 1):
        for left in range(max(0, total - EDGE_GAP), min(total, EDGE_GAP) + 1):
            right = total - left
            words = 0
            while (
                left + words < long_a and right + words < long_b and hashes[a + way * (left + words)] == hashes[b + way * (right + words)]
            ):
                words += 1
            if words >= EDGE_WORDS:
                return left, right, words
    return 0, 0, 0


def _window(edge: int, way: int, opens: Ints) -> int:
    """How many words beyond an edge stand in its stretch of text, at most `EDGE_WINDOW`."""
    words = 0
    at = edge + max(0, way)  # the word that would open another stretch
    while words < EDGE_WINDOW and 0 < at < len(opens) and not opens[at]:
        words += 1
        at += way
    return words


def _told(a: list[int], b: list[int], size: list[int], hashes: Ints, passages: list[int], edits: list[int]) -> None:
    """Append one passage and its edits."""
    shared, before = sum(size), len(edits)
    for k in range(1, len(a)):
        shared += _script(a[k - 1] + size[k - 1], a[k], b[k - 1] + size[k - 1], b[k], hashes, edits)
    _append(passages, a[0], a[-1] + size[-1], b[0], b[-1] + size[-1])
    passages.append(shared)
    passages.append(max(size))
    passages.append((len(edits) - before) // 4)


def _script(a0: int, a1: int, b0: int, b1: int, hashes: Ints, edits: list[int]) -> int:  # noqa: C901 (one algorithm, in one piece)
    """Append the edits between two runs, and return how many words are the same there."""
    n, m = a1 - a0, b1 - b0
    if n == 0 or m == 0:
        if n + m > 0:
            _append(edits, a0, a1, b0, b1)
        return 0
    cost = [0 for _ in range((n + 1) * (m + 1))]  # words to change from here to the end
    for i in range(n, -1, -1):
        for j in range(m, -1, -1):
            here = i * (m + 1) + j
            if i == n or j == m:
                cost[here] = n - i + m - j
            elif hashes[a0 + i] == hashes[b0 + j]:
                cost[here] = cost[here + m + 2]
            else:
                cost[here] = 1 + min(cost[here + m + 2], cost[here + m + 1], cost[here + 1])
    i = j = from_i = from_j = same = 0
    while i < n or j < m:
        if i < n and j < m and hashes[a0 + i] == hashes[b0 + j]:
            if i > from_i or j > from_j:
                _append(edits, a0 + from_i, a0 + i, b0 + from_j, b0 + j)
            i, j, same = i + 1, j + 1, same + 1
            from_i, from_j = i, j
        elif i == n:
            j += 1
        elif j == m:
            i += 1
        else:
            swap, cut, put = (cost[(i + 1) * (m + 1) + j + 1], cost[(i + 1) * (m + 1) + j], cost[i * (m + 1) + j + 1])
            if swap <= min(cut, put):
                i, j = i + 1, j + 1
            elif cut <= put:
                i += 1
            else:
                j += 1
    if i > from_i or j > from_j:
        _append(edits, a0 + from_i, a1, b0 + from_j, b1)
    return same


def _append(numbers: list[int], a0: int, a1: int, b0: int, b1: int) -> None:
    numbers.append(a0)
    numbers.append(a1)
    numbers.append(b0)
    numbers.append(b1)
