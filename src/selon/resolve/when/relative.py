"""Rules for what is counted from publication."""

from datetime import date, timedelta

from selon.resolve.when import anchored, days
from selon.resolve.when.days import AT_ONCE, FROM_PUBLICATION, NOT_KNOWN, WEEKDAYS, Stretch, unknown
from selon.resolve.when.scene import Scene
from selon.resolve.when.shapes import Hit

_SUNDAY = 6
_WITHIN_DAYS = 45  # "vendredi 14" is looked for so far around publication


def weekday(hit: Hit, scene: Scene) -> Stretch | None:
    """A day of the week: the last on or before publication, unless tense or turn points ahead. Slots: weekday, day, turn, this."""
    number, turn = hit.number("weekday"), hit.word("turn")
    if number is None:
        return None
    if turn in {"previous", "following"}:
        return anchored.weekday_from(number, turn, scene)
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
        return days.single(found, "relative.weekday", f"{FROM_PUBLICATION}: {WEEKDAYS[number]} of that number") if found else None
    back = (scene.published.weekday() - number) % 7
    ahead = (number - scene.published.weekday()) % 7
    if turn in {"last", "next"}:
        moved = -(back or 7) if turn == "last" else ahead or 7
    else:
        is_ahead = side == "future" or hit.opener in {"from", "until", "by"} or (side != "past" and (is_this or hit.opener == "before"))
        moved = ahead if is_ahead else -back
    return days.single(
        scene.published + timedelta(days=moved),
        "relative.weekday",
        f"{FROM_PUBLICATION}, {turn or side or 'no'} {'' if turn else 'tense'}".strip(),
    )


def _weekday_and_day(weekday: int, number: int, published: date) -> date | None:
    near = [published + timedelta(days=gap) for gap in range(-_WITHIN_DAYS, _WITHIN_DAYS + 1)]
    found = [day for day in near if day.day == number and day.weekday() == weekday]
    return min(found, key=lambda day: abs((day - published).days)) if found else None


def deictic(hit: Hit, scene: Scene) -> Stretch | None:
    """Yesterday, today, tomorrow. Slot: deictic (days from publication)."""
    if scene.published is None:
        return unknown("day", "relative.deictic", NOT_KNOWN)
    return days.single(scene.published + timedelta(days=hit.number("deictic") or 0), "relative.deictic", FROM_PUBLICATION)


def today(hit: Hit, scene: Scene) -> Stretch | None:
    """The day of publication, where the tense shows that no age is meant ("nowadays")."""
    side, distance = scene.side_near(hit)
    if side not in {"past", "future"} or distance > AT_ONCE:
        return None
    return (
        days.single(scene.published, "relative.deictic", FROM_PUBLICATION)
        if scene.published
        else unknown("day", "relative.deictic", NOT_KNOWN)
    )


def daypart(hit: Hit, scene: Scene) -> Stretch | None:
    """The day of publication, of which a part is named (tonight); for a night, two days. Slot: daypart."""
    if scene.published is None:
        return unknown("day", "relative.daypart", NOT_KNOWN)
    if hit.word("daypart") != "night":
        return days.single(scene.published, "relative.daypart", FROM_PUBLICATION)
    moved = timedelta(days=1 if scene.side(hit) == "future" else -1)
    first, last = sorted((scene.published, scene.published + moved))
    return Stretch(first=first, last=last, grain="day", rule="relative.daypart", reasons=(FROM_PUBLICATION,))


def unit(hit: Hit, scene: Scene) -> Stretch | None:
    """Last week, this month, next year; the previous week, that year. Slots: unit, turn, this."""
    name, turn = hit.word("unit"), hit.word("turn") or ("this" if hit.has("this") else "")
    if turn in {"previous", "following", "same"}:
        return anchored.unit_from(name, turn, scene)
    if turn not in {"last", "this", "next"} or name in {"decade", "century"}:
        return None
    if scene.published is None:
        return unknown(name, f"relative.{name}", NOT_KNOWN)
    if name == "week" and turn == "last" and scene.published.weekday() == _SUNDAY:
        return None  # the week that ends today, or the one before it
    moved = days.moved(scene.published, name, {"last": -1, "this": 0, "next": 1}[turn])
    if name == "weekend" and turn == "this" and scene.published.weekday() < 3 and scene.side(hit) == "past":
        moved = scene.published - timedelta(days=7)
    if name == "weekend" and turn == "next" and scene.published.weekday() < 5:
        moved = scene.published  # the coming one, as the last one is the one just over
    span = days.around(moved, name) if moved else None
    return days.whole(span, name, f"relative.{name}", f"{FROM_PUBLICATION}: {turn}")


def recent_one(hit: Hit, scene: Scene) -> Stretch | None:
    """The past year, the past decade: so long up to publication. Slots: unit, past."""
    return _lately(1, hit.word("unit"), hit.word("past"), scene)


def unit_named(hit: Hit, scene: Scene) -> Stretch | None:
    """The last week, the last decade: so long up to publication; the previous week: of a date told before. Slots: unit, turn."""
    if hit.word("turn") in {"last", "next"}:
        return _lately(1, hit.word("unit"), hit.word("turn"), scene)
    return unit(hit, scene)


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
    return days.whole((first, last), name, f"relative.part_of_{name}", FROM_PUBLICATION) if first <= last else None


def ago(hit: Hit, scene: Scene) -> Stretch | None:
    """So many days, weeks, months, years ago: that day, calendar week, month, year. Slots: number, unit."""
    return _counted(hit, scene, -1)


def ahead(hit: Hit, scene: Scene) -> Stretch | None:
    """In so many days, weeks, months, years: only where the tense is no past. Slots: number, unit."""
    return None if scene.side(hit) in {"past", None} else _counted(hit, scene, 1)


def lapse(hit: Hit, scene: Scene) -> Stretch | None:
    """So many days, weeks, months, years, up to now after "since" or from now after "by": the unit at its end. Slots: number, unit."""
    sign = {"since": -1, "by": 1}.get(hit.opener or "")
    return _counted(hit, scene, sign) if sign else None


def _counted(hit: Hit, scene: Scene, sign: int) -> Stretch | None:
    number, name = hit.number("number"), hit.word("unit")
    if hit.has("about") and name not in {"month", "year"}:
        return None  # "il y a environ dix jours" is no day
    if scene.precedes(hit, "about", "dash") or not number or name not in {"day", "week", "month", "year", "quarter"}:
        return None
    if scene.published is None:
        return unknown(name, f"relative.{name}", NOT_KNOWN)
    moved = days.moved(scene.published, name, sign * number)
    return days.whole(days.around(moved, name) if moved else None, name, f"relative.{name}", f"{FROM_PUBLICATION}: {sign * number:+d}")


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
    return Stretch(first=first, last=last, grain=name, rule=f"relative.{turn}_{name}s", reasons=(FROM_PUBLICATION,))
