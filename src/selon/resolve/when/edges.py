"""Rules for the units at an edge of a longer one: the first fortnight of May, the last two weekends of December."""

from datetime import date, timedelta

from selon.resolve.when import days, periods
from selon.resolve.when.days import Stretch
from selon.resolve.when.scene import Scene
from selon.resolve.when.shapes import Hit

_SATURDAY = 5


def edge(hit: Hit, scene: Scene) -> Stretch | None:
    """The first or last so many days, weeks, weekends or months of a month or a year.

    Slots: number (else one), ordinal (1, or "last"), unit, then month and year, year, or unit_2 and year.
    """
    side = hit.word("ordinal")
    if side not in {"1", "last"}:
        return None
    slots = {name.removesuffix("_2"): place for name, place in hit.slots.items() if name in {"month", "year", "unit_2"}}
    whole = periods.whole(Hit(hit.line, hit.rule, hit.start, hit.end, slots, None), scene)
    if whole is None or whole.first is None or whole.last is None:
        return whole
    count = 1 if hit.number("number") is None else hit.number("number") or 0
    found = _units(whole.first, whole.last, hit.word("unit"), count if side == "1" else -count)
    if found is None:
        return None
    grain, kind = hit.word("unit"), whole.rule.partition(".")[0]
    rule = f"{kind}.edge_of_{whole.grain}"
    return Stretch(first=found[0], last=found[1], grain=grain, rule=rule, reasons=whole.reasons, yearless=whole.yearless)


def _units(first: date, last: date, unit: str, count: int) -> tuple[date, date] | None:
    """So many units from the first day on, or (a count below zero) up to the last; None where they do not fit."""
    if not count:
        return None
    if unit == "weekend":
        saturdays = [day for day in _days(first, last - timedelta(days=1)) if day.weekday() == _SATURDAY]
        chosen = saturdays[:count] if count > 0 else saturdays[count:]
        return (chosen[0], chosen[-1] + timedelta(days=1)) if len(chosen) == abs(count) else None
    day = timedelta(days=1)
    if count > 0:
        end = days.moved(first, unit, count)
        return (first, end - day) if end is not None and end - day <= last else None
    begin = days.moved(last + day, unit, count)
    return (begin, last) if begin is not None and begin >= first else None


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]
