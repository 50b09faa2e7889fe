"""The statements of each article, as denials look for the one they are about; made when an article is first asked for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.languages import Language
from selon.model.attribution import Attribution, Stance
from selon.model.claim import Appearance, Claim, worded_order
from selon.model.claimant import Claimant
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.collection import Collection
from selon.trace.markers import markers
from selon.trace.meanings import Meanings, meanings
from selon.trace.neighbours import Neighbours

INFINITIVES = ("verb.bare", "verb.infinitive")  # rules whose content is what the source does or does not do
PASSIVES = ("passive.by",)  # rules whose source stands behind what it tells ("put forward by the police")
AGAINST = ("declining", "not confirmed", "not so", "dismissive")  # words by which a statement tells what is held of another
DENYING = frozenset({Stance.DENIED, Stance.UNCONFIRMED})  # stances of what somebody says is not so, or has not confirmed
LEAST_STEMS = 2  # of what can be denied: fewer are the rest of a sentence


@dataclass(frozen=True, eq=False)
class Statement:
    """A statement of the article, as a denial looks for its own; what it holds is found when it is first asked for."""

    span: Span
    claim_id: str
    appearance: Appearance
    text: str  # of the article
    language: Language
    attribution: Attribution | None  # by which it is told
    claimant: Claimant | None  # who tells it, where that is known
    denied_at: tuple[Span, ...]  # the words of denial of its article

    @property
    def telling(self) -> tuple[Span, ...]:
        """The words that open it ("accuses the port of")."""
        cue = self.attribution.cue if self.attribution else None
        return (cue,) if cue else ()

    @cached_property
    def denies(self) -> bool:
        """Does it tell that somebody denies something? Then it is not what another denial is about."""
        unconfirmed = self.attribution is not None and self.attribution.stance is Stance.UNCONFIRMED
        if unconfirmed or any(self.span.covers(word) for word in self.denied_at):
            return True
        return any(markers(kind, self.text, self.span, self.language) for kind in AGAINST)

    @property
    def of_himself(self) -> bool:
        """Is it what somebody says that he himself does or did ("says to have swum")?"""
        return self.attribution is not None and self.attribution.rule in INFINITIVES

    @property
    def is_his_own(self) -> bool:
        """Is it told as the speaker's own words, not as what another says that he said?"""
        told = self.attribution
        return told is not None and told.parent is None and told.stance is Stance.ASSERTED and not told.conditional

    @property
    def speaker(self) -> str | None:
        """The id of the claimant it is told on the word of."""
        return self.appearance.claimant_id

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return stems(self.text, self.appearance.spans, self.language)

    @cached_property
    def meanings(self) -> Meanings:
        """What its content words may stand for."""
        return meanings(self.text, self.appearance.spans, self.language)

    @cached_property
    def told(self) -> bool:
        """Is it somebody's words, or given as possible?"""
        one = self.appearance
        if one.attribution_id is not None or one.conditional:
            return True
        return any(markers(kind, self.text, span, self.language) for span in one.spans for kind in ("hedge", "conditional"))


class Statements:
    """The claims of a collection, by the articles that tell them."""

    def __init__(self, collection: Collection, claims: Sequence[Claim]) -> None:
        self._collection = collection
        self._told: dict[str, list[tuple[Appearance, str]]] = defaultdict(list)
        self._appearances = {claim.id: claim.appearances for claim in claims}
        self._made: dict[str, list[Statement]] = {}
        self._denied: dict[str, tuple[Span, ...]] = {}
        self.neighbours = Neighbours(collection, claims)
        for claim in claims:
            for one in claim.appearances:
                self._told[one.article_id].append((one, claim.id))

    def of(self, article_id: str) -> list[Statement]:
        """The statements of one article, in text order."""
        if article_id not in self._made:
            made = (one for appearance, claim_id in self._told[article_id] for one in self.each(appearance, claim_id))
            self._made[article_id] = sorted(made, key=lambda one: (one.span, one.claim_id))
        return self._made[article_id]

    def of_story(self, article_id: str) -> list[Statement]:
        """The statements of one article, then those of the other articles of its story."""
        return [one for name in (article_id, *self.neighbours.of(article_id)) for one in self.of(name)]

    def articles(self, claim_id: str) -> int:
        """How many articles tell a claim."""
        return len({one.article_id for one in self._appearances[claim_id]})

    def each_of(self, claim_id: str) -> Iterator[Statement]:
        """Yield the statements of a claim, in all articles that tell it."""
        return (one for appearance in self._appearances[claim_id] for one in self.each(appearance, claim_id))

    def worded(self, claim_id: str) -> Sequence[Statement]:
        """The statements of the appearance whose words stand for a claim where it is shown."""
        return self.each(min(self._appearances[claim_id], key=worded_order), claim_id)

    def is_denied(self, one: Statement) -> bool:
        """Does a statement stand inside what somebody denies, or says is not shown?"""
        parent = self._collection.attribution(one.attribution.parent) if one.attribution and one.attribution.parent else None
        if parent is None:
            return False
        return parent.stance is Stance.DENIED or any(markers("unproven", one.text, span, one.language) for span in parent.content)

    def told_in(self, claim_id: str) -> Iterator[tuple[str, Span]]:
        """Yield where a claim is told: article id and span."""
        return ((one.article_id, span) for one in self._appearances[claim_id] for span in one.spans)

    def each(self, one: Appearance, claim_id: str) -> list[Statement]:
        """The statements of one appearance of a claim: one for each of its spans."""
        text, language = self._collection.article(one.article_id).text, self._collection.language(one.article_id)
        told = self._collection.attribution(one.attribution_id) if one.attribution_id else None
        claimant, denied = self._collection.claimant(one.attribution_id), self._denied_at(one.article_id)
        return [Statement(span, claim_id, one, text, language, told, claimant, denied) for span in one.spans]

    def _denied_at(self, article_id: str) -> tuple[Span, ...]:
        if article_id not in self._denied:
            told = self._collection.readings[article_id].attributions
            self._denied[article_id] = tuple([one.cue for one in told if one.cue and one.stance is Stance.DENIED])
        return self._denied[article_id]
