"""Hours of the day beside a number: a count of two o'clock and one of the evening are two counts, and neither corrects the other."""

import re

from selon.model.span import Span
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers

_HOUR = re.compile(
    r"(?<![\w.,:/-])(?P<hour>[01]?\d|2[0-3])\s?(?:[hH]\s?(?P<minute>[0-5]\d)?(?![\w-])|:(?P<minutes>[0-5]\d)(?![\w:])"
    r"|(?:[.:](?P<past>[0-5]\d))?\s?(?P<half>[aApP])\.?[mM](?!\w))"
)  # "14h00", "18 h", "14:00", "2.30 pm"
_FIGURES = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_NEAR_CHARS = 80  # on both sides of a number: an hour farther off is that of something else ("put out after 6:00")
_NOON = 12


def tell_other_hours(a: Telling, mine: Span, b: Telling, theirs: Span) -> bool:
    """Does an hour of the day stand near one of two numbers, in its sentence, and no such hour near the other?"""
    hours = [_hours(telling, span) for telling, span in ((a, mine), (b, theirs))]
    return bool(hours[0] or hours[1]) and hours[0].isdisjoint(hours[1])


def _hours(telling: Telling, span: Span) -> frozenset[tuple[int, int]]:
    """Hours and minutes near a span."""
    sentence = sentence_of(telling.article, span, telling.language)
    start, end = max(sentence.start, span.start - _NEAR_CHARS), min(sentence.end, span.end + _NEAR_CHARS)
    text, spelt = telling.article.text, markers("hour", telling.article.text, Span(start, end), telling.language)
    figures = [_FIGURES.search(one.of(text)) for one in spelt]  # "towards 17 o'clock"
    return frozenset([_told(match) for match in _HOUR.finditer(text, start, end)] + [(int(one[0]), 0) for one in figures if one])


def _told(match: re.Match[str]) -> tuple[int, int]:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return hour, int(match["minute"] or match["minutes"] or match["past"] or 0)
