"""Is one of two numbers the other, told less precisely ("more than 150", and 154)? "At least 24" is not 25: the count has changed."""

from selon.trace.changes.quantities import Quantity, is_approximate
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers

_NEAR = 0.1  # of the larger number: farther off, none is the other rounded
_TEN = 10
_MANY_FIGURES = 3  # without the zeros at its end


def is_rounded(one: Quantity, a: Telling, other: Quantity, b: Telling) -> bool:
    """Does a word make one of two numbers a rough one that allows the other: "about", or a rounder one on the right side of it?"""
    return _is_rough_for(one, a, other, b) or _is_rough_for(other, b, one, a)


def is_in_fewer_figures(rough: float, exact: float) -> bool:
    """Is a number another one in fewer figures, of which so many are kept that no word need say so ("14,700", and "14,666")?"""
    step = _roundness(rough)
    return step > _roundness(exact) > 0 and abs(rough - exact) < step and has_many_figures(rough)


def has_many_figures(value: float) -> bool:
    """Is a number so little round that hardly two things count as many (136,000 as well as 154, and not 2,000)?"""
    return len(f"{value:.12g}".replace(".", "").rstrip("0")) >= _MANY_FIGURES


def is_passed(quantity: Quantity, telling: Telling) -> bool:
    """Does the sentence of a number tell that it was passed, wherever the word stands ("les 10.000 ont été franchis")?"""
    sentence = sentence_of(telling.article, quantity.span, telling.language)
    return bool(markers("passing", telling.article.text, sentence, telling.language))


def _is_rough_for(rough: Quantity, telling: Telling, exact: Quantity, where: Telling) -> bool:
    if rough.value is None or exact.value is None or not is_approximate(rough, telling):
        return False
    if abs(rough.value - exact.value) > _NEAR * max(rough.value, exact.value):
        return False
    if rough.bound in ("least", "most"):
        inside = exact.value > rough.value if rough.bound == "least" else exact.value < rough.value
        return inside and _roundness(rough.value) > _roundness(exact.value)
    if exact.bound == "least" and exact.value > rough.value:
        return False  # "nearly 90" was the count before "more than 92"
    return not is_approximate(exact, where) or _roundness(rough.value) > _roundness(exact.value)


def _roundness(value: float) -> int:
    """The largest power of ten that divides a number; 0 for one with a fraction."""
    power = 1
    while value and value % (power * _TEN) == 0:
        power *= _TEN
    return power if value % 1 == 0 else 0
