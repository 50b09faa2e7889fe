"""The readings of a run, with what the tracers look up again and again."""

from collections.abc import Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from selon.languages import Language, codes, load
from selon.model.article import Article, Block
from selon.model.attribution import Attribution
from selon.model.claim import Claim
from selon.model.claimant import Claimant, Resolution
from selon.model.lineage import Change
from selon.model.memo import NOTHING, Memo
from selon.model.reading import Reading
from selon.model.ruling import Decided
from selon.model.span import Span
from selon.model.time import TimeExpression
from selon.trace.names import key
from selon.trace.places import Places

_start, _end = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True)
class Collection:
    """All readings, by article id; looks up, decides nothing."""

    readings: dict[str, Reading]
    decided: Decided = field(default_factory=Decided)  # by people
    memo: Memo = NOTHING

    @classmethod
    def of(cls, readings: Sequence[Reading], decided: Decided | None = None, memo: Memo = NOTHING) -> "Collection":
        """The collection of these readings, in the order of their ids."""
        return cls(
            {reading.article.id: reading for reading in sorted(readings, key=lambda one: one.article.id)}, decided or Decided(), memo
        )

    def article(self, article_id: str) -> Article:
        """The article of that id."""
        return self.readings[article_id].article

    def language(self, article_id: str) -> Language:
        """The tables of the article's language; where it has none, those of the first language."""
        lang = self.readings[article_id].article.lang
        return load(lang if lang in codes() else codes()[0])

    def attribution(self, attribution_id: str) -> Attribution:
        """The attribution of that id."""
        return self._attributions[attribution_id]

    def claimant(self, attribution_id: str | None) -> Claimant | None:
        """Who stands behind an attribution; None where it is not resolved, or there is no attribution."""
        return self._resolutions[attribution_id].claimant if attribution_id else None

    def sureness(self, attribution_id: str | None) -> float:
        """How sure it is who stands behind an attribution, in [0, 1]; 0 where there is none."""
        return self._resolutions[attribution_id].confidence if attribution_id else 0.0

    def is_by_pronoun(self, attribution_id: str | None) -> bool:
        """Is all that tells who stands behind an attribution a pronoun?"""
        return attribution_id is not None and self._resolutions[attribution_id].how.startswith("pronoun")

    def each(self) -> Iterator[tuple[Reading, Attribution, Resolution]]:
        """Every attribution with its reading and resolution, in the order of articles and texts."""
        for reading in self.readings.values():
            for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
                yield reading, attribution, resolution

    def block(self, article_id: str, span: Span) -> Block | None:
        """The block in which a span begins."""
        return next((block for block in self.article(article_id).blocks if block.span.start <= span.start < block.span.end), None)

    def held(self, name: str) -> KeysView[str]:
        """The ids of the articles of the outlet of that name, in order; whether one is among them costs the same however many they are."""
        return self._by_outlet.get(key(name), {}).keys()

    def said(self, article_id: str) -> tuple[tuple[int, int], ...]:
        """Where an article gives words of others, as characters from and to: passages are looked for there thousands of times."""
        if article_id not in self._said:
            told = self.readings[article_id].attributions
            self._said[article_id] = tuple([(span.start, span.end) for one in told for span in one.content])
        return self._said[article_id]

    def dates(self, article_id: str, span: Span) -> tuple[TimeExpression, ...]:
        """The dates that a stretch of an article touches, in text order."""
        if article_id not in self._dates:
            self._dates[article_id] = Places(self.readings[article_id].dates, lambda one: one.span)
        return tuple(self._dates[article_id].overlapping(span))

    def tellings(self, article_id: str, span: Span) -> Iterator[tuple[Span, Span]]:
        """Yield who says something in an article, each with the words for it, where one of the two or both touch a stretch."""
        if article_id not in self._tellings:
            told = ((one.source, one.cue) for one in self.readings[article_id].attributions if one.source and one.cue)
            self._tellings[article_id] = Places(told, lambda both: Span(min(map(_start, both)), max(map(_end, both))))
        return self._tellings[article_id].overlapping(span)

    @cached_property
    def _dates(self) -> dict[str, Places[TimeExpression]]:
        return {}

    @cached_property
    def _tellings(self) -> dict[str, Places[tuple[Span, Span]]]:
        return {}

    @cached_property
    def _by_outlet(self) -> dict[tuple[str, ...], dict[str, None]]:
        found: dict[tuple[str, ...], dict[str, None]] = {}
        for article_id, reading in self.readings.items():
            if reading.article.outlet:
                found.setdefault(key(reading.article.outlet), {})[article_id] = None
        return found

    @cached_property
    def _said(self) -> dict[str, tuple[tuple[int, int], ...]]:
        return {}

    @cached_property
    def _attributions(self) -> dict[str, Attribution]:
        return {attribution.id: attribution for _, attribution, _ in self.each()}

    @cached_property
    def _resolutions(self) -> dict[str, Resolution]:
        return {resolution.attribution_id: resolution for _, _, resolution in self.each()}


def whole(attribution: Attribution) -> Span:
    """The stretch from the first to the last of source, cue and content."""
    spans = [span for span in (attribution.source, attribution.cue, *attribution.content) if span]
    return Span(min([span.start for span in spans]), max([span.end for span in spans]))


def told_at(claim: Claim, collection: Collection) -> dict[str, list[Span]]:
    """Where a claim stands, by article, in the order of their ids: its words, and with an attribution its source and cue too."""
    found: dict[str, list[Span]] = {}
    for one in claim.appearances:
        around = (whole(collection.attribution(one.attribution_id)),) if one.attribution_id else ()
        found.setdefault(one.article_id, []).extend((*one.spans, *around))
    return found


def touches(change: Change, places: Mapping[str, Sequence[Span]]) -> bool:
    """Does one end of the change lie where a claim stands?"""
    ends = ((change.from_article, change.from_span), (change.to_article, change.to_span))
    return any(span.overlaps(place) for article_id, span in ends for place in places.get(article_id, ()))
