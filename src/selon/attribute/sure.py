"""How sure an attribution is: a sum of what its features are worth, as the logarithm of the odds that it is right.

Before anybody knows who the source is, content and source alone are judged. Then the claimant counts: where its name is doubted, the two
chances are multiplied, for a wrong name on a quotation is the worst error. docs/calibration.md shows how often which confidence was right.
Source: Platt 1999.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from selon.attribute.lexicon import shared
from selon.languages import Language
from selon.languages.rows.attribute import Confidence
from selon.model.attribution import Attribution
from selon.model.claimant import ClaimantKind, Resolution

# What resolve says of a claimant; a person is likely between the two (fr_dev, fr_dev2 and fr_seeds: 2 of 116 wrong).
_SURE, _LIKELY = 0.9, 0.75
# How often a doubted name is right, where content and source are, on fr_dev, fr_dev2 and fr_seeds: names that somebody bears, 110 of 115;
# descriptions that stand for one ("plusieurs habitants", a state, a document), 65 of 79. One of each is added: few cases promise little.
_NAMED = frozenset({ClaimantKind.PERSON, ClaimantKind.BODY, ClaimantKind.OUTLET})
_DOUBTED_NAME, _DOUBTED_DESCRIPTION = 111 / 117, 66 / 81
_EDGE = 0.001


@cache
def _odds(language: Language) -> dict[str, float]:
    return {row.feature: row.value for row in sorted(shared(Confidence, language), key=lambda row: row.feature)}


def confidence(names: frozenset[str], score: float, language: Language) -> float:
    """How often readings like this one were right, [0, 1]; `score` is the sum of its weights."""
    odds = _odds(language)
    value = odds.get("any", 0.0) + odds.get("score", 0.0) * score + math.fsum(filter(None, map(odds.get, names)))
    return round(1 / (1 + math.exp(-value)), 3)


def with_claimants(attributions: Sequence[Attribution], resolutions: Sequence[Resolution], language: Language) -> tuple[Attribution, ...]:
    """The attributions, each as sure as its claimant lets it be."""
    odds = _odds(language)
    told = zip(attributions, resolutions, strict=True)
    return tuple(replace(one, confidence=_with_claimant(one.confidence, who, odds)) for one, who in told)


def _with_claimant(chance: float, who: Resolution, odds: dict[str, float]) -> float:
    moved = _moved(chance, sum(odds.get(name, 0.0) for name in claimant_features(who)))
    return round(moved * name_chance(who), 3)


def claimant_features(resolution: Resolution) -> tuple[str, ...]:
    """What the claimant of an attribution is, in the words of weights.toml; nothing for a doubted one."""
    if resolution.claimant is None:
        return ("claimant.none",)
    if is_doubted(resolution):
        return ()
    return ("claimant.sure",) if resolution.confidence >= _SURE else ("claimant.likely",)


def name_chance(resolution: Resolution) -> float:
    """How often a claimant like this one is named rightly beside what weights.toml says, (0, 1]."""
    if resolution.claimant is None or not is_doubted(resolution):
        return 1.0
    return _DOUBTED_NAME if resolution.claimant.kind in _NAMED else _DOUBTED_DESCRIPTION


def is_doubted(resolution: Resolution) -> bool:
    """Is a claimant named that was guessed: a person seldom, a group, a body or a document sooner?"""
    if resolution.claimant is None or resolution.confidence >= _SURE:
        return False
    return resolution.confidence < _LIKELY or resolution.claimant.kind is not ClaimantKind.PERSON


def _moved(chance: float, by: float) -> float:
    """A probability moved by so much in the logarithm of its odds."""
    held = min(max(chance, _EDGE), 1 - _EDGE)
    return 1 / (1 + math.exp(-math.log(held / (1 - held)) - by))
