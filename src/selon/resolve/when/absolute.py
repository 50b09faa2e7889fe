"""Rules for what names days, months and years by the calendar; a year that is left out is looked for.

Each rule takes the words found and the scene, and gives the stretch of days, or None where the words are no date or could be two.
"""

from datetime import date

from selon.resolve.when import days
from selon.resolve.when.days import AT_ONCE, PLACEHOLDER, Stretch
from selon.resolve.when.scene import Scene
from selon.resolve.when.shapes import Hit

NO_YEAR = "year not in the text: open"
_NEAR_MONTHS = 2  # a full date lends its year to a day or month so near in the calendar; the seeds' own narratives stay within 2
_HALF_YEAR = 6  # months
_FAR_DAYS = 270  # a coming day or month that far off is told with its year
_NEAR_DAYS = 31  # so close to publication, a day without a year is that one, whatever other years the text tells of
_SAME_DAYS = 3  # between two days that are told of one event
_SOON_DAYS = 120  # "until", "from" and "by" look ahead so far before they look back


def day(hit: Hit, scene: Scene) -> Stretch | None:
    """A day of a month: with its year, by its weekday, or the nearest past one. Slots: day, month, year, weekday, turn."""
    number, month, year = hit.number("day"), hit.number("month"), hit.number("year")
    if number is None or month is None:
        return None
    if year is not None:
        found = days.real(year, month, number)
        return Stretch(first=found, last=found, grain="day", rule="absolute.day") if found else None
    if days.real(PLACEHOLDER, month, number) is None:
        return None
    if scene.published is None:
        return lent(scene, hit, date(PLACEHOLDER, month, number), "day")
    weekday = hit.number("weekday")
    near = [days.real(scene.published.year + gap, month, number) for gap in range(-6 if weekday is not None else -1, 2)]
    options = [option for option in near if option and (weekday is None or option.weekday() == weekday)]
    if not options:
        return None
    if weekday is not None:
        published = scene.published
        chosen: date | None = min(options, key=lambda option: abs((option - published).days))
        reason = "the year by its weekday"
    else:
        chosen, reason = chosen_day(options, hit, scene)
        is_near = chosen is not None and abs((chosen - scene.published).days) <= _NEAR_DAYS
        if chosen is not None and not is_near and (is_elsewhere(chosen.year, hit, scene) or _is_of_another_year(chosen, scene)):
            return None
    return Stretch(first=chosen, last=chosen, grain="day", rule="relative.day", reasons=(reason,)) if chosen else None


def is_elsewhere(year: int, hit: Hit, scene: Scene) -> bool:
    """Has the text just told of another year, so that a date without one may belong there?"""
    told = scene.told[-1] if scene.told else None
    is_near = told is not None and scene.line - told.line <= 1 and told.opener is None and not hit.word("turn")
    return bool(is_near and told and told.inner.rule.startswith("absolute.") and told.inner.first and told.inner.last
                and not told.inner.first.year <= year <= told.inner.last.year)  # fmt: skip


def _is_of_another_year(chosen: date, scene: Scene) -> bool:
    """Has the text told a day of the same days of another year ("9 janvier 2015", and then "le 8 janvier")?"""
    told = (one.inner.first for one in scene.told if one.inner.rule == "absolute.day")
    return any(
        day is not None and day.year != chosen.year and abs((days.real(chosen.year, day.month, day.day) or day) - chosen).days <= _SAME_DAYS
        for day in told
    )


def chosen_day(options: list[date], hit: Hit, scene: Scene) -> tuple[date | None, str]:
    """The one of several days that turn, opener or tense point to, else the last on or before publication; and why."""
    published = scene.published
    assert published is not None
    before = max((option for option in options if option <= published), default=None)
    after = min((option for option in options if option >= published), default=None)
    turn = hit.word("turn")
    if turn in {"last", "next"}:
        return (before if turn == "last" else after), f"counted from publication: {turn}"
    days_on = (after - published).days if after else _SOON_DAYS + 1
    if hit.opener == "since" or days_on > _FAR_DAYS:
        return before, "the last one on or before publication"
    if hit.opener in {"until", "from", "by"} and days_on <= _SOON_DAYS:
        return after, f"'{hit.opener}' looks ahead from publication"
    told, distance = ("future", 0) if hit.has("for") else scene.side_near(hit)
    if told == "future" or days_on == 0:
        return after, "future tense: the next one from publication"
    if hit.opener == "before" and told != "past" and days_on <= _SOON_DAYS:
        return after, "'before' looks ahead from publication"
    if days_on <= _NEAR_DAYS and (told != "past" or distance > AT_ONCE):
        return after, "no verb close by points back, and the coming one is near"
    if days_on <= _SOON_DAYS and (told != "past" or distance > AT_ONCE or hit.opener == "before"):
        return None, ""  # the coming one is nearer, and no verb close by points back
    return before, "the last one on or before publication"


def lent(scene: Scene, hit: Hit, first: date, grain: str) -> Stretch:
    """The day or month with the year of the full date that stands nearest in the text; yearless where none is near enough.

    A month of figures stands beside that of another year ("up 5 pct in February, after 2 pct in March 1986"): only days lend to a month.
    """
    place = hit.line.starts[hit.start]
    lenders = [
        told
        for told in scene.full
        if told.inner.first
        and told.inner.grain in ({"day", "month"} if grain == "day" else {"day"})
        and abs(told.inner.first.month - first.month) <= _NEAR_MONTHS
    ]
    years = {told.inner.first.year for told in lenders if told.inner.first}
    if len(years) != 1:
        return _yearless(first, grain, "two years in the text: open" if years else NO_YEAR)
    lender = min(lenders, key=lambda told: abs(told.span.start - place))
    moved = days.real(years.pop(), first.month, first.day)
    if moved is None:
        return _yearless(first, grain, NO_YEAR)
    span = days.around(moved, grain) or (moved, moved)
    return Stretch(first=span[0], last=span[1], grain=grain, rule=f"context.{grain}", reasons=(f"year from context: «{lender.text}»",))


def _yearless(first: date, grain: str, reason: str) -> Stretch:
    span = days.around(first, grain) or (first, first)
    return Stretch(first=span[0], last=span[1], grain=grain, rule=f"yearless.{grain}", reasons=(reason,), yearless=True)


def numeric(hit: Hit, scene: Scene) -> Stretch | None:
    """A day in figures: ISO 8601, or day before month. Slot: iso or numeric."""
    found = _iso(hit.word("iso")) if hit.has("iso") else _figures(hit.word("numeric"))[0]
    return Stretch(first=found, last=found, grain="day", rule="absolute.day") if found else None


def numeric_either(hit: Hit, scene: Scene) -> Stretch | None:
    """A day in figures where some write the month first: nothing, where both orders are days and differ. Slot: numeric."""
    day_first, month_first = _figures(hit.word("numeric"))
    if day_first and month_first and day_first != month_first and "." not in hit.form("numeric"):
        return None
    found = day_first or month_first
    return Stretch(first=found, last=found, grain="day", rule="absolute.day") if found else None


def _iso(form: str) -> date | None:
    year, month, number = (int(part) for part in form.split("/"))
    return days.real(year, month, number) if year >= 1000 else None


def _figures(form: str) -> tuple[date | None, date | None]:
    first, second, year = (int(part) for part in form.split("/"))
    return (days.real(year, second, first), days.real(year, first, second)) if year >= 1000 else (None, None)


def month(hit: Hit, scene: Scene) -> Stretch | None:
    """A month: with its year, or the last one on or before publication unless tense or turn points ahead. Slots: month, year, turn."""
    number, year = hit.number("month"), hit.number("year")
    if hit.has("of") and not hit.has("unit") and scene.precedes(hit, "unit", "units", "years"):
        return None  # "les week-ends de décembre" are a part of it
    if number is None or hit.word("unit") not in {"", "month"} or hit.word("turn") in {"previous", "following", "same"}:
        return None
    if year is not None:
        first, last = days.months(year, number)
        return Stretch(first=first, last=last, grain="month", rule="absolute.month")
    if scene.published is None:
        return lent(scene, hit, date(PLACEHOLDER, number, 1), "month")
    published = scene.published
    ahead = _is_ahead((number - published.month) % 12, hit, scene)
    if ahead is None:
        return None
    years_on = number < published.month if ahead else -(number > published.month)
    if hit.word("turn") == "last" and number == published.month:
        years_on = -1
    if is_elsewhere(published.year + years_on, hit, scene):
        return None
    first, last = days.months(published.year + years_on, number)
    reason = "the next one from publication" if ahead else "the last one on or before publication"
    return Stretch(first=first, last=last, grain="month", rule="relative.month", reasons=(reason,))


def _is_ahead(months_on: int, hit: Hit, scene: Scene) -> bool | None:
    """Is a month the coming one, so many months on? None: nothing tells."""
    if hit.word("turn") in {"last", "next"} or hit.opener == "since":
        return hit.word("turn") == "next"
    if months_on * 30 > _FAR_DAYS:
        return False
    if hit.opener in {"until", "from", "by"}:
        return months_on * 30 <= _SOON_DAYS
    told, distance = ("future", 0) if hit.has("for") else scene.side_near(hit)
    if told == "future":
        return True
    if 0 < months_on < _HALF_YEAR and (told != "past" or distance > AT_ONCE):
        return None  # the coming one is nearer, and no verb close by points back
    return False


def year(hit: Hit, scene: Scene) -> Stretch | None:
    """A year that no counted thing follows. Slot: year."""
    number = hit.number("year")
    if number is None or scene.is_counted(hit) or scene.is_in_address(hit):
        return None
    is_bare = hit.end - hit.start == 1 and not hit.opener
    if (is_bare and scene.precedes(hit, "to_the", "about", "number")) or (not hit.has("in") and not _is_year(number, scene)):
        return None
    first, last = days.years(number)
    return Stretch(first=first, last=last, grain="year", rule="absolute.year")


def _is_year(number: int, scene: Scene) -> bool:
    return 1700 <= number <= (scene.published.year if scene.published else 2100) + 20
