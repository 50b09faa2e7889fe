"""Intervals of time compared: an order is claimed only where they do not overlap.

A day without an hour is the whole day; an instant without an offset is read as UTC, since nothing says where its clock stood.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from selon.model.span import Interval

_LONG_AGO = datetime.min.replace(tzinfo=UTC) + timedelta(days=2)
_FAR_OFF = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)


def begins(interval: Interval | None) -> datetime:
    """The first instant the interval may hold."""
    return _instant(interval.earliest, last=False) if interval and interval.earliest else _LONG_AGO


def ends(interval: Interval | None) -> datetime:
    """The last instant the interval may hold."""
    return _instant(interval.latest, last=True) if interval and interval.latest else _FAR_OFF


def is_before(a: Interval | None, b: Interval | None) -> bool:
    """Does `a` lie wholly before `b`?"""
    return ends(a) < begins(b)


@lru_cache(maxsize=1 << 14)
def _instant(written: str, *, last: bool) -> datetime:
    instant = datetime.fromisoformat(written)
    if len(written) == len("2019-03-29") and last:
        instant += timedelta(days=1, microseconds=-1)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
