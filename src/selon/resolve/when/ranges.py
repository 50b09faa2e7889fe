"""Rules for two dates that enclose a stretch: "du 14 au 27 mars 2019", "entre 2011 et 2014", "de lundi à mardi"."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from selon.resolve.when import absolute, anchored, days, edges, periods, relative
from selon.resolve.when.absolute import NO_YEAR, chosen_day, lent
from selon.resolve.when.days import PLACEHOLDER, Stretch, unknown
from selon.resolve.when.scene import Scene
from selon.resolve.when.shapes import Hit

_FAR_MONTHS = 6  # coming months that far off are told with their year
_LONGEST_DAYS = 366  # a range of days that is longer was misread

Rule = Callable[[Hit, Scene], Stretch | None]


def day_range(hit: Hit, scene: Scene) -> Stretch | None:
    """Day to day; the month and the year that are left out are the second's. Slots: day, month, year, day_2, month_2, year_2."""
    number, number_2, month_2 = hit.number("day"), hit.number("day_2"), hit.number("month_2") or hit.number("month")
    month = hit.number("month") or month_2
    if number is None or number_2 is None or month is None or month_2 is None:
        return None
    year = hit.number("year_2") or hit.number("year")
    if year is not None:
        return _days(year - (month > month_2) if not (hit.has("year") and hit.has("year_2")) else hit.number("year") or year,
                     month, number, year, month_2, number_2, "absolute", ())  # fmt: skip
    if scene.published is None:
        if days.real(PLACEHOLDER, month_2, number_2) is None or month > month_2:
            return None
        end = lent(scene, hit, date(PLACEHOLDER, month_2, number_2), "day")
        kind = end.rule.partition(".")[0]
        assert end.last is not None
        found = _days(end.last.year, month, number, end.last.year, month_2, number_2, kind, end.reasons)
        return found and Stretch(
            first=found.first, last=found.last, grain="day", rule=found.rule, reasons=found.reasons, yearless=end.yearless
        )
    near = [days.real(scene.published.year + gap, month_2, number_2) for gap in (-1, 0, 1)]
    last, reason = _ended([day for day in near if day], hit, scene, (month, number))
    return _days(last.year - (month > month_2), month, number, last.year, month_2, number_2, "relative", (reason,)) if last else None


def _ended(ends: list[date], hit: Hit, scene: Scene, begin: tuple[int, int]) -> tuple[date | None, str]:
    """The end of a range: one that publication falls in, else as for a day."""
    assert scene.published is not None
    for end in ends:
        first = days.real(end.year - (begin[0] > end.month), *begin)
        if first and first <= scene.published <= end:
            return end, "publication falls in it"
    return chosen_day(ends, hit, scene)


def _days(year: int, month: int, day: int, year_2: int, month_2: int, day_2: int, kind: str, reasons: tuple[str, ...]) -> Stretch | None:
    first, last = days.real(year, month, day), days.real(year_2, month_2, day_2)
    if first is None or last is None or not 0 < (last - first).days <= _LONGEST_DAYS:
        return None
    return Stretch(first=first, last=last, grain="day", rule=f"{kind}.day_range", reasons=reasons)


def day_pair(hit: Hit, scene: Scene) -> Stretch | None:
    """Two days of one month, as the stretch from the first to the second; without a month only two that follow. Slots as for a range."""
    number, number_2 = hit.number("day"), hit.number("day_2")
    is_one = number is not None and number_2 is not None and (number_2 - number == 1 or (number_2 == 1 and number >= 28))
    if hit.has("month_2") or hit.has("month"):
        found = day_range(hit, scene)
        return found if is_one or found is None else found.because("two days: from the first to the second")
    return _pair_near(number or 0, number_2 or 0, hit, scene) if is_one else None


def _pair_near(number: int, number_2: int, hit: Hit, scene: Scene) -> Stretch | None:
    if scene.is_counted(hit) or number_2 < number or scene.published is None or scene.side(hit) == "future":
        return None
    base = scene.published if scene.published.day >= number_2 else days.shifted(scene.published.replace(day=1), -1)
    return _days(base.year, base.month, number, base.year, base.month, number_2, "relative", ("the last such days before publication",))


def month_range(hit: Hit, scene: Scene) -> Stretch | None:
    """Month to month. Slots: month, year, month_2, year_2."""
    month, month_2 = hit.number("month"), hit.number("month_2")
    if month is None or month_2 is None:
        return None
    year_2 = hit.number("year_2") or hit.number("year")
    reasons: tuple[str, ...] = ()
    kind = "absolute"
    if year_2 is None:
        if scene.published is None:
            return unknown("month", "relative.month_range", NO_YEAR)
        kind, reasons = "relative", ("the last ones on or before publication",)
        months_on = (month - scene.published.month) % 12
        is_ahead = 0 < months_on <= _FAR_MONTHS and scene.side(hit) == "future"
        year_2 = scene.published.year - (month_2 > scene.published.month)
        year_2 += is_ahead and date(year_2, month_2, 1) < scene.published
    year = hit.number("year") if hit.has("year") and hit.has("year_2") else year_2 - (month > month_2)
    first, last = date(year or year_2, month, 1), days.months(year_2, month_2)[1]
    return Stretch(first=first, last=last, grain="month", rule=f"{kind}.month_range", reasons=reasons) if first < last else None


def month_pair(hit: Hit, scene: Scene) -> Stretch | None:
    """Two months that follow each other, as one stretch. Slots as for a range."""
    month, month_2 = hit.number("month"), hit.number("month_2")
    return month_range(hit, scene) if month is not None and month_2 is not None and (month_2 - month) % 12 == 1 else None


def year_range(hit: Hit, scene: Scene) -> Stretch | None:
    """Year to year; "2014-15" too. Slots: year, year_2."""
    first, last = hit.number("year"), hit.number("year_2")
    if first is not None and last is not None and last < 100:
        last += first // 100 * 100
    if first is None or last is None or not first < last <= first + 1000 or scene.is_counted(hit):
        return None
    return Stretch(first=date(first, 1, 1), last=date(last, 12, 31), grain="year", rule="absolute.year_range")


def weekday_pair(hit: Hit, scene: Scene) -> Stretch | None:
    """Two days of the week that follow each other, as one stretch. Slots: weekday, weekday_2."""
    first, last = hit.number("weekday"), hit.number("weekday_2")
    if scene.follows(hit, "daypart"):
        return None  # each is told with its own part of the day
    return weekday_range(hit, scene) if first is not None and last is not None and (last - first) % 7 == 1 else None


def weekday_range(hit: Hit, scene: Scene) -> Stretch | None:
    """Weekday to weekday; a day and month at the end date both. Slots: weekday, weekday_2, day, month, year."""
    first, last = hit.number("weekday"), hit.number("weekday_2")
    if first is None or last is None or first == last:
        return None
    slots: Mapping[str, int] = {**hit.slots, "weekday": hit.slots["weekday_2"]}
    one = Hit(hit.line, hit.rule, hit.start, hit.end, slots, hit.opener)
    end = absolute.day(one, scene) if hit.has("month") else relative.weekday(one, scene)
    if end is None:
        return None
    if end.last is None:
        return unknown("day", "relative.weekday_range", *end.reasons)
    begin = end.last - timedelta(days=(last - first) % 7)
    return Stretch(first=begin, last=end.last, grain="day", rule="relative.weekday_range", reasons=end.reasons, yearless=end.yearless)


RULES: Mapping[str, Rule] = {
    "day": absolute.day, "numeric": absolute.numeric, "numeric_either": absolute.numeric_either, "month": absolute.month,
    "year": absolute.year, "part": periods.part, "season": periods.season, "quarter": periods.quarter, "decade": periods.decade,
    "century": periods.century, "weekday": relative.weekday, "deictic": relative.deictic, "today": relative.today,
    "daypart": relative.daypart, "unit": relative.unit, "ago": relative.ago, "ahead": relative.ahead, "lapse": relative.lapse,
    "recent": relative.recent, "anchor": anchored.anchor, "offset": anchored.offset, "month_of": anchored.month_of,
    "unit_same": anchored.unit_same, "recent_one": relative.recent_one, "unit_named": relative.unit_named, "day_range": day_range,
    "day_pair": day_pair, "month_range": month_range, "month_pair": month_pair, "year_range": year_range,
    "weekday_range": weekday_range, "weekday_pair": weekday_pair, "decade_range": periods.decade_range, "week_of": periods.week_of,
    "part_so_far": relative.part_so_far, "edge": edges.edge,
}  # fmt: skip
