"""An article without the characters that no reader sees, for the stages that read it; what they found as spans of the whole text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from selon import attribute
from selon.languages.unseen import holds_unseen, places, seen
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Resolution
from selon.model.reading import Reading
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Unmarked:
    """An article as a reader sees it, and where each of its characters stands in the whole one."""

    whole: Article
    article: Article
    places: Sequence[int]

    def marked(self, reading: Reading) -> Reading:
        """The reading of the article as one of the whole."""
        ids = {one.id: self._id(one) for one in reading.attributions}
        return Reading(
            article=replace(self.whole, published=reading.article.published),
            attributions=tuple(self._attribution(one, ids) for one in reading.attributions),
            dates=tuple(replace(one, span=self._span(one.span)) for one in reading.dates),
            resolutions=tuple(self._resolution(one, ids) for one in reading.resolutions),
        )

    def _span(self, span: Span) -> Span:
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def _spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(map(self._span, spans))

    def _id(self, one: Attribution) -> str:
        return attribute.identity(self.whole, self._span(one.cue) if one.cue else None, self._spans(one.content))

    def _attribution(self, one: Attribution, ids: dict[str, str]) -> Attribution:
        return replace(
            one,
            id=ids[one.id],
            source=self._span(one.source) if one.source else None,
            cue=self._span(one.cue) if one.cue else None,
            content=self._spans(one.content),
            parent=ids[one.parent] if one.parent else None,
            via=self._span(one.via) if one.via else None,
            reasons=tuple(attribute.announced_elsewhere(why, self._span) for why in one.reasons),
        )

    def _resolution(self, one: Resolution, ids: dict[str, str]) -> Resolution:
        who = one.claimant
        if who is not None:
            who = replace(who, spans=tuple((name, self._span(span) if name == self.whole.id else span) for name, span in who.spans))
        return replace(one, attribution_id=ids[one.attribution_id], claimant=who, evidence=self._spans(one.evidence))


def unmarked(article: Article) -> Unmarked | None:
    """The article without such characters; None where it holds none."""
    if not holds_unseen(article.text):
        return None
    kept = places(article.text)
    return Unmarked(article, _without(article, kept), kept)


def _without(article: Article, kept: Sequence[int]) -> Article:
    def moved(one: Any) -> Any:
        """The same with its span in the seen text; None where that holds nothing of it."""
        if one.span is None:
            return one
        start, end = bisect_left(kept, one.span.start), bisect_left(kept, one.span.end)
        return replace(one, span=Span(start, end)) if start < end else None

    return replace(
        article,
        text=seen(article.text),
        title=seen(article.title) if article.title else None,
        outlet=seen(article.outlet) if article.outlet else None,
        blocks=tuple(filter(None, map(moved, article.blocks))),
        credits=tuple(filter(None, map(moved, article.credits))),
        links=tuple(filter(None, map(moved, article.links))),
        metadata=tuple(filter(None, map(moved, article.metadata))),
    )
