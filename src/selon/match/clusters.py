"""Statements that are one claim, from all links at once.

Links are taken from the surest down; two clusters become one only if the links between them, seen against all pairs between them, agree on
average. One weak link so never chains two claims together, and the order of arrival changes nothing.
Source: agglomerative clustering by average linkage (Sokal and Michener 1958), with a bar.
"""

from collections import defaultdict
from collections.abc import Mapping

_AGREEMENT = 0.5  # share of the pairs between two clusters that must be linked; measured by others on event chains


def clusters(count: int, links: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of indices, sorted, each sorted.

    Args:
        count: of statements.
        links: score in [0, 1] of each linked pair, smaller index first.
    """
    home = list(range(count))
    members: dict[int, list[int]] = {index: [index] for index in range(count)}
    between: dict[int, dict[int, int]] = defaultdict(dict)
    for a, b in links:
        between[a][b] = between[b][a] = 1
    for a, b in sorted(links, key=lambda pair: (-links[pair], pair)):
        left, right = sorted((home[a], home[b]))
        if left != right and between[left].get(right, 0) >= _AGREEMENT * len(members[left]) * len(members[right]):
            _merge(left, right, home, members, between)
    return sorted(sorted(group) for group in members.values())


def _merge(left: int, right: int, home: list[int], members: dict[int, list[int]], between: dict[int, dict[int, int]]) -> None:
    for index in members[right]:
        home[index] = left
    members[left] += members.pop(right)
    for other, linked in between.pop(right, {}).items():
        between[other].pop(right, None)
        if other != left:
            between[left][other] = between[other][left] = between[left].get(other, 0) + linked
