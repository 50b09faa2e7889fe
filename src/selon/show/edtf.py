"""Times of records as EDTF strings. Source: ISO 8601-2:2019 (Extended Date/Time Format), levels 0 and 1.

An end that is not known is open (".."). A stretch whose two ends are not known is "/": EDTF leaves blank what is unknown.
An expression of a text keeps the string that its rule gave it (`TimeExpression.reasons`), since the rule alone knows that three months are
a season or a quarter (level 2), and that a year is left open (`XXXX-02-12`).
"""

from datetime import date, timedelta

from selon.model.span import Interval
from selon.model.time import TimeExpression

_OPEN = ".."
_GIVEN = "EDTF "  # how the reason begins that carries a string
_DAY_CHARS = len("2019-03-29")


def edtf(interval: Interval | TimeExpression) -> str:
    """The EDTF string of an interval: a day, an instant, a month, a year, a decade, a century, or one end and the other.

    >>> edtf(Interval(earliest="2019-03-01", latest="2019-03-31", source="")), edtf(Interval(earliest="2019-03-01", latest=None, source=""))
    ('2019-03', '2019-03-01/..')
    """
    if isinstance(interval, TimeExpression):
        given = next((reason.removeprefix(_GIVEN) for reason in interval.reasons if reason.startswith(_GIVEN)), None)
        if given is not None:
            return given
    first, last = interval.earliest, interval.latest
    if first is None and last is None:
        return "/"
    if first is None or last is None:
        return f"{_day(first)}/{_day(last)}"
    if first == last:
        return first
    return _unit(date.fromisoformat(_day(first)), date.fromisoformat(_day(last))) or f"{_day(first)}/{_day(last)}"


def _day(end: str | None) -> str:
    """The day of an end, without its hour: ends of a stretch have the precision of days (ISO 8601-2, 4.4)."""
    return _OPEN if end is None else end[:_DAY_CHARS]


def _unit(first: date, last: date) -> str | None:
    """The one day, month, year, decade or century that the days fill; whole years from one to another."""
    if first == last:
        return first.isoformat()
    is_whole = first.day == 1 and (last + timedelta(days=1)).day == 1 if last < date.max else first.day == 1
    if is_whole and (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    years = last.year - first.year + 1
    if years == 1:
        return f"{first.year:04}"
    for size, digits in ((10, 3), (100, 2)):
        if years == size and first.year % size == 0:
            return f"{first.year:04}"[:digits].ljust(4, "X")
    return f"{first.year:04}/{last.year:04}"
