"""A denial all of whose words stand in what somebody tells right before it.

"The mayor says that the pollution reached the lake. The port denies the pollution of that lake."
"""

from selon.model.attribution import Stance
from selon.trace.blame import blames
from selon.trace.collection import whole
from selon.trace.grammar import RELATIVE
from selon.trace.markers import markers
from selon.trace.meanings import first_of, words_of
from selon.trace.pointing import steps
from selon.trace.seeking import Seeking, Tie, excerpt
from selon.trace.statements import Statement
from selon.trace.wording import Denied, denied_spans

_LEAST_WORDS = 2  # of what is denied, one of them without a capital


def told_right_before(one: Seeking) -> Tie | None:
    """The claim of the last statement of the sentence before, or of the denial's own, that holds all that is denied."""
    if one.attribution.stance is not Stance.DENIED or one.attribution.rule in RELATIVE or one.holds("topic", one.content):
        return None
    spans = denied_spans(one.bare, one.text, one.language)
    words, head = words_of(one.text, spans, one.language), first_of(one.text, spans, one.language)
    any_of_it = bool(one.holds("polar", one.opening))  # "any theft": one word of an accusation is enough
    if len(words.common) + len(words.names) < (1 if any_of_it else _LEAST_WORDS) or not head:
        return None
    denied = Denied.of(one.bare, one.denier, one.text, one.language)
    found = [other for other in one.others if words.share(other.meanings) >= 1 and not head.isdisjoint(other.meanings)]
    found = [other for other in found if _may_be(one, denied, other) and (not any_of_it or blames(other, other.language))]
    meant = max((other for other in found if _is_near(one, other)), key=lambda other: other.span, default=None)
    return (meant.claim_id, f"content: all its words stand right before it, in «{excerpt(meant)}»") if meant else None


def _is_near(one: Seeking, other: Statement) -> bool:
    """Does a statement stand in the sentence before the denial, or in its own?"""
    denial = whole(one.attribution)
    return other.span.start < denial.start and steps(other, denial, one.text, one.language) <= 1


def _may_be(one: Seeking, denied: Denied, other: Statement) -> bool:
    if not (other.told or blames(other, other.language)) or other.appearance.stance is Stance.DEMANDED or not denied.may_be(other):
        return False
    return denied.negated == bool(markers("negation", other.text, other.span, other.language))
