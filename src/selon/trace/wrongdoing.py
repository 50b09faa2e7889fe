"""Wrongdoing that somebody denies: "Norr is accused of having sold the port. It denies any wrongdoing".

It is what accuses him in the same sentence or the one before. Where the words tell more of what is denied ("any wrongdoing in the sale of
the port") the accusation must hold some of it.
"""

from selon.model.attribution import Stance
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.blame import blames, charges
from selon.trace.collection import whole
from selon.trace.hands import accuses_another
from selon.trace.pointing import steps
from selon.trace.seeking import Seeking, Tie, excerpt
from selon.trace.statements import LEAST_STEMS, Statement


def of_wrongdoing(one: Seeking) -> Tie | None:
    """The claim that accuses somebody right before he denies having done wrong."""
    if one.attribution.stance is not Stance.DENIED or one.attribution.parent is not None or not _is_of_wrong(one):
        return None
    own = _own_stems(one)
    told = [other for other in one.others if _accuses_him(one, other) and (not own or not own.isdisjoint(other.stems))]
    named = [other for other in told if one.denier.is_named(other)] or told
    if not named or not _is_one(named):
        return None
    found = max(named, key=lambda other: (steps(other, whole(one.attribution), one.text, one.language) * -1, other.span, other.claim_id))
    return found.claim_id, f"anaphora: «{one.content.of(one.text)}» stands for «{excerpt(found)}»"


def _is_of_wrong(one: Seeking) -> bool:
    """Is "any wrongdoing" all that is denied, or the noun of it?"""
    return any(not _opening_stems(one, found.start) for found in one.found("matter", one.opening))


def _opening_stems(one: Seeking, end: int) -> frozenset[str]:
    return stems(one.text, (Span(one.content.start, end),), one.language) if one.content.start < end else frozenset()


def _own_stems(one: Seeking) -> frozenset[str]:
    """What the words tell of the wrong that is denied, as far as its clause goes."""
    start = one.found("matter", one.opening)[0].end
    content = one.bare.content[0]
    end = content.end if (comma := one.text.find(",", start, content.end)) < 0 else comma
    end = min([found.start for found in one.found("coordination", Span(start, end))], default=end) if start < end else end
    return stems(one.text, (Span(start, end),), one.language) if start < end else frozenset()


def _accuses_him(one: Seeking, other: Statement) -> bool:
    """Does a statement right before accuse, and nobody else by name?"""
    denial = whole(one.attribution)
    if other.span.start >= denial.start or other.span.overlaps(denial) or len(other.stems) < LEAST_STEMS:
        return False
    if other.speaker is not None and other.speaker == one.denier.id:
        return False
    if not (blames(other, one.language) or charges(other, one.language)):
        return False
    if one.denier.named and accuses_another(other, one.denier, one.language):
        return False  # where nobody knows who "the company" is, it is whoever was accused last
    return steps(other, denial, one.text, one.language) <= 1


def _is_one(told: list[Statement]) -> bool:
    """Do the statements all lie in one stretch: are they one account?"""
    last = max(told, key=lambda other: other.span)
    return all(other.claim_id == last.claim_id or other.span.overlaps(last.span) for other in told)
