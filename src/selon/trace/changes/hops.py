"""The tellings of one claim, compared along the edges of the lineage, and with the earliest one where no edge joins them."""

from collections.abc import Iterator, Sequence

from selon.model.claim import Claim
from selon.model.lineage import Change, Denial, Edge
from selon.trace.changes.differences import change, differences
from selon.trace.changes.tellings import Telling, of_appearance
from selon.trace.collection import Collection
from selon.trace.moments import begins

_WITHOUT_AN_EDGE = {"number_changed", "precision_changed", "date_changed", "hedge_dropped", "hedge_added", "qualifier_lost"}
"""What is said of two texts that nothing joins: who is named and what is quoted differs between any two, and shows nothing."""
_HOPS = {"republication", "translation", "shared", "quotation", "credit"}


def hop_changes(claim: Claim, edges: Sequence[Edge], denials: Sequence[Denial], collection: Collection) -> Iterator[Change]:
    """Yield what changed between each pair of articles that an edge joins, and what differs from the earliest telling elsewhere."""
    told = _by_article(claim, collection)
    joined = set()
    for edge in edges:
        if edge.kind in _HOPS and edge.source in told and edge.target in told:
            joined |= {edge.source, edge.target}
            yield from differences(told[edge.source], told[edge.target], directed=edge.directed)
            yield from _denial_dropped(told[edge.source], told[edge.target], denials) if edge.directed else ()
    order = sorted(told, key=lambda article_id: (begins(told[article_id].article.published), article_id))
    for article_id in order[1:]:
        if article_id not in joined:
            found = differences(told[order[0]], told[article_id], directed=False)
            yield from (one for one in found if one.kind in _WITHOUT_AN_EDGE)


def _by_article(claim: Claim, collection: Collection) -> dict[str, Telling]:
    """One telling for each article: an attributed one before the narrator's own, the first in the text."""
    told: dict[str, Telling] = {}
    for one in sorted(claim.appearances, key=lambda one: (one.article_id, one.attribution_id is None, one.spans)):
        told.setdefault(one.article_id, of_appearance(one, collection))
    return told


def _denial_dropped(a: Telling, b: Telling, denials: Sequence[Denial]) -> Iterator[Change]:
    mine = [denial for denial in denials if denial.article_id == a.article.id]
    if mine and not any(denial.article_id == b.article.id for denial in denials):
        sentence = f"denial dropped: {mine[0].by or 'somebody'} denies it in {a.article.id}, nobody in {b.article.id}"
        yield change(a, b, "denial_dropped", (mine[0].span, b.place), sentence, True)
