"""Articles that a chain of edges joins. Source: union-find, Tarjan 1975, J. ACM 22(2)."""

from collections.abc import Iterable, Iterator

from selon.model.lineage import Edge

JOINING = frozenset({"republication", "translation", "shared", "credit", "quotation"})
"""The kinds of edge that show two texts linked."""


class Groups:
    """Nodes in groups; an outside node joins the articles that rest on it."""

    def __init__(self, nodes: Iterable[str]) -> None:
        self._parent = {node: node for node in nodes}

    def root(self, node: str) -> str:
        """The node that stands for a group."""
        while self._parent[node] != node:
            self._parent[node] = self._parent[self._parent[node]]
            node = self._parent[node]
        return node

    def join(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """Join what the edges join; yield each edge that made two groups one."""
        for edge in edges:
            if edge.kind not in JOINING or not self._knows(edge):
                continue
            for node in (edge.source, edge.target):
                self._parent.setdefault(node, node)
            if self.unite(edge.source, edge.target):
                yield edge

    def unite(self, one: str, other: str) -> bool:
        """Make the groups of two nodes one; were they two?"""
        a, b = self.root(one), self.root(other)
        if a != b:
            self._parent[max(a, b)] = min(a, b)
        return a != b

    def _knows(self, edge: Edge) -> bool:
        return all(node in self._parent or node.startswith("ext:") for node in (edge.source, edge.target))
