"""The language tables of header lines, compiled once: words around dates, months, words of the names of outlets, given names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from selon.clean.tables import rows_of
from selon.languages import folders, load
from selon.languages.fold import fold
from selon.languages.rows.clean import DateOrder, OutletWord, StampWord
from selon.languages.rows.resolve import Given
from selon.languages.rows.when import TimeWord

_HOUR = (
    r"(?P<hour>[01]?\d|2[0-4])(?:\s?[h:.]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?|\s?h(?:eures?)?|(?=\s?[ap]\.?m\b))"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?(?P<zone>gmt|utc|z))?(?!\w)"
)


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The words of header lines, as patterns over folded text."""

    region: re.Pattern[str]  # a date with the words before it and the hour after it
    hour: re.Pattern[str]
    months: dict[str, int]  # 1-12
    updated: re.Pattern[str]
    published: re.Pattern[str]
    by: re.Pattern[str]
    aside: re.Pattern[str]
    onward: re.Pattern[str]  # a date, with or without its year, after such words, and one behind it with which a sentence goes on
    nouns: frozenset[str]
    articles: tuple[str, ...]  # each with the space after it
    towns: frozenset[str]
    desks: frozenset[str]
    given: frozenset[str]


@cache
def header_words() -> HeaderWords:
    """Those of all languages: a page's furniture is often in another language than its article."""
    stamps = {kind: _any(_stamp_forms(kind)) for kind in ("published", "updated", "glue", "by", "aside", "onward")}
    outlets = {kind: _outlet_forms(kind) for kind in ("noun", "article", "town", "desk")}
    months = {fold(form): int(row.value) for row in rows_of(TimeWord) if row.kind == "month" for form in row.forms}
    weekdays = _any(fold(form) for row in rows_of(TimeWord) if row.kind == "weekday" for form in row.forms)
    glue = rf"(?:(?:{stamps['glue']})\s+)"
    return HeaderWords(
        region=re.compile(
            rf"(?<![\w-])(?:(?P<said>{stamps['published']}|{stamps['updated']})\s*:?\s*)?{glue}*(?::\s*)?(?:(?:{weekdays})\.?,?\s+)?{glue}?"
            rf"(?P<date>{_date(_any(months), glue)})(?:[\s,·|-]*{glue}?{_HOUR})?"
        ),
        hour=re.compile(rf"{glue}?{_HOUR}"),
        months=months,
        updated=re.compile(rf"(?:{stamps['updated']})(?!\w)"),
        published=re.compile(rf"(?:{stamps['published']})(?!\w)"),
        by=re.compile(rf"(?:(?:{stamps['published']})\s+)?(?:{stamps['by']})\s*:?\s+"),
        aside=re.compile(rf"(?<!\w)(?:{stamps['aside']})(?!\w)"),
        onward=re.compile(
            rf"(?<!\w)(?:{stamps['published']}|{stamps['updated']})\s+{glue}*(?:(?:{weekdays})\s+)?"
            rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s+{glue}?(?:{_any(months)})|(?:{_any(months)})\s+\d{{1,2}}(?:st|nd|rd|th)?)"
            rf"(?:,?\s+\d{{4}})?\s+(?:{stamps['onward']})(?!\w)"
        ),
        nouns=outlets["noun"],
        articles=tuple(sorted(form if form.endswith("'") else f"{form} " for form in outlets["article"])),
        towns=outlets["town"],
        desks=outlets["desk"],
        given=frozenset(fold(form) for row in rows_of(Given) for form in row.forms),
    )


@cache
def day_first() -> frozenset[str]:
    """The languages in which 03/05/2021 is in May."""
    return frozenset(code for code in folders() if load(code).rows(DateOrder))


def _date(months: str, glue: str) -> str:
    """A day with its year: 3 mai 2021, 3 de mayo de 2021, 3. Mai 2021, May 3, 2021, 2021-05-03, 03/05/2021."""
    return (
        rf"(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|\.)?\s+(?:of\s+|{glue})?(?P<month>{months})\.?,?\s+{glue}?(?P<year>\d{{4}})"
        rf"|(?P<month2>{months})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
        r"|(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})"
        r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year4>\d{4}))(?![\w/])"
    )


def _stamp_forms(kind: str) -> list[str]:
    return [fold(form) for row in rows_of(StampWord) if row.kind == kind for form in row.forms]


def _outlet_forms(kind: str) -> frozenset[str]:
    return frozenset(fold(form) for row in rows_of(OutletWord) if row.kind == kind for form in row.forms)


def _any(forms: Iterable[str]) -> str:
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
