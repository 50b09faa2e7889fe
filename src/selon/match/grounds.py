"""Is what two statements of two articles share enough to join them?

A score tells how alike two statements are, not how many other statements are as like: "he is held responsible for it" stands everywhere.
So across articles a pair also needs grounds: to be alike as a whole, a number, a date, a country, and above all articles that are about
one thing. Inside one article, and inside a passage that both articles hold, the ground is given.

The weights are those of a logistic regression, rounded, over the compared pairs of S2, S5, cross_dev, bilingual_own and of 400 articles
that have nothing to do with each other; then tuned by hand on the same data and on the demo: no figure of these sets is of unseen text.
Names count for little there: they are already in the likeness of statements and articles.

`is_little` came later, from joins in the news of some days that were read: in other days about nine of ten that it takes away were of two
things. Such a pair starts no claim; where other pairs make one, it still speaks for it.
"""

from datetime import date
from typing import NamedTuple

import numpy as np

from selon.match.around import STORY_DAYS, beside_themes
from selon.match.both import Both, content_words
from selon.match.columns import F64, Mask
from selon.match.common import Common
from selon.match.facts import Facts
from selon.match.quantities import meet
from selon.match.tokens import I64

ENOUGH = 7.0  # grounds from which two statements of two articles may be joined

_SCORE = 2.4
_COSINE = 4.4
_COUNTRY, _MOST_COUNTRIES = 0.9, 2
_BODY, _MOST_BODIES = 0.9, 2  # an office or a body
_NUMBER, _LEAST_NUMBER = 1.2, 10  # smaller ones meet by chance
_DAY = 1.6  # one date, known to a few days
_DAYS, _MONTH_DAYS, _MONTH_SHARE, _LONG_SHARE = 3, 31, 0.5, 0.2
_NAME, _MOST_NAMES = 0.15, 3
_CONTENT, _MEAN_CONTENT, _MOST_CONTENT = 0.8, 3, 6  # for each word of content that both hold, beyond three or short of it
_WHOLE, _WHOLE_SCORE = 1.0, 0.75  # statements of more words than that which are alike as a whole
_OTHER_NUMBERS = 2.0
_THEME, _LEAST_OWN = 0.8, 3  # for each word of content short of that, beside those that both articles say again and again
_SOON_DAYS = 3  # between two articles, within which what both say again and again may well be one event of those days
ENOUGH_FAR = ENOUGH + 2.0  # in articles published far apart, unless both tell one day
_ALIKE, _LEAST_ALIKE, _MOST_ALIKE = 30.0, 0.13, 0.3
_NAMES_MET, _MOST_MET = 1.0, 0.3
_FEW, _FEW_OWN = 3, 2  # words that both hold, and those of content among them that are no theme: so many are few
_FEW_COSINE, _FEW_INSIDE = 0.45, 0.75  # from here on few words are enough
_THEMES_COSINE = 0.8  # and themes alone
_FEW_ALIKE = 0.4  # and between articles from here on, whatever they tell


class Weights(NamedTuple):
    """What grounds are made of, for code that is compiled."""

    score: float = _SCORE
    cosine: float = _COSINE
    country: float = _COUNTRY
    most_countries: int = _MOST_COUNTRIES
    name: float = _NAME
    most_names: int = _MOST_NAMES
    body: float = _BODY
    most_bodies: int = _MOST_BODIES
    number: float = _NUMBER
    day: float = _DAY
    content: float = _CONTENT
    mean_content: int = _MEAN_CONTENT
    most_content: int = _MOST_CONTENT
    whole: float = _WHOLE
    whole_score: float = _WHOLE_SCORE
    theme: float = _THEME
    least_own: int = _LEAST_OWN
    soon_days: int = _SOON_DAYS
    enough: float = ENOUGH
    enough_far: float = ENOUGH_FAR
    most_around: float = _NAMES_MET * _MOST_MET + _ALIKE * (_MOST_ALIKE - _LEAST_ALIKE)


def has_grounds(a: Facts, b: Facts, both: Both, score: float) -> bool:
    """May two statements of two articles be joined? `score` in [0, ...)."""
    own = own_grounds(a, b, both, score)
    if both.articles.days > STORY_DAYS and _one_time(a, b) < 1:
        return own >= ENOUGH_FAR
    if own >= ENOUGH:
        return True
    own += _NAMES_MET * min(_MOST_MET, both.articles.names)
    return own + _ALIKE * max(0.0, min(_MOST_ALIKE, both.articles.alike) - _LEAST_ALIKE) >= ENOUGH


def is_little(a: Facts, b: Facts, both: Both) -> bool:
    """Is what two statements of two articles share too little to make one claim of them?

    "The rowers decided to empty the barrels" and "two rowers decide on the menu" share one word, and what both articles are about. It is
    not little where most of one stands in the other, where both hold a number, a day, or a name that their articles do not say again and
    again, nor where the articles themselves are much alike. What both articles are about, alone, is little in almost any share of both.
    """
    if both.words_met > _FEW:
        return False
    own = beside_themes(both.words, a.around, b.around)
    if any(key[0] in "np" for key in own) or content_words(a, b, own, ()) > _FEW_OWN:
        return False
    if _has_number(both) or _count_alike(a, b) or _one_time(a, b) >= 1:
        return False
    if both.weight >= (_FEW_COSINE if own else _THEMES_COSINE) * both.whole:
        return False
    if own and both.weight >= _FEW_INSIDE * min(a.weight, b.weight):
        return False
    return both.articles.are_whole and both.articles.alike < _FEW_ALIKE


def _count_alike(a: Facts, b: Facts) -> bool:
    """Do both count one thing?"""
    return any(x.unit == y.unit != "" for x in a.numbers for y in b.numbers)


def own_grounds(a: Facts, b: Facts, both: Both, score: float) -> float:
    """The grounds that the statements hold themselves."""
    content = content_words(a, b, both.keys, both.names)
    bodies = [key for key in both.keys if key[0] == "c" and key not in a.content and key not in b.content]
    return (
        _SCORE * score
        + _COSINE * both.weight / both.whole
        + _COUNTRY * min(_MOST_COUNTRIES, both.kinds.count("p"))
        + _NAME * min(_MOST_NAMES, both.kinds.count("n"))
        + _BODY * min(_MOST_BODIES, len(bodies))
        + _NUMBER * _has_number(both)
        + _DAY * _one_time(a, b)
        + _CONTENT * (min(_MOST_CONTENT, content) - _MEAN_CONTENT)
        + _WHOLE * (score >= _WHOLE_SCORE and content > _MEAN_CONTENT)
        - _OTHER_NUMBERS * _other_numbers(a, b)
        - _THEME * _short_of_own(a, b, both, content)
    )


def most_grounds(score: F64, cosine: F64, common: Common, content: I64, numbers: Mask, days: Mask, apart: F64) -> F64:
    """What `own_grounds` is at most, for many pairs at once.

    Args:
        score: at most.
        cosine: of the two statements, at most.
        common: the keys that both hold.
        content: how many words of what happens both hold, at most.
        numbers: may both tell one number in other words.
        days: may both tell one day.
        apart: days between their articles; not a number: not known.
    """
    own: F64 = (
        _SCORE * score
        + _COSINE * cosine
        + _COUNTRY * np.minimum(_MOST_COUNTRIES, common.count("country"))
        + _NAME * np.minimum(_MOST_NAMES, common.count("name"))
        + _BODY * np.minimum(_MOST_BODIES, common.count("body"))
        + _NUMBER * (numbers | (common.count("number") > 0))
        + _DAY * days
        + _CONTENT * (np.minimum(_MOST_CONTENT, content) - _MEAN_CONTENT)
        + _WHOLE * ((score >= _WHOLE_SCORE) & (content > _MEAN_CONTENT))
        - _THEME * np.where(apart > _SOON_DAYS, np.maximum(0, _LEAST_OWN - content), 0)
    )
    return own


def most_around(alike: F64, names: F64) -> F64:
    """The grounds that lie in the articles of two statements, by how alike the articles are, and by the names of both: see `Nearness`."""
    met: F64 = _NAMES_MET * np.minimum(_MOST_MET, names)
    return met + _ALIKE * np.clip(alike - _LEAST_ALIKE, 0.0, _MOST_ALIKE - _LEAST_ALIKE)


def _has_number(both: Both) -> bool:
    """Do both hold one number, no small one?"""
    return both.number > 0 or ("#" in both.kinds and any(key[0] == "#" and float(key[2:]) >= _LEAST_NUMBER for key in both.keys))


def _short_of_own(a: Facts, b: Facts, both: Both, content: int) -> int:
    """How many words of content both should share beside their theme, and do not; asked of articles of other days.

    What is told for weeks has words that stand in every sentence: two that share them alone are about one thing, and tell two.
    """
    if both.articles.days <= _SOON_DAYS:
        return 0
    own = beside_themes(both.keys, a.around, b.around)
    if len(own) < len(both.keys):
        content = content_words(a, b, own, [key for key in own if key[0] in "np"])
    return max(0, _LEAST_OWN - content)


def _other_numbers(a: Facts, b: Facts) -> bool:
    """Do both count, and neither one number nor one thing?"""
    return bool(a.numbers and b.numbers) and not any(meet(x, y) or x.unit == y.unit != "" for x in a.numbers for y in b.numbers)


def _one_time(a: Facts, b: Facts) -> float:
    """How precisely a date of both meets: 1 within a few days, less within a month, little beyond; 0 where none does."""
    met = [max(_width(x), _width(y)) for x in a.days for y in b.days if x[0] <= y[1] and y[0] <= x[1]] if a.days else []
    if not met:
        return 0.0
    return 1.0 if min(met) <= _DAYS else _MONTH_SHARE if min(met) <= _MONTH_DAYS else _LONG_SHARE


def _width(days: tuple[str, str]) -> int:
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days
