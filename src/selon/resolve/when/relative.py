"""Rules for what is counted from publication, and for what is counted from a date told before."""

from datetime import date, timedelta

from selon.resolve.when import days
from selon.resolve.when.days import AT_ONCE, PLACEHOLDER, WEEKDAYS, Stretch, unknown
from selon.resolve.when.scene import Scene, Told
from selon.resolve.when.shapes import Hit

NOT_KNOWN = "counted from publication, which is not known: open"
_FROM = "counted from publication"
_WITHIN_DAYS = 45  # "vendredi 14" is looked for so far around publication


def weekday(hit: Hit, scene: Scene) -> Stretch | None:
    """A day of the week: the last on or before publication, unless tense or turn points ahead. Slots: weekday, day, turn, this."""
    number, turn = hit.number("weekday"), hit.word("turn")
    if number is None:
        return None
    if turn in {"previous", "following"}:
        return _weekday_from(number, turn, scene)
    is_this = hit.has("this") or turn == "this"
    if turn == "same":
        return None
    side = "past" if hit.opener == "since" or turn == "last" else "future" if turn == "next" else scene.side(hit)
    if scene.published is None:
        return unknown("day", "relative.weekday", f"weekday: {WEEKDAYS[number]}", f"tense: {side or 'none'}", NOT_KNOWN)
    if side == "either" and not is_this and hit.number("day") is None and hit.opener is None:
        return None
    if hit.number("day") is not None:
        found = _weekday_and_day(number, hit.number("day") or 0, scene.published)
        return _day(found, "relative.weekday", f"{_FROM}: {WEEKDAYS[number]} of that number") if found else None
    back = (scene.published.weekday() - number) % 7
    ahead = (number - scene.published.weekday()) % 7
    if turn in {"last", "next"}:
        moved = -(back or 7) if turn == "last" else ahead or 7
    else:
        is_ahead = side == "future" or hit.opener in {"from", "until", "by"} or (side != "past" and (is_this or hit.opener == "before"))
        moved = ahead if is_ahead else -back
    return _day(
        scene.published + timedelta(days=moved), "relative.weekday", f"{_FROM}, {turn or side or 'no'} {'' if turn else 'tense'}".strip()
    )


def _weekday_and_day(weekday: int, number: int, published: date) -> date | None:
    near = [published + timedelta(days=gap) for gap in range(-_WITHIN_DAYS, _WITHIN_DAYS + 1)]
    found = [day for day in near if day.day == number and day.weekday() == weekday]
    return min(found, key=lambda day: abs((day - published).days)) if found else None


def _weekday_from(number: int, turn: str, scene: Scene) -> Stretch | None:
    told = scene.last(_is_day)
    base = _day_of(told, turn == "following") if told else scene.published if turn == "previous" else None
    if base is None or (told is not None and told.inner.yearless):
        return None
    moved = -((base.weekday() - number) % 7 or 7) if turn == "previous" else (number - base.weekday()) % 7 or 7
    return _day(base + timedelta(days=moved), "anchored.weekday", f"counted from: {told.text}" if told else _FROM)


def deictic(hit: Hit, scene: Scene) -> Stretch | None:
    """Yesterday, today, tomorrow. Slot: deictic (days from publication)."""
    if scene.published is None:
        return unknown("day", "relative.deictic", NOT_KNOWN)
    return _day(scene.published + timedelta(days=hit.number("deictic") or 0), "relative.deictic", _FROM)


def today(hit: Hit, scene: Scene) -> Stretch | None:
    """The day of publication, where the tense shows that no age is meant ("nowadays")."""
    side, distance = scene.side_near(hit)
    if side not in {"past", "future"} or distance > AT_ONCE:
        return None
    return _day(scene.published, "relative.deictic", _FROM) if scene.published else unknown("day", "relative.deictic", NOT_KNOWN)


def daypart(hit: Hit, scene: Scene) -> Stretch | None:
    """The day of publication, of which a part is named (tonight); for a night, two days. Slot: daypart."""
    if scene.published is None:
        return unknown("day", "relative.daypart", NOT_KNOWN)
    if hit.word("daypart") != "night":
        return _day(scene.published, "relative.daypart", _FROM)
    moved = timedelta(days=1 if scene.side(hit) == "future" else -1)
    first, last = sorted((scene.published, scene.published + moved))
    return Stretch(first=first, last=last, grain="day", rule="relative.daypart", reasons=(_FROM,))


def unit(hit: Hit, scene: Scene) -> Stretch | None:
    """Last week, this month, next year; the previous week, that year. Slots: unit, turn, this."""
    name, turn = hit.word("unit"), hit.word("turn") or ("this" if hit.has("this") else "")
    if turn in {"previous", "following", "same"}:
        return _unit_from(name, turn, scene)
    if turn not in {"last", "this", "next"} or name in {"decade", "century"}:
        return None
    if scene.published is None:
        return unknown(name, f"relative.{name}", NOT_KNOWN)
    moved = days.moved(scene.published, name, {"last": -1, "this": 0, "next": 1}[turn])
    if name == "weekend" and turn == "this" and scene.published.weekday() < 3 and scene.side(hit) == "past":
        moved = scene.published - timedelta(days=7)
    if name == "weekend" and turn == "next" and scene.published.weekday() < 5:
        moved = scene.published  # the coming one, as the last one is the one just over
    span = days.around(moved, name) if moved else None
    return _stretch(span, name, f"relative.{name}", f"{_FROM}: {turn}")


def unit_same(hit: Hit, scene: Scene) -> Stretch | None:
    """The same week, that year: of a date told before. Slot: unit."""
    return _unit_from(hit.word("unit"), "same", scene)


def recent_one(hit: Hit, scene: Scene) -> Stretch | None:
    """The past year, the past decade: so long up to publication. Slots: unit, past."""
    return _lately(1, hit.word("unit"), hit.word("past"), scene)


def unit_named(hit: Hit, scene: Scene) -> Stretch | None:
    """The last week, the last decade: so long up to publication; the previous week: of a date told before. Slots: unit, turn."""
    if hit.word("turn") in {"last", "next"}:
        return _lately(1, hit.word("unit"), hit.word("turn"), scene)
    return unit(hit, scene)


def _unit_from(name: str, turn: str, scene: Scene) -> Stretch | None:
    fits = {"day": _is_day, "week": _is_week, "weekend": _is_week}.get(name, _has_year)
    told = scene.last(lambda stretch: stretch.grain == name) or scene.last(fits)
    base = _day_of(told, turn == "following") if told else None
    if told is None or base is None or (told.inner.yearless and name in {"week", "weekend"}):
        return None
    moved = days.moved(base, name, {"previous": -1, "same": 0, "following": 1}[turn])
    span = days.around(moved, name) if moved else None
    found = _stretch(span, name, f"anchored.{name}", f"counted from: {told.text}")
    return _yearless(found) if found and told.inner.yearless else found


def part_so_far(hit: Hit, scene: Scene) -> Stretch | None:
    """Earlier this week: from its first day to the day before publication; later this week: the rest. Slots: later, unit, turn."""
    name, sign = hit.word("unit"), hit.number("later")
    if hit.word("turn") != "this" or not sign or name not in {"week", "month", "year"}:
        return None
    if scene.published is None:
        return unknown(name, f"relative.part_of_{name}", NOT_KNOWN)
    span = days.around(scene.published, name)
    assert span is not None
    next_day = scene.published + timedelta(days=sign)
    first, last = (span[0], next_day) if sign < 0 else (next_day, span[1])
    return _stretch((first, last), name, f"relative.part_of_{name}", _FROM) if first <= last else None


def ago(hit: Hit, scene: Scene) -> Stretch | None:
    """So many days, weeks, months, years ago: that day, calendar week, month, year. Slots: number, unit."""
    return _counted(hit, scene, -1)


def ahead(hit: Hit, scene: Scene) -> Stretch | None:
    """In so many days, weeks, months, years: only where the tense is no past. Slots: number, unit."""
    return None if scene.side(hit) in {"past", None} else _counted(hit, scene, 1)


def lapse(hit: Hit, scene: Scene) -> Stretch | None:
    """For so many days, weeks, months, years up to now: the unit in which it began; only after "since". Slots: number, unit."""
    return _counted(hit, scene, -1) if hit.opener == "since" else None


def _counted(hit: Hit, scene: Scene, sign: int) -> Stretch | None:
    number, name = hit.number("number"), hit.word("unit")
    if scene.precedes(hit, "about", "dash") or not number or name not in {"day", "week", "month", "year", "quarter"}:
        return None
    if scene.published is None:
        return unknown(name, f"relative.{name}", NOT_KNOWN)
    moved = days.moved(scene.published, name, sign * number)
    return _stretch(days.around(moved, name) if moved else None, name, f"relative.{name}", f"{_FROM}: {sign * number:+d}")


def recent(hit: Hit, scene: Scene) -> Stretch | None:
    """The last (or next) so many units up to (or from) publication. Slots: number, unit, turn."""
    return _lately(hit.number("number") or 1, hit.word("unit"), hit.word("turn"), scene)


def _lately(number: int, name: str, turn: str, scene: Scene) -> Stretch | None:
    if turn not in {"last", "next"} or name == "weekend":
        return None
    if scene.published is None:
        return unknown(name, f"relative.last_{name}s", NOT_KNOWN)
    moved = days.moved(scene.published, name, -number if turn == "last" else number)
    if moved is None:
        return None
    first, last = sorted((scene.published, moved))
    return Stretch(first=first, last=last, grain=name, rule=f"relative.{turn}_{name}s", reasons=(_FROM,))


def anchor(hit: Hit, scene: Scene) -> Stretch | None:
    """The day before, the same day, the day after, of the day told last. Slot: anchor (days)."""
    return None if scene.follows(hit, "of", "of_the", "where") else _from_day(hit.number("anchor") or 0, scene)


def offset(hit: Hit, scene: Scene) -> Stretch | None:
    """So many units later or earlier than a date told before. Slots: number, unit, later (1 or -1)."""
    number, name, sign = hit.number("number"), hit.word("unit"), hit.number("later")
    if not number or not sign or scene.precedes(hit, "about", "dash") or not scene.is_closed(hit):
        return None
    if name == "day":
        return _from_day(number * sign, scene)
    fits = {"week": _is_week, "month": _is_month, "year": _has_year}.get(name)
    told = scene.last(fits) if fits else None
    base = _day_of(told, sign > 0)
    if told is None or base is None or told.inner.yearless:
        return None
    moved = days.moved(base, name, number * sign)
    return _stretch(days.around(moved, name) if moved else None, name, f"anchored.{name}", f"counted from: {told.text}")


def month_of(hit: Hit, scene: Scene) -> Stretch | None:
    """A month of the year told last. Slots: month, unit."""
    told = scene.last(_has_year)
    month = hit.number("month")
    if told is None or told.inner.first is None or told.inner.yearless or month is None or hit.word("unit") != "year":
        return None
    return _stretch(days.months(told.inner.first.year, month), "month", "anchored.month", f"counted from: {told.text}")


def _from_day(count: int, scene: Scene) -> Stretch | None:
    told = scene.last(_is_day)
    base = _day_of(told, count > 0)
    if told is None:
        return None
    if base is None:
        return unknown("day", "anchored.day", f"counted from: {told.text}", NOT_KNOWN)
    found = _day(base + timedelta(days=count), "anchored.day", f"counted from: {told.text}")
    if not told.inner.yearless:
        return found
    common = base.replace(year=PLACEHOLDER + 1, day=min(base.day, 28)) + timedelta(days=count + base.day - min(base.day, 28))
    other = base + timedelta(days=count)
    return _yearless(found) if (common.month, common.day) == (other.month, other.day) else None


def _yearless(found: Stretch) -> Stretch | None:
    if found.first is None or found.last is None:
        return None
    return Stretch(
        first=found.first.replace(year=PLACEHOLDER), last=found.last.replace(year=PLACEHOLDER), grain=found.grain, rule=found.rule,
        reasons=(*found.reasons, "year not in the text: open"), yearless=True,
    )  # fmt: skip


def _day(day: date | None, rule: str, reason: str) -> Stretch:
    return Stretch(first=day, last=day, grain="day", rule=rule, reasons=(reason,))


def _stretch(span: tuple[date, date] | None, grain: str, rule: str, reason: str) -> Stretch | None:
    return Stretch(first=span[0], last=span[1], grain=grain, rule=rule, reasons=(reason,)) if span else None


def _day_of(told: Told | None, is_end: bool) -> date | None:
    return None if told is None else told.inner.last if is_end else told.inner.first


def _is_day(stretch: Stretch) -> bool:
    return stretch.grain == "day"


def _is_week(stretch: Stretch) -> bool:
    return stretch.grain in {"day", "week", "weekend"}


def _is_month(stretch: Stretch) -> bool:
    return stretch.grain in {"day", "month", "week"} and stretch.first is not None


def _has_year(stretch: Stretch) -> bool:
    return stretch.first is not None and not stretch.yearless and stretch.grain in {"day", "month", "year", "week"}
