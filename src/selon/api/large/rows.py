"""Records -> flat rows: what of each record stands in a column of its own."""

import hashlib
from collections.abc import Iterator
from typing import Any

from selon.match.grouped import earliest, outlet_key
from selon.model.attribution import Attribution
from selon.model.claim import Appearance
from selon.model.claimant import Resolution
from selon.model.lineage import Denial, Edge, Story
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.rejected import Rejected
from selon.model.schemas import (
    AppearanceRow,
    ArticleRow,
    AttributionRow,
    ClaimantRow,
    ClaimRow,
    DateRow,
    DenialRow,
    EdgeRow,
    NamedRow,
    ReadingRow,
    RejectedRow,
    ReuseRow,
)  # fmt: skip
from selon.store.packing import packed

READ = {"articles": ArticleRow, "readings": ReadingRow, "attributions": AttributionRow, "dates": DateRow, "rejected": RejectedRow}
NAMED = {"named": NamedRow, "claimants": ClaimantRow}
LINEAGE = {"claims": ClaimRow, "appearances": AppearanceRow, "edges": EdgeRow, "open_denials": DenialRow}


def _packed(record: object) -> bytes:
    """The bytes of a record: Parquet deflates a column of them."""
    return packed(record, deflated=False)


def key(part: str, place: int) -> int:
    """What tables join an article on: 63 bits.

    >>> 0 <= key("0123456789abcdef", 7) < 2**63
    True
    """
    return int.from_bytes(hashlib.sha256(f"{part}|{place}".encode()).digest()[:8], "big") >> 1


def of_reading(reading: Reading, part: str, place: int) -> Iterator[tuple[str, Any]]:
    """Yield the rows of one article, each with the name of its table."""
    ident = key(part, place)
    yield "articles", _article(reading, ident, part, place)
    yield "readings", ReadingRow(key=ident, body=_packed(reading))
    for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
        yield "attributions", _attribution(reading, attribution, resolution, ident)
    for one in reading.dates:
        yield (
            "dates",
            DateRow(
                key=ident,
                article_id=reading.article.id,
                span_start=one.span.start,
                span_end=one.span.end,
                text=one.span.of(reading.article.text),
                earliest=one.earliest,
                latest=one.latest,
                granularity=one.granularity,
                rule=one.rule,
            ),
        )


def of_rejected(one: Rejected) -> RejectedRow:
    """The row of what was set aside."""
    return RejectedRow(record=one.record, stage=one.stage, what=one.what, place=one.where, fix=one.fix)


def of_reuse(one: Reuse) -> ReuseRow:
    """The row of a passage."""
    return ReuseRow(
        a=one.a.article_id,
        a_start=one.a.span.start,
        a_end=one.a.span.end,
        b=one.b.article_id,
        b_start=one.b.span.start,
        b_end=one.b.span.end,
        tokens=one.tokens,
        edits=len(one.edits),
        direction=one.direction,
        relation=one.relation,
        body=_packed(one),
    )


def of_named(ident: int, reading: Reading) -> NamedRow:
    """The row of the claimants of an article."""
    return NamedRow(key=ident, body=_packed(reading.resolutions))


def of_claimants(reading: Reading) -> Iterator[ClaimantRow]:
    """Yield who stands behind each attribution of an article."""
    for one in reading.resolutions:
        who = one.claimant
        yield ClaimantRow(
            article_id=reading.article.id,
            attribution_id=one.attribution_id,
            claimant_id=who.id if who else None,
            name=who.name if who else None,
            kind=who.kind.value if who else None,
            role=who.role if who else None,
            organisation=who.organisation if who else None,
            country=who.country if who else None,
            how=one.how,
            confidence=one.confidence,
        )


def of_traced(one: Story | Edge | Denial) -> Iterator[tuple[str, Any]]:
    """Yield the rows of a piece of the lineage, each with the name of its table."""
    if isinstance(one, Story):
        yield from of_story(one)
    elif isinstance(one, Edge):
        yield "edges", of_edge(one)
    else:
        yield "open_denials", of_denial(one)


def of_story(story: Story) -> Iterator[tuple[str, Any]]:
    """Yield the rows of one claim, each with the name of its table."""
    yield (
        "claims",
        ClaimRow(
            id=story.claim.id,
            label=story.claim.label,
            articles=story.origins.articles,
            texts=story.origins.texts,
            origins_min=story.origins.min,
            origins_max=story.origins.max,
            first_from=story.first.earliest,
            first_to=story.first.latest,
            denials=len(story.denials),
            body=_packed(story),
        ),
    )
    for one in story.claim.appearances:
        yield "appearances", _appearance(one, story.claim.id)


def of_edge(edge: Edge) -> EdgeRow:
    """The row of a link of the lineage."""
    return EdgeRow(
        source=edge.source,
        target=edge.target,
        kind=edge.kind,
        directed=edge.directed,
        confidence=edge.confidence,
        reasons="\n".join(edge.reasons),
        body=_packed(edge),
    )


def of_denial(one: Denial) -> DenialRow:
    """The row of a denial that is tied to no claim."""
    return DenialRow(article_id=one.article_id, span_start=one.span.start, span_end=one.span.end, denier=one.by, kind=one.kind, tie=one.tie)


def _article(reading: Reading, ident: int, part: str, place: int) -> ArticleRow:
    article = reading.article
    when = article.published
    return ArticleRow(
        key=ident,
        part=part,
        place=place,
        id=article.id,
        digest=article.digest,
        text_digest=article.text_digest,
        address=article.address,
        url=article.url,
        outlet=article.outlet,
        outlet_key=outlet_key(article),
        title=article.title,
        lang=article.lang,
        published_from=when.earliest if when else None,
        published_to=when.latest if when else None,
        published_source=when.source if when else None,
        day=earliest(article),
        degraded=article.degraded,
        text=article.text,
    )


def _attribution(reading: Reading, one: Attribution, resolution: Resolution, ident: int) -> AttributionRow:
    text, who = reading.article.text, resolution.claimant
    return AttributionRow(
        key=ident,
        id=one.id,
        article_id=one.article_id,
        source_start=one.source.start if one.source else None,
        source_end=one.source.end if one.source else None,
        source=one.source.of(text) if one.source else None,
        cue=one.cue.of(text) if one.cue else None,
        content_start=one.content[0].start,
        content_end=one.content[-1].end,
        content=" … ".join(span.of(text) for span in one.content),
        kind=one.kind.value,
        stance=one.stance.value,
        conditional=one.conditional,
        parent=one.parent,
        claimant=who.name if who else None,
        claimant_kind=who.kind.value if who else None,
        role=who.role if who else None,
        organisation=who.organisation if who else None,
        rule=one.rule,
        confidence=one.confidence,
    )


def _appearance(one: Appearance, claim: str) -> AppearanceRow:
    return AppearanceRow(
        claim_id=claim,
        id=one.id,
        article_id=one.article_id,
        span_start=one.spans[0].start,
        span_end=one.spans[-1].end,
        attribution_id=one.attribution_id,
        claimant=one.claimant,
        claimant_id=one.claimant_id,
        stance=one.stance.value,
        conditional=one.conditional,
    )
