"""What a denial turns against in its own sentence: "the port said that ships had hit the quay, but Norr denied firing on it".

The statement that ends where "but" parts it from the denial, on somebody's word or in words that accuse. It must hold the word that the
denial turns on, or half of the others, in these words or in others that stand for the same.
"""

import re

from selon.model.attribution import Stance
from selon.model.span import Span
from selon.trace.blame import blames
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.meanings import first_of, words_of
from selon.trace.seeking import Seeking, Tie
from selon.trace.statements import Statement
from selon.trace.wording import Denied, denied_spans

_TURN_CHARS = 14  # before a denial, within which the word stands that parts it from the statement
_JOINED = re.compile(r"[\s,;\"'”’»—–-]*\Z")  # what may stand between a statement and that word
_HALF = 0.5  # of the words denied


def turned_against(one: Seeking) -> Tie | None:
    """The claim told right before the word that parts the denial from it."""
    if one.attribution.stance is not Stance.DENIED or one.attribution.parent is not None:
        return None
    turn = _turn(one)
    if turn is None:
        return None
    told = [other for other in one.others if other.span.end <= turn and _JOINED.match(one.text, other.span.end, turn)]
    told = [other for other in told if (other.told or blames(other, one.language)) and _is_denied(one, other)]
    found = min(told, key=lambda other: (len(other.span), other.claim_id), default=None)
    return (found.claim_id, "grammar: it denies what its own sentence tells before it") if found else None


def _turn(one: Seeking) -> int | None:
    """Where the word stands that parts the denial from what is told before it."""
    begin = whole(one.attribution).start
    before = Span(max(0, begin - _TURN_CHARS), begin) if begin else None
    found = markers("contrast", one.text, before, one.language) if before else []
    return next((word.start for word in found if not one.text[word.end : begin].strip()), None)


def _is_denied(one: Seeking, other: Statement) -> bool:
    """Does a statement hold what is denied, and negate no more and no less?"""
    denied = Denied.of(one.attribution, one.denier, one.text, one.language)
    if denied.negated != bool(markers("negation", other.text, other.span, other.language)) or not denied.may_be(other):
        return False
    spans = denied_spans(one.attribution, one.text, one.language)
    words, first = words_of(one.text, spans, one.language), first_of(one.text, spans, one.language)
    return bool(words.common) and (not first.isdisjoint(other.meanings) or words.share_of_common(other.meanings) >= _HALF)
