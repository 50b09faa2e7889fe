"""What grows from day to day: how long something lasts, and counts of the killed, hurt, missing or ill, past round numbers."""

from selon.model.span import Span
from selon.trace.changes.likeness import is_running
from selon.trace.changes.predicates import predicates
from selon.trace.changes.quantities import Quantity
from selon.trace.changes.rounding import has_many_figures
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.changes.times import are_of_one_day
from selon.trace.changes.units import lengths_of_time
from selon.trace.moments import begins

_COUNTED = frozenset({"death", "wound", "missing", "infect"})  # concepts of what happens to those who are counted anew each day
_ROUND = 1000  # such numbers are passed, one after the other


def has_gone_on(one: Quantity, a: Telling, other: Quantity, b: Telling) -> bool:
    """Is it how long something lasts, as texts of two days tell it ("for nearly two weeks now", and the day after "for two weeks now")?"""
    if are_of_one_day(a, b) or one.unit not in lengths_of_time(a.language):
        return False
    return any(is_running(telling, count.span) for telling, count in ((a, one), (b, other)))


def may_have_grown(one: Quantity, a: Telling, other: Quantity, b: Telling) -> bool:
    """May a round number have been reached or passed since ("nearly 120,000", and the day after 120,000; then "over 120,000")?"""
    if one.value is None or one.value != other.value or one.value % _ROUND or has_many_figures(one.value) or are_of_one_day(a, b):
        return False
    (first, earlier), (last, later) = sorted(((one, a), (other, b)), key=lambda row: begins(row[1].article.published))
    rises = last.bound == "least" or (first.bound in ("about", "most") and not last.bound)
    return rises and any(_counts_anew(telling, count.span) for telling, count in ((earlier, first), (later, last)))


def _counts_anew(telling: Telling, span: Span) -> bool:
    sentence = sentence_of(telling.article, span, telling.language)
    return not _COUNTED.isdisjoint(predicates(telling.article.text, sentence, telling.language))
