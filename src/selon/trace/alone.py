"""The story of a claim that stands once in the collection: nearly all are such, and most of what is told of them is that of their article.

What is the same for all claims of one article is found once, a `Page`. What comes out is what the files for claims of many texts find.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.groups import Groups
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Change, Corroboration, Denial, Edge, First, Hop, NamedOrigin, Origins, Proof, Story
from selon.model.passage import Passage
from selon.trace.chains import chain, opening
from selon.trace.circles import circles
from selon.trace.collection import Collection, told_at, touches
from selon.trace.denials import unmentioned
from selon.trace.first import first_of, mentioned
from selon.trace.gaps import gaps, outward
from selon.trace.joining import JOINING
from selon.trace.origins import joined
from selon.trace.tellers import teller


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What the claims of one article have in common that stand nowhere else."""

    joining: tuple[Edge, ...]  # edges that may show it linked to what is not held
    first: First  # without what is mentioned
    circles: tuple[tuple[Passage, ...], ...]
    opening: tuple[Hop, ...]
    outward: tuple[Edge, ...]  # from what is not held
    changes: tuple[Change, ...]  # inside it, and along its edges, wherever they stand


def page(article_id: str, edges: Sequence[Edge], inside: Sequence[Change], collection: Collection) -> Page:
    """What the claims of one article have in common.

    Args:
        article_id: of the article.
        edges: those that touch it, in canonical order.
        inside: what changes between its own tellings.
        collection: the readings.
    """
    return Page(
        joining=tuple(
            edge for edge in edges if edge.kind in JOINING and all(node == article_id or node.startswith("ext:") for node in _nodes(edge))
        ),
        first=first_of([article_id], collection),
        circles=circles([article_id], edges),
        opening=opening(collection.article(article_id)),
        outward=outward(edges),
        changes=(*inside, *(one for edge in edges for one in edge.changes)),
    )


def _nodes(edge: Edge) -> tuple[str, str]:
    return edge.source, edge.target


def story_alone(claim: Claim, own: Page, denials: Sequence[Denial], borrowed: Sequence[Corroboration], collection: Collection) -> Story:
    """The story of a claim of one appearance, whose article is `own`."""
    said = mentioned(claim.appearances, own.first, collection)
    places = told_at(claim, collection) if own.joining or own.changes else {}
    return Story(
        claim=claim,
        origins=_origins(claim.appearances[0], tuple(joined(Groups(places), own.joining, places)) if own.joining else (), collection),
        first=replace(own.first, mentioned=said) if said else own.first,
        denials=tuple(denials),
        unmentioned=unmentioned(claim, denials, collection) if denials else (),
        corroborations=tuple(borrowed),
        changes=tuple(dict.fromkeys(one for one in own.changes if touches(one, places))) if own.changes else (),
        circles=own.circles,
        chains=(chain(claim.appearances[0], own.opening, collection),),
        gaps=gaps(claim, own.outward, collection) if own.outward else (),
    )


def _origins(one: Appearance, merges: tuple[Proof, ...], collection: Collection) -> Origins:
    """The origins of what one text tells: one, whoever it is."""
    told = teller(one, collection)
    if told is None and not merges:
        return _TOLD_ONCE if one.attribution_id else _UNKNOWN_ONCE
    named = (NamedOrigin(name=told.claimant.name, kind=told.claimant.kind.value, passage=told.passage),) if told else ()
    unknown = int(one.attribution_id is None and told is None)
    return Origins(articles=1, texts=1, named=named, unknown=unknown, min=1, max=1, proof=merges)


_TOLD_ONCE = Origins(articles=1, texts=1, named=(), unknown=0, min=1, max=1, proof=())
_UNKNOWN_ONCE = Origins(articles=1, texts=1, named=(), unknown=1, min=1, max=1, proof=())
