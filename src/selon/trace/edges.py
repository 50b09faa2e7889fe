"""Edges of the lineage, brought together: one for each pair and kind, in canonical order.

Not done yet: edges of the kind denial; denials stand in the story of the claim they deny.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selon.model.claim import Claim
from selon.model.lineage import Edge
from selon.model.passage import Reuse, Translation
from selon.trace.citations import citation_edges
from selon.trace.collection import Collection
from selon.trace.copies import copy_edges
from selon.trace.credit_lines import credit_edges
from selon.trace.hyperlinks import hyperlink_edges
from selon.trace.names import one_spelling
from selon.trace.translations import translation_edges


def edges(
    collection: Collection, reuses: Sequence[Reuse], translations: Sequence[Translation], claims: Sequence[Claim]
) -> tuple[Edge, ...]:
    """Every edge that a credit line, a citation, a link, shared text or a translation shows."""
    found = [
        *credit_edges(collection, reuses, claims),
        *citation_edges(collection, claims),
        *hyperlink_edges(collection),
        *copy_edges(collection, reuses),
        *translation_edges(collection, translations, claims),
    ]
    return joined(found)


def joined(found: Iterable[Edge]) -> tuple[Edge, ...]:
    """One edge for each pair of nodes and kind: reasons and evidence of all, the highest confidence."""
    found = list(found)
    spelling = one_spelling(node for edge in found for node in (edge.source, edge.target))
    one: dict[tuple[str, str, str], Edge] = {}
    for edge in found:
        edge = replace(edge, source=spelling.get(edge.source, edge.source), target=spelling.get(edge.target, edge.target))
        name = (edge.source, edge.target, edge.kind)
        one[name] = _both(one[name], edge) if name in one else edge
    return tuple(one[name] for name in sorted(one))


def _both(a: Edge, b: Edge) -> Edge:
    return replace(
        a,
        directed=a.directed or b.directed,
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        reasons=tuple(dict.fromkeys((*a.reasons, *b.reasons))),
        confidence=max(a.confidence, b.confidence),
    )
