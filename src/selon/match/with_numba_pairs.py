"""The loop of `quick`, compiled by numba: each statement beside those it meets, and at once whether the two can come to something.

Whom a statement meets is not written down: a list would be sorted and gone through many times. All in one file: what numba keeps of a
function is made anew when its own file changes, not those of the functions that it calls.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from selon.match.kept_code import has_cache
from selon.match.tokens import I64

Found = tuple[I64, I64]
F32 = NDArray[np.float32]
_ROOM = 1 << 12  # pairs for which there is room at first
_LAST = 1 << 14  # pairs of articles that are kept in mind, so that few are told again
_LONG = 250  # keys of a statement, beyond which they are not counted


@cache
def met() -> Callable[..., Found]:
    """Whom statements meet: the pairs of statements that may be judged, and the pairs of articles that may be one story, as numbers.

    Arguments: a `meeting.Looking`'s columns, those that look under one key together, so that whom they meet is at hand; a `quick.Held`, a
    `quick.Articles`, the `quick.Tables` and `quick.Limits`. A pair may stand there several times.
    """
    result: Callable[..., Found] = numba.njit(cache=has_cache())(_met)
    return result


def _met(looks: I64, begins: I64, counts: I64, holders: I64, held: Any, articles: Any, tables: Any, limits: Any) -> Found:
    told, code, weight, keys = held
    statements, homes = len(told), len(articles.whole)
    pairs, neighbours, last = np.empty(_ROOM, np.int64), np.empty(_ROOM, np.int64), np.full(_LAST, -1, np.int64)
    found = near = 0
    mine = np.zeros(keys, np.float32)  # what the one that looks holds under each key
    for at in range(len(looks)):
        if counts[at] == 0:
            continue
        pairs, neighbours = _with_room(pairs, found + counts[at]), _with_room(neighbours, near + counts[at])
        one = told[looks[at]]
        for row in range(one.first, one.end):
            mine[code[row] >> 8] = weight[row]
        for place in range(begins[at], begins[at] + counts[at]):
            other = told[holders[place]]
            later, earlier = max(looks[at], holders[place]), min(looks[at], holders[place])
            both = told[later].home * homes + told[earlier].home
            story = _may_be_one_story(one.home, other.home, articles, limits.far_days)
            if story and one.home != other.home and last[both % _LAST] != both:
                neighbours[near] = last[both % _LAST] = both
                near += 1
            if _may_be_judged(other, one, mine, story, held, articles, tables, limits):
                pairs[found] = later * statements + earlier
                found += 1
        for row in range(one.first, one.end):
            mine[code[row] >> 8] = 0
    return pairs[:found], neighbours[:near]


@numba.njit(nogil=True)
def _with_room(numbers: I64, least: int) -> I64:
    """The same numbers, with room for so many."""
    if least <= len(numbers):
        return numbers
    longer = np.empty(2 * least, np.int64)
    longer[: len(numbers)] = numbers
    return longer


@numba.njit(nogil=True)
def _may_be_one_story(a: int, b: int, articles: Any, far: int) -> bool:
    """What `Homes.may_be_one_story` says of two articles."""
    if not (articles.whole[a] and articles.whole[b]) or abs(articles.day[a] - articles.day[b]) > far:
        return False
    shared = np.uint64(0)
    for word in range(articles.names.shape[1]):
        shared |= articles.names[a, word] & articles.names[b, word]
    return bool(shared)


@numba.njit(nogil=True)
def _share_passages(a: int, b: int, articles: Any) -> bool:
    """Do two articles share passages?"""
    if not (articles.shares[a] and articles.shares[b]):
        return False
    both = min(a, b) * len(articles.whole) + max(a, b)
    place = np.searchsorted(articles.sharing, both)
    return bool(place < len(articles.sharing) and articles.sharing[place] == both)


@numba.njit(nogil=True)
def _may_be_judged(one: Any, other: Any, mine: F32, story: bool, held: Any, articles: Any, tables: Any, limits: Any) -> bool:
    """Can `Bounds.outcome` find anything between two statements? True at least where it does.

    Args:
        one: what is told of a statement.
        other: what is told of another.
        mine: what the other holds under each key.
        story: may their articles be one story.
        held: the keys of all.
        articles: their articles.
        tables: see `quick.Tables`.
        limits: what is measured by.
    """
    flags = one.flags & other.flags
    if one.end - one.first > _LONG or flags & limits.rolls:
        return True
    shared, content, counts = _common(one, mine, held, tables)
    counted = np.int64((one.units & other.units) != 0)  # they may count one thing
    words = (counts >> 8 & 255) + counted
    if words < limits.least_words:
        return False
    shared += limits.number * counted
    smaller = min(one.weight, other.weight)
    cosine, contained = shared / np.sqrt(one.weight * other.weight), shared / smaller
    share = limits.cosine if words >= limits.enough_words else limits.few_words_cosine
    likeness = (share * cosine + (1 - share) * contained) * min(1.0, 2 * shared / (shared + limits.mass))
    is_dated = one.early == one.early and other.early == other.early
    apart = max(0.0, one.early - other.late, other.early - one.late) if is_dated else -1.0
    if likeness >= limits.least and one.home != other.home and _may_be_against(one, other, counted, is_dated, apart, limits):
        return True
    score = likeness * (limits.one_story if story else 1.0) * (limits.one_toll if counted and flags & limits.fates else 1.0)
    if one.claimant == other.claimant and one.claimant >= 0:
        score *= limits.same_claimant
    passages = _share_passages(one.home, other.home, articles)
    score *= limits.shared_passage if passages else tables.manners[one.manners ^ other.manners]
    score *= tables.times[np.int64(story), min(np.int64(apart), tables.times.shape[1] - 1)] if is_dated else 1.0
    if score < limits.least:
        return False
    score *= _of_content(one, other, content, counts, limits)
    if score < limits.least:
        return False
    if passages or one.home == other.home:
        return True
    days = abs(articles.day[one.home] - articles.day[other.home])
    own = _most_grounds(score, cosine, counts, counted, apart == 0, days, limits.grounds)
    if days > limits.far_days and apart != 0:
        return bool(own >= limits.grounds.enough_far)
    return bool(own + limits.grounds.most_around >= limits.grounds.enough)


@numba.njit(nogil=True)
def _common(one: Any, mine: F32, held: Any, tables: Any) -> tuple[Any, Any, Any]:
    """What a statement and the one that looks hold both: its weight, that of content; how many keys of each kind, in eight bits each."""
    shared = content = np.float32(0)
    counts = np.int64(0)
    for row in range(one.first, one.end):
        own = held.code[row]
        least = min(mine[own >> 8], held.weight[row])
        if least > 0:
            shared += least
            counts += tables.spread[own & 255]
            if own & 1:
                content += least
    return shared, content, counts


@numba.njit(nogil=True)
def _may_be_against(one: Any, other: Any, counted: Any, is_dated: bool, apart: float, limits: Any) -> bool:
    """Can two statements that are alike be of another time or measure?"""
    if counted and one.flags & other.flags & limits.measures:
        return True
    return is_dated and (apart > limits.near_days or bool((one.flags | other.flags) & limits.several))


@numba.njit(nogil=True)
def _of_content(one: Any, other: Any, content: Any, counts: Any, limits: Any) -> float:
    """What the common keys multiply a score by, as they tell what happens, and name what both name."""
    enough = max(limits.enough_content * min(one.content, other.content), limits.rounding)
    found = limits.no_content + (1 - limits.no_content) * min(1.0, content / enough)
    if counts >> 16 & 255 == 0:
        found *= limits.no_predicate
    met = (counts >> 24 & 255) + (counts >> 32 & 255)
    alone = min(max(one.names - met, 0) / max(one.names, 1), max(other.names - met, 0) / max(other.names, 1))
    return float(found * (1 - limits.other_names * alone))


@numba.njit(nogil=True)
def _most_grounds(score: float, cosine: float, counts: Any, counted: Any, is_one_day: bool, days: float, weights: Any) -> float:
    """What `grounds.most_grounds` finds, or more."""
    contents, names, countries = counts & 255, counts >> 24 & 255, counts >> 32 & 255
    bodies, numbers = counts >> 40 & 255, counted + (counts >> 48 & 255)
    own = weights.score * score + weights.cosine * cosine + weights.content * (min(weights.most_content, contents) - weights.mean_content)
    own += weights.name * min(weights.most_names, names) + weights.country * min(weights.most_countries, countries)
    own += weights.body * min(weights.most_bodies, bodies) + weights.number * min(1, numbers)
    if is_one_day:
        own += weights.day
    if score >= weights.whole_score and contents > weights.mean_content:
        own += weights.whole
    if days > weights.soon_days:
        own -= weights.theme * max(0, weights.least_own - contents)
    return float(own)
