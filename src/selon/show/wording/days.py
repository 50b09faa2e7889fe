"""Dates and intervals of time, as a reader of a language writes them. Source: Unicode CLDR, through Babel."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, format_skeleton

_DAY = 10  # characters of YYYY-MM-DD
_KNOWN = 4_096  # days that are written without being looked up anew: a page and a drawing write the same few again and again


@lru_cache(_KNOWN)
def day(iso: str, lang: str) -> str:
    """A day, a month or a year, as much of it as is known.

    >>> day("2031-03-13T19:05:00+01:00", "en"), day("2031-03", "en"), day("2031", "en")
    ('13 March 2031', 'March 2031', '2031')
    """
    known = _date(iso)
    if known is None:
        return iso
    if len(iso) >= _DAY:
        text = str(format_date(known, "d MMMM y", locale=lang))
        return text.replace("1 ", "1er ", 1) if lang == "fr" and text.startswith("1 ") else text
    return str(format_date(known, "MMMM y" if len(iso) > len("2031") else "y", locale=lang))


@lru_cache(_KNOWN)
def between(earliest: str, latest: str, lang: str) -> str:
    """An interval of days; one day, where both ends are on it.

    >>> between("2031-03-13", "2031-03-15", "en"), between("2031-03-13", "2031-03-13", "fr")
    ('13–15 March 2031', '13 mars 2031')
    """
    first, last = _date(earliest), _date(latest)
    if first is None or last is None or earliest[:_DAY] == latest[:_DAY]:
        return day(earliest, lang)
    if min(len(earliest), len(latest)) < _DAY:
        return f"{day(earliest, lang)} – {day(latest, lang)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(latest, lang)}"
    return f"{day(earliest, lang)} – {day(latest, lang)}"


def short(iso: str, lang: str) -> str:
    """A day, a month or a year under a picture.

    >>> short("2031-03-13", "en"), short("2031-03", "en"), short("2031", "en")
    ('Mar 13', 'Mar 2031', '2031')
    """
    known = _date(iso)
    if known is None:
        return iso
    form = {_DAY: "MMMd", len("2031-03"): "yMMM"}.get(len(iso), "y")
    return str(format_skeleton(form, known, locale=lang))


def _date(iso: str) -> date | None:
    for form, length in (("%Y-%m-%d", _DAY), ("%Y-%m", len("2031-03")), ("%Y", len("2031"))):
        if len(iso) >= length:
            try:
                return datetime.strptime(iso[:length], form).date()
            except ValueError:
                return None
    return None
