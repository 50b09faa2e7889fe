"""What one outlet tells as its own in several texts: it is one teller, however often it tells it.

That is asked of texts alone that name and credit nobody for it, and share it with no text of another outlet: of shared words nobody knows
whose they were. A copy of such a text that names nobody either takes nothing from it. All of it is read from the texts, whatever people
decide about edges, so that taking an edge away never narrows an interval.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from selon.groups import Groups
from selon.model.claim import Claim
from selon.model.lineage import Proof
from selon.model.passage import Passage
from selon.model.span import Span
from selon.trace.bonds import Bonds, is_of_the_claim
from selon.trace.collection import Collection
from selon.trace.credit_lines import lineage_credits
from selon.trace.names import key
from selon.trace.tellers import is_charge


def unite_tellers(
    groups: Groups[str], claim: Claim, places: Mapping[str, Sequence[Span]], bonds: Bonds, collection: Collection
) -> Iterator[Proof]:
    """Unite the groups of the texts that one outlet tells a claim in as its own; yield the proof for each that made two one.

    Args:
        groups: the articles of the claim, as edges join them.
        claim: the claim.
        places: where it stands, by article.
        bonds: what ties the texts, whatever people decided about edges.
        collection: the readings.
    """
    outlets = _outlets(claim, collection)
    texts = Counter(outlets.values())
    own: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for article_id, outlet in outlets.items():
        if texts[outlet] > 1 and _is_its_own(article_id, outlets, bonds, places):
            own[outlet].append(article_id)
    for first, *others in own.values():
        for other in others:
            if groups.unite(first, other):
                evidence = tuple(Passage(article_id=one, span=places[one][0]) for one in (first, other))
                yield Proof(outcome="merged", a=first, b=other, why="one outlet, which tells it as its own in both", evidence=evidence)


def _outlets(claim: Claim, collection: Collection) -> dict[str, tuple[str, ...]]:
    """The articles that tell a claim and name and credit nobody for it, in order, each with its outlet."""
    sourced = {one.article_id for one in claim.appearances if one.attribution_id and not is_charge(one, collection)}
    articles = (collection.article(name) for name in sorted({one.article_id for one in claim.appearances} - sourced))
    return {article.id: key(article.outlet) for article in articles if article.outlet and not lineage_credits(article)}


def _is_its_own(article_id: str, outlets: Mapping[str, tuple[str, ...]], bonds: Bonds, places: Mapping[str, Sequence[Span]]) -> bool:
    """Are all texts that are tied to one in what they tell, through others as well, of its outlet; copies that name nobody either aside?"""
    kin, found = {article_id}, [article_id]
    while found:
        one = found.pop()
        for edge in bonds.of(one):
            other = edge.source if edge.target == one else edge.target
            copied = edge.kind != "shared" and other == edge.target and other in outlets
            if other in kin or other not in places or copied or not is_of_the_claim(edge, places):
                continue
            if outlets.get(other) != outlets[article_id]:
                return False
            kin.add(other)
            found.append(other)
    return True
