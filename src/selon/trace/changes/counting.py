"""May two tellings count one thing, and otherwise? Hardly any two do, and whether a number counts anything at all takes long to ask."""

from selon.trace.changes.quantities import Quantity, is_approximate, numbers, vague
from selon.trace.changes.tellings import Telling


def numbers_alike(a: Telling, b: Telling) -> list[tuple[Quantity, Quantity]]:
    """Each two numbers that may count one thing."""
    mine, theirs = numbers(a), numbers(b)
    return [(one, other) for one in mine if one.unit for other in theirs if other.unit == one.unit] if mine and theirs else []


def may_count_otherwise(a: Telling, b: Telling) -> bool:
    """May two tellings give numbers that count one thing otherwise, or one a quantity without a number where the other gives one?"""
    if any(other.unit and one.unit == other.unit for x, y in ((a, b), (b, a)) for other in numbers(x) for one in vague(y)):
        return True
    return any(
        one.value != other.value or one.bound != other.bound or is_approximate(one, a) != is_approximate(other, b)
        for one, other in numbers_alike(a, b)
    )
