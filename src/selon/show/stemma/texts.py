"""The texts of a claim, what they cite, and the edges of the lineage between those.

An edge is about a text, a stemma about one claim: of what is cited and not held only that is drawn which the whole text rests on (a
credit line, a copy, a translation), or which is cited or linked where the claim stands. A rejected edge is not drawn.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from selon.model.lineage import Edge
from selon.show.stemma.held import Held
from selon.show.stemma.sketch import Sketch, Spot, Tie

_OUTSIDE = "ext:"
_OF_A_PASSAGE = frozenset({"quotation", "link"})


def text_key(article_id: str) -> str:
    """The key of an article's node."""
    return f"text:{article_id}"


def add_texts(sketch: Sketch, held: Held) -> None:
    """Add a node for each article that carries the claim, or reports a denial of it."""
    for article_id in (*held.texts, *held.reporting):
        article = held.article(article_id)
        name = article.outlet or _host(article.url) or article.title or article_id
        verbatim = name == article.title and not article.outlet
        sketch.add(Spot(key=text_key(article_id), kind="text", name=name, verbatim=verbatim, passage=held.carries(article_id)))


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def add_edges(sketch: Sketch, held: Held, edges: Iterable[Edge]) -> None:
    """Add what the lineage shows between these texts, and what they cite and is not held."""
    ours = set(held.texts)
    kept = [edge for edge in edges if edge.state != "rejected" and edge.kind != "denial"]
    for edge in sorted(kept, key=lambda edge: (edge.source, edge.target, edge.kind)):
        if edge.target in ours and (edge.source in ours or (edge.source.startswith(_OUTSIDE) and _is_of_the_claim(edge, held))):
            _add(sketch, edge)
    for edge in sorted(kept, key=lambda edge: (edge.source, edge.target, edge.kind)):
        if _both_are_outside(edge) and {_key(edge.source), _key(edge.target)} <= sketch.spots.keys() and _is_here(edge, ours):
            _add(sketch, edge)


def _both_are_outside(edge: Edge) -> bool:
    return edge.source.startswith(_OUTSIDE) and edge.target.startswith(_OUTSIDE)


def _is_here(edge: Edge, ours: set[str]) -> bool:
    return any(passage.article_id in ours for passage in edge.evidence)


def _is_of_the_claim(edge: Edge, held: Held) -> bool:
    if edge.kind not in _OF_A_PASSAGE:
        return True
    here = [passage for passage in edge.evidence if passage.article_id == edge.target]
    return any(held.neighbours(passage) if edge.kind == "link" else held.touches(passage) for passage in here)


def _add(sketch: Sketch, edge: Edge) -> None:
    for node in (edge.source, edge.target):
        if node.startswith(_OUTSIDE):
            passage = next(iter(edge.evidence), None)
            sketch.add(Spot(key=_key(node), kind="outside", name=node.removeprefix(_OUTSIDE), passage=passage, outlet=True))
    sketch.tie(_tie(edge))


def _tie(edge: Edge) -> Tie:
    return Tie(
        source=_key(edge.source), target=_key(edge.target), kinds=(edge.kind,), directed=edge.directed, evidence=edge.evidence,
        reasons=edge.reasons, confidence=edge.confidence, state=edge.state,
    )  # fmt: skip


def _key(node: str) -> str:
    return f"outside:{node.removeprefix(_OUTSIDE)}" if node.startswith(_OUTSIDE) else text_key(node)


def linked(sketch: Sketch) -> Iterator[tuple[str, str]]:
    """Yield both ends of each tie between texts, or of a text and what it cites, that shows them to be linked; a hyperlink does not."""
    for tie in sketch.ties.values():
        if set(tie.kinds) - {"link", "speech", "denial"}:
            yield tie.source, tie.target
