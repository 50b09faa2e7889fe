"""The articles of one story: those that tell several of the same claims within some weeks."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from selon.model.claim import Claim
from selon.trace.collection import Collection
from selon.trace.moments import begins, ends

_LEAST_CLAIMS = 2  # that both articles tell: one alone is often a sentence of background that many texts have
_DAYS = 45  # between two articles: later texts on the same people are of another event


class Neighbours:
    """Which articles of a collection tell one story, found when it is asked for."""

    def __init__(self, collection: Collection, claims: Sequence[Claim]) -> None:
        self._collection = collection
        self._carriers = {claim.id: {one.article_id for one in claim.appearances} for claim in claims}
        self._claims: dict[str, list[str]] = defaultdict(list)
        for claim_id, carriers in self._carriers.items():
            if len(carriers) > 1:
                for article_id in carriers:
                    self._claims[article_id].append(claim_id)

    def of(self, article_id: str) -> list[str]:
        """The other articles of its story, in order."""
        met = Counter(other for claim_id in self._claims[article_id] for other in self._carriers[claim_id] if other != article_id)
        return sorted(other for other, count in met.items() if count >= _LEAST_CLAIMS and self._is_near(article_id, other))

    def _is_near(self, article_id: str, other_id: str) -> bool:
        """Were both published within some weeks, as far as is known?"""
        one, other = (self._collection.article(name).published for name in (article_id, other_id))
        return max((begins(one) - ends(other)).days, (begins(other) - ends(one)).days) <= _DAYS
