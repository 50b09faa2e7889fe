"""A stretch of days as an EDTF string, among the reasons of its expression; `selon.show.edtf` reads it there.

Source: ISO 8601-2:2019 (Extended Date/Time Format), levels 0 to 2.
"""

from collections.abc import Callable
from datetime import date

from selon.resolve.when import days
from selon.resolve.when.days import Stretch

_PREFIX = "EDTF "
_SEASONS = {3: "21", 6: "22", 9: "23", 12: "24"}  # by first month
_QUARTERS = {1: "33", 4: "34", 7: "35", 10: "36"}
_HALVES = {1: "40", 7: "41"}


def reason(stretch: Stretch) -> tuple[str, ...]:
    """The reason that carries the EDTF string of a stretch of days; none where neither end is known."""
    if stretch.first is None and stretch.last is None:
        return ()
    return (_PREFIX + _string(stretch),)


def _string(stretch: Stretch) -> str:
    first, last = stretch.first, stretch.last
    if first and last:
        whole = _unit(first, last)
        text = whole or f"{first.isoformat()}/{last.isoformat()}"
    else:
        text = f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    return text.replace(f"{days.PLACEHOLDER}-", "XXXX-") if stretch.yearless else text


def _unit(first: date, last: date) -> str | None:
    if first == last:
        return first.isoformat()
    tables: tuple[tuple[int, Callable[[int], str | None]], ...] = (
        (1, lambda month: f"{month:02}"), (3, lambda month: _SEASONS.get(month) or _QUARTERS.get(month)), (6, _HALVES.get),
    )  # fmt: skip
    for size, code in tables:
        if first.day == 1 and days.months(first.year, first.month, size)[1] == last:
            text = code(first.month)
            return f"{first.year}-{text}" if text else None
    return _years(first, last)


def _years(first: date, last: date) -> str | None:
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return None
    if first.year == last.year:
        return str(first.year)
    return f"{first.year // 10}X" if first.year % 10 == 0 and last.year == first.year + 9 else f"{first.year}/{last.year}"
