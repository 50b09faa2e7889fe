"""What the press reports, where a denial points at "these reports" and nothing right before it fits: what one outlet told first."""

from selon.model.attribution import Stance
from selon.model.claimant import ClaimantKind
from selon.trace.alike import overlap, stems
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.seeking import Seeking, Tie, excerpt
from selon.trace.statements import LEAST_STEMS, Statements

_PRESS = {ClaimantKind.OUTLET, ClaimantKind.BODY}  # of whom nobody knows what body he is, most are outlets
_TOLD = (Stance.ASSERTED, Stance.HEDGED)
_SHOWN = 0.5  # of the stems of the shorter one, in the words that stand for the claim
_MOST_OWN = 3  # stems of what is denied: the word for a report, and whose it is


def of_a_report(one: Seeking, statements: Statements) -> Tie | None:
    """The claim that the one outlet whose word the article reports told first, where "this report" is denied or not confirmed."""
    news = next(iter(markers("news", one.text, one.opening, one.language)), None)
    own = stems(one.text, one.bare.content, one.language)
    if news is None or len(own) > _MOST_OWN or stems(one.text, (news,), one.language).isdisjoint(own):
        return None
    begin = whole(one.attribution).start
    told = [other for other in one.others if other.claimant and other.claimant.kind in _PRESS and other.span.end <= begin]
    told = [other for other in told if other.appearance.stance in _TOLD and not other.of_himself and len(other.stems) >= LEAST_STEMS]
    if len({other.speaker for other in told}) != 1 or told[0].claimant is None:
        return None
    first = min(told, key=lambda other: other.span)
    if all(overlap(first.stems, shown.stems) < _SHOWN for shown in statements.worded(first.claim_id)):
        return None
    named = stems(one.text, (first.attribution.source,), one.language) if first.attribution and first.attribution.source else frozenset()
    rest = own - stems(one.text, (news,), one.language)
    if rest and rest.isdisjoint(named) and not markers("demonstrative", one.text, one.opening, one.language):
        return None  # "the reports of other papers"
    why = f"anaphora: «{one.content.of(one.text)}» is what this article has from «{told[0].claimant.name}»: «{excerpt(first)}»"
    return first.claim_id, why
