"""Edges and ties as people decided: added, confirmed, gone; a denial tied to another claim, or to none."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selon.model.claim import Claim
from selon.model.lineage import Denial, Edge
from selon.model.ruling import Decided


def decided_edges(found: Sequence[Edge], decided: Decided) -> tuple[Edge, ...]:
    """The edges without those that a person rejected, with those a person added; what a person stands by is confirmed."""
    gone, sure = set(decided.no_edges), set(decided.sure_edges)
    kept = {_name(edge): edge for edge in found if _name(edge) not in gone}
    added = {_name(edge): edge for edge in decided.edges}
    told = {**added, **kept}
    return tuple(replace(told[name], state="confirmed") if name in sure else told[name] for name in sorted(told))


def decided_ties(denials: Iterable[Denial], claims: Sequence[Claim], decided: Decided) -> tuple[Denial, ...]:
    """The denials, those that a person tied to a claim or untied as they said."""
    if not decided.ties:
        return tuple(denials)
    ties = dict(decided.ties)
    home = {one.id: claim.id for claim in claims for one in claim.appearances}
    return tuple(_tied(denial, ties[denial.attribution_id], home) if denial.attribution_id in ties else denial for denial in denials)


def _tied(denial: Denial, appearance: str | None, home: dict[str, str]) -> Denial:
    if appearance is None:
        return replace(denial, claim_id=None, tie="open: a person says that it is about no claim of this collection")
    return replace(denial, claim_id=home.get(appearance), tie="a person says so")


def _name(edge: Edge) -> tuple[str, str, str]:
    return edge.source, edge.target, edge.kind
