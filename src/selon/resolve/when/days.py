"""Days, weeks, months, seasons as stretches of days; a stretch may lack its year. Source: ISO 8601-1:2019, proleptic Gregorian."""

from calendar import isleap
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date, timedelta

PLACEHOLDER = 2000  # the year of a stretch whose year nobody tells: a leap year, so that 29 February has a day
AT_ONCE = 4  # words between a date and a verb that surely goes with it
FIRST_MONTH = {1: 3, 2: 6, 3: 9, 4: 12}  # of spring, summer, autumn, winter: whole months, as statisticians of the weather count
FROM_PUBLICATION = "counted from publication"
NOT_KNOWN = "counted from publication, which is not known: open"
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of days, both ends inclusive; None is open."""

    first: date | None
    last: date | None
    grain: str  # day, week, month, season, quarter, half, year, decade, century
    rule: str
    reasons: tuple[str, ...] = field(default=())
    yearless: bool = False  # month and day are known, the year is PLACEHOLDER

    def because(self, *reasons: str) -> "Stretch":
        """The same days, with more reasons."""
        return replace(self, reasons=(*self.reasons, *reasons))


def unknown(grain: str, rule: str, *reasons: str) -> Stretch:
    """Words that are an expression of time, of which the text does not tell the days."""
    return Stretch(first=None, last=None, grain=grain, rule=rule, reasons=reasons)


def single(day: date | None, rule: str, *reasons: str) -> Stretch:
    """One day."""
    return Stretch(first=day, last=day, grain="day", rule=rule, reasons=reasons)


def whole(span: tuple[date, date] | None, grain: str, rule: str, *reasons: str) -> Stretch | None:
    """The days of a span, where there is one."""
    return Stretch(first=span[0], last=span[1], grain=grain, rule=rule, reasons=reasons) if span else None


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and isleap(year) else _LENGTHS[month - 1]


def real(year: int, month: int, day: int) -> date | None:
    """That day, or None where no calendar has it (31 April), or nobody can count on from it."""
    return date(year, month, day) if year < MAXYEAR and 1 <= month <= 12 and 1 <= day <= _length(year, month) else None


def shifted(day: date, months: int) -> date:
    """The day so many months on, or the last of its month: 31 January and one month are 28 February."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, _length(year, month)))


def months(year: int, month: int, count: int = 1) -> tuple[date, date]:
    """So many whole months from that one on."""
    first = date(year, month, 1)
    return first, shifted(first, count) - timedelta(days=1)


def years(year: int, count: int = 1) -> tuple[date, date]:
    """So many whole years from that one on."""
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def week(day: date) -> tuple[date, date]:
    """Monday to Sunday around that day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weekend(day: date) -> tuple[date, date]:
    """Saturday and Sunday of the week of that day."""
    sunday = week(day)[1]
    return sunday - timedelta(days=1), sunday


def season(year: int, number: int) -> tuple[date, date]:
    """Three whole months; the winter of a year begins in its December."""
    return months(year, FIRST_MONTH[number], 3)


def around(day: date, unit: str) -> tuple[date, date] | None:
    """The whole unit that holds that day."""
    if unit == "day":
        return day, day
    if unit == "week":
        return week(day)
    if unit == "weekend":
        return weekend(day)
    if unit == "year":
        return years(day.year)
    size = {"month": 1, "quarter": 3, "half": 6}.get(unit)
    return months(day.year, (day.month - 1) // size * size + 1, size) if size else None


def moved(day: date, unit: str, count: int) -> date | None:
    """The day so many units on; None where the unit is too long or too short to count so, or the calendar ends."""
    try:
        if unit in {"day", "week", "weekend"}:
            return day + timedelta(days=count * (1 if unit == "day" else 7))
        size = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}.get(unit)
        return shifted(day, count * size) if size else None
    except (ValueError, OverflowError):
        return None


def part_of(first: date, last: date, part: str) -> tuple[date, date] | None:
    """The first, middle or last third of a month (days 1-10, 11-20, 21-end) or of a year (four months each)."""
    if (first.year, first.month) == (last.year, last.month):
        return {
            "early": (first, first.replace(day=10)),
            "mid": (first.replace(day=11), first.replace(day=20)),
            "late": (first.replace(day=21), last),
        }.get(part)
    if (last.year, first.month, last.month) == (first.year, 1, 12):
        begin = {"early": 1, "mid": 5, "late": 9}.get(part)
        return months(first.year, begin, 4) if begin else None
    return None
