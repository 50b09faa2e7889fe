"""One number that a text gives exactly and another roughly: with a bound ("at least 137"), or in fewer figures (14,700 for 14,666).

The number itself shows that both count one thing: what is told around it may be in other words, and a count that runs on has not run.
"""

from collections.abc import Iterator

from selon.model.lineage import Change
from selon.trace.changes.amounts import counted
from selon.trace.changes.counting import numbers_alike
from selon.trace.changes.exact import is_exact
from selon.trace.changes.given import is_given
from selon.trace.changes.growth import has_gone_on, may_have_grown
from selon.trace.changes.likeness import are_told_alike, are_told_apart
from selon.trace.changes.limits import are_one_limit
from selon.trace.changes.own_day import tell_each_its_day
from selon.trace.changes.quantities import Quantity, is_approximate, quantities
from selon.trace.changes.rounding import has_many_figures, is_in_fewer_figures, is_passed
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change, name

_LEAST = 10  # a smaller number is told of many things
_ROUGH = ("least", "about")  # "under 2,000" is mostly the condition of something


def bounded(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the first number that one of two texts gives exactly and the other roughly."""
    if not any(_may_be_one_number(*both) for both in numbers_alike(a, b)):
        return
    for one in quantities(a):
        for other in (other for other in quantities(b) if other.unit == one.unit and one.unit):
            if _is_one_number(one, a, other, b) or _is_one_number(other, b, one, a):
                sentence = f"precision differs: «{counted(a, one)}» in {name(a, a, b)}, «{counted(b, other)}» in {name(b, a, b)}"
                yield change(a, b, "precision_changed", (one.span, other.span), sentence, directed)
                return


def _may_be_one_number(one: Quantity, other: Quantity) -> bool:
    """The same of either, as far as the two numbers tell."""
    if one.value is None or other.value is None or min(one.value, other.value) < _LEAST:
        return False
    if one.value == other.value:
        return one.bound != other.bound
    return is_in_fewer_figures(one.value, other.value) or is_in_fewer_figures(other.value, one.value)


def _is_one_number(rough: Quantity, a: Telling, exact: Quantity, b: Telling) -> bool:
    """Is the first of two numbers the second one, told less precisely, of one thing, and each given in this way alone by its text?"""
    if rough.value is None or exact.value is None or min(rough.value, exact.value) < _LEAST or not is_exact(exact, b):
        return False
    same = rough.value == exact.value and rough.bound in _ROUGH and is_approximate(rough, a)
    fewer = is_in_fewer_figures(rough.value, exact.value)
    if not (same or fewer) or is_passed(rough, a) or is_passed(exact, b):
        return False
    rare = fewer or has_many_figures(exact.value)
    if not rare and (are_told_apart(a, rough.span, b, exact.span) or not are_told_alike(a, rough.span, b, exact.span, exact.unit)):
        return False
    if not rare and tell_each_its_day(a, rough.span, b, exact.span):
        return False
    if are_one_limit(rough, a, exact, b) or (same and may_have_grown(rough, a, exact, b)) or has_gone_on(rough, a, exact, b):
        return False
    return not (is_given(exact, a, roughly=False) or is_given(exact, b, roughly=True) or (fewer and is_given(rough, b, roughly=False)))
