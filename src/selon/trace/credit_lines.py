"""Credit lines -> edges: a credit is lineage, and never an attribution. A photo's credit is about the photo: no edge.

Not done yet: a credit to an outlet that is held under another name, feed sources, syndication links.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from selon.model.article import Article, Credit, CreditKind
from selon.model.claim import Claim
from selon.model.lineage import Edge
from selon.model.passage import Passage, Reuse
from selon.trace.collection import Collection
from selon.trace.names import is_outlet, outside

_LINEAGE = {CreditKind.SOURCE: "credit", CreditKind.VIA: "credit", CreditKind.TRANSLATION: "translation"}
_CREDITED = 0.97  # the credit line says it in so many words; what remains is a misread name


def credit_edges(collection: Collection, reuses: Sequence[Reuse], claims: Sequence[Claim]) -> Iterator[Edge]:
    """Yield an edge from everybody a credit line names: from the article that is meant where it is held, else from "ext:NAME"."""
    near = _neighbours(reuses, claims)
    for article_id, reading in collection.readings.items():
        sources: list[str] = []
        for credit in lineage_credits(reading.article):
            for node in _nodes(credit, collection, near[article_id]):
                yield _edge(node, reading.article, credit)
                sources += [node] if credit.kind is not CreditKind.TRANSLATION else []
        yield from _translated(reading.article, sources)


def lineage_credits(article: Article) -> list[Credit]:
    """The credits that say where the text comes from, the article's own outlet aside."""
    return [credit for credit in article.credits if credit.kind in _LINEAGE and credit.name and not is_outlet(credit.name, article)]


def _edge(node: str, article: Article, credit: Credit) -> Edge:
    return Edge(
        source=node,
        target=article.id,
        kind=_LINEAGE[credit.kind],
        directed=True,
        evidence=(Passage(article_id=article.id, span=credit.span),),
        reasons=(f"credit line ({credit.kind.value}): {' '.join(credit.span.of(article.text).split())}",),
        confidence=_CREDITED,
        state="suggested",
        changes=(),
    )


def _translated(article: Article, sources: list[str]) -> Iterator[Edge]:
    """Where a source and a translator are credited, the translation is of that source."""
    for credit in lineage_credits(article):
        if credit.kind is CreditKind.TRANSLATION:
            for source in sources:
                if source != outside(credit.name):
                    edge = _edge(source, article, credit)
                    yield Edge(
                        source=source,
                        target=outside(credit.name),
                        kind="translation",
                        directed=True,
                        evidence=edge.evidence,
                        reasons=(*edge.reasons, f"the same page credits {source.removeprefix('ext:')} as its source"),
                        confidence=0.9,  # two credits of one page may also stand for two parts of it
                        state="suggested",
                        changes=(),
                    )


def _nodes(credit: Credit, collection: Collection, near: Counter[str]) -> list[str]:
    """The held articles of the credited outlet that have most in common with the text, else the outside node."""
    meant = [article_id for article_id in collection.held(credit.name) if near[article_id]]
    most = max((near[article_id] for article_id in meant), default=0)
    return [article_id for article_id in meant if near[article_id] == most] or [outside(credit.name)]


def _neighbours(reuses: Sequence[Reuse], claims: Sequence[Claim]) -> dict[str, Counter[str]]:
    """For each article, how much every other one has in common with it: shared words in tens, and shared claims."""
    near: dict[str, Counter[str]] = defaultdict(Counter)
    for reuse in reuses:
        near[reuse.a.article_id][reuse.b.article_id] += 1 + reuse.tokens // 10
        near[reuse.b.article_id][reuse.a.article_id] += 1 + reuse.tokens // 10
    for claim in (claim for claim in claims if len(claim.appearances) > 1):
        ids = {one.article_id for one in claim.appearances}
        for article_id in ids:
            near[article_id].update(ids - {article_id})
    return near
