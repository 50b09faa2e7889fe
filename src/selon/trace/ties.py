"""Which claim a denial is about.

It is tied by a link that `match` found, by a word that points back ("cette information"), by the words it shares with a claim of the
same article (`wording`), or, where somebody denies a hand in something (`hands`), by the claim before it that names him. Otherwise it is
open, and says why. Not done yet: ties to a claim that stands in other articles only in other words.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from selon.languages import Language
from selon.languages.words import matches
from selon.model.attribution import Attribution, Stance
from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.afar import Afar, Sought
from selon.trace.alike import stems
from selon.trace.collection import Collection, whole
from selon.trace.hands import hand, is_of_its_own, of_a_hand_in_it
from selon.trace.markers import markers
from selon.trace.meanings import Words, words_of
from selon.trace.pointing import Denier, pointed_at, points
from selon.trace.sayings import paragraph_before
from selon.trace.sides import names, side
from selon.trace.statements import AGAINST, INFINITIVES, LEAST_STEMS, Statement, Statements
from selon.trace.wording import Denied, denied_spans

DENYING = {Stance.DENIED, Stance.UNCONFIRMED}
_LAST_CHARS = 250  # of the last statements before a denial: about a sentence and its neighbour
_MUCH_LONGER = 2  # times the denial's length: a statement that holds it and what it speaks of
_LEAST_BEFORE = 30  # characters of a statement before the denial that closes it
_CUT_CHARS = 3  # behind a denial, within which the rest of its sentence goes on
_NOUN_CHARS = 30  # of a content, within which the word for an account stands
_OF_A_CLAUSE = ("verb.that", "verb.clause", *INFINITIVES)  # rules whose content says who did it, or that the denier did
_OWN_STEMS = 1  # behind the word for an accusation: with more the content says itself what is denied
_PASSIVE = ("passive.by",)  # rules whose source stands behind what it tells ("put forward by the police")
_RELATIVE = ("verb.which",)  # rules whose content is the clause before it
_LINKED = 0.6  # score of a link of `match` that ties

_NOBODY = {ClaimantKind.GROUP, ClaimantKind.ANONYMOUS}  # whom a statement does not name

_Tie = tuple[str | None, str]  # the claim, and how it is tied; None and why it is open
_OPEN: _Tie = (None, "open: no claim of the collection shares its words")


@dataclass(frozen=True, slots=True)
class _Denial:
    """A denial that looks for its claim."""

    reading: Reading
    attribution: Attribution
    language: Language
    denier: Denier
    told: Sequence[Statement]  # all that its article states
    others: Sequence[Statement]  # those that do not hold it, do not stand inside it, and deny nothing

    @property
    def text(self) -> str:
        """The text of its article."""
        return self.reading.article.text


class Ties:
    """The claims of a collection, as a denial looks for its own."""

    def __init__(self, collection: Collection, claims: Sequence[Claim], statements: Statements) -> None:
        self._collection = collection
        self._linked: dict[str, list[tuple[float, str, str]]] = defaultdict(list)  # attribution id of a denial -> -score, claim id, why
        self._denied: dict[tuple[str, str], list[Appearance]] = defaultdict(list)  # attribution id and claim id -> what is linked
        self._statements = statements
        self._of_all = Afar(statements)
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

    def is_told_by(self, claim_id: str | None, attribution_id: str | None, article_id: str) -> bool:
        """Is a claim told by an attribution of an article?"""
        told = (one for one in self._statements.of(article_id) if one.claim_id == claim_id)
        return any(one.appearance.attribution_id == attribution_id for one in told)

    def of(self, reading: Reading, attribution: Attribution) -> _Tie:
        """The claim and how it is tied; None and why it is open."""
        one = self._denial(reading, attribution)
        by_hand = hand(attribution, one.text, one.language) is not None  # in what names him, not in what `match` linked
        by_link = None if by_hand else self._by_link(one)
        if by_link:
            return by_link
        by_grammar = self._behind_a_clause(one) or (None if by_hand else self._told_within(one))
        if by_grammar:
            return by_grammar
        if markers("own text", one.text, whole(attribution), one.language):
            return None, "open: it speaks of the article itself"
        if _says_no_more(one):
            return None, "open: it adds nothing to what was said, and leaves it as it is"
        pointed = self._pointed_at(one) if not by_hand and points(attribution, one.text, one.language) else _OPEN
        if pointed[0] is None and attribution.stance is not Stance.UNCONFIRMED:
            pointed = self._accused_afar(one) or pointed
        if pointed[0] or attribution.anaphoric or markers("declining", one.text, whole(attribution), one.language):
            return pointed
        return _by_words(one) or self._by_hand(one) or self._afar(one) or pointed

    def _behind_a_clause(self, one: _Denial) -> _Tie | None:
        """The claim of the clause that a relative one stands behind ("…, which the mayor denies"), and so of what is told there."""
        if one.attribution.rule not in _RELATIVE or one.attribution.stance is not Stance.DENIED:
            return None
        content = one.attribution.content[0]
        if any(found.start == content.start for found in markers("condition", one.text, content, one.language)):
            return None  # "asks whether …, which the mayor denies"
        parent = self._of_attribution.get(one.attribution.parent)
        around = [other for other in one.told if other.span.covers(content) and other.appearance.attribution_id != one.attribution.id]
        around = [other for other in around if parent is None or other.claim_id == parent]
        found = min(around, key=lambda other: (len(other.span), other.claim_id), default=None)
        return (found.claim_id, "grammar: a relative clause denies the one before it") if found else None

    def _told_within(self, one: _Denial) -> _Tie | None:
        """The claim of what the denial itself says that others tell ("denies the theory of a fire, put forward by the police")."""
        content = one.attribution.content[0]
        opening = Span(content.start, min(content.end, content.start + _NOUN_CHARS))
        accounts = markers("account", one.text, opening, one.language)
        if one.attribution.stance is not Stance.DENIED or not accounts or markers("figures", one.text, accounts[0], one.language):
            return None
        if accounts[0].start > content.start and stems(one.text, (Span(content.start, accounts[0].start),), one.language):
            return None
        claimant = self._collection.claimant(one.attribution.id)
        within = [
            other
            for other in one.told
            if other.attribution is not None and other.attribution.parent == one.attribution.id and other.attribution.source
            if other.appearance.stance in {Stance.ASSERTED, Stance.HEDGED} and len(other.stems) >= LEAST_STEMS
            if other.speaker is None or claimant is None or other.speaker != claimant.id
            if content.covers(other.span) and content.covers(other.attribution.source)
            if _is_opened(one, other.attribution, other.span, accounts[0])
        ]
        found = next(iter(within), None)
        if found is None or found.attribution is None or found.attribution.source is None:
            return None
        return found.claim_id, f"grammar: it denies what it says is told by «{found.attribution.source.of(one.text)}»"

    def _accused_afar(self, one: _Denial) -> _Tie | None:
        """What the denier is accused of in the article, where that is one claim, and his denial only points at accusations."""
        content = one.attribution.content[0]
        opening = Span(content.start, min(content.end, content.start + _NOUN_CHARS))
        accused = [found for kind in ("accusation", "matter") for found in markers(kind, one.text, opening, one.language)]
        claimant = self._collection.claimant(one.attribution.id)
        if not accused or claimant is None or claimant.kind in _NOBODY or one.attribution.parent is not None:
            return None
        if markers("habit", one.text, whole(one.attribution), one.language):
            return None
        rest = (Span(accused[0].end, content.end),) if accused[0].end < content.end else ()
        if len(stems(one.text, rest, one.language)) > _OWN_STEMS:
            return None
        sought = Sought(one.reading.article.id, whole(one.attribution), claimant.id, Words(frozenset(), frozenset()))
        found = self._of_all.accuses_alone(sought, one.denier)
        return (found.claim_id, f"anaphora: «{accused[0].of(one.text)}» stands for «{found.span.of(found.text)}»") if found else None

    def _afar(self, one: _Denial) -> _Tie | None:
        """The claim of the story that says what is denied, or that lays it at the denier's door."""
        claimant = self._collection.claimant(one.attribution.id)
        if one.attribution.stance is not Stance.DENIED or one.attribution.parent is not None:
            return None
        if claimant is None or claimant.kind is ClaimantKind.ANONYMOUS:
            return None
        by_hand = hand(one.attribution, one.text, one.language)
        if by_hand:
            return self._by_hand_afar(one, claimant, by_hand) if claimant.kind not in _NOBODY else None
        words = words_of(one.text, denied_spans(one.attribution, one.text, one.language), one.language)
        sought = Sought(one.reading.article.id, whole(one.attribution), claimant.id, words)
        denied = Denied.of(one.attribution, one.denier, one.text, one.language)

        of_himself = _is_of_himself(one)
        cue = stems(one.text, (one.attribution.cue,), one.language) if one.attribution.cue else frozenset()

        def fits(other: Statement) -> bool:
            if not other.told or _is_of_a_pronoun(other) or not denied.may_be(other) or (of_himself and not one.denier.is_named(other)):
                return False
            if not cue.isdisjoint(other.stems) or markers("first person", other.text, other.span, other.language):
                return False
            return denied.negated == bool(markers("negation", other.text, other.span, other.language))

        found = self._of_all.told(sought, fits)
        return (found.claim_id, f"content: told in this story as «{found.span.of(found.text)}»") if found else None

    def _by_hand_afar(self, one: _Denial, claimant: Claimant, words: Span) -> _Tie | None:
        sought = Sought(one.reading.article.id, whole(one.attribution), claimant.id, Words(frozenset(), frozenset()))
        if markers("habit", one.text, whole(one.attribution), one.language) or is_of_its_own(one.text, whole(one.attribution), one.language):
            return None  # of many things, and not of this one
        found = self._of_all.laid_to(sought, side(claimant, one.language), words_of(one.text, behind(one, words), one.language))
        return (found.claim_id, f"a hand in it: «{words.of(one.text)}», which this story lays to {claimant.name}: «{found.span.of(found.text)}»") if found else None

    def _denial(self, reading: Reading, attribution: Attribution) -> _Denial:
        language = self._collection.language(reading.article.id)
        told = self._statements.of(reading.article.id)
        denial, claimant = whole(attribution), self._collection.claimant(attribution.id)
        own = {one.claim_id for one in told if one.span.overlaps(denial) or _is_cut_from(one, denial)}
        own |= {claim for one in (attribution.id, attribution.parent) if (claim := self._of_attribution.get(one))}
        own |= {one.claim_id for one in told if claimant and one.speaker == claimant.id and one.is_his_own}
        denier = Denier(claimant.id, names(claimant, language)) if claimant else Denier()
        return _Denial(reading, attribution, language, denier, told, [one for one in told if one.claim_id not in own and not one.denies])

    def _by_link(self, one: _Denial) -> _Tie | None:
        """The claim that `match` linked, where what it linked holds most of the denial's words, and denies nothing itself."""
        others = {other.claim_id for other in one.told} - {other.claim_id for other in one.others}
        denied = Denied.of(one.attribution, one.denier, one.text, one.language)
        for score, claim_id, tie in sorted(self._linked.get(one.attribution.id, ())):
            if claim_id not in others and -score >= _LINKED and self._is_held(one.attribution, claim_id, denied):
                return claim_id, tie
        return None

    def _is_held(self, attribution: Attribution, claim_id: str, denied: Denied) -> bool:
        return any(
            one.stance is not Stance.DEMANDED
            and not self._denies(one, negated=denied.negated)
            and any(denied.is_linked(told) for told in self._statements.each(one, claim_id))
            for one in self._denied[attribution.id, claim_id]
        )

    def _denies(self, one: Appearance, *, negated: bool) -> bool:
        """Does a part of a statement deny something, in what somebody says there, or negate what is told without a negation?"""
        text, language = self._collection.article(one.article_id).text, self._collection.language(one.article_id)
        kinds = AGAINST if negated else ("negation", *AGAINST)
        if any(markers(kind, text, span, language) for kind in kinds for span in one.spans):
            return True
        told = self._collection.readings[one.article_id].attributions
        return any(other.stance in DENYING and other.cue and span.covers(other.cue) for other in told for span in one.spans)

    def _pointed_at(self, one: _Denial) -> _Tie:
        """The claim that a pointing word stands for."""
        around = self._around(one)
        if around:
            return around, "anaphora: it stands inside what it speaks of"
        if _closes_another(one):
            return None, "open: what it points at is told in one breath with it"
        words, begin = one.attribution.content[0].of(one.text), whole(one.attribution).start
        since = paragraph_before(one.reading, begin)
        before = [other for other in one.others if since <= other.span.start < begin]
        found = pointed_at(one.attribution, one.denier, one.text, one.language, _near(before, one.denier))
        if found is None:
            return None, f"open: «{words}» points at nothing told in its paragraph or the one before"
        return found.claim_id, f"anaphora: «{words}» points at what stands before it"

    def _around(self, one: _Denial) -> str | None:
        """The claim inside which a word stands that says that it is not confirmed."""
        around = self._of_attribution.get(one.attribution.parent) if one.attribution.stance is Stance.UNCONFIRMED else None
        least = _MUCH_LONGER * len(whole(one.attribution))
        holds = any(other.claim_id == around and len(other.stems) >= LEAST_STEMS and len(other.span) > least for other in one.told)
        return around if holds else None

    def _by_hand(self, one: _Denial) -> _Tie | None:
        """The claim that names who denies a hand in it."""
        since, claimant = paragraph_before(one.reading, whole(one.attribution).start), self._collection.claimant(one.attribution.id)
        if claimant is None or claimant.kind in _NOBODY:
            return None
        found = of_a_hand_in_it(one.attribution, one.denier, one.others, since, one.text, one.language)
        return (found[0], f"a hand in it: «{found[1].of(one.text)}», and it names {claimant.name}") if found else None


def _is_of_a_pronoun(other: Statement) -> bool:
    """Is a statement told by "he", of whom nobody knows who he is, and who may be the denier?"""
    source = other.attribution.source if other.attribution and other.speaker is None else None
    return source is not None and bool(markers("third person", other.text, source, other.language))


def _is_opened(one: _Denial, inner: Attribution, told: Span, account: Span) -> bool:
    """Does a word for an account open what others are said to tell, and is it theirs ("the reports of the port that …")?"""
    source = inner.source
    if source is None or inner.cue is None:
        return False
    if inner.rule in _PASSIVE:
        return account.start <= told.start + _NOUN_CHARS
    if min(source.start, inner.cue.start) - account.end > _NOUN_CHARS or source.start > told.start:
        return False
    if account.overlaps(source) and any(found.start == source.start for found in markers("definite", one.text, source, one.language)):
        return False  # "denied the claims, saying that …": the denier says it
    own = [Span(*match.span()) for match in matches(one.text, source.start, source.end) if match[0].islower()]
    return not account.overlaps(source) or stems(one.text, tuple(own), one.language) <= stems(one.text, (account,), one.language)


def _is_of_himself(one: _Denial) -> bool:
    """Is a deed denied by its noun, and so one of the denier's own ("denied any attack on the port"), and no account of others?"""
    content = one.attribution.content[0]
    opening = Span(content.start, min(content.end, content.start + _NOUN_CHARS))
    return one.attribution.rule not in _OF_A_CLAUSE and not markers("account", one.text, opening, one.language)


def behind(one: _Denial, words: Span) -> tuple[Span, ...]:
    """What stands behind the words for a hand in something, as far as the clause goes."""
    content = next(span for span in one.attribution.content if span.covers(words))
    comma = one.text.find(",", words.end, content.end)
    end = content.end if comma < 0 else comma
    return (Span(words.end, end),) if words.end < end else ()


def _is_cut_from(one: Statement, denial: Span) -> bool:
    """Is a statement the rest of a denial's own sentence, which a point parted off ("the U.S.-backed rebels")?"""
    between = one.text[denial.end : one.span.start]
    return one.span.start >= denial.end and len(between) <= _CUT_CHARS and not any(char.isspace() for char in between)


def _says_no_more(one: _Denial) -> bool:
    """Does somebody decline to add to what was said ("declined to comment further"), and not to say whether it is so?"""
    denial = whole(one.attribution)
    declining = markers("declining", one.text, denial, one.language)
    return any(markers("saying more", one.text, Span(word.start, denial.end), one.language) for word in declining)


def _by_words(one: _Denial) -> _Tie | None:
    """The claim of the article that is told in like words."""
    denied = Denied.of(one.attribution, one.denier, one.text, one.language)
    near = denied.nearest(one.others, one.attribution.content[0].start)
    return (near[1], f"content: shares {near[0]:.0%} of its words with a claim of this article") if near else None


def _closes_another(one: _Denial) -> bool:
    """Does the denial stand at the end of another statement, which may hold what it points at and cannot be told apart from it?"""
    denial = whole(one.attribution)
    return any(other.span.covers(denial) and denial.start - other.span.start > _LEAST_BEFORE for other in one.told)


def _near(before: Sequence[Statement], denier: Denier) -> list[Statement]:
    """The last statements told before a denial, and those that name who denies."""
    last = max((one.span.start for one in before), default=0)
    return [one for one in before if last - one.span.start <= _LAST_CHARS or denier.is_named(one)]
