"""When two texts were published and what times their tellings give: are two numbers told of one time?"""

import re
from collections.abc import Sequence
from datetime import timedelta

from selon.model.span import Span
from selon.model.time import TimeExpression
from selon.trace.changes.named import is_of_the_calendar
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers
from selon.trace.moments import begins, ends

_COMPARED_CHARS = 30  # before a time, within which the words stand that set another number beside
_NUMBER_ALONE = re.compile(r"\s*\d[\d.,\s]*\D{0,12}")
_DATED_DAYS = 2  # between the first and the last instant at which a dated text may have been published
_OWN_DAYS = (-1, 0, 1)  # of a text: the one before it was published, that one, and the one after, which a forecast is for
_DAY_CHARS = 10  # of an instant: its day


def is_dated(telling: Telling) -> bool:
    """Is it known within some days when the text was published?"""
    when = telling.article.published
    return bool(when and when.earliest and when.latest) and (ends(when) - begins(when)).days <= _DATED_DAYS


def are_of_one_day(a: Telling, b: Telling) -> bool:
    """Were both texts published at one time, as far as is known: a day, where no hour is told?"""
    mine, theirs = a.article.published, b.article.published
    return a.article.id == b.article.id or (is_dated(a) and is_dated(b) and begins(mine) == begins(theirs))


def tell_other_times(a: Telling, b: Telling) -> bool:
    """Does each tell a time, and neither one that the other tells? Of stretches ("since April", "in two weeks") one must be the other."""
    return bool(times(a) and times(b)) and not tell_one_time(a, b)


def tell_two_days(a: Telling, b: Telling) -> bool:
    """Do two tellings of texts of two days each tell of their own day, and of nothing of the other's?"""
    return are_of_two_days(a, times(a), b, times(b))


def are_told_on_two_days(a: Telling, b: Telling) -> bool:
    """Does each sentence of two texts of two days tell of its own day, and of nothing of the other's: a bulletin in the same words?"""
    return are_of_two_days(a, [*times(a), *a.beside], b, [*times(b), *b.beside])


def are_of_two_days(
    a: Telling, mine: Sequence[TimeExpression], b: Telling, theirs: Sequence[TimeExpression], *, named: bool = True
) -> bool:
    """Do two texts of two days each tell a time that is their own day or one beside it, and none of the other's?

    Args:
        a: the first telling.
        mine: the times of the first.
        b: the second telling.
        theirs: the times of the second.
        named: only days that are told by weekday or month are asked for.
    """
    own = own_days(a, mine, named=named), own_days(b, theirs, named=named)
    told = any(_is_one_time(x, y) for x in own[0] for y in theirs) or any(_is_one_time(x, y) for x in own[1] for y in mine)
    return all(own) and not told and not are_of_one_day(a, b)


def own_days(telling: Telling, told: Sequence[TimeExpression], *, named: bool = True) -> list[TimeExpression]:
    """Those of some times that give the day its text was published on, the one before or the one after; `named`: by weekday or month."""
    published = begins(telling.article.published).date()
    own = {(published + timedelta(days=days)).isoformat() for days in _OWN_DAYS}
    near = [one for one in told if one.granularity == "day" and one.earliest and one.earliest[:_DAY_CHARS] in own]
    return [one for one in near if not named or is_of_the_calendar(one.span.of(telling.article.text), telling.language)]


def tell_one_time(a: Telling, b: Telling) -> bool:
    """Do both tell a time that is the same, or of two stretches of days one that lies in the other?"""
    return any(_is_one_time(x, y) for x in times(a) for y in times(b))


def times(telling: Telling) -> list[TimeExpression]:
    """The times of a telling, those of another number aside."""
    return [one for one in telling.dates if (one.earliest or one.latest) and not _is_compared(telling, one)]


def _is_compared(telling: Telling, time: TimeExpression) -> bool:
    """Is it the time of another number, which is only set beside ("against 4,600 last Saturday")?"""
    text, start = telling.article.text, max(0, time.span.start - _COMPARED_CHARS)
    before = markers("compared", text, Span(start, time.span.start), telling.language) if start < time.span.start else []
    return any(_NUMBER_ALONE.fullmatch(text, one.end, time.span.start) for one in before)


def _is_one_time(x: TimeExpression, y: TimeExpression) -> bool:
    if (x.earliest, x.latest) == (y.earliest, y.latest):
        return True
    if {"day"} != {x.granularity, y.granularity}:
        return False  # a count of a day, and of a week-end
    return (x.earliest or "") <= (y.latest or "9999") and (y.earliest or "") <= (x.latest or "9999")


def has_come_since(a: Telling, b: Telling) -> bool:
    """Was a day that one tells still to come when it was published, and no longer when the other was, which may know it for itself?"""
    told, later = a.article.published, b.article.published
    bound, by = _day(told.latest if told else None), _day(later.earliest if later else None)
    days = [_day(one.earliest) for one in (*a.dates, *a.beside) if one.granularity == "day" and one.earliest]
    return bool(bound and by) and any(bound < day <= by for day in days)


def _day(instant: str | None) -> str:
    return (instant or "")[:_DAY_CHARS]


def is_later(a: Telling, b: Telling) -> bool:
    """Does one tell a day that had not come when the other was published?"""
    bound = b.article.published.latest if b.article.published else None
    days = [one.earliest for one in a.dates if one.granularity == "day" and one.earliest]
    return bool(bound and days) and min(days)[:_DAY_CHARS] > (bound or "")[:_DAY_CHARS]
