"""What raises or lowers the score of two statements beside their common keys, each with its words.

Fitted with the other constants of `evidence`.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import numpy as np

from selon.match.both import Both
from selon.match.columns import F64, Mask
from selon.match.facts import HAPPENING, Facts, number_met
from selon.match.lexicon import kinds
from selon.match.quantities import Quantity
from selon.match.tokens import I64

Factor = tuple[float, str]

NEAR_DAYS, _NEAR = 3, 0.6  # dates that differ by so little are often the day of telling
_FAR_DAYS, _FAR = 31, 0.5
_OTHER_TIME = 0.25  # beyond: another event
LONG_DAYS, _STORY_NEAR, _STORY_FAR = 300, 0.8, 0.65  # in articles about one thing a date is often that of something mentioned beside
ONE_STORY = 1.4  # articles about one thing
SAME_TIME = 1.05
_CONTRARY = 0.35
NO_CONTENT = 0.27  # where only names, places, offices and bodies meet
ENOUGH_CONTENT = 0.4
NO_PREDICATE = 0.65
OTHER_NAMES = 0.35  # taken off where no name meets
OTHER_NUMBER = 0.87  # of what is counted: tolls roll
_OTHER_MEASURE = 0.4  # of a price, a height, a rate: part of what is said
ONE_TOLL = 1.6  # tolls of one event are told in few words, and roll
_ONE_EVENT = 0.4  # share of the topics of two articles that must meet
ONE_ORDER = 2.5  # a toll and a later one are rarely further apart
SAME_CLAIMANT = 1.1
_MANNERS = {"habit": 0.5, "superlative": 0.45, "reaction": 0.5, "question": 0.35}  # where one of the two alone tells so
MANNERS = len(_MANNERS)
AGAINST, CONFLICTS = 0.5, ("dates ", "other number")  # from here down, and of these kinds, a factor speaks against one claim
SHARED_PASSAGE = 1.25
TWO_SPEAKERS = 0.5  # what two judge alike in one or two words ("a war crime") may be two things


def factors(
    a: Facts, b: Facts, both: Both, clashes: Sequence[tuple[Quantity, Quantity]], claimant: str | None, shared_words: int
) -> list[Factor]:
    """What raises or lowers the score. `claimant` is who stands behind both, `shared_words` of a passage both stand in."""
    found: list[Factor] = []
    story = both.articles.is_one_story
    if story:
        found.append((ONE_STORY, "articles about one thing"))
    if a.days and b.days:
        found.append(_time(a, b, story=story))
    content = _content(a, b, both)
    found += _predicates(a, b, both, content)
    if not shared_words and a.manners != b.manners:
        found += [(_MANNERS[manner], f"{manner} in one of the two alone") for manner in sorted(a.manners ^ b.manners)]
    others = _other_names(a, b, both)
    if others:
        found.append((1 - OTHER_NAMES * others, "other names"))
    if clashes:
        measured = any(kinds(a.code).get(x.unit) == "measure" for x, _ in clashes)
        found.append((_OTHER_MEASURE if measured else OTHER_NUMBER, "other number"))
    if content == 1 and (
        toll := _one_toll(a, b, story=story)
    ):  # two crowds of one day are two, where nothing else that they did is told of both
        found.append((ONE_TOLL, f"both count {toll}, in articles on one thing"))
    if claimant:
        found.append((SAME_CLAIMANT, f"claimant {claimant}"))
    if shared_words:
        found.append((SHARED_PASSAGE, f"shared passage of {shared_words} words"))
    return found


def has_veto(a: Facts, b: Facts, found: list[Factor]) -> bool:
    """Does anything speak against one claim that no likeness of words may overrule: another time, a contrary, other numbers?"""
    if a.numbers and b.numbers and {one.low for one in a.numbers}.isdisjoint(one.low for one in b.numbers) and not number_met(a, b):
        return True
    return any(factor < 1 and why.startswith((*CONFLICTS, "contrary")) for factor, why in found)


def highest(a: Facts, b: Facts, claimant: str | None, shared_words: int) -> float:
    """What the factors can multiply a score by at most."""
    toll = ONE_TOLL if a.numbers and b.numbers else 1.0
    return ONE_STORY * SAME_TIME * toll * (SAME_CLAIMANT if claimant else 1.0) * (SHARED_PASSAGE if shared_words else 1.0)


def most_of_time(apart: F64, story: Mask) -> F64:
    """What dates that are so many days apart, or more, multiply a score by at most; not a number: one of the two statements tells none.

    `story`: are the articles about one thing, as far as is known.
    """
    steps = (
        (np.isnan(apart), 1.0),
        (apart == 0, SAME_TIME),
        (story & (apart <= NEAR_DAYS), _STORY_NEAR),
        (story & (apart <= LONG_DAYS), _STORY_FAR),
        (apart <= NEAR_DAYS, _NEAR),
        (apart <= _FAR_DAYS, _FAR),
    )
    return np.select([step for step, _ in steps], [most for _, most in steps], _OTHER_TIME)


def manner_bits(manners: Collection[str]) -> int:
    """Manners as one number, a bit for each."""
    return sum(1 << bit for bit, manner in enumerate(_MANNERS) if manner in manners) if manners else 0


def of_manners(alone: I64) -> F64:
    """What manners multiply a score by that one of two statements has alone, told as bits: see `manner_bits`."""
    found = np.ones(len(alone))
    for bit, factor in enumerate(_MANNERS.values()):
        found *= np.where(alone >> bit & 1, factor, 1.0)
    return found


def days_apart(a: Facts, b: Facts) -> int | None:
    """Days between the nearest dates of both: 0 where two meet, None where one has none."""
    if not a.days or not b.days:
        return None
    return min(_gap(x, y) for x in a.days for y in b.days)


def _gap(x: tuple[str, str], y: tuple[str, str]) -> int:
    if x[0] <= y[1] and y[0] <= x[1]:
        return 0
    first, second = (x, y) if x[1] < y[0] else (y, x)
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


def _time(a: Facts, b: Facts, *, story: bool) -> Factor:
    """What the dates of both say, which both have."""
    apart = days_apart(a, b)
    if not apart:
        return SAME_TIME, "dates meet"
    near, far = (_STORY_NEAR, _STORY_FAR) if story and apart <= LONG_DAYS else (_NEAR, _FAR if apart <= _FAR_DAYS else _OTHER_TIME)
    return near if apart <= NEAR_DAYS else far, f"dates {apart} day{'s' * (apart > 1)} apart"


def _predicates(a: Facts, b: Facts, both: Both, content: float) -> Iterator[Factor]:
    against = _contrary(a, b) or _contrary(b, a)
    if against:
        yield _CONTRARY, f"contrary: {against}"
    if content < 1:
        yield NO_CONTENT + (1 - NO_CONTENT) * content, "little content in common"
    if not ("w" in both.kinds or "#" in both.kinds or any(kinds(a.code).get(key) in HAPPENING for key in both.keys)):
        yield NO_PREDICATE, "no predicate in common"


def _contrary(a: Facts, b: Facts) -> str | None:
    """A concept of `a` alone whose contrary stands in `b`."""
    for key, contraries in a.contraries:
        if key not in b.keys:
            for contrary in contraries:
                if contrary in b.keys:
                    return f"{key[2:]} | {contrary[2:]}"
    return None


def _content(a: Facts, b: Facts, both: Both) -> float:
    """How much of what happens, beside who and where, both tell: 1 from `ENOUGH_CONTENT` of the shorter one on."""
    whole = min(a.content_weight, b.content_weight)
    return min(1.0, both.content_weight / (ENOUGH_CONTENT * whole)) if whole else 0.0


def _other_names(a: Facts, b: Facts, both: Both) -> float:
    """The share of names and countries that only one of the two has, the smaller of both: 1 where both name, and nothing together."""
    mine, theirs, met = a.names, b.names, both.names
    return min(len(mine.difference(met)) / len(mine), len(theirs.difference(met)) / len(theirs)) if mine and theirs else 0.0


def _one_toll(a: Facts, b: Facts, *, story: bool) -> str | None:
    """What both count of one event: numbers of one order for one fate, in articles that are about the same names and things."""
    if not a.numbers or not b.numbers or len(a.topics & b.topics) < _ONE_EVENT * max(1, min(len(a.topics), len(b.topics))):
        return None
    if a.names and b.names and a.names.isdisjoint(b.names) and not (story and not days_apart(a, b)):
        return None
    for x, y in ((x, y) for x in a.numbers for y in b.numbers if x.unit == y.unit):
        fate = kinds(a.code).get(x.unit) == "predicate"
        if fate and max(x.low, y.low) <= ONE_ORDER * min(x.high, y.high):
            return x.unit[2:]
    return None
