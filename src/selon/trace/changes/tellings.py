"""A telling: one appearance of a claim, or one attribution, with all that changes are looked for in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from selon.languages import Language
from selon.languages.sentences import sentences
from selon.model.article import Article
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Appearance
from selon.model.claimant import Claimant
from selon.model.reading import Reading
from selon.model.span import Span
from selon.model.time import TimeExpression
from selon.trace.alike import stems
from selon.trace.changes.hedging import hedges_nothing
from selon.trace.collection import Collection
from selon.trace.markers import markers

_REPORTED_CHARS = 50  # before a conditional
_SENTENCE_CHARS = 200  # on one side of a telling, as far as its sentence goes
_GOES_ON_CHARS = 8  # between what somebody says and a stretch that goes on from it: a comma, and a word that joins them
_SENTENCE_END = re.compile(r"[.!?…\n]")
_CLOSED = re.compile(r"[.!?…][ \u00a0]{0,2}[^.!?…\n]{0,40}")  # the sentence behind it begins, as far as a telling in it


@dataclass(frozen=True)
class _Around:
    """What stands around a telling in its article, found when it is first asked for: most tellings are set beside none of another text."""

    reading: Reading
    language: Language
    spans: tuple[Span, ...]
    attribution: Attribution | None

    @property
    def _others(self) -> list[Attribution]:
        return [one for one in self.reading.attributions if one is not self.attribution and one.source]

    @cached_property
    def sayings(self) -> bool:
        """Does it hold, or go on from, what somebody else is said to say?"""
        text, others = self.reading.article.text, self._others
        held = any(span.overlaps(part) for one in others for part in one.content for span in self.spans)
        return held or any(_goes_on(text, one, self.spans[0]) for one in others)

    @cached_property
    def dates(self) -> tuple[TimeExpression, ...]:
        """The dates in its sentence, outside of its spans."""
        text, spans = self.reading.article.text, self.spans
        near = (date for date in self.reading.dates if _is_in_its_sentence(text, date.span, spans, self.language))
        return tuple(date for date in near if not any(span.covers(date.span) for span in spans))

    @cached_property
    def closes_before(self) -> bool:
        """Does the sentence before it close with who says that one?"""
        return any(_closes_before(self.reading.article.text, one, self.spans[0]) for one in self._others)


@dataclass(frozen=True)
class Telling:
    """The spans of one telling in its article."""

    article: Article
    language: Language
    spans: tuple[Span, ...]
    attribution: Attribution | None
    claimant: Claimant | None
    dates: tuple[TimeExpression, ...]  # those inside the spans
    around: _Around | None = None  # of a sentence what stands around the whole telling; None: nothing is asked of it

    def __hash__(self) -> int:
        return hash((self.article.id, self.spans))  # quick: what is found in one is asked for again and again

    @property
    def place(self) -> Span:
        """From the first character to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return stems(self.article.text, self.spans, self.language)

    @cached_property
    def plain_stems(self) -> frozenset[str]:
        """The same, numbers aside."""
        return frozenset([stem for stem in self.stems if not stem.isdigit()])

    @property
    def holds_sayings(self) -> bool:
        """Does it hold what somebody else is said to say?"""
        return self.around is not None and self.around.sayings

    @property
    def beside(self) -> tuple[TimeExpression, ...]:
        """The dates in its sentence, outside of the spans."""
        return self.around.dates if self.around else ()

    @property
    def behind_source(self) -> bool:
        """Does the sentence before it close with who says that one?"""
        return self.around is not None and self.around.closes_before

    @property
    def is_direct(self) -> bool:
        """Is all of it in quotation marks?"""
        return self.attribution is not None and self.attribution.kind is SpeechKind.DIRECT

    def marked(self, kind: str) -> list[Span]:
        """The markers of one kind inside the spans."""
        return [found for span in self.spans for found in markers(kind, self.article.text, span, self.language)]

    def hedges(self) -> list[Span]:
        """What makes it less than plainly told: markers, else the whole of a hedged stance."""
        found = self.marked("hedge")
        if self.attribution is None or self.is_direct:
            found = sorted([*found, *(one for one in self.marked("conditional") if not self._is_reported(one))])
        if found and all(hedges_nothing(self.article.text, one, self.language) for one in found):
            return []
        if (
            not found
            and self.attribution
            and not self.is_direct
            and (self.attribution.conditional or self.attribution.stance is Stance.HEDGED)
        ):
            return [self.place]
        return found

    def _is_reported(self, marker: Span) -> bool:
        """Does a word that opens what is decided or told stand before a conditional, which then tells what was still to come?"""
        if not marker.start:
            return False
        before = Span(max(0, marker.start - _REPORTED_CHARS), marker.start)
        return bool(markers("complement", self.article.text, before, self.language))


def of_appearance(appearance: Appearance, collection: Collection) -> Telling:
    """The telling of one appearance."""
    attribution = collection.attribution(appearance.attribution_id) if appearance.attribution_id else None
    return _telling(appearance.article_id, appearance.spans, attribution, collection)


def of_attribution(article_id: str, attribution: Attribution, collection: Collection) -> Telling:
    """The telling of one attribution."""
    return _telling(article_id, attribution.content, attribution, collection)


def by_sentence(telling: Telling) -> Iterator[Telling]:
    """The telling cut into its sentences, each with the whole's attribution and claimant."""
    for span in telling.spans:
        for sentence in sentences(telling.article.text, span, telling.language):
            dates = tuple(date for date in telling.dates if sentence.covers(date.span))
            yield replace(telling, spans=(sentence,), dates=dates)


def _telling(article_id: str, spans: tuple[Span, ...], attribution: Attribution | None, collection: Collection) -> Telling:
    reading = collection.readings[article_id]
    claimant = collection.claimant(attribution.id) if attribution else None
    dates = tuple(date for date in reading.dates if any(span.covers(date.span) for span in spans))
    language = collection.language(article_id)
    around = _Around(reading, language, spans, attribution)
    return Telling(reading.article, language, spans, attribution, claimant, dates, around)


def _is_in_its_sentence(text: str, span: Span, spans: tuple[Span, ...], language: Language) -> bool:
    """Does a span stand before, behind or between some others in their sentence, however its lines are broken?"""
    start, end = spans[0].start, spans[-1].end
    if span.start >= start and span.end <= end:
        return True
    gap = (span.end, start) if span.end <= start else (end, span.start)
    if not 0 <= gap[1] - gap[0] <= _SENTENCE_CHARS:
        return False
    if not _SENTENCE_END.search(text, *gap):
        return True
    return len(sentences(text, Span(min(span.start, start), max(span.end, end)), language)) == 1


def _goes_on(text: str, told: Attribution, span: Span) -> bool:
    """Does a stretch stand in the sentence of what somebody says, right behind it, so that it may be said as well ("but also in …")?"""
    end = told.content[-1].end
    return 0 <= span.start - end <= _GOES_ON_CHARS and not _SENTENCE_END.search(text, end - 1, span.start)


def _closes_before(text: str, told: Attribution, span: Span) -> bool:
    """Does who says something close the sentence before a stretch of the same paragraph, which may go on with his words ("…, says Brel.")?

    Behind words in quotation marks what stands without them is the text's own again.
    """
    if told.kind is not SpeechKind.INDIRECT or told.source is None or told.source.start < told.content[-1].end:
        return False
    end = max(told.source.end, told.cue.end if told.cue else 0)
    return end <= span.start and _CLOSED.fullmatch(text, end, span.start) is not None
