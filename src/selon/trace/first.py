"""The earliest texts held, and the earliest utterances mentioned and not held; no order inside overlapping intervals.

Not done yet: the instant of an utterance that the text dates only through another one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from selon.model.claim import Appearance, Claim
from selon.model.lineage import First, Mention
from selon.model.reading import Reading
from selon.model.span import Interval, Span
from selon.model.time import TimeExpression
from selon.trace.collection import Collection, whole
from selon.trace.moments import begins, ends

_ENDS = re.compile(r"\n|[.!?…]['\"»”’)]*\s+(?:[«“\"(]?[A-ZÀ-ÖØ-Þ]|$)")  # of a sentence
_NEAR_CHARS = 60  # a date this near to the words of an attribution dates it: longer stretches hold other events


def first(claim: Claim, collection: Collection) -> First:
    """The set of articles that may carry the first appearance, with the interval it lies in."""
    earliest = first_of(sorted({one.article_id for one in claim.appearances}), collection)
    told = mentioned(claim.appearances, earliest, collection)
    return replace(earliest, mentioned=told) if told else earliest


def first_of(ids: Sequence[str], collection: Collection) -> First:
    """The articles that may be the first of some, by id; nothing that they mention."""
    bound = min(ends(collection.article(article_id).published) for article_id in ids)
    early = [article_id for article_id in ids if begins(collection.article(article_id).published) <= bound]
    times = [collection.article(article_id).published for article_id in early]
    known = [time for time in times if time is not None]
    return First(
        earliest=min((time.earliest for time in known if time.earliest), default=None) if len(known) == len(times) else None,
        latest=min((time.latest for time in known if time.latest), default=None),
        articles=tuple(early),
        mentioned=(),
    )


def mentioned(appearances: Sequence[Appearance], held: First, collection: Collection) -> tuple[Mention, ...]:
    """The utterances that some appearances date, and that may lie before the earliest text that is `held`."""
    found, bound = [], ends(Interval(earliest=held.earliest, latest=held.latest, source=""))
    for one in appearances:
        reading = collection.readings[one.article_id]
        if one.attribution_id is None or not reading.dates:
            continue
        attribution = collection.attribution(one.attribution_id)
        core = [span for span in (attribution.source, attribution.cue) if span]
        when = _date_near(reading, core, attribution.content)
        if when and begins(Interval(earliest=when.earliest, latest=when.latest, source="")) <= bound:
            told = f"{when.span.of(reading.article.text)} ({when.earliest or '…'} to {when.latest or '…'})"
            found.append(Mention(article_id=one.article_id, span=whole(attribution), what=f"{one.claimant or 'somebody'}, {told}"))
    return tuple(sorted(found, key=lambda mention: (mention.article_id, mention.span)))


def _date_near(reading: Reading, core: Sequence[Span], content: Sequence[Span]) -> TimeExpression | None:
    """The date beside a source or a cue, in their sentence; what is said may date something else, and is not looked into."""
    for date in reading.dates:
        if any(date.span.overlaps(span) for span in content):
            continue
        for span in core:
            if max(date.span.start - span.end, span.start - date.span.end) > _NEAR_CHARS:
                continue
            if not _ENDS.search(reading.article.text[min(span.end, date.span.end) : max(span.start, date.span.start)]):
                return date
    return None
