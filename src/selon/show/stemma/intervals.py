"""Intervals -> bands of time. Source: EDTF (ISO 8601-2:2019) for dates known in part.

The finest of day, month and year that gives at most ten bands is taken. Intervals that are equal at that fineness share a band; an
interval with an open end has its own. Bands stand in the order of their beginnings; those that overlap have no order, and that is said.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from selon.model.span import Interval
from selon.show.stemma.drawing import Band

_MOST_BANDS = 10
_FINENESS = (len("2031-03-13"), len("2031-03"), len("2031"))  # characters of a date that are read

UNDATED = Band(earliest=None, latest=None)


def bands(times: Iterable[Interval | None]) -> tuple[Band, ...]:
    """The bands that these intervals need, the earliest first, the undated last."""
    times = list(times)
    for chars in _FINENESS:
        found = {band(time, chars) for time in times}
        if len(found) <= _MOST_BANDS or chars == _FINENESS[-1]:
            return tuple(sorted(found, key=order))
    raise AssertionError("the coarsest fineness always returns")


def band(time: Interval | None, chars: int) -> Band:
    """The band of one interval, at a fineness."""
    if time is None:
        return UNDATED
    return Band(earliest=time.earliest[:chars] if time.earliest else None, latest=time.latest[:chars] if time.latest else None)


def fineness(found: Sequence[Band]) -> int:
    """The characters that the dates of some bands have."""
    return next((len(end) for one in found for end in (one.earliest, one.latest) if end), _FINENESS[0])


def order(one: Band) -> tuple[bool, str, bool, str]:
    """Where a band stands: by its beginning; without one, before what begins on the day it ends."""
    return one == UNDATED, one.earliest or one.latest or "", one.earliest is not None, one.latest or "9999"


def is_linear(found: Sequence[Band]) -> bool:
    """Is each band one day, month or year, and the next one the next?"""
    steps = [_step(one.earliest) if one.earliest and one.earliest == one.latest else None for one in found]
    return all(a is not None and b is not None and b - a == 1 for a, b in pairwise(steps)) and None not in steps


def _step(written: str) -> int | None:
    parts = [int(part) for part in written.split("-") if part.isdecimal()]
    if len(parts) == 3:
        return date(parts[0], parts[1], parts[2]).toordinal()
    return parts[0] * 12 + parts[1] if len(parts) == 2 else parts[0] if parts else None


def is_overlapping(found: Sequence[Band]) -> bool:
    """Do two of the dated bands have a day in common?"""
    dated = [one for one in found if one != UNDATED]
    return any((a.latest or "9999") >= (b.earliest or "") for a, b in pairwise(dated))
