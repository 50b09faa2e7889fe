"""What ties two articles as texts: a passage they share, a credit to one source, a citation. No ruling undoes it.

Two origins are shown separate only where no such tie stands between the texts that tell them. A person who rejects an edge says that one
text is not taken from the other; the passage is still shared. So taking an edge away never shows two origins separate, and never narrows
an interval.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from selon.model.lineage import Edge
from selon.model.span import Span
from selon.trace.joining import JOINING

_CREDITS = frozenset({"credit", "republication", "translation"})  # kinds by which two texts rest on one source that is not held
_OF_WORDS = ("shared", "republication")  # kinds of edge that two texts in hand are joined by for the words that both have
_PARAGRAPH_CHARS = 200  # of words in a row: who shares so many wrote from the other, whatever both tell. Chosen on S2 and S5


class Bonds:
    """The ties of a collection, from all edges that the texts show."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._tied: dict[str, dict[str, str]] = defaultdict(dict)  # node -> other node -> why
        self._edges: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            outside = edge.source.startswith("ext:") or edge.target.startswith("ext:")
            if edge.kind in JOINING and not outside:
                self._edges[edge.source].append(edge)
                self._edges[edge.target].append(edge)
            if edge.kind in (_CREDITS if outside else JOINING):
                why = f"{edge.kind}: {'; '.join(edge.reasons)}"
                self._tied[edge.source].setdefault(edge.target, why)
                self._tied[edge.target].setdefault(edge.source, why)

    def of(self, article_id: str) -> Sequence[Edge]:
        """The edges that tie a text to others that are held."""
        return self._edges.get(article_id, ())

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


def is_of_the_claim(edge: Edge, places: Mapping[str, Sequence[Span]]) -> bool:
    """Does an edge speak of the claim that stands in some places?

    Two texts that quote somebody who is not held, or share a sentence, on another matter, are not linked in this one.
    """
    outside = edge.source.startswith("ext:")
    if edge.kind not in (("quotation",) if outside else _OF_WORDS):
        return True
    for one in edge.evidence:
        if any(one.span.overlaps(span) for span in places.get(one.article_id, ())):
            return True
    return not outside and any(len(one.span) >= _PARAGRAPH_CHARS for one in edge.evidence)
