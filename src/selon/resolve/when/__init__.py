"""When: every expression of time in an article, as an interval of days with its rule and its reasons.

pieces.py    text -> words, numbers and marks
lexicon.py   the words of a language by their pieces; numerals.py: what figures tell
tokens.py    a stretch of text as the kinds of its words, a string of one character each
signs.py     where a text may hold a date at all
shapes.py    the orders of kinds that are dates, from the tables of a language
days.py      stretches of days: weeks, months, seasons
tense.py     past or future, by the nearest verb form
scene.py     what a rule may look at: publication, tense, dates told before
absolute.py  rules: days, months, years by the calendar
periods.py   rules: parts of months and years, seasons, quarters, decades
relative.py  rules: counted from publication
anchored.py  rules: counted from a date told before
edges.py     rules: the first or last days, weeks, months of a month or a year
ranges.py    rules: from one date to another; all rules by name
reading.py   lines -> shapes -> rules -> expressions
inside.py    the publication of a text whose page does not give it
edtf.py      expressions as EDTF strings

Words of a language stand in its table `when.toml`. Where two days are possible, the answer is none.
Not done yet: feasts ("à Noël"), times of day, sets ("tous les mardis"), dates anchored on events ("le lendemain du vote").
"""

from dataclasses import replace
from datetime import date

from selon.languages import Language
from selon.model.article import Article
from selon.model.span import Interval
from selon.model.time import TimeExpression
from selon.resolve.when import reading
from selon.resolve.when.inside import published, weekdays_from

__all__ = ["dates", "published"]


def dates(article: Article, language: Language) -> tuple[TimeExpression, ...]:
    """The expressions of time in an article's own text, in text order.

    Where the publication is known only as several days, an expression counted from it spans the answers for the first and the last.
    """
    first, last = _days(article.published)
    found = reading.expressions(article, language, first)
    if first is None:
        return weekdays_from(article, tuple(found))
    if first == last:
        return tuple(found)
    others = {one.span: one for one in reading.expressions(article, language, last)}
    return tuple(_both(one, others[one.span]) for one in found if one.span in others)


def _days(interval: Interval | None) -> tuple[date | None, date | None]:
    if interval is None or interval.earliest is None or interval.latest is None:
        return None, None
    return date.fromisoformat(interval.earliest[:10]), date.fromisoformat(interval.latest[:10])


def _both(one: TimeExpression, other: TimeExpression) -> TimeExpression:
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return one
    starts, ends = (one.earliest, other.earliest), (one.latest, other.latest)
    earliest = min(start for start in starts if start) if all(starts) else None
    latest = max(end for end in ends if end) if all(ends) else None
    kept = (reason for reason in one.reasons if not reason.startswith("EDTF "))
    reasons = (*kept, "publication is several days: both ends counted", f"EDTF {earliest or '..'}/{latest or '..'}")
    return replace(one, earliest=earliest, latest=latest, reasons=reasons)
