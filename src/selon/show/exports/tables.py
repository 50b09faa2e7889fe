"""Material -> flat tables: the rows of each, in the order of articles, texts and claims."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claim import Appearance, ClaimLink
from selon.model.claimant import Resolution
from selon.model.lineage import Change, Denial, Edge, Gap, NamedOrigin, Proof, Story, Unmentioned
from selon.model.passage import Reuse
from selon.model.span import Span
from selon.model.time import TimeExpression
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
    row = TABLES[table].kind
    return columns_of(row, empty=frozenset() if with_text else row.WORDS)


def columns_of(row: Any, *, empty: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """The columns of a flat record, in order; those named in `empty` may be empty too."""
    hints = get_type_hints(row)
    return tuple(_column(field.name, getattr(hints[field.name], "__args__", (hints[field.name],)), empty) for field in fields(row))


def _column(name: str, kinds: tuple[type, ...], empty: frozenset[str]) -> Column:
    (kind,) = (kind for kind in kinds if kind is not type(None))
    return Column(name, kind, type(None) in kinds or name in empty)


def rows(table: str, given: Material) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table as name -> value; without text, columns of words are None."""
    one = TABLES[table]
    names = [field.name for field in fields(one.kind)]
    for parts in one.things(given):
        row = one.row(given, *parts)
        yield {name: None if not given.with_text and name in one.kind.WORDS else getattr(row, name) for name in names}


def _article(given: Material, one: Article) -> ArticleRow:
    when = one.published
    return ArticleRow(
        article=one.id, digest=one.digest, text_sha256=sha256(one.text), characters=len(one.text), url=one.url, address=one.address,
        outlet=one.outlet, title=one.title, authors="; ".join(one.authors) or None, lang=one.lang,
        published_from=when.earliest if when else None, published_to=when.latest if when else None, published_edtf=_when(one),
        published_source=when.source if when else None, attributions=given.said_in[one.id], degraded=one.degraded,
    )  # fmt: skip


def _attribution(given: Material, article: Article, one: Attribution, resolution: Resolution) -> AttributionRow:
    who = resolution.claimant
    return AttributionRow(
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


def _claim(given: Material, story: Story) -> ClaimRow:
    claim, origins, first = story.claim, story.origins, story.first
    return ClaimRow(
        claim=claim.id, label=claim.label, label_sha256=sha256(claim.label), label_claimant=claim.worded.claimant,
        claimants="; ".join(dict.fromkeys(one.claimant for one in claim.appearances if one.claimant)) or None,
        appearances=len(claim.appearances), articles=origins.articles, texts=origins.texts, named_origins=len(origins.named),
        unknown_lineage=origins.unknown, min_origins=origins.min, max_origins=origins.max, first_from=first.earliest,
        first_to=first.latest, first_articles=" ".join(first.articles), denials=len(story.denials), changes=len(story.changes),
        gaps=len(story.gaps),
    )  # fmt: skip


def _appearance(given: Material, story: Story, one: Appearance) -> AppearanceRow:
    article = given.articles[one.article_id]
    return AppearanceRow(
        claim=story.claim.id, appearance=one.id, article=article.id, outlet=article.outlet, published_edtf=_when(article),
        start=one.spans[0].start, end=one.spans[-1].end, pieces=pieces(one.spans), text=given.words(article.id, *one.spans),
        text_sha256=joined_sha256(article, one.spans), claimant=one.claimant, claimant_id=one.claimant_id,
        stance=one.stance.value, conditional=one.conditional, attribution=one.attribution_id,
    )  # fmt: skip


def _link(given: Material, story: Story, one: ClaimLink) -> LinkRow:
    return LinkRow(claim=story.claim.id, a=one.a, b=one.b, kind=one.kind, score=round(one.score, 4), evidence="; ".join(one.evidence))


def _edge(given: Material, one: Edge) -> EdgeRow:
    return EdgeRow(
        edge=edge_id(one), source=one.source, target=one.target, kind=one.kind, directed=one.directed, confidence=one.confidence,
        state=one.state, reasons="; ".join(one.reasons), passages=places(one.evidence),
    )  # fmt: skip


def _change(given: Material, story: Story, one: Change) -> ChangeRow:
    before, after = given.articles[one.from_article], given.articles[one.to_article]
    return ChangeRow(
        claim=story.claim.id, kind=one.kind, directed=one.directed, from_article=before.id, from_start=one.from_span.start,
        from_end=one.from_span.end, from_text=given.words(before.id, one.from_span),
        from_sha256=sha256(one.from_span.of(before.text)), to_article=after.id, to_start=one.to_span.start,
        to_end=one.to_span.end, to_text=given.words(after.id, one.to_span), to_sha256=sha256(one.to_span.of(after.text)),
        sentence=one.sentence,
    )  # fmt: skip


def _denial(given: Material, one: Denial) -> DenialRow:
    return DenialRow(
        claim=one.claim_id, article=one.article_id, start=one.span.start, end=one.span.end, text=given.words(one.article_id, one.span),
        text_sha256=sha256(one.span.of(given.articles[one.article_id].text)), by=one.by, kind=one.kind, tie=one.tie,
        attribution=one.attribution_id,
    )  # fmt: skip


def _unmentioned(given: Material, story: Story, one: Unmentioned) -> UnmentionedRow:
    return UnmentionedRow(
        claim=story.claim.id, article=one.article_id, denial_article=one.denial_article_id, denial_start=one.denial_span.start,
        denial_end=one.denial_span.end, lag_days=one.lag_days,
    )  # fmt: skip


def _origin(given: Material, story: Story, one: NamedOrigin) -> OriginRow:
    place = one.passage
    return OriginRow(
        claim=story.claim.id, name=one.name, kind=one.kind, article=place.article_id, start=place.span.start, end=place.span.end
    )  # fmt: skip


def _proof(given: Material, story: Story, one: Proof) -> ProofRow:
    return ProofRow(claim=story.claim.id, outcome=one.outcome, a=one.a, b=one.b, why=one.why, passages=places(one.evidence))


def _gap(given: Material, story: Story, one: Gap) -> GapRow:
    return GapRow(claim=story.claim.id, name=one.name, why=one.why, passages=places(one.evidence))


def _reuse(given: Material, one: Reuse) -> ReuseRow:
    a, b = one.a, one.b
    return ReuseRow(
        a_article=a.article_id, a_start=a.span.start, a_end=a.span.end, a_sha256=sha256(a.span.of(given.articles[a.article_id].text)),
        b_article=b.article_id, b_start=b.span.start, b_end=b.span.end, b_sha256=sha256(b.span.of(given.articles[b.article_id].text)),
        tokens=one.tokens, edits=len(one.edits), direction=one.direction, relation=one.relation, reasons="; ".join(one.reasons),
    )  # fmt: skip


def _date(given: Material, article: Article, one: TimeExpression) -> DateRow:
    return DateRow(
        article=article.id, start=one.span.start, end=one.span.end, text=one.span.of(article.text), earliest=one.earliest,
        latest=one.latest, edtf=edtf(one) or None, granularity=one.granularity, rule=one.rule,
    )  # fmt: skip


def _of_stories(part: Callable[[Story], Iterable[Any]]) -> Callable[[Material], Iterator[tuple[Any, ...]]]:
    """Each part of each story, with the story."""
    return lambda given: ((story, one) for story in given.stories for one in part(story))


def _when(article: Article) -> str | None:
    return edtf(article.published) if article.published else None


def _start(span: Span | None) -> int | None:
    return span.start if span else None


def _end(span: Span | None) -> int | None:
    return span.end if span else None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the type of its rows, what it has one row for, and what makes the row."""

    kind: Any
    things: Callable[[Material], Iterable[tuple[Any, ...]]]
    row: Callable[..., Any]  # material and one thing's parts -> row


TABLES: dict[str, Table] = {
    "appearances": Table(AppearanceRow, _of_stories(lambda story: story.claim.appearances), _appearance),
    "articles": Table(ArticleRow, lambda given: ((one,) for one in given.articles.values()), _article),
    "attributions": Table(AttributionRow, lambda given: given.attributions.values(), _attribution),
    "changes": Table(ChangeRow, _of_stories(lambda story: story.changes), _change),
    "claims": Table(ClaimRow, lambda given: ((story,) for story in given.stories), _claim),
    "dates": Table(DateRow, lambda given: ((reading.article, one) for reading in given.readings for one in reading.dates), _date),
    "denials": Table(DenialRow, lambda given: ((one,) for one in given.denials()), _denial),
    "edges": Table(EdgeRow, lambda given: ((one,) for one in given.lineage.edges), _edge),
    "gaps": Table(GapRow, _of_stories(lambda story: story.gaps), _gap),
    "links": Table(LinkRow, _of_stories(lambda story: story.claim.links), _link),
    "origins": Table(OriginRow, _of_stories(lambda story: story.origins.named), _origin),
    "proofs": Table(ProofRow, _of_stories(lambda story: story.origins.proof), _proof),
    "reuses": Table(ReuseRow, lambda given: ((one,) for one in given.reuses), _reuse),
    "unmentioned": Table(UnmentionedRow, _of_stories(lambda story: story.unmentioned), _unmentioned),
}
"""Every table, by its name."""
