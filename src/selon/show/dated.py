"""Days on which articles were published, as far as they are known: an end that is open is no day."""

from collections.abc import Iterable

from selon.model.article import Article
from selon.model.span import Interval

_DAY_CHARS = len("2031-03-14")


def by_days(interval: Interval) -> Interval:
    """The interval without its hours."""
    first, last = (end[:_DAY_CHARS] if end else None for end in (interval.earliest, interval.latest))
    return Interval(earliest=first, latest=last, source=interval.source)


def in_days(interval: Interval | None) -> str:
    """The day, or one day and the other; an open end is "…".

    >>> in_days(Interval(earliest="2031-03-14T08:00", latest=None, source="")), in_days(None)
    ('2031-03-14 → …', 'undated')
    """
    if interval is None or not (interval.earliest or interval.latest):
        return "undated"
    days = by_days(interval)
    return str(days.earliest) if days.earliest == days.latest else f"{days.earliest or '…'} → {days.latest or '…'}"


def first_and_last(articles: Iterable[Article]) -> tuple[str, str] | None:
    """From which day on, and up to which, articles were published, of those whose two ends are known."""
    known = [by_days(one.published) for one in articles if one.published and one.published.earliest and one.published.latest]
    return (min(str(one.earliest) for one in known), max(str(one.latest) for one in known)) if known else None
