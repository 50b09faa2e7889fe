"""Links in the running text -> edges: what the article points at, held or not.

Not done yet: addresses that differ only in tracking parameters, and archived copies.
"""

from collections.abc import Iterator

from selon.model.article import BlockKind
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.trace.collection import Collection

_RUNNING = {BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.CAPTION, BlockKind.CREDIT}
_LINKED = 0.9  # a link is there; whether the text rests on it, a person sees


def hyperlink_edges(collection: Collection) -> Iterator[Edge]:
    """Yield an edge for every link that stands in a paragraph, a block quotation, a caption or a credit line."""
    by_url = {reading.article.url: article_id for article_id, reading in collection.readings.items() if reading.article.url}
    for article_id, reading in collection.readings.items():
        for link in reading.article.links:
            block = collection.block(article_id, link.span)
            target = by_url.get(link.url, f"ext:{link.url}")
            if block and block.kind in _RUNNING and target != article_id and link.url.startswith(("http://", "https://")):
                yield Edge(
                    source=target,
                    target=article_id,
                    kind="link",
                    directed=True,
                    evidence=(Passage(article_id=article_id, span=link.span),),
                    reasons=(f"linked: {link.title or link.span.of(reading.article.text)}",),
                    confidence=_LINKED,
                    state="suggested",
                    changes=(),
                )
