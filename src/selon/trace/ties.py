"""Which claim a denial is about.

It is tied by a link that `match` found, by a word that points back ("cette information"), by the words it shares with a claim of the same
article, or, where somebody denies a hand in something ("any involvement in the raids"), by the claim before it that names him. Otherwise
it is open, and says why. Not done yet: ties to a claim that stands in other articles only in other words.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import Attribution, Stance
from selon.model.claim import Appearance, Claim
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.collection import Collection, whole
from selon.trace.markers import markers
from selon.trace.pointing import pointed_at, points
from selon.trace.sayings import paragraph_before
from selon.trace.sides import names
from selon.trace.statements import LEAST_STEMS, Statement, Statements

DENYING = {Stance.DENIED, Stance.UNCONFIRMED}
_TIED, _LEAST_WORDS = 0.75, 3  # of a denial's content words in a claim of its article: at .5 three in four of 15 real ties were wrong
_LEAST_LINKED = 2  # stems
_LAST_CHARS = 250  # of the last statements before a denial: about a sentence and its neighbour
_LEAST_OBJECT = 2  # stems of what somebody denies a hand in: with more, the statement must hold one ("in the attempted coup")
_BESIDE_CHARS = 60  # behind a statement that names him, within which he denies it, whoever tells it
_MUCH_LONGER = 2  # times the denial's length: a statement that holds it and what it speaks of
_LEAST_BEFORE = 30  # characters of a statement before the denial that closes it
_LINKED, _LINKED_WORDS = 0.6, 0.6  # score of a link of `match` that ties, and share of the denial's stems in what it links


class Ties:
    """The claims of a collection, as a denial looks for its own."""

    def __init__(self, collection: Collection, claims: Sequence[Claim], statements: Statements) -> None:
        self._collection = collection
        self._linked: dict[str, list[tuple[float, str, str]]] = defaultdict(list)  # attribution id of a denial -> -score, claim id, why
        self._denied: dict[tuple[str, str], list[Appearance]] = defaultdict(list)  # attribution id and claim id -> what is linked
        self._statements = statements
        self._of_attribution: dict[str | None, str] = {}
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
            for one in claim.appearances:
                if one.attribution_id:
                    self._of_attribution[one.attribution_id] = claim.id

    def linked(self, reading: Reading) -> list[tuple[str, list[tuple[float, str, str]]]]:
        """The links of `match` that the attributions of an article are ends of: -score, claim id, why."""
        return [(one.id, sorted(self._linked[one.id])) for one in reading.attributions if one.id in self._linked]

    def of(self, reading: Reading, attribution: Attribution) -> tuple[str | None, str]:
        """The claim and how it is tied; None and why it is open."""
        text, language = reading.article.text, self._collection.language(reading.article.id)
        own = self._inside(reading, attribution)
        hands = any(markers("involvement", text, span, language) for span in attribution.content)  # in what names him, not in like words
        for score, claim_id, tie in sorted(self._linked.get(attribution.id, ())):
            if claim_id not in own and -score >= _LINKED and not hands and self._is_held(reading, attribution, claim_id):
                return claim_id, tie
        others = [one for one in self._statements.of(reading.article.id) if one.claim_id not in own]
        pointing = points(attribution, text, language) and not hands
        around = self._of_attribution.get(attribution.parent) if pointing and attribution.stance is Stance.UNCONFIRMED else None
        if around and any(
            one.claim_id == around and len(one.stems) >= LEAST_STEMS and len(one.span) > _MUCH_LONGER * len(whole(attribution))
            for one in self._statements.of(reading.article.id)
        ):
            return around, "anaphora: it stands inside what it speaks of"
        open_tie = (None, "open: no claim of the collection shares its words")
        if markers("own text", text, whole(attribution), language):
            return None, "open: it speaks of the article itself"
        if pointing and self._closes_another(reading, attribution):
            return None, "open: what it points at is told in one breath with it"
        pointed = self._pointed_at(reading, attribution, others) if pointing else open_tie
        if pointed[0] or attribution.anaphoric or markers("declining", text, whole(attribution), language):
            return pointed
        mine, speaker = stems(text, attribution.content, language), self._speaker(attribution)
        near = [
            (len(mine & one.stems) / len(mine), -abs(one.span.start - attribution.content[0].start), one.claim_id)
            for one in others
            if len(mine & one.stems) >= _LEAST_WORDS and (one.speaker is None or one.speaker != speaker)
            if bool(markers("negation", text, one.span, language))
            == any(markers("negation", text, span, language) for span in attribution.content)
        ]
        if near and max(near)[0] >= _TIED:
            return max(near)[2], f"content: shares {max(near)[0]:.0%} of its words with a claim of this article"
        return self._of_a_hand_in_it(reading, attribution, own) or pointed

    def _is_held(self, reading: Reading, attribution: Attribution, claim_id: str) -> bool:
        """Does what `match` linked hold most of the denial's words, and deny nothing itself?"""
        text, language = reading.article.text, self._collection.language(reading.article.id)
        mine, speaker = stems(text, attribution.content, language), self._speaker(attribution)
        negated = any(markers("negation", text, span, language) for span in attribution.content)
        return any(
            len(mine & self._stems(one)) >= max(_LEAST_LINKED, _LINKED_WORDS * len(mine))
            and one.stance is not Stance.DEMANDED
            and not self._denies(one, negated=negated)
            and (speaker is None or one.claimant_id != speaker)
            for one in self._denied[attribution.id, claim_id]
        )

    def _stems(self, one: Appearance) -> frozenset[str]:
        return stems(self._collection.article(one.article_id).text, one.spans, self._collection.language(one.article_id))

    def _denies(self, one: Appearance, *, negated: bool) -> bool:
        """Does a part of a statement deny something, in what somebody says there, or negate what is told without a negation?"""
        text, language = self._collection.article(one.article_id).text, self._collection.language(one.article_id)
        if not negated and any(markers("negation", text, span, language) for span in one.spans):
            return True
        told = self._collection.readings[one.article_id].attributions
        return any(other.stance in DENYING and other.cue and span.covers(other.cue) for other in told for span in one.spans)

    def _closes_another(self, reading: Reading, attribution: Attribution) -> bool:
        """Does the denial stand at the end of another statement, which may hold what it points at and cannot be told apart from it?"""
        denial = whole(attribution)
        return any(
            one.span.covers(denial) and denial.start - one.span.start > _LEAST_BEFORE for one in self._statements.of(reading.article.id)
        )

    def _of_a_hand_in_it(self, reading: Reading, attribution: Attribution, own: set[str]) -> tuple[str, str] | None:
        """The claim told last before the denial, here or in the paragraph before, that names the one who denies a hand in it."""
        text, language = reading.article.text, self._collection.language(reading.article.id)
        denier = self._collection.claimant(attribution.id)
        hands = [one for span in attribution.content for one in markers("involvement", text, span, language)]
        if denier is None or not hands:
            return None
        named, begin = names(denier, language), whole(attribution).start
        since, object_of_it = paragraph_before(reading, begin), self._object(text, hands[0], attribution, language)
        told = sorted(
            (one.span.start, one.claim_id)
            for one in self._statements.of(reading.article.id)
            if since <= one.span.start < begin and one.claim_id not in own and (one.told or begin - one.span.end <= _BESIDE_CHARS)
            if named.search(fold(one.span.of(text))) and (len(object_of_it) < _LEAST_OBJECT or not object_of_it.isdisjoint(one.stems))
        )
        return (told[-1][1], f"a hand in it: «{hands[0].of(text)}», and it names {denier.name}") if told else None

    @staticmethod
    def _object(text: str, hand: Span, attribution: Attribution, language: Language) -> frozenset[str]:
        """The stems of what somebody denies a hand in, as far as its clause goes."""
        content = next(span for span in attribution.content if span.covers(hand))
        comma = text.find(",", hand.end, content.end)
        end = content.end if comma < 0 else comma
        return stems(text, (Span(hand.end, end),), language) if hand.end < end else frozenset()

    def _inside(self, reading: Reading, attribution: Attribution) -> set[str]:
        """The claims that hold the denial or stand inside it: none of them is what it denies."""
        denial = whole(attribution)
        own = {one.claim_id for one in self._statements.of(reading.article.id) if one.span.overlaps(denial)}
        return own | {claim for one in (attribution.id, attribution.parent) if (claim := self._of_attribution.get(one))}

    def _pointed_at(self, reading: Reading, attribution: Attribution, others: Sequence[Statement]) -> tuple[str | None, str]:
        text, language = reading.article.text, self._collection.language(reading.article.id)
        words, since = attribution.content[0].of(text), paragraph_before(reading, whole(attribution).start)
        before = [one for one in others if since <= one.span.start < whole(attribution).start]
        denier = self._collection.claimant(attribution.id)
        named = names(denier, language) if denier else None
        found = pointed_at(attribution, self._speaker(attribution), text, language, _near(before, text, named))
        if found is None:
            return None, f"open: «{words}» points at nothing told in its paragraph or the one before"
        return found.claim_id, f"anaphora: «{words}» points at what stands before it"

    def _speaker(self, attribution: Attribution) -> str | None:
        claimant = self._collection.claimant(attribution.id)
        return claimant.id if claimant else None


def _near(before: Sequence[Statement], text: str, named: re.Pattern[str] | None) -> list[Statement]:
    """The last statements told before a denial, and those that name who denies."""
    last = max((one.span.start for one in before), default=0)
    return [one for one in before if last - one.span.start <= _LAST_CHARS or (named and named.search(fold(one.span.of(text))))]
