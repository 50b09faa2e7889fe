"""The statements of each article, as denials look for the one they are about; made when an article is first asked for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.languages import Language
from selon.model.claim import Appearance, Claim
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.collection import Collection
from selon.trace.markers import markers

LEAST_STEMS = 2  # of what can be denied: fewer are the rest of a sentence


@dataclass(frozen=True, eq=False)
class Statement:
    """A statement of the article, as a denial looks for its own; what it holds is found when it is first asked for."""

    span: Span
    claim_id: str
    appearance: Appearance
    text: str  # of the article
    language: Language

    @property
    def speaker(self) -> str | None:
        """The id of the claimant it is told on the word of."""
        return self.appearance.claimant_id

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return stems(self.text, self.appearance.spans, self.language)

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
        for claim in claims:
            for one in claim.appearances:
                self._told[one.article_id].append((one, claim.id))

    def of(self, article_id: str) -> list[Statement]:
        """The statements of one article, in text order."""
        if article_id not in self._made:
            made = (one for appearance, claim_id in self._told[article_id] for one in self._each(appearance, claim_id))
            self._made[article_id] = sorted(made, key=lambda one: (one.span, one.claim_id))
        return self._made[article_id]

    def told_in(self, claim_id: str) -> Iterator[tuple[str, Span]]:
        """Yield where a claim is told: article id and span."""
        return ((one.article_id, span) for one in self._appearances[claim_id] for span in one.spans)

    def _each(self, one: Appearance, claim_id: str) -> list[Statement]:
        text, language = self._collection.article(one.article_id).text, self._collection.language(one.article_id)
        return [Statement(span, claim_id, one, text, language) for span in one.spans]
