"""Days and instants as pages write them, as ISO 8601 with the offset that was written; and the day that an address names.

Sources: ISO 8601, RFC 5322 (3.3), RFC 3501 ("11-MAR-1987", 9: date-time), seconds since 1970 (POSIX); written-out dates by the tables of
header lines.
"""

import re
from calendar import monthrange
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from selon.clean.header import header
from selon.model.span import Interval

_FIRST_YEAR, _LAST_YEAR, _DAY_CHARS = 1000, 9998, len("2019-01-02")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s?(Z|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/]+\])?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2})(?::?\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_SECONDS = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")  # 2001 to 2033
_MAIL = re.compile(r"\w{3},? \d{1,2} \w{3} \d{4} \d{2}:\d{2}.*")
_DASHED = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{4})(?: (\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?: ?([+-]\d{4}))?)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SLASHED = re.compile(r"(?<!\d)(20\d{2}|19[89]\d)[/_-](0[1-9]|1[0-2]|[1-9])(?:[/_-](0[1-9]|[12]\d|3[01]|[1-9]))?(?!\d)")
_RUN = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
GUESSED = "the address, a guess"


def when(value: str) -> str | None:
    """A day or an instant as ISO 8601 writes it, with the offset that was written; None where it is neither.

    >>> when("2019-01-02 22:20:00+01:00"), when("20190102"), when("Wed, 02 Jan 2019 22:20:00 +0100"), when("hier")
    ('2019-01-02T22:20:00+01:00', '2019-01-02', '2019-01-02T22:20:00+01:00', None)
    >>> when("2-JAN-1987 22:20:00.15"), when("32-JAN-1987"), when("2-FOO-1987")
    ('1987-01-02T22:20:00', None, None)
    """
    said = value.strip()
    if _DAY.fullmatch(said):
        return said if _checked(said + "-01-01"[len(said) - len("2019") :]) else None
    if instant := _INSTANT.fullmatch(said):
        return _checked(f"{instant[1]}T{instant[2].replace(',', '.')}{instant[3] or ''}")
    if _SECONDS.fullmatch(said):
        return datetime.fromtimestamp(int(said[:10]), UTC).isoformat()
    if compact := _COMPACT.fullmatch(said):
        clock = f"T{compact[4]}:{compact[5]}{compact[6] or ''}" if compact[4] else ""
        return _checked(f"{'-'.join(compact.groups()[:3])}{clock}")
    if _MAIL.fullmatch(said):
        return _of_mail(said)
    if (dashed := _DASHED.fullmatch(said)) and dashed[2].lower() in _MONTHS:
        clock = f"T{dashed[4]}{dashed[5] or ''}" if dashed[4] else ""
        return _checked(f"{dashed[3]}-{_MONTHS.index(dashed[2].lower()) + 1:02}-{int(dashed[1]):02}{clock}")
    written = header(said)
    return written.published.value if written and written.published and not written.unsure else None


def interval(first: str | None, last: str | None, source: str) -> Interval | None:
    """From one date as it is written to another: days, or instants; None where either is no date, or they stand the wrong way round.

    >>> interval("2021-02", "2021-02", "").latest, interval("2021", None, "").latest, interval("vers 2021", "2021", "")
    ('2021-02-28', None, None)
    """
    earliest, latest = (when(one) if one else None for one in (first, last))
    if not (earliest or latest) or (first and not earliest) or (last and not latest):
        return None
    earliest, latest = earliest and earliest + "-01-01"[len(earliest) - len("2019") :], latest and _last_day(latest)
    if earliest and latest and earliest[:_DAY_CHARS] > latest[:_DAY_CHARS]:
        return None
    return Interval(earliest=earliest, latest=latest, source=source)


def _last_day(written: str) -> str:
    """The last day of a year or a month; a day or an instant as it is."""
    month = written + "-12"[len(written) - len("2019") :]
    return written if len(written) >= _DAY_CHARS else f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]:02}"


def _checked(iso: str) -> str | None:
    """A day or an instant of the calendar, in a year that one can count some years from."""
    try:
        year = datetime.fromisoformat(iso).year
    except ValueError:
        return None
    return iso if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _of_mail(said: str) -> str | None:
    try:
        return _checked(parsedate_to_datetime(said).isoformat())
    except (ValueError, TypeError, OverflowError):
        return None


def of_address(address: str) -> Interval | None:
    """The day, or the month, that an address names: "/2021/05/03/", "-20210503"; None where it names none."""
    found = list(_SLASHED.finditer(address))
    dated = next((match for match in found if match[3]), found[0] if found else None)
    if dated is None or (not dated[3] and (run := _RUN.search(address))):
        run = _RUN.search(address)
        return _interval(*run.groups()) if run else None
    return _interval(dated[1], dated[2], dated[3])


def _interval(year: str, month: str, day: str | None) -> Interval | None:
    first = _checked(f"{year}-{int(month):02}-{int(day or 1):02}")
    if first is None:
        return None
    last = first if day else f"{first[:8]}{monthrange(int(year), int(month))[1]:02}"
    return Interval(earliest=first, latest=last, source=GUESSED)
