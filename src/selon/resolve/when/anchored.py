"""Rules for what is counted from a date told before: the day it names must stand in this paragraph or the two before it."""

from datetime import date, timedelta

from selon.resolve.when import days
from selon.resolve.when.days import FROM_PUBLICATION, NOT_KNOWN, PLACEHOLDER, Stretch, unknown
from selon.resolve.when.scene import Scene, Told
from selon.resolve.when.shapes import Hit


def weekday_from(number: int, turn: str, scene: Scene) -> Stretch | None:
    """That day of the week before or after the day told last; before publication where no day is told."""
    told = scene.last(_is_day)
    base = _day_of(told, turn == "following") if told else scene.published if turn == "previous" else None
    if base is None or (told is not None and told.inner.yearless):
        return None
    moved = -((base.weekday() - number) % 7 or 7) if turn == "previous" else (number - base.weekday()) % 7 or 7
    return days.single(base + timedelta(days=moved), "anchored.weekday", f"counted from: {told.text}" if told else FROM_PUBLICATION)


def unit_same(hit: Hit, scene: Scene) -> Stretch | None:
    """The same week, that year: of a date told before. Slot: unit."""
    return unit_from(hit.word("unit"), "same", scene)


def unit_from(name: str, turn: str, scene: Scene) -> Stretch | None:
    """The unit before, after or around a date told before: of the same unit first."""
    fits = {"day": _is_day, "week": _is_week, "weekend": _is_week}.get(name, _has_year)
    told = scene.last(lambda stretch: stretch.grain == name) or scene.last(fits)
    base = _day_of(told, turn == "following") if told else None
    if told is None or base is None or (told.inner.yearless and name in {"week", "weekend"}):
        return None
    moved = days.moved(base, name, {"previous": -1, "same": 0, "following": 1}[turn])
    span = days.around(moved, name) if moved else None
    found = days.whole(span, name, f"anchored.{name}", f"counted from: {told.text}")
    return _yearless(found) if found and told.inner.yearless else found


def anchor(hit: Hit, scene: Scene) -> Stretch | None:
    """The day before, the same day, the day after, of the day told last. Slot: anchor (days)."""
    if scene.follows(hit, "of", "of_the", "where") or scene.is_told_later(hit, "weekday"):
        return None
    return _from_day(hit.number("anchor") or 0, scene)


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
    if told is None or base is None or told.inner.yearless or told.inner.rule.startswith("anchored."):
        return None  # counted from a date that is itself counted from another, it may as well be counted from that one
    moved = days.moved(base, name, number * sign)
    return days.whole(days.around(moved, name) if moved else None, name, f"anchored.{name}", f"counted from: {told.text}")


def month_of(hit: Hit, scene: Scene) -> Stretch | None:
    """A month of the year told last. Slots: month, unit."""
    told = scene.last(_has_year)
    month = hit.number("month")
    if told is None or told.inner.first is None or told.inner.yearless or month is None or hit.word("unit") != "year":
        return None
    return days.whole(days.months(told.inner.first.year, month), "month", "anchored.month", f"counted from: {told.text}")


def _from_day(count: int, scene: Scene) -> Stretch | None:
    told = scene.last(_is_day)
    base = _day_of(told, count > 0)
    if told is None:
        return None
    if base is None:
        return unknown("day", "anchored.day", f"counted from: {told.text}", NOT_KNOWN)
    found = days.single(base + timedelta(days=count), "anchored.day", f"counted from: {told.text}")
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
