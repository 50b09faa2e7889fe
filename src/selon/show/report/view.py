"""One claim's story -> what a report shows, in order: plain values, every passage numbered, every name as it is to be shown."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from selon.errors import NotFound
from selon.model.article import Article
from selon.model.claim import Appearance
from selon.model.lineage import Denial, Edge, Hop, Story
from selon.model.passage import Passage
from selon.model.reading import Reading
from selon.model.ruling import Standing
from selon.model.span import Interval, Span
from selon.show import stemma
from selon.show.edtf import edtf
from selon.show.exports.passages import joined_sha256, sha256
from selon.show.report.persons import Persons, hidden, persons
from selon.show.report.settings import Settings
from selon.show.whose import in_order, left_open, long_chains, named, own_texts, stations
from selon.show.wording import Wording, reason

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage as the report quotes it: its words, and where they stand in the list at the end."""

    number: int
    words: str
    lang: str
    article: str
    outlet: str | None
    when: Interval | None  # its article was published
    place: str  # "608-785"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One appearance of the claim."""

    by: str | None
    source: str | None  # of an attribution whose claimant is left open: the words that name its source, "" where none do; else None
    stance: str
    conditional: bool
    quote: Quote
    is_checked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One station of a chain of authority, with the words that show it."""

    name: str
    how: str  # "": the article that is read
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One passage of the list at the end."""

    number: int
    article: str
    place: str
    sha256: str


@dataclass(slots=True)
class _Passages:
    """Numbers passages as they are quoted; hashes are of the words as they stand, covered or not."""

    shown: Mapping[str, Reading]
    originals: Mapping[str, Reading]
    listed: list[Listed] = field(default_factory=list)
    known: dict[tuple[str, tuple[Span, ...]], Quote] = field(default_factory=dict)

    def quote(self, article_id: str, *spans: Span) -> Quote:
        """The passage, with its number."""
        key = (article_id, spans)
        if key not in self.known:
            article = self.shown[article_id].article
            place = " ".join(f"{span.start}-{span.end}" for span in spans)
            number = len(self.listed) + 1
            words = " … ".join(span.of(article.text) for span in spans)
            hashed = joined_sha256(self.originals[article_id].article, spans)
            self.listed.append(Listed(number=number, article=article_id, place=place, sha256=hashed))
            self.known[key] = Quote(
                number=number, words=words, lang=article.lang, article=article_id, outlet=article.outlet, when=article.published,
                place=place,
            )  # fmt: skip
        return self.known[key]

    def of(self, passages: Iterable[Passage]) -> list[Quote]:
        """Several passages."""
        return [self.quote(one.article_id, one.span) for one in passages]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All that a report shows."""

    story: Story  # with names as they are to be shown
    edges: tuple[Edge, ...]
    readings: Mapping[str, Reading]
    title_by: str | None  # whose words the label is
    is_attributed: bool  # do the words of the label have a source, be it left open?
    own_texts: int  # articles that tell the claim without a source
    first: tuple[str, ...]  # the earliest texts held, each by its outlet and id
    label: Quote
    told: tuple[Told, ...]
    left_out: int  # appearances and denials that no person has checked
    named: tuple[tuple[str, tuple[Quote, ...]], ...]  # on whose word, with the words that name them
    chains: tuple[tuple[Station, ...], ...]
    denials: tuple[tuple[Denial, Quote, bool], ...]
    deniers: tuple[tuple[tuple[str, str | None], tuple[Quote, ...]], ...]  # (manner, who), with the denials
    unmentioned: tuple[tuple[str, tuple[Quote, ...], Quote, int], ...]  # silent article, where it tells the claim, denial, days later
    corroborations: tuple[tuple[str | None, Quote], ...]
    changes: tuple[tuple[str, bool, Quote, Quote], ...]  # kind, directed, before, after
    proofs: tuple[tuple[str, str, str, str, tuple[Quote, ...]], ...]  # outcome, a, b, why, evidence
    mentioned: tuple[tuple[str, Quote], ...]
    gaps: tuple[tuple[str, str, tuple[Quote, ...]], ...]
    circles: tuple[tuple[Quote, ...], ...]
    articles: tuple[tuple[Article, str, str], ...]  # those quoted: article, EDTF, hash of its text
    drawing: stemma.Drawing | None  # None: only what was checked is shown
    arrows: tuple[tuple[stemma.HopRow, tuple[Quote, ...]], ...]  # of the drawing, with the words that each rests on
    passages: tuple[Listed, ...]
    covered: int  # persons who are not named


def view(
    story: Story, edges: Iterable[Edge], readings: Mapping[str, Reading], standing: Standing, settings: Settings, wording: Wording
) -> View:
    """What the report of one claim shows.

    Raises:
        NotFound: only what was checked is wanted, and nothing was.
    """
    who = Persons({}) if settings.all_names else persons(readings.values(), wording, named=settings.named)
    inside = _inside(story)
    near = [edge for edge in edges if {edge.source, edge.target} & inside]
    kept = {name for name in readings if name in inside or any(name in (edge.source, edge.target) for edge in near)}
    originals = {name: readings[name] for name in sorted(kept)}
    shown_story, links, shown = hidden(story, near, originals, who)
    passages = _Passages(shown, originals)
    told, left_out = _told(shown_story, standing, settings, passages)
    denials = [(one, passages.quote(one.article_id, one.span), one.attribution_id in standing.denials) for one in shown_story.denials]
    kept_denials = [one for one in denials if one[2] or not settings.reviewed_only]
    if not told and not kept_denials:
        raise NotFound(
            "no person has checked anything of this claim", where=story.claim.id, fix="check it first, or leave --reviewed-only out"
        )
    worded, held = shown_story.claim.worded, {name: reading.article for name, reading in shown.items()}
    label = passages.quote(worded.article_id, *worded.spans)
    whole = not settings.reviewed_only
    drawing = stemma.stemma(shown_story, links, shown) if whole else None
    return View(
        story=shown_story,
        edges=links,
        readings=shown,
        title_by=worded.claimant,
        is_attributed=worded.attribution_id is not None,
        own_texts=own_texts(shown_story.claim),
        first=tuple(named(name, held) for name in shown_story.first.articles),
        label=label,
        told=tuple(told),
        named=_grouped((one.name, passages.quote(one.passage.article_id, one.passage.span)) for one in shown_story.origins.named),
        chains=_chains(shown_story, passages, held, wording) if whole else (),
        left_out=left_out + len(denials) - len(kept_denials),
        denials=tuple(kept_denials),
        deniers=_grouped(((one.manner, one.by), quote) for one, quote, _ in kept_denials if one.kind != "unconfirmed"),
        unmentioned=tuple(
            (
                named(one.article_id, held),
                tuple(passages.quote(it.article_id, *it.spans) for it in shown_story.claim.appearances if it.article_id == one.article_id),
                passages.quote(one.denial_article_id, one.denial_span),
                one.lag_days,
            )
            for one in shown_story.unmentioned
            if whole
        ),
        corroborations=tuple((one.by, passages.quote(one.article_id, one.span)) for one in shown_story.corroborations if whole),
        changes=tuple(
            (one.kind, one.directed, passages.quote(one.from_article, one.from_span), passages.quote(one.to_article, one.to_span))
            for one in shown_story.changes
            if whole
        ),
        proofs=tuple(
            (one.outcome, named(one.a, held), named(one.b, held), one.why, tuple(passages.of(one.evidence)))
            for one in shown_story.origins.proof
            if whole
        ),
        mentioned=tuple((one.what, passages.quote(one.article_id, one.span)) for one in shown_story.first.mentioned if whole),
        gaps=tuple((one.name, one.why, tuple(passages.of(one.evidence))) for one in shown_story.gaps if whole),
        circles=tuple(tuple(passages.of(circle)) for circle in shown_story.circles if whole),
        drawing=drawing,
        arrows=tuple((row, _words_of(row, passages)) for row in stemma.hops(drawing)) if drawing else (),
        articles=_articles(passages, originals),
        passages=tuple(passages.listed),
        covered=len(set(who.shown.values())),
    )  # fmt: skip


def checked(story: Story, appearance: Appearance, standing: Standing) -> bool:
    """Has a person confirmed the attribution, or a link of the appearance?"""
    links = any(link.state == "confirmed" and appearance.id in (link.a, link.b) for link in story.claim.links)
    return links or appearance.attribution_id in standing.attributions


def _told(story: Story, standing: Standing, settings: Settings, passages: _Passages) -> tuple[list[Told], int]:
    told, left_out = [], 0
    sources = left_open(story, {name: reading.article for name, reading in passages.shown.items()})
    for one in in_order(story.claim):
        is_checked = checked(story, one, standing)
        if settings.reviewed_only and not is_checked:
            left_out += 1
            continue
        quote = passages.quote(one.article_id, *one.spans)
        told.append(
            Told(
                by=one.claimant, source=sources.get(one.id), stance=one.stance.value, conditional=one.conditional, quote=quote,
                is_checked=is_checked,
            )
        )  # fmt: skip
    return told, left_out


def _grouped(found: Iterable[tuple[Name, Quote]]) -> tuple[tuple[Name, tuple[Quote, ...]], ...]:
    """Each name once, with all its passages."""
    groups: dict[Name, dict[int, Quote]] = {}
    for name, quote in found:
        groups.setdefault(name, {})[quote.number] = quote
    return tuple((name, tuple(quotes.values())) for name, quotes in groups.items())


def _chains(story: Story, passages: _Passages, held: Mapping[str, Article], wording: Wording) -> tuple[tuple[Station, ...], ...]:
    return tuple(
        tuple(
            Station(name=_station(hop, held[article], wording), how=hop.how, quote=passages.quote(article, *spans))
            for hop, article, spans in stations(story, chain)
        )
        for chain in long_chains(story)
    )


def _words_of(row: stemma.HopRow, passages: _Passages) -> tuple[Quote, ...]:
    """The passages that an arrow rests on, each once."""
    found = [one for one in (row.before, row.after, *row.evidence) if one and one.article_id in passages.shown]
    return tuple({quote.number: quote for quote in passages.of(found)}.values())


def _station(hop: Hop, article: Article, wording: Wording) -> str:
    """What a station is called: by its name, which is not ours to tell in another language; who has none, in the report's words."""
    has_none = article.outlet is None if hop.kind == "article" else hop.kind == "claimant"
    return (reason(hop.name, wording) if has_none else None) or hop.name


def _inside(story: Story) -> set[str]:
    evidence = [*(one.evidence for one in story.origins.proof), *(one.evidence for one in story.gaps), *story.circles]
    return {
        *(one.article_id for one in story.claim.appearances),
        *(one.article_id for one in story.denials),
        *(name for one in story.unmentioned for name in (one.article_id, one.denial_article_id)),
        *(one.article_id for one in story.corroborations),
        *(one.article_id for one in story.first.mentioned),
        *(name for one in story.changes for name in (one.from_article, one.to_article)),
        *(passage.article_id for passages in evidence for passage in passages),
        *(hop.passage.article_id for chain in story.chains for hop in chain.hops if hop.passage),
        *story.first.articles,
    }


def _articles(passages: _Passages, originals: Mapping[str, Reading]) -> tuple[tuple[Article, str, str], ...]:
    quoted = sorted({one.article for one in passages.listed})
    return tuple(
        (
            passages.shown[name].article,
            edtf(originals[name].article.published) if originals[name].article.published else "",  # type: ignore[arg-type]
            sha256(originals[name].article.text),
        )
        for name in quoted
    )


def makeup(readings: Sequence[Article]) -> dict[str, int]:
    """What a collection holds: articles, distinct texts, outlets that are named, undated and degraded articles."""
    return {
        "articles": len(readings),
        "texts": len({one.text_digest for one in readings}),
        "outlets": len({one.outlet for one in readings if one.outlet}),
        "undated": sum(one.published is None or one.published.earliest is None for one in readings),
        "degraded": sum(one.degraded is not None for one in readings),
    }
