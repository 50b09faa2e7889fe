"""Do two tolls count the victims of one event? A number rolls from text to text, and each text tells it in its own words.

In articles about one thing and of one week, two tolls are one claim if they count one fate of one kind of persons in numbers of one order,
at one time, and nothing says that they speak of two places. A toll over weeks is none of one day, nor of another number of weeks; that of
the children is none of all, and that of children "among the dead" rolls only with others of its kind. The rules are ours; the ratio was
chosen on S5, and S2 holds no toll.
"""

from dataclasses import dataclass
from datetime import date

from selon.match.around import Around, days_apart

ONE_ORDER = 2.5  # a toll and a later one are rarely further apart
_DAYS = 1  # between two days that tell one event: night, and clocks of two countries
ROLL_DAYS = 5  # between two texts, within which a number rolls: later ones tell another event (read in 32 pairs of real articles)
LEAST_EQUAL = 10  # smaller numbers are equal by chance
_MET, _ROLLED, _APART = 0.9, 0.6, -0.6  # scores where the numbers are one, where they roll, and where they are of two events


@dataclass(frozen=True, slots=True)
class Count:
    """How many persons met one fate."""

    fate: str  # a concept: "c:death"
    who: str  # a concept ("child"); "" for persons of any kind
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Toll:
    """What one text counts of one event."""

    counts: tuple[Count, ...]
    names: frozenset[str]  # that stand in the same stretch
    days: tuple[tuple[str, str], ...]  # of the event, first and last
    period_days: float | None = None  # of a sum over a longer time: how long; infinite where the text does not tell
    partial: bool = False  # its persons are some among others


def one_event(a: Toll, b: Toll, around: tuple[Around, Around]) -> tuple[float, str]:
    """A score above 0 and what shows it, where two tolls can be of one event; below 0 where they are of two."""
    if (a.period_days is None) != (b.period_days is None):
        return _APART, "one is a sum over a longer time"
    if _other_time(a, b, around[1]) or _other_time(b, a, around[0]):
        return _APART, "dates of two events"
    both = [(x, y) for x in largest(a) for y in largest(b) if x.fate == y.fate]
    if not both or both[0][0].who != both[0][1].who:
        return 0.0, "other persons are counted"
    pairs = [(x, y) for x, y in both if x.who == y.who]
    if any(max(x.low, y.low) > ONE_ORDER * min(x.high, y.high) for x, y in pairs):
        return _APART, "numbers of two orders"
    equal = any(x.low == y.low >= LEAST_EQUAL for x, y in pairs)
    if not equal and days_apart(*around) > ROLL_DAYS and not _one_day(a, b):
        return 0.0, "numbers of other weeks"
    if not equal and _other_length(a.period_days, b.period_days):
        return 0.0, "sums over two lengths of time"
    if not equal and _is_part(a) != _is_part(b):
        return 0.0, "one counts some among others"
    if not (equal or _one_place(a.names, b.names, around)):
        return _APART, "other places"
    return _MET if equal else _ROLLED, f"tolls that can be of one event: {pairs[0][0].low:g} | {pairs[0][1].low:g}"


def largest(toll: Toll) -> list[Count]:
    """For each fate, death first, the largest count; of persons of any kind where there is one, as the others are parts of it."""
    fates = sorted({count.fate for count in toll.counts})
    return [max((one for one in toll.counts if one.fate == fate), key=lambda one: (not one.who, one.low, one.high)) for fate in fates]


def _other_length(a: float | None, b: float | None) -> bool:
    """Do two sums tell two lengths of time?"""
    return a is not None and b is not None and a != b and not abs(a - b) <= _DAYS


def _is_part(toll: Toll) -> bool:
    """Does it count some kind of persons among others, and not how many there were in all?"""
    return toll.partial and all(count.who for count in toll.counts)


def _other_time(a: Toll, b: Toll, there: Around) -> bool:
    """Is the event that `a` dates of another day than `b`, or later than the text that tells `b`?"""
    if not a.days:
        return False
    first = min(_day(day[0]) for day in a.days)
    if there.day is not None and first > there.day + _DAYS:
        return True
    return bool(b.days) and all(_gap(x, y) > _DAYS for x in a.days for y in b.days)


def _one_day(a: Toll, b: Toll) -> bool:
    """Do both date their event, and to one day?"""
    return bool(a.days and b.days) and min(_gap(x, y) for x in a.days for y in b.days) <= _DAYS


def _gap(x: tuple[str, str], y: tuple[str, str]) -> int:
    return max(0, _day(x[0]) - _day(y[1]), _day(y[0]) - _day(x[1]))


def _day(written: str) -> int:
    return date.fromisoformat(written).toordinal()


def _one_place(a: frozenset[str], b: frozenset[str], around: tuple[Around, Around]) -> bool:
    """Do both name one place, or places that stand side by side in a text, or does one name none?"""
    if not a or not b or not a.isdisjoint(b):
        return True
    return any((x, y) in one.beside for one in around for x in a for y in b)
