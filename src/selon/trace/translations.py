"""Articles in two languages that tell the same -> translation edges.

An edge needs a translation credit and a claim in common, or several claims in common; the direction is told only by a credit.
Not done yet: alignment paragraph by paragraph (a later form of `match` brings the passages).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from selon.model.article import CreditKind
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.trace.collection import Collection
from selon.trace.names import is_outlet

_LEAST_CLAIMS = 4  # in common, without a word of credit: below it, two reports of one event look the same
_LEAST_SHARE = 0.4  # of the shorter article's appearances


def translation_edges(collection: Collection, claims: Sequence[Claim]) -> Iterator[Edge]:
    """Yield an edge for each pair of articles in two languages that share enough claims."""
    shared, counts = _shared(collection, claims)
    original = _originals(shared, collection)
    for (a, b), pairs in sorted(shared.items()):
        way = next(((source, target) for source, target in ((a, b), (b, a)) if original.get(target) == source), None)
        share = len(pairs) / max(1, min(counts[a], counts[b]))
        if way is None and (len(pairs) < _LEAST_CLAIMS or share < _LEAST_SHARE):
            continue
        source, target = way or (a, b)
        yield Edge(
            source=source,
            target=target,
            kind="translation",
            directed=way is not None,
            evidence=tuple(Passage(article_id=one.article_id, span=one.spans[0]) for pair in pairs for one in pair),
            reasons=(f"{len(pairs)} claims in common in two languages", *((f"{target} credits a translation",) if way else ())),
            confidence=0.95 if way else min(0.9, 0.5 + share / 2),
            state="suggested",
            changes=(),
        )


def _shared(
    collection: Collection, claims: Sequence[Claim]
) -> tuple[dict[tuple[str, str], list[tuple[Appearance, Appearance]]], dict[str, int]]:
    shared: dict[tuple[str, str], list[tuple[Appearance, Appearance]]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        first: dict[str, Appearance] = {}
        for one in claim.appearances:
            first.setdefault(one.article_id, one)
            counts[one.article_id] += 1
        ids = sorted(first)
        for number, a in enumerate(ids):
            for b in ids[number + 1 :]:
                if collection.article(a).lang != collection.article(b).lang:
                    shared[a, b].append((first[a], first[b]))
    return shared, counts


def _originals(shared: dict[tuple[str, str], list[tuple[Appearance, Appearance]]], collection: Collection) -> dict[str, str]:
    """Translation -> original: of the articles of the outlet it credits, the one it shares most claims with."""
    best: dict[str, tuple[int, str]] = {}
    for pair, common in sorted(shared.items()):
        for source, target in (pair, pair[::-1]):
            said = collection.article(target).credits
            if any(credit.kind is CreditKind.TRANSLATION for credit in said) and any(
                is_outlet(credit.name, collection.article(source)) for credit in said
            ):
                best[target] = max(best.get(target, (0, "")), (len(common), source))
    return {target: source for target, (_, source) in best.items()}
