"""A denial that names nothing of what it denies: "the port has denied", "has always protested his innocence", "denies any responsibility".

It is of what is told in the sentence right before, or in its own before it, where that is one claim by others; an innocence is of what its
speaker is accused of.
"""

from collections.abc import Sequence

from selon.languages.fold import fold
from selon.languages.sentences import sentences
from selon.model.attribution import Stance
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.trace.afar import Afar, Sought
from selon.trace.alike import stems
from selon.trace.blame import accusing, charges
from selon.trace.collection import whole
from selon.trace.fitting import is_of_nobody
from selon.trace.hands import is_of_its_own, own_hand
from selon.trace.markers import markers
from selon.trace.meanings import Words, words_of
from selon.trace.pointing import steps
from selon.trace.seeking import Seeking, Tie, excerpt
from selon.trace.statements import LEAST_STEMS, Statement

ALONE = "verb.alone"  # rule whose content is the verb itself, or the innocence that it claims
_NO_WORDS = Words(frozenset(), frozenset())
_SENTENCE_CHARS = 600  # before a denial, within which the sentence before it stands
_TOLD = (Stance.ASSERTED, Stance.HEDGED)


def bare(one: Seeking, afar: Afar) -> Tie:
    """The claim of a verb of denying that has no object."""
    if one.holds("innocence", one.content):
        found = _charge(one, afar)
        why = "an innocence, and this is what its article accuses of"
    else:
        found = _before(one)
        why = "anaphora: it names nothing, and this stands right before it"
    return (found.claim_id, f"{why}: «{excerpt(found)}»") if found else (None, "open: it names nothing, and no one thing stands before it")


def of_no_object(one: Seeking) -> Tie | None:
    """The claim right before a denial of a hand in nothing that is named ("denies any responsibility")."""
    words = own_hand(one.bare, one.denier, one.text, one.language)
    if words is None or one.attribution.stance is not Stance.DENIED or is_of_its_own(one.text, whole(one.attribution), one.language):
        return None
    end = one.bare.content[0].end
    if words.end < end and stems(one.text, (Span(words.end, end),), one.language):
        return None  # "any responsibility for the fire": what it is of is named
    found = _before(one)
    if found is None or words_of(one.text, (found.span,), one.language).names:
        found = _accusing_him(one)  # what names others is laid to them
    return (found.claim_id, f"a hand in it: «{words.of(one.text)}», right behind «{excerpt(found)}»") if found else None


def _charge(one: Seeking, afar: Afar) -> Statement | None:
    """What the denier is accused of in the article, or anybody in the sentence before where he is not named."""
    sought = Sought(one.reading.article.id, whole(one.attribution), one.claimant.id if one.claimant else None, _NO_WORDS)
    found = afar.accuses_alone(sought, one.denier) if one.claimant and one.claimant.kind is not ClaimantKind.ANONYMOUS else None
    if found:
        return found
    near = [other for other in _near(one) if charges(other, one.language) or _is_accusing(other) or _is_sentenced(other)]
    near = [other for other in near if not markers("negation", one.text, other.span, one.language)]
    return max(near, key=lambda other: other.span, default=None)


def _before(one: Seeking) -> Statement | None:
    """What others tell in the sentence right before, or in the denial's own, where that is one thing."""
    if one.claimant is None and one.attribution.source and one.holds("third person", one.attribution.source):
        return None  # of whom nobody knows who he is
    told = [other for other in _near(one) if other.told]
    told = [other for other in told if not is_of_nobody(other) and not markers("first person", one.text, other.span, one.language)]
    own = [other for other in told if not steps(other, whole(one.attribution), one.text, one.language)]
    return _one(own or told)


def _accusing_him(one: Seeking) -> Statement | None:
    """The last statement of the sentence before that is told in a word of accusing, where that sentence names the denier."""
    last = max((other for other in _near(one) if _is_accusing(other)), key=lambda other: other.span, default=None)
    if last is None or one.denier.named is None:
        return None
    begin = whole(one.attribution).start
    before = next(
        (span for span in sentences(one.text, Span(max(0, begin - _SENTENCE_CHARS), begin), one.language) if span.covers(last.span)), None
    )
    return last if before and one.denier.named.search(fold(before.of(one.text))) else None


def _is_accusing(other: Statement) -> bool:
    """Is a statement told in a word of accusing ("accuses him of having …")?"""
    return any(accusing(other.text, cue, other.language) for cue in other.telling)


def _is_sentenced(other: Statement) -> bool:
    """Does a statement tell what a court found somebody guilty of?"""
    found = next(iter(markers("sentence", other.text, other.span, other.language)), None)
    return found is not None and bool(markers("charge", other.text, Span(found.start, other.span.end), other.language))


def _near(one: Seeking) -> list[Statement]:
    denial = whole(one.attribution)
    before = [other for other in one.others if other.span.end <= denial.start and other.appearance.stance in _TOLD]
    before = [other for other in before if _says_enough(other) and not markers("unproven", one.text, other.span, one.language)]
    return [other for other in before if steps(other, denial, one.text, one.language) <= 1]


def _says_enough(other: Statement) -> bool:
    """Does a statement say a thing, be it in one word as the object of its verb ("denounced poisonings")?"""
    return len(other.stems) >= LEAST_STEMS or (
        other.attribution is not None and other.attribution.rule == "verb.object" and bool(other.stems)
    )


def _one(told: Sequence[Statement]) -> Statement | None:
    """The longest of some statements that are told by one, each inside it or the only one."""
    meant = max(told, key=lambda other: (len(other.span), other.span, other.claim_id), default=None)
    return meant if meant and all(other.claim_id == meant.claim_id or meant.span.covers(other.span) for other in told) else None
