"""Days that two tellings give to one thing, and not alike."""

import re
from collections.abc import Iterator

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.lineage import Change
from selon.model.time import TimeExpression
from selon.trace.alike import overlap
from selon.trace.changes.likeness import words_alike
from selon.trace.changes.named import months
from selon.trace.changes.quantities import quantities
from selon.trace.changes.tellings import Telling
from selon.trace.changes.times import are_told_on_two_days
from selon.trace.changes.told import change, name, said

_SAME_WORDS, _WORDS_ALIKE = 0.8, 0.6  # share of stems in common, of the shorter one and of both: a day of the same thing
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SLASH = "/"
_DAY_DIGITS = 2  # of a day's number; a year has more


def dates(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the one day of each that is another."""
    mine, theirs = (_days(a), _days(b))
    if len(mine) != 1 or len(theirs) != 1:
        return
    across = a.article.id != b.article.id
    dated = all(any(char.isdigit() for char in said(one, date.span)) for one, told in ((a, mine), (b, theirs)) for date in told)
    if across and are_told_on_two_days(a, b):
        return  # each tells of its own day: a second round, a bulletin
    if across and (not dated or overlap(a.stems, b.stems) < _SAME_WORDS or words_alike(a, b) < _WORDS_ALIKE or _counts(a) != _counts(b)):
        return  # a day of something else that is told beside, or one that is counted from the day of the text
    if _is_one_day(said(a, mine[0].span), said(b, theirs[0].span), a.language):
        return
    if _day(mine[0]) != _day(theirs[0]):
        verb = "date changed" if directed else "date differs"
        days = f"«{said(a, mine[0].span)}» in {name(a, a, b)}, «{said(b, theirs[0].span)}» in {name(b, a, b)}"
        yield change(a, b, "date_changed", (mine[0].span, theirs[0].span), f"{verb}: {days}", directed)


def _days(telling: Telling) -> list[TimeExpression]:
    """The days of a telling, those aside that are a part of an address."""
    text = telling.article.text
    told = [date for date in telling.dates if date.granularity == "day" and date.earliest]
    return [one for one in told if _SLASH not in (text[max(0, one.span.start - 1) : one.span.start], text[one.span.end : one.span.end + 1])]


def _counts(telling: Telling) -> set[float | None]:
    return {one.value for one in quantities(telling)}


def _is_one_day(mine: str, theirs: str, language: Language) -> bool:
    """Are the words of one day those of the other, or its figures and month?

    With another weekday, a year that the other leaves out, or a second day that bounds it ("since the 10th", "from the 10th to the 16th").
    """
    if mine in theirs or theirs in mine:
        return True
    told = [[fold(match.group()) for match in _WORD.finditer(words)] for words in (mine, theirs)]
    days = [{form for form in forms if form in months(language) or (form.isdigit() and len(form) <= _DAY_DIGITS)} for forms in told]
    years = [{form for form in forms if form.isdigit() and len(form) > _DAY_DIGITS} for forms in told]
    with_months = all(not one.isdisjoint(months(language)) for one in days)
    return with_months and (days[0] <= days[1] or days[1] <= days[0]) and (not all(years) or years[0] == years[1])


def _day(date: TimeExpression) -> tuple[str | None, str | None]:
    return date.earliest, date.latest
