"""Articles that a chain of edges joins."""

from collections.abc import Iterable, Iterator

from selon.groups import Groups
from selon.model.lineage import Edge

JOINING = frozenset({"republication", "translation", "shared", "credit", "quotation"})
"""The kinds of edge that show two texts linked."""


def joining_edges(groups: Groups[str], edges: Iterable[Edge]) -> Iterator[Edge]:
    """Join what the edges join, an outside node that articles rest on with them; yield each edge that made two groups one."""
    for edge in edges:
        if edge.kind not in JOINING or not all(node in groups or node.startswith("ext:") for node in (edge.source, edge.target)):
            continue
        groups.add(edge.source)
        groups.add(edge.target)
        if groups.unite(edge.source, edge.target):
            yield edge
