"""The claim that `match` linked a denial to: where what it linked is what is denied, and the claim is shown in words that say so."""

from collections import defaultdict
from collections.abc import Sequence

from selon.model.attribution import Stance
from selon.model.claim import Appearance, Claim
from selon.model.reading import Reading
from selon.trace.collection import Collection
from selon.trace.markers import markers
from selon.trace.meanings import first_of, meanings, words_of
from selon.trace.seeking import Seeking, Tie
from selon.trace.statements import AGAINST, DENYING, Statement, Statements
from selon.trace.wording import Denied, denied_spans, is_of_knowing, knows

_WORDED = 0.5  # of the words denied, which stand where the claim is shown
_LINKED = 0.6  # score of a link that ties


class Linked:
    """The links of denials that `match` found, by the attribution that denies."""

    def __init__(self, collection: Collection, claims: Sequence[Claim], statements: Statements) -> None:
        self._collection, self._statements = collection, statements
        self._linked: dict[str, list[tuple[float, str, str]]] = defaultdict(list)  # attribution id of a denial -> -score, claim id, why
        self._denied: dict[tuple[str, str], list[Appearance]] = defaultdict(list)  # attribution id and claim id -> what is linked
        appearances = {one.id: one for claim in claims for one in claim.appearances}
        for claim in claims:
            for link in claim.links:
                for end in (link.a, link.b):
                    other = appearances.get(end)
                    if (
                        link.kind == "denial"
                        and not any(why.startswith("negated") for why in link.evidence)
                        and other
                        and other.attribution_id
                        and other not in claim.appearances
                    ):
                        denied = appearances.get(link.a if end == link.b else link.b)
                        self._denied[other.attribution_id, claim.id] += [denied] if denied else []
                        self._linked[other.attribution_id].append((-link.score, claim.id, f"content: {'; '.join(link.evidence)}"))

    def of_article(self, reading: Reading) -> list[tuple[str, list[tuple[float, str, str]]]]:
        """The links that the attributions of an article are ends of: -score, claim id, why."""
        return [(one.id, sorted(self._linked[one.id])) for one in reading.attributions if one.id in self._linked]

    def tie(self, one: Seeking) -> Tie | None:
        """The linked claim, where what is linked holds most of the denial's words, and denies nothing itself."""
        others = {other.claim_id for other in one.told} - {other.claim_id for other in one.others}
        denied = Denied.of(one.attribution, one.denier, one.text, one.language)
        for score, claim_id, tie in sorted(self._linked.get(one.attribution.id, ())):
            if claim_id not in others and -score >= _LINKED and self._is_held(one, claim_id, denied):
                return (claim_id, tie) if self._is_worded_so(one, claim_id) else None
        return None

    def _is_worded_so(self, one: Seeking, claim_id: str) -> bool:
        """Do the words that stand for a claim hold half of what is denied and its first word, and a telling here either of both?

        Names count for nothing here; of many tellings some only speak of it.
        """
        spans = denied_spans(one.attribution, one.text, one.language)
        denied, head = words_of(one.text, spans, one.language), first_of(one.text, spans, one.language)
        of_knowing = is_of_knowing(one.text, one.attribution.content, one.language)

        def holds(other: Statement) -> tuple[bool, bool]:
            if of_knowing and not knows(other):
                return False, False
            share = denied.share_of_common(other.meanings) if denied.common else 1.0
            return share >= _WORDED, not denied.common or not head.isdisjoint(other.meanings)

        here = [other for other in one.told if other.claim_id == claim_id]
        shown = [other for other in self._statements.worded(claim_id) if _names_him(other, one)]
        return any(all(holds(other)) for other in shown) and (not here or any(any(holds(other)) for other in here))

    def _is_held(self, seeking: Seeking, claim_id: str, denied: Denied) -> bool:
        cue = meanings(seeking.text, (seeking.attribution.cue,), seeking.language) if seeking.attribution.cue else frozenset()
        return any(
            one.stance is not Stance.DEMANDED
            and not self._denies(one, negated=denied.negated)
            and any(
                denied.is_linked(told) and cue.isdisjoint(told.meanings) and _is_of_him(told, seeking)
                for told in self._statements.each(one, claim_id)
            )
            for one in self._denied[seeking.attribution.id, claim_id]
        )

    def _denies(self, one: Appearance, *, negated: bool) -> bool:
        """Does a part of a statement deny something, in what somebody says there, or negate what is told without a negation?"""
        text, language = self._collection.article(one.article_id).text, self._collection.language(one.article_id)
        kinds = AGAINST if negated else ("negation", *AGAINST)
        if any(markers(kind, text, span, language) for kind in kinds for span in one.spans):
            return True
        told = self._collection.readings[one.article_id].attributions
        return any(other.stance in DENYING and other.cue and span.covers(other.cue) for other in told for span in one.spans)


def _names_him(told: Statement, seeking: Seeking) -> bool:
    """Is what stands for a claim of who denies "allegations of theft", as far as he is known?"""
    return not seeking.holds("accusation", seeking.opening) or seeking.denier.named is None or seeking.denier.is_named(told)


def _is_of_him(told: Statement, seeking: Seeking) -> bool:
    """May a statement be what somebody is accused of who denies "allegations of theft": of another article only where it names him?"""
    return told.appearance.article_id == seeking.reading.article.id or _names_him(told, seeking)
