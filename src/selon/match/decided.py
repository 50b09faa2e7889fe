"""Claims as people decided: what they put together is one claim, what they told apart never is; all else stays as the rules have it.

Only the claims that are spoken of are taken apart and put together again, by the links they have, the surest first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from selon.match.evidence import Statement
from selon.match.made import claim as made_claim
from selon.match.statements import statements
from selon.model.claim import Appearance, Claim, ClaimLink
from selon.model.reading import Reading
from selon.model.ruling import Decided

Pair = tuple[str, str]


def decided(claims: Sequence[Claim], readings: Sequence[Reading], ruled: Decided) -> tuple[Claim, ...]:
    """The claims, with what people decided of links between appearances; sorted by id."""
    if not (ruled.together or ruled.apart or ruled.unlinked or ruled.confirmed):
        return tuple(claims)
    home = {one.id: number for number, claim in enumerate(claims) for one in claim.appearances}
    groups = _touched(home, ruled)
    by_id = {reading.article.id: reading for reading in readings}
    rest = [claim for number, claim in enumerate(claims) if not any(number in group for group in groups)]
    made = [claim for group in groups for claim in _again([claims[number] for number in sorted(group)], by_id, ruled)]
    told = (_with_links(claim, ruled) for claim in (*rest, *made))
    return tuple(sorted(told, key=lambda claim: claim.id))


def _touched(home: Mapping[str, int], ruled: Decided) -> list[set[int]]:
    """The claims that are to be put together or taken apart, in groups that have nothing to do with each other."""
    groups: list[set[int]] = []
    inside = [pair for pair in ruled.apart if home.get(pair[0], -1) == home.get(pair[1], -2)]
    for a, b in (*ruled.together, *inside):
        if a in home and b in home:
            new = {home[a], home[b]}
            near = [group for group in groups if group & new]
            groups = [group for group in groups if not group & new] + [new.union(*near)]
    return groups


def _again(claims: Sequence[Claim], readings: Mapping[str, Reading], ruled: Decided) -> list[Claim]:
    """The claims that come of some claims."""
    members = {one.id: one for claim in claims for one in claim.appearances}
    apart = {pair for pair in ruled.apart if pair[0] in members and pair[1] in members}
    links = {(link.a, link.b, link.kind): link for claim in claims for link in claim.links}
    sure = [pair for pair in ruled.together if pair[0] in members and pair[1] in members]
    for a, b in sure:
        if not any((a, b, kind) in links for kind in ("same", "variant")):
            links[a, b, "same"] = ClaimLink(a=a, b=b, kind="same", score=1.0, evidence=("a person says so",))
    inner = [link for link in links.values() if link.kind != "denial" and (link.a, link.b) not in apart]
    order = sorted((link for link in inner if link.a in members and link.b in members), key=lambda link: (-link.score, link.a, link.b))
    groups = _joined(sorted(members), [*sure, *((link.a, link.b) for link in order)], apart)
    told = _statements(members.values(), readings)
    texts = {name: reading.article.text for name, reading in readings.items()}
    found = (_Told([told[name] for name in group], texts) for group in groups)
    return [made_claim(range(len(group)), one, _own(group, inner, links.values())) for group, one in zip(groups, found, strict=True)]


class _Told(list[Statement]):
    """Some statements; `texts`: the articles by id."""

    def __init__(self, statements: Iterable[Statement], texts: Mapping[str, str]) -> None:
        super().__init__(statements)
        self._texts = texts

    def text(self, place: int) -> str:
        """The text that a statement stands in."""
        return self._texts[self[place].appearance.article_id]


def _joined(members: Sequence[str], pairs: Iterable[Pair], apart: set[Pair]) -> list[list[str]]:
    """Groups that the pairs make, none of which holds two that are apart."""
    groups = {name: {name} for name in members}
    against: dict[str, set[str]] = defaultdict(set)
    for a, b in apart:
        against[a].add(b)
        against[b].add(a)
    for a, b in pairs:
        one, other = groups[a], groups[b]
        if one is not other and not any(against[name] & other for name in one):
            one |= other
            for name in other:
                groups[name] = one
    return sorted({id(group): sorted(group) for group in groups.values()}.values())


def _own(group: Sequence[str], inner: Iterable[ClaimLink], links: Iterable[ClaimLink]) -> list[ClaimLink]:
    """The links inside a group, and the denials of its members."""
    names = set(group)
    own = [link for link in inner if link.a in names and link.b in names]
    own += [link for link in links if link.kind == "denial" and (link.a in names) != (link.b in names)]
    return sorted(own, key=lambda link: (link.a, link.b, link.kind))


def _statements(members: Iterable[Appearance], readings: Mapping[str, Reading]) -> dict[str, Statement]:
    articles = sorted({one.article_id for one in members})
    return {one.appearance.id: one for article_id in articles for one in statements(readings[article_id])}


def _with_links(claim: Claim, ruled: Decided) -> Claim:
    """The claim without the denials that a person took away, with the links that a person confirmed."""
    gone, sure = set(ruled.unlinked), set(ruled.confirmed)
    links = tuple(
        replace(link, state="confirmed") if (link.a, link.b) in sure else link
        for link in claim.links
        if not (link.kind == "denial" and (link.a, link.b) in gone)
    )
    return claim if links == claim.links else replace(claim, links=links)
