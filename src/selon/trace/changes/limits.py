"""Limits that are told as what must not be passed: "no farther than 100 km", and "not more than 100 km away", are one."""

import re

from selon.model.span import Span
from selon.trace.changes.quantities import Quantity
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers

_CLAUSE_CHARS = 60  # before a number, as far as its clause goes
_CLAUSE_END = re.compile(r"[.,;:!?()\n]")


def are_one_limit(one: Quantity, a: Telling, other: Quantity, b: Telling) -> bool:
    """Is one number told in one text as what is not passed ("not more than"), and plainly in the other?"""
    return one.value == other.value and _is_negated(one, a) != _is_negated(other, b)


def _is_negated(quantity: Quantity, telling: Telling) -> bool:
    """Does a negation stand in the clause of a number that is told as a least one ("not to go more than 100 km")?"""
    if quantity.bound != "least":
        return False
    text, sentence = telling.article.text, sentence_of(telling.article, quantity.span, telling.language)
    start = max(sentence.start, quantity.span.start - _CLAUSE_CHARS)
    start = max((match.end() for match in _CLAUSE_END.finditer(text, start, quantity.span.start)), default=start)
    return start < quantity.span.start and bool(markers("negation", text, Span(start, quantity.span.start), telling.language))
