"""Which claim a denial is about.

It is tied by a link that `match` found, by the sentence's own grammar (`grammar`), by a word that points back ("cette information"), by
the words it shares with a claim of the same article (`wording`), or, where somebody denies a hand in something (`hands`), by the claim
before it that names him; else by what stands farther off (`farther`). Otherwise it is open, and says why.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from selon.model.attribution import Attribution, Stance
from selon.model.claim import Appearance, Claim
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.afar import Afar
from selon.trace.collection import Collection, whole
from selon.trace.denier import Denier
from selon.trace.farther import NOBODY, Farther
from selon.trace.grammar import behind_a_clause, made_by, told_within
from selon.trace.hands import of_a_hand_in_it, own_hand
from selon.trace.markers import markers
from selon.trace.meanings import first_of, meanings, words_of
from selon.trace.pointing import pointed_at, points
from selon.trace.sayings import paragraph_before
from selon.trace.seeking import Seeking, Tie
from selon.trace.sides import names
from selon.trace.statements import AGAINST, LEAST_STEMS, Statement, Statements
from selon.trace.wording import Denied, denied_spans, is_of_knowing

DENYING = {Stance.DENIED, Stance.UNCONFIRMED}
_LAST_CHARS = 250  # of the last statements before a denial: about a sentence and its neighbour
_MUCH_LONGER = 2  # times the denial's length: a statement that holds it and what it speaks of
_LEAST_BEFORE = 30  # characters of a statement before the denial that closes it
_CUT_CHARS = 3  # behind a denial, within which the rest of its sentence goes on
_ENDED = re.compile(r"[.!?…]['\"’”»\s]*\Z")  # what a sentence ends with
_ENDED_CHARS = 5  # before a denial, within which it stands
_WORDED = 0.5  # of the words denied, which stand where the claim is shown
_LINKED = 0.6  # score of a link of `match` that ties

_OPEN: Tie = (None, "open: no claim of the collection shares its words")


class Ties:
    """The claims of a collection, as a denial looks for its own."""

    def __init__(self, collection: Collection, claims: Sequence[Claim], statements: Statements) -> None:
        self._collection = collection
        self._linked: dict[str, list[tuple[float, str, str]]] = defaultdict(list)  # attribution id of a denial -> -score, claim id, why
        self._denied: dict[tuple[str, str], list[Appearance]] = defaultdict(list)  # attribution id and claim id -> what is linked
        self._statements = statements
        self._farther = Farther(Afar(statements))
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

    def neighbours(self, reading: Reading) -> list[str]:
        """The other articles of the story of an article."""
        return self._statements.neighbours.of(reading.article.id)

    def is_told_by(self, claim_id: str | None, attribution_id: str | None, article_id: str) -> bool:
        """Is a claim told by an attribution of an article?"""
        told = (one for one in self._statements.of(article_id) if one.claim_id == claim_id)
        return any(one.appearance.attribution_id == attribution_id for one in told)

    def of(self, reading: Reading, attribution: Attribution) -> Tie:
        """The claim and how it is tied; None and why it is open."""
        one = self._denial(reading, attribution)
        by_hand = own_hand(one.bare, one.denier, one.text, one.language) is not None  # in what names him, not in what `match` linked
        by_link = None if by_hand else self._by_link(one)
        if by_link:
            return by_link
        by_grammar = behind_a_clause(one, self._of_attribution) or (None if by_hand else told_within(one))
        if by_grammar:
            return by_grammar
        if markers("own text", one.text, whole(attribution), one.language):
            return None, "open: it speaks of the article itself"
        if _says_no_more(one):
            return None, "open: it adds nothing to what was said, and leaves it as it is"
        if by_maker := made_by(one):
            return by_maker
        pointed = self._pointed_at(one) if not by_hand and points(one.bare, one.text, one.language) else _OPEN
        if pointed[0] is None and attribution.stance is not Stance.UNCONFIRMED:
            pointed = self._farther.accused(one) or pointed
        if pointed[0] or attribution.anaphoric or markers("declining", one.text, whole(attribution), one.language):
            return pointed
        return _by_words(one) or self._by_hand(one) or self._farther.said(one) or pointed

    def _denial(self, reading: Reading, attribution: Attribution) -> Seeking:
        language = self._collection.language(reading.article.id)
        told = self._statements.of(reading.article.id)
        denial, claimant = whole(attribution), self._collection.claimant(attribution.id)
        own = {one.claim_id for one in told if one.span.overlaps(denial) or _is_cut_from(one, denial)}
        own |= {claim for one in (attribution.id, attribution.parent) if (claim := self._of_attribution.get(one))}
        own |= {one.claim_id for one in told if claimant and one.speaker == claimant.id and one.is_his_own}
        denier = Denier(claimant.id, names(claimant, language)) if claimant else Denier()
        return Seeking(
            reading, attribution, language, claimant, denier, told, [one for one in told if one.claim_id not in own and not one.denies]
        )

    def _by_link(self, one: Seeking) -> Tie | None:
        """The claim that `match` linked, where what it linked holds most of the denial's words, and denies nothing itself."""
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
        knows = is_of_knowing(one.text, one.attribution.content, one.language)

        def holds(other: Statement) -> tuple[bool, bool]:
            if knows and not _knows(other):
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

    def _pointed_at(self, one: Seeking) -> Tie:
        """The claim that a pointing word stands for."""
        around = self._around(one)
        if around:
            return around, "anaphora: it stands inside what it speaks of"
        if _closes_another(one):
            return None, "open: what it points at is told in one breath with it"
        words, begin = one.bare.content[0].of(one.text), whole(one.attribution).start
        since = paragraph_before(one.reading, begin)
        before = [other for other in one.others if since <= other.span.start < begin]
        found = pointed_at(one.bare, one.denier, one.text, one.language, _near(before, one.denier))
        if found is None:
            return None, f"open: «{words}» points at nothing told in its paragraph or the one before"
        return found.claim_id, f"anaphora: «{words}» points at what stands before it"

    def _around(self, one: Seeking) -> str | None:
        """The claim inside which a word stands that says that it is not confirmed."""
        around = self._of_attribution.get(one.attribution.parent) if one.attribution.stance is Stance.UNCONFIRMED else None
        begin = whole(one.attribution).start
        if _ENDED.search(one.text, max(0, begin - _ENDED_CHARS), begin):
            return None  # a sentence of its own, whatever was told before it
        least = _MUCH_LONGER * len(whole(one.attribution))
        holds = any(other.claim_id == around and len(other.stems) >= LEAST_STEMS and len(other.span) > least for other in one.told)
        return around if holds else None

    def _by_hand(self, one: Seeking) -> Tie | None:
        """The claim that names who denies a hand in it."""
        if one.claimant is None or one.claimant.kind in NOBODY:
            return None
        since = paragraph_before(one.reading, whole(one.attribution).start)
        found = of_a_hand_in_it(one.bare, one.denier, one.others, since, one.text, one.language)
        return (found[0], f"a hand in it: «{found[1].of(one.text)}», and it names {one.claimant.name}") if found else None


def _knows(told: Statement) -> bool:
    return is_of_knowing(told.text, (told.span,), told.language)


def _names_him(told: Statement, seeking: Seeking) -> bool:
    """Is what stands for a claim of who denies "allegations of theft", as far as he is known?"""
    return not seeking.holds("accusation", seeking.opening) or seeking.denier.named is None or seeking.denier.is_named(told)


def _is_of_him(told: Statement, seeking: Seeking) -> bool:
    """May a statement be what somebody is accused of who denies "allegations of theft": of another article only where it names him?"""
    return told.appearance.article_id == seeking.reading.article.id or _names_him(told, seeking)


def _is_cut_from(one: Statement, denial: Span) -> bool:
    """Is a statement the rest of a denial's own sentence, which a point parted off ("the U.S.-backed rebels")?"""
    between = one.text[denial.end : one.span.start]
    if one.span.start < denial.end or len(between) > _CUT_CHARS or "\n" in between:
        return False
    return not between.strip() or not any(char.isspace() for char in between)


def _says_no_more(one: Seeking) -> bool:
    """Does somebody decline to add to what was said ("declined to comment further"), and not to say whether it is so?"""
    denial = whole(one.attribution)
    declining = markers("declining", one.text, denial, one.language)
    return any(markers("saying more", one.text, Span(word.start, denial.end), one.language) for word in declining)


def _by_words(one: Seeking) -> Tie | None:
    """The claim of the article that is told in like words."""
    denied = Denied.of(one.attribution, one.denier, one.text, one.language)
    near = denied.nearest(one.others, one.attribution.content[0].start)
    return (near[1], f"content: shares {near[0]:.0%} of its words with a claim of this article") if near else None


def _closes_another(one: Seeking) -> bool:
    """Does the denial stand at the end of another statement, which may hold what it points at and cannot be told apart from it?"""
    denial = whole(one.attribution)
    return any(other.span.covers(denial) and denial.start - other.span.start > _LEAST_BEFORE for other in one.told)


def _near(before: Sequence[Statement], denier: Denier) -> list[Statement]:
    """The last statements told before a denial, and those that name who denies."""
    last = max((one.span.start for one in before), default=0)
    return [one for one in before if last - one.span.start <= _LAST_CHARS or denier.is_named(one)]
