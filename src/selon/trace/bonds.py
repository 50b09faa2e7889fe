"""What ties two articles as texts: a passage they share, a credit to one source, a citation. No ruling undoes it.

Two origins are shown separate only where no such tie stands between the texts that tell them. A person who rejects an edge says that one
text is not taken from the other; the passage is still shared. So taking an edge away never shows two origins separate, and never narrows
an interval.
"""

from collections import defaultdict
from collections.abc import Iterable

from selon.model.lineage import Edge
from selon.trace.groups import JOINING

_CREDITS = frozenset({"credit", "republication", "translation"})  # kinds by which two texts rest on one source that is not held


class Bonds:
    """The ties of a collection, from all edges that the texts show."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._tied: dict[str, dict[str, str]] = defaultdict(dict)  # node -> other node -> why
        for edge in edges:
            outside = edge.source.startswith("ext:") or edge.target.startswith("ext:")
            if edge.kind in (_CREDITS if outside else JOINING):
                why = f"{edge.kind}: {'; '.join(edge.reasons)}"
                self._tied[edge.source].setdefault(edge.target, why)
                self._tied[edge.target].setdefault(edge.source, why)

    def between(self, mine: Iterable[str], theirs: Iterable[str]) -> str | None:
        """Why some article of one side is tied to one of the other; None where none is."""
        others = sorted(theirs)
        for one in sorted(mine):
            ties = self._tied.get(one, {})
            for other in others:
                if other == one:
                    return f"both are told by {one}"
                if other in ties:
                    return ties[other]
                common = sorted(node for node in ties.keys() & self._tied.get(other, {}).keys() if node.startswith("ext:"))
                if common:
                    return f"both rest on {common[0].removeprefix('ext:')}"
        return None
