"""Whose words an appearance is: its claimant's; those of a source that is left open; the text's own, where no word attributes them.

And what people call the ends of an edge, and by which words each station of a chain is shown.
"""

from collections.abc import Mapping

from selon.model.article import Article
from selon.model.claim import Appearance, Claim
from selon.model.lineage import Chain, Hop, Story
from selon.model.span import Span


def is_listed(claim: Claim) -> bool:
    """Does the claim have two appearances or more, or one that is attributed?"""
    return len(claim.appearances) > 1 or claim.appearances[0].attribution_id is not None


def in_order(claim: Claim) -> list[Appearance]:
    """The appearances of a claim as people read them: the earliest article first."""
    return sorted(claim.appearances, key=lambda one: ((one.when and one.when.earliest) or "9999", one.id))


def own_texts(claim: Claim) -> int:
    """How many articles tell the claim as their own, without a source."""
    return len({one.article_id for one in claim.appearances if one.attribution_id is None})


def long_chains(story: Story) -> list[Chain]:
    """The chains of authority of three stations or more, in the order of their appearances, one of those through the same stations."""
    order = {one.id: place for place, one in enumerate(in_order(story.claim))}
    found: dict[tuple[str, ...], Chain] = {}
    for chain in sorted(story.chains, key=lambda one: order[one.appearance_id]):
        if len(chain.hops) > 2:
            found.setdefault(tuple(hop.name for hop in chain.hops), chain)
    return list(found.values())


def stations(story: Story, chain: Chain) -> list[tuple[Hop, str, tuple[Span, ...]]]:
    """Each station of a chain with the article and the characters that show it: of the article itself, where it tells the claim."""
    told = next(one for one in story.claim.appearances if one.id == chain.appearance_id)
    own = told.article_id, told.spans
    return [(hop, *((hop.passage.article_id, (hop.passage.span,)) if hop.passage else own)) for hop in chain.hops]


def left_open(story: Story, articles: Mapping[str, Article]) -> dict[str, str]:
    """By the id of each appearance that is attributed and whose claimant is left open: the words that name its source, "" where none do."""
    found = {one.id: "" for one in story.claim.appearances if one.attribution_id and one.claimant is None}
    for chain in story.chains if found else ():
        last = chain.hops[-1]
        if chain.appearance_id in found and last.passage and last.passage.article_id in articles:
            words = last.passage.span.of(articles[last.passage.article_id].text)
            if last.name == f"unresolved: «{words}»":
                found[chain.appearance_id] = words
    return found


def named(end: str, articles: Mapping[str, Article]) -> str:
    """What people call one end of an edge or a proof: an article by its outlet and id, what is not held without our mark for it."""
    if end not in articles:
        return end.removeprefix("ext:")
    outlet = articles[end].outlet
    return f"{outlet} [{end}]" if outlet else end
