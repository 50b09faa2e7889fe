"""Which reading of a cue is taken.

A candidate is one way to read a cue as (source, cue, content). Each carries the names of its features; weights.toml of the language says
what each is worth, unknown ones are worth nothing. The best sum wins, and is taken when it is positive. The weights are fitted by
tools/fit.py: the sum is the logarithm of the odds that source and content are right.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from selon.attribute.lexicon import Verb
from selon.model.span import Span


@dataclass(slots=True, eq=False)
class Candidate:
    """One reading of one cue. Never changed once it is made; not frozen, because that would double the cost of making it."""

    rule: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    features: tuple[str, ...] = ()
    verb: Verb | None = None
    stance: str = "asserted"
    negated: bool = False
    reasons: tuple[str, ...] = ()
    via: Span | None = None
    reach: int = 0  # the offset up to which the text is told by this reading: its source included


def score(candidate: Candidate, weights: dict[str, float]) -> float:
    """The sum of the weights of the candidate's features, and of the one that every candidate has."""
    value = weights.get("any", 0.0)
    for feature in candidate.features:
        if feature in weights:
            value += weights[feature]
    return value


def best(candidates: Iterable[Candidate], weights: dict[str, float]) -> Candidate | None:
    """The candidate with the highest positive score; the first of equals."""
    most, winner = 0.0, None
    for candidate in candidates:
        if (value := score(candidate, weights)) > most:
            most, winner = value, candidate
    return winner


def is_taken(candidate: Candidate, weights: dict[str, float]) -> bool:
    """Is the only reading there is worth taking?"""
    return score(candidate, weights) > 0
