"""Articles in two languages that tell the same -> translation edges.

The text alone shows that two articles are one, not which was first: the direction is told only by a credit line. A short text with too
few names to be compared needs a credit and a claim in common.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from selon.model.article import Article, Credit, CreditKind
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Edge
from selon.model.passage import Passage, Translation
from selon.trace.collection import Collection
from selon.trace.names import is_outlet

_CREDITED = 0.95
_MOST = 0.9  # nobody says so: two translations of a third text look the same

Pair = tuple[str, str]


def translation_edges(collection: Collection, translations: Sequence[Translation], claims: Sequence[Claim]) -> Iterator[Edge]:
    """Yield an edge for each pair of articles in two languages that are one text, or of which one credits the other."""
    shared = _shared(collection, claims)
    common = {pair: len(pairs) for pair, pairs in shared.items()} | {(one.a, one.b): one.shared for one in translations}
    originals = _originals(common, collection)
    told = set()
    for one in translations:
        told.add((one.a, one.b))
        evidence = tuple(passage for pair in one.passages for passage in pair)
        reason = f"{one.shared} names and numbers in common in two languages, {one.order:.0%} of them in one order"
        yield _edge((one.a, one.b), originals, collection, evidence, reason, min(_MOST, (1 + one.share * one.order) / 2))
    for pair, pairs in sorted(shared.items()):
        if pair not in told and _way(pair, originals) is not None:
            evidence = tuple(Passage(article_id=one.article_id, span=one.spans[0]) for both in pairs for one in both)
            yield _edge(pair, originals, collection, evidence, f"{len(pairs)} claims in common in two languages", _CREDITED)


def _edge(
    pair: Pair, originals: Mapping[str, str], collection: Collection, evidence: tuple[Passage, ...], reason: str, confidence: float
) -> Edge:
    way = _way(pair, originals)
    source, target = way or pair
    said = [] if way is None else _translation_credits(collection.article(target))
    return Edge(
        source=source,
        target=target,
        kind="translation",
        directed=way is not None,
        evidence=(*evidence, *(Passage(article_id=target, span=credit.span) for credit in said)),
        reasons=(reason, *((f"{target} credits a translation",) if way else ("no credit line says which was first",))),
        confidence=_CREDITED if way else confidence,
        state="suggested",
        changes=(),
    )


def _way(pair: Pair, originals: Mapping[str, str]) -> Pair | None:
    return next(((source, target) for source, target in (pair, pair[::-1]) if originals.get(target) == source), None)


def _shared(collection: Collection, claims: Sequence[Claim]) -> dict[Pair, list[tuple[Appearance, Appearance]]]:
    """The claims that articles of two languages have in common, each by its first appearance in both."""
    shared: dict[Pair, list[tuple[Appearance, Appearance]]] = defaultdict(list)
    for claim in (claim for claim in claims if len(claim.appearances) > 1):
        first: dict[str, Appearance] = {}
        for one in claim.appearances:
            first.setdefault(one.article_id, one)
        ids = sorted(first)
        for number, a in enumerate(ids):
            for b in ids[number + 1 :]:
                if collection.article(a).lang != collection.article(b).lang:
                    shared[a, b].append((first[a], first[b]))
    return shared


def _originals(common: Mapping[Pair, int], collection: Collection) -> dict[str, str]:
    """Translation -> original: of the articles of the outlet it credits, the one it has most in common with."""
    best: dict[str, tuple[int, str]] = {}
    for pair, count in sorted(common.items()):
        for source, target in (pair, pair[::-1]):
            article = collection.article(target)
            if _translation_credits(article) and any(is_outlet(credit.name, collection.article(source)) for credit in article.credits):
                best[target] = max(best.get(target, (0, "")), (count, source))
    return {target: source for target, (_, source) in best.items()}


def _translation_credits(article: Article) -> list[Credit]:
    return [credit for credit in article.credits if credit.kind is CreditKind.TRANSLATION]
