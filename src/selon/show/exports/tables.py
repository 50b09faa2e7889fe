"""Material -> flat tables: the rows of each, in the order of articles, texts and claims."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

from selon.model.article import Article
from selon.model.span import Span
from selon.show.edtf import edtf
from selon.show.exports.material import Material
from selon.show.exports.passages import edge_id, joined_sha256, pieces, places, sha256
from selon.show.exports.rows import (
    AppearanceRow,
    ArticleRow,
    AttributionRow,
    ChangeRow,
    ClaimRow,
    DateRow,
    DenialRow,
    EdgeRow,
    GapRow,
    LinkRow,
    OriginRow,
    ProofRow,
    ReuseRow,
    UnmentionedRow,
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the type of its values (str, int, float, bool), and whether it may be empty."""

    name: str
    type: type
    is_optional: bool


def columns(table: str, *, with_text: bool = True) -> tuple[Column, ...]:
    """The columns of a table, in order; columns of words may be empty in an export without text."""
    row = TABLES[table][0]
    hints = get_type_hints(row)
    return tuple(
        Column(
            field.name,
            next(kind for kind in getattr(hints[field.name], "__args__", (hints[field.name],)) if kind is not type(None)),
            type(None) in getattr(hints[field.name], "__args__", ()) or (not with_text and field.name in row.WORDS),
        )
        for field in fields(row)
    )


def rows(table: str, given: Material) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table as name -> value; without text, columns of words are None."""
    kind, make = TABLES[table]
    names = [field.name for field in fields(kind)]
    for row in make(given):
        yield {name: None if not given.with_text and name in kind.WORDS else getattr(row, name) for name in names}


def _articles(given: Material) -> Iterator[ArticleRow]:
    for reading in given.readings:
        one, when = reading.article, reading.article.published
        yield ArticleRow(
            article=one.id, digest=one.digest, text_sha256=sha256(one.text), characters=len(one.text), url=one.url, address=one.address,
            outlet=one.outlet, title=one.title, authors="; ".join(one.authors) or None, lang=one.lang,
            published_from=when.earliest if when else None, published_to=when.latest if when else None, published_edtf=_when(one),
            published_source=when.source if when else None, attributions=len(reading.attributions), degraded=one.degraded,
        )  # fmt: skip


def _attributions(given: Material) -> Iterator[AttributionRow]:
    for article, one, resolution in given.attributions.values():
        who = resolution.claimant
        yield AttributionRow(
            attribution=one.id, article=article.id, outlet=article.outlet, published_edtf=_when(article), start=one.content[0].start,
            end=one.content[-1].end, pieces=pieces(one.content), content=given.words(article.id, *one.content),
            content_sha256=joined_sha256(article, one.content), source_start=_start(one.source), source_end=_end(one.source),
            source=one.source.of(article.text) if one.source else None, cue_start=_start(one.cue), cue_end=_end(one.cue),
            cue=one.cue.of(article.text) if one.cue else None, kind=one.kind.value, stance=one.stance.value,
            conditional=one.conditional, lang=one.lang, parent=one.parent, claimant=who.name if who else None,
            claimant_id=who.id if who else None, claimant_kind=who.kind.value if who else None, role=who.role if who else None,
            organisation=who.organisation if who else None, country=who.country if who else None, how=resolution.how, rule=one.rule,
            confidence=one.confidence,
        )  # fmt: skip


def _claims(given: Material) -> Iterator[ClaimRow]:
    for story in given.stories:
        claim, origins, first = story.claim, story.origins, story.first
        yield ClaimRow(
            claim=claim.id, label=claim.label, label_sha256=sha256(claim.label),
            claimants="; ".join(dict.fromkeys(one.claimant for one in claim.appearances if one.claimant)) or None,
            appearances=len(claim.appearances), articles=origins.articles, texts=origins.texts, named_origins=len(origins.named),
            unknown_lineage=origins.unknown, min_origins=origins.min, max_origins=origins.max, first_from=first.earliest,
            first_to=first.latest, first_articles=" ".join(first.articles), denials=len(story.denials), changes=len(story.changes),
            gaps=len(story.gaps),
        )  # fmt: skip


def _appearances(given: Material) -> Iterator[AppearanceRow]:
    for story in given.stories:
        for one in story.claim.appearances:
            article = given.articles[one.article_id]
            yield AppearanceRow(
                claim=story.claim.id, appearance=one.id, article=article.id, outlet=article.outlet, published_edtf=_when(article),
                start=one.spans[0].start, end=one.spans[-1].end, pieces=pieces(one.spans), text=given.words(article.id, *one.spans),
                text_sha256=joined_sha256(article, one.spans), claimant=one.claimant, claimant_id=one.claimant_id,
                stance=one.stance.value, conditional=one.conditional, attribution=one.attribution_id,
            )  # fmt: skip


def _links(given: Material) -> Iterator[LinkRow]:
    for story in given.stories:
        for one in story.claim.links:
            yield LinkRow(
                claim=story.claim.id, a=one.a, b=one.b, kind=one.kind, score=round(one.score, 4), evidence="; ".join(one.evidence)
            )  # fmt: skip


def _edges(given: Material) -> Iterator[EdgeRow]:
    for one in given.lineage.edges:
        yield EdgeRow(
            edge=edge_id(one), source=one.source, target=one.target, kind=one.kind, directed=one.directed, confidence=one.confidence,
            state=one.state, reasons="; ".join(one.reasons), passages=places(one.evidence),
        )  # fmt: skip


def _changes(given: Material) -> Iterator[ChangeRow]:
    for story in given.stories:
        for one in story.changes:
            before, after = given.articles[one.from_article], given.articles[one.to_article]
            yield ChangeRow(
                claim=story.claim.id, kind=one.kind, directed=one.directed, from_article=before.id, from_start=one.from_span.start,
                from_end=one.from_span.end, from_text=given.words(before.id, one.from_span),
                from_sha256=sha256(one.from_span.of(before.text)), to_article=after.id, to_start=one.to_span.start,
                to_end=one.to_span.end, to_text=given.words(after.id, one.to_span), to_sha256=sha256(one.to_span.of(after.text)),
                sentence=one.sentence,
            )  # fmt: skip


def _denials(given: Material) -> Iterator[DenialRow]:
    for one in given.denials():
        yield DenialRow(
            claim=one.claim_id, article=one.article_id, start=one.span.start, end=one.span.end, text=given.words(one.article_id, one.span),
            text_sha256=sha256(one.span.of(given.articles[one.article_id].text)), by=one.by, kind=one.kind, tie=one.tie,
            attribution=one.attribution_id,
        )  # fmt: skip


def _unmentioned(given: Material) -> Iterator[UnmentionedRow]:
    for story in given.stories:
        for one in story.unmentioned:
            yield UnmentionedRow(
                claim=story.claim.id, article=one.article_id, denial_article=one.denial_article_id, denial_start=one.denial_span.start,
                denial_end=one.denial_span.end, lag_days=one.lag_days,
            )  # fmt: skip


def _origins(given: Material) -> Iterator[OriginRow]:
    for story in given.stories:
        for one in story.origins.named:
            place = one.passage
            yield OriginRow(
                claim=story.claim.id, name=one.name, kind=one.kind, article=place.article_id, start=place.span.start, end=place.span.end
            )


def _proofs(given: Material) -> Iterator[ProofRow]:
    for story in given.stories:
        for one in story.origins.proof:
            yield ProofRow(claim=story.claim.id, outcome=one.outcome, a=one.a, b=one.b, why=one.why, passages=places(one.evidence))


def _gaps(given: Material) -> Iterator[GapRow]:
    for story in given.stories:
        for one in story.gaps:
            yield GapRow(claim=story.claim.id, name=one.name, why=one.why, passages=places(one.evidence))


def _reuses(given: Material) -> Iterator[ReuseRow]:
    for one in given.reuses:
        a, b = one.a, one.b
        yield ReuseRow(
            a_article=a.article_id, a_start=a.span.start, a_end=a.span.end, a_sha256=sha256(a.span.of(given.articles[a.article_id].text)),
            b_article=b.article_id, b_start=b.span.start, b_end=b.span.end, b_sha256=sha256(b.span.of(given.articles[b.article_id].text)),
            tokens=one.tokens, edits=len(one.edits), direction=one.direction, relation=one.relation, reasons="; ".join(one.reasons),
        )  # fmt: skip


def _dates(given: Material) -> Iterator[DateRow]:
    for reading in given.readings:
        for one in reading.dates:
            yield DateRow(
                article=reading.article.id, start=one.span.start, end=one.span.end, text=one.span.of(reading.article.text),
                earliest=one.earliest, latest=one.latest, edtf=edtf(one) or None, granularity=one.granularity, rule=one.rule,
            )  # fmt: skip


def _when(article: Article) -> str | None:
    return edtf(article.published) if article.published else None


def _start(span: Span | None) -> int | None:
    return span.start if span else None


def _end(span: Span | None) -> int | None:
    return span.end if span else None


TABLES: dict[str, tuple[Any, Callable[[Material], Iterator[Any]]]] = {
    "appearances": (AppearanceRow, _appearances),
    "articles": (ArticleRow, _articles),
    "attributions": (AttributionRow, _attributions),
    "changes": (ChangeRow, _changes),
    "claims": (ClaimRow, _claims),
    "dates": (DateRow, _dates),
    "denials": (DenialRow, _denials),
    "edges": (EdgeRow, _edges),
    "gaps": (GapRow, _gaps),
    "links": (LinkRow, _links),
    "origins": (OriginRow, _origins),
    "proofs": (ProofRow, _proofs),
    "reuses": (ReuseRow, _reuses),
    "unmentioned": (UnmentionedRow, _unmentioned),
}
"""Every table: the type of its rows, and what makes them."""
