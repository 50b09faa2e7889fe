"""What denials, edits and stories rest on, as digests: what is equal here is traced alike, and need not be traced again.

A denial is found in one article, by what is told there, by where else that is told, and by what the other articles of its story tell. A
story rests on its claim, its articles, the edges that touch these, the denials tied to it, and who of its speakers are one person. Nothing
else of a collection enters: what is asked of all articles (who holds an outlet's articles, how a node is spelt) has come into the claims
and the edges before.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from selon.model.claim import Claim
from selon.model.lineage import Denial, Edge
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.trace.collection import Collection


class Rests:
    """The digests of a collection's articles and claims, made when they are first asked for."""

    def __init__(self, collection: Collection, claims: Sequence[Claim]) -> None:
        self._collection, self._all = collection, claims

    def of_denials(self, reading: Reading, linked: object, neighbours: Sequence[str]) -> object:
        """What the denials of one article rest on.

        Args:
            reading: the article.
            linked: the links of `match` to its attributions.
            neighbours: the other articles of its story.
        """
        names = [one.claimant.aliases for one in reading.resolutions if one.claimant]
        story = [(self._articles[name], self._told[name]) for name in neighbours]
        return self._articles[reading.article.id], names, self._told[reading.article.id], linked, story

    def of_story(self, claim: Claim, denials: Sequence[Denial], persons: frozenset[tuple[str, str]]) -> object:
        """What a story rests on, beside the edges of its articles: see `of_edges`."""
        articles = [self._articles[name] for name in sorted({one.article_id for one in claim.appearances})]
        times = [self._collection.article(one.article_id).published for one in denials]
        who = {one.claimant_id for one in claim.appearances}
        same = sorted(pair for pair in persons if who.issuperset(pair))
        return self.claims[claim.id], articles, denials, times, same, self._collection.decided.strangers

    def of_edits(self, edge: Edge, copied: Sequence[Reuse]) -> object:
        """What the edits along an edge rest on; `copied`: the passages that its two articles share."""
        return edge, copied, self._articles[edge.source], self._articles[edge.target]

    def of_edges(self, edges: Iterable[Edge]) -> dict[str, bytes]:
        """A digest of the edges that touch each node."""
        touching: dict[str, list[bytes]] = defaultdict(list)
        for edge in edges:
            one = self._collection.memo.digest(edge)
            for node in dict.fromkeys((edge.source, edge.target)):
                touching[node].append(one)
        return {node: b"".join(found) for node, found in touching.items()}

    @cached_property
    def claims(self) -> dict[str, bytes]:
        """A digest of each claim, by its id."""
        return {claim.id: self._collection.memo.digest(claim) for claim in self._all}

    @cached_property
    def _articles(self) -> dict[str, bytes]:
        memo = self._collection.memo
        return {name: memo.joined(reading) for name, reading in self._collection.readings.items()}

    @cached_property
    def _told(self) -> dict[str, list[tuple[str, bytes]]]:
        found: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
        for claim in self._all:
            for article_id in dict.fromkeys(one.article_id for one in claim.appearances):
                found[article_id].append((claim.id, self.claims[claim.id]))
        return found
