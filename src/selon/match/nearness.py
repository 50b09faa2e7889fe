"""How two articles stand to each other: what all pairs of their statements ask for, found once."""

from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from selon.match import around
from selon.match.around import ONE_STORY, STORY_DAYS, STORY_NAMES, Around, days_apart, is_whole

_LAST_PAIRS = 1 << 10  # pairs of articles that are kept in mind: the statements of two are compared one after the other


class Nearness(NamedTuple):
    """How near two articles are."""

    days: int  # between their publication, 0 where one is not known
    alike: float  # their cosine, as `around.alike` has it
    names: float  # that both say, as a share of the geometric mean of their numbers of names, in [0, 1]
    are_whole: bool  # are both of several statements
    is_one_story: bool  # are they about one thing, and not of other times: as `around.is_one_story` has it


@lru_cache(maxsize=_LAST_PAIRS)
def nearness(a: Around, b: Around, alike: float | None = None) -> Nearness:
    """How near two articles are; `alike`: their cosine, where it is known."""
    days, met, whole = days_apart(a, b), len(a.names & b.names), is_whole(a, b)
    cosine = around.alike(a, b) if alike is None else alike
    return Nearness(
        days=days,
        alike=cosine,
        names=met / sqrt(len(a.names) * len(b.names)) if met else 0.0,
        are_whole=whole,
        is_one_story=days <= STORY_DAYS and met >= STORY_NAMES and whole and cosine >= ONE_STORY,
    )
