"""Which claim a denial is about.

It is tied by a link that `match` found (`linked`), by the sentence's own grammar (`grammar`), by a word that points back ("cette
information", `back`), by the words it shares with a claim of the same article (`wording`), or, where somebody denies a hand in something
(`hands`), by the claim before it that names him; else by what stands farther off (`farther`). Otherwise it is open, and says why.
"""

from collections.abc import Sequence

from selon.model.attribution import Attribution, Stance
from selon.model.claim import Claim
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.afar import Afar
from selon.trace.back import pointed_back, turns
from selon.trace.bare import ALONE, bare, of_no_object
from selon.trace.collection import Collection, whole
from selon.trace.denier import Denier
from selon.trace.farther import NOBODY, Farther
from selon.trace.grammar import behind_a_clause, made_by, told_within
from selon.trace.hands import of_a_hand_in_it, own_hand
from selon.trace.linked import Linked
from selon.trace.markers import markers
from selon.trace.owned import of_an_owner
from selon.trace.pointing import points
from selon.trace.reported import of_a_report
from selon.trace.right_before import told_right_before
from selon.trace.sayings import paragraph_before
from selon.trace.seeking import Seeking, Tie
from selon.trace.sides import names
from selon.trace.silent import told_of_him
from selon.trace.statements import Statement, Statements
from selon.trace.turned import turned_against
from selon.trace.wording import Denied
from selon.trace.wrongdoing import of_wrongdoing

_TURN_CHARS = 15  # between a statement and a denial that a word right before it parts from it
_CUT_CHARS = 3  # behind a denial, within which the rest of its sentence goes on

_OPEN: Tie = (None, "open: no claim of the collection shares its words")


class Ties:
    """The claims of a collection, as a denial looks for its own."""

    def __init__(self, collection: Collection, claims: Sequence[Claim], statements: Statements) -> None:
        self._collection, self._statements = collection, statements
        self._linked = Linked(collection, claims, statements)
        self._afar = Afar(statements)
        self._farther = Farther(self._afar)
        told = ((one.attribution_id, claim.id) for claim in claims for one in claim.appearances)
        self._of_attribution: dict[str | None, str] = {attribution_id: claim_id for attribution_id, claim_id in told if attribution_id}

    def linked(self, reading: Reading) -> list[tuple[str, list[tuple[float, str, str]]]]:
        """The links of `match` that the attributions of an article are ends of: -score, claim id, why."""
        return self._linked.of_article(reading)

    def neighbours(self, reading: Reading) -> list[str]:
        """The other articles of the story of an article."""
        return self._statements.neighbours.of(reading.article.id)

    def told(self, reading: Reading, claim_id: str) -> list[Statement]:
        """The statements of an article that tell a claim."""
        return [one for one in self._statements.of(reading.article.id) if one.claim_id == claim_id]

    def is_told_by(self, claim_id: str | None, attribution_id: str | None, article_id: str) -> bool:
        """Is a claim told by an attribution of an article?"""
        told = (one for one in self._statements.of(article_id) if one.claim_id == claim_id)
        return any(one.appearance.attribution_id == attribution_id for one in told)

    def of(self, reading: Reading, attribution: Attribution) -> Tie:
        """The claim and how it is tied; None and why it is open."""
        one = self._denial(reading, attribution)
        if attribution.rule == ALONE or _is_everything(one):
            return bare(one, self._afar)
        by_hand = own_hand(one.bare, one.denier, one.text, one.language) is not None  # in what names him, not in what `match` linked
        by_link = None if by_hand else self._linked.tie(one)
        if by_link:
            return by_link
        by_grammar = behind_a_clause(one, self._of_attribution) or (None if by_hand else told_within(one))
        if by_grammar:
            return by_grammar
        if markers("own text", one.text, whole(attribution), one.language):
            return None, "open: it speaks of the article itself"
        if _says_no_more(one):
            return None, "open: it adds nothing to what was said, and leaves it as it is"
        if by_maker := made_by(one) or of_an_owner(one):
            return by_maker
        pointed = pointed_back(one, self._of_attribution) if not by_hand and points(one.bare, one.text, one.language) else _OPEN
        if pointed[0] is None and attribution.stance is not Stance.UNCONFIRMED:
            pointed = self._farther.accused(one) or pointed
        pointed = pointed if pointed[0] else of_a_report(one, self._statements) or pointed
        if pointed[0] or attribution.anaphoric:
            return pointed
        if markers("declining", one.text, whole(attribution), one.language):
            return told_of_him(one, self._statements) or pointed
        named = _by_words(one) or turned_against(one) or self._by_hand(one) or of_wrongdoing(one) or self._farther.said(one)
        return named or told_right_before(one) or of_no_object(one) or pointed

    def _denial(self, reading: Reading, attribution: Attribution) -> Seeking:
        language = self._collection.language(reading.article.id)
        told = self._statements.of(reading.article.id)
        denial, claimant = whole(attribution), self._collection.claimant(attribution.id)
        own = {one.claim_id for one in told if one.span.overlaps(denial) or _is_cut_from(one, denial)}
        own |= {claim for one in (attribution.id, attribution.parent) if (claim := self._of_attribution.get(one))}
        own -= {one.claim_id for one in told if one.told and _is_parted(one, attribution.parent, denial)}
        own |= {one.claim_id for one in told if claimant and one.speaker == claimant.id and one.is_his_own}
        denier = Denier(claimant.id, names(claimant, language)) if claimant else Denier()
        return Seeking(
            reading, attribution, language, claimant, denier, told, [one for one in told if one.claim_id not in own and not one.denies]
        )

    def _by_hand(self, one: Seeking) -> Tie | None:
        """The claim that names who denies a hand in it."""
        if one.claimant is None or one.claimant.kind in NOBODY:
            return None
        since = paragraph_before(one.reading, whole(one.attribution).start)
        found = of_a_hand_in_it(one.bare, one.denier, one.others, since, one.text, one.language)
        return (found[0], f"a hand in it: «{found[1].of(one.text)}», and it names {one.claimant.name}") if found else None


def _is_everything(one: Seeking) -> bool:
    """Is all that was said denied, and nothing by name ("nie tout en bloc", "denied it all")?"""
    return len(one.attribution.content) == 1 and one.content in one.found("everything", one.content)


def _is_parted(one: Statement, parent: str | None, denial: Span) -> bool:
    """Does a statement end before a denial that a word right before it parts from it ("…, but Norr denied it")?

    It is what the denial stands inside of as it was read (`parent`), or told by the text itself.
    """
    near = one.span.end <= denial.start <= one.span.end + _TURN_CHARS
    return near and one.appearance.attribution_id in (parent, None) and turns(one.text, denial.start, one.language)


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
