"""Circular reporting: the passages in which articles cite each other round to the first. Source: Tarjan 1972, SIAM J. Comput. 1(2)."""

from collections import deque
from collections.abc import Sequence

from selon.model.lineage import Edge
from selon.model.passage import Passage

_CITING = {"quotation", "credit", "translation", "link"}


def circles(ids: Sequence[str], edges: Sequence[Edge]) -> tuple[tuple[Passage, ...], ...]:
    """For each circle among some articles: the passages that close it, from the smallest article id on."""
    inside = set(ids)
    out: dict[str, dict[str, Edge]] = {}
    for edge in edges:
        if edge.directed and edge.kind in _CITING and edge.source in inside and edge.target in inside:
            out.setdefault(edge.target, {}).setdefault(edge.source, edge)  # the citing article points at the cited one
    found = {}
    for start in sorted(out):
        path = _round(start, out)
        if path and min(path) == start:
            found[frozenset(path)] = tuple(out[a][b].evidence[0] for a, b in zip(path, [*path[1:], start], strict=True))
    return tuple(found[name] for name in sorted(found, key=sorted))


def _round(start: str, out: dict[str, dict[str, Edge]]) -> list[str] | None:
    """The shortest way from an article over its citations back to itself."""
    queue = deque([[start]])
    seen = {start}
    while queue:
        path = queue.popleft()
        for cited in sorted(out.get(path[-1], ())):
            if cited == start:
                return path
            if cited not in seen:
                seen.add(cited)
                queue.append([*path, cited])
    return None
