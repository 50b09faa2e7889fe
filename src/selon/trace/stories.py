"""All that the collection shows of each claim, the most repeated first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from selon.model.claim import Claim
from selon.model.lineage import Change, Corroboration, Denial, Edge, Story
from selon.model.span import Span
from selon.trace.bonds import Bonds
from selon.trace.chains import chains
from selon.trace.changes import hop_changes, inside_changes
from selon.trace.circles import circles
from selon.trace.collection import Collection, told_at
from selon.trace.corroborations import corroborations
from selon.trace.denials import unmentioned
from selon.trace.first import first
from selon.trace.gaps import gaps
from selon.trace.origins import origins
from selon.trace.utterances import one_person


def stories(
    claims: Sequence[Claim], edges: Sequence[Edge], bonds: Bonds, denials: Sequence[Denial], collection: Collection
) -> tuple[Story, ...]:
    """One story for each claim, by number of articles, then by id."""
    tied: dict[str, list[Denial]] = defaultdict(list)
    for denial in denials:
        if denial.claim_id:
            tied[denial.claim_id].append(denial)
    borrowed: dict[str, list[Corroboration]] = defaultdict(list)
    for attribution_id, one in corroborations(collection):
        borrowed[attribution_id].append(one)
    inside = {article_id: tuple(inside_changes(reading, collection)) for article_id, reading in collection.readings.items()}
    touching = _touching(edges)
    persons = one_person(claims, collection)
    told = [
        _story(
            claim,
            _near(claim, touching),
            bonds,
            tied[claim.id],
            [one for appearance in claim.appearances for one in borrowed[appearance.attribution_id or ""]],
            inside,
            persons,
            collection,
        )
        for claim in claims
    ]
    return tuple(sorted(told, key=lambda story: (-story.origins.articles, -len(story.claim.appearances), story.claim.id)))


def _story(
    claim: Claim,
    edges: Sequence[Edge],
    bonds: Bonds,
    denials: Sequence[Denial],
    borrowed: Sequence[Corroboration],
    inside: dict[str, tuple[Change, ...]],
    persons: frozenset[tuple[str, str]],
    collection: Collection,
) -> Story:
    places = told_at(claim, collection)
    own = [one for article_id in sorted(places) for one in inside[article_id] if _touches(one, places)]
    copied = [one for edge in edges for one in edge.changes if _touches(one, places)]
    return Story(
        claim=claim,
        origins=origins(claim, edges, bonds, collection, persons),
        first=first(claim, collection),
        denials=tuple(denials),
        unmentioned=unmentioned(claim, denials, collection),
        corroborations=tuple(borrowed),
        changes=tuple(dict.fromkeys((*hop_changes(claim, edges, denials, collection), *own, *copied))),
        circles=circles(sorted(places), edges),
        chains=chains(claim, collection),
        gaps=gaps(claim, edges),
    )


def _touching(edges: Sequence[Edge]) -> dict[str, list[Edge]]:
    touching: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        for node in {edge.source, edge.target}:
            touching[node].append(edge)
    return touching


def _near(claim: Claim, touching: dict[str, list[Edge]]) -> list[Edge]:
    """The edges that touch the claim's articles, in canonical order."""
    found = {(edge.source, edge.target, edge.kind): edge for one in claim.appearances for edge in touching.get(one.article_id, ())}
    return [found[name] for name in sorted(found)]


def _touches(change: Change, places: Mapping[str, Sequence[Span]]) -> bool:
    """Does one end of the change lie where the claim stands?"""
    ends = ((change.from_article, change.from_span), (change.to_article, change.to_span))
    return any(span.overlaps(place) for article_id, span in ends for place in places.get(article_id, ()))
