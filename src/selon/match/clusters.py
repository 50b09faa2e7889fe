"""Statements that are one claim, from all scores at once.

Pairs are taken from the likest down; two clusters become one only if enough of the pairs between them agree. A pair that was never compared
does not agree, and a denial speaks against; a weak pair agrees, and joins none. So one link never chains two claims together, and the order
of arrival changes nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import chain

from selon.groups import Groups

_SHARE = 0.34  # of the pairs between two clusters that must agree: one in three is too few; chosen on S5 and S2


def clusters(
    count: int, scores: Mapping[tuple[int, int], float], least: float, weak: Collection[tuple[int, int]] = frozenset()
) -> list[list[int]]:
    """Groups of indices, sorted, each sorted.

    Args:
        count: of statements.
        scores: of each pair that was compared, smaller index first; a denial is negative.
        least: score from which a pair is a link, and agrees that its clusters be joined.
        weak: pairs that agree and join none.
    """
    home = list(range(count))
    members: dict[int, list[int]] = {index: [index] for index in range(count)}
    votes: dict[int, dict[int, int]] = defaultdict(dict)
    for (a, b), score in scores.items():
        if abs(score) >= least:
            votes[a][b] = votes[b][a] = 1 if score > 0 else -1
    for _, a, b in sorted([(-score, *pair) for pair, score in scores.items() if score >= least and pair not in weak]):
        left, right = home[a], home[b]
        if left != right and votes[left].get(right, 0) >= _SHARE * len(members[left]) * len(members[right]):
            if len(votes[left]) < len(votes[right]):  # whichever takes in the other, what comes out is the same: the one with less to move
                left, right = right, left
            _merge(left, right, home, members, votes)
    return sorted(sorted(group) for group in members.values())


def chained(count: int, scores: Mapping[tuple[int, int], float], least: float) -> list[int]:
    """For each index the smallest one that links chain it to: no cluster reaches beyond, whatever speaks for or against it.

    Args:
        count: of statements.
        scores: of pairs, the smaller index first.
        least: score from which a pair is a link.
    """
    linked = [pair for pair, score in scores.items() if score >= least]
    groups = Groups(chain.from_iterable(linked))
    for a, b in linked:
        groups.unite(a, b)
    return [groups.root(index) if index in groups else index for index in range(count)]


def _merge(left: int, right: int, home: list[int], members: dict[int, list[int]], votes: dict[int, dict[int, int]]) -> None:
    for index in members[right]:
        home[index] = left
    members[left] += members.pop(right)
    mine = votes[left]
    for other, total in votes.pop(right).items():
        theirs = votes[other]
        del theirs[right]
        if other != left:
            mine[other] = theirs[left] = mine.get(other, 0) + total
