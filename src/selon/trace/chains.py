"""The chain of authority of an appearance: reader's article <- translator <- agency <- relay <- speaker <- body <- what they cite.

Each station has the passage that names it. Not done yet: chains that go on through an article that is held.
"""

import re
from collections.abc import Iterator, Sequence

from selon.model.article import Article, Credit, CreditKind
from selon.model.claim import Appearance, Claim
from selon.model.claimant import Claimant
from selon.model.lineage import Chain, Hop
from selon.model.passage import Passage
from selon.model.span import Span
from selon.trace.citations import relay_name
from selon.trace.collection import Collection
from selon.trace.credit_lines import lineage_credits
from selon.trace.names import key

_OFFICE_CHARS = 160  # of a mention and what stands between it and the name of the body


def chains(claim: Claim, collection: Collection) -> tuple[Chain, ...]:
    """One chain for each appearance, in their order."""
    return tuple(chain(one, opening(collection.article(one.article_id)), collection) for one in claim.appearances)


def chain(appearance: Appearance, begun: tuple[Hop, ...], collection: Collection) -> Chain:
    """The chain of one appearance, begun by the `opening` of its article."""
    name = appearance.attribution_id
    return Chain(appearance_id=appearance.id, hops=(*begun, *_voices(name, collection, appearance.article_id)) if name else begun)


def opening(article: Article) -> tuple[Hop, ...]:
    """The stations that all chains of one article begin with: the article, and whom the page credits."""
    return tuple(_opening(article))


def _opening(article: Article) -> Iterator[Hop]:
    yield Hop(name=article.outlet or f"{article.id} (outlet not named)", kind="article", how="", passage=None)
    for credit in _credited(article):
        passage = Passage(article_id=article.id, span=credit.span)
        yield Hop(
            name=credit.name, kind="agency", how="translation" if credit.kind is CreditKind.TRANSLATION else "credit", passage=passage
        )


def _credited(article: Article) -> list[Credit]:
    """Whom the page credits, each once: the translator before those whose text it translates."""
    one_each: dict[tuple[str, ...], Credit] = {}
    for credit in sorted(lineage_credits(article), key=lambda one: (one.kind is not CreditKind.TRANSLATION, one.span)):
        one_each.setdefault(key(credit.name), credit)
    return list(one_each.values())


def _voices(attribution_id: str, collection: Collection, article_id: str) -> Iterator[Hop]:
    attribution = collection.attribution(attribution_id)
    claimant = collection.claimant(attribution_id)
    if attribution.parent:
        yield from _voices(attribution.parent, collection, article_id)
    text = collection.article(article_id).text
    if attribution.via and (name := relay_name(attribution.via, text, collection.language(article_id))):
        yield Hop(name=name, kind="relay", how="cited by", passage=Passage(article_id=article_id, span=attribution.via))
    if attribution.parent and claimant is not None and claimant == collection.claimant(attribution.parent):
        return  # who quotes himself is one station
    span = attribution.source or attribution.cue or attribution.content[0]
    if claimant is None:
        name = f"unresolved: «{span.of(text)}»" if attribution.source else "nobody named"
        yield Hop(name=name, kind="claimant", how="quotation", passage=Passage(article_id=article_id, span=span))
        return
    yield Hop(name=claimant.name, kind=claimant.kind.value, how="quotation", passage=Passage(article_id=article_id, span=span))
    yield from _office(claimant, article_id, span, text)


def _office(claimant: Claimant, article_id: str, span: Span, text: str) -> Iterator[Hop]:
    if claimant.acts and claimant.organisation and claimant.organisation != claimant.name:
        mentions = [mention for article, mention in claimant.spans if article == article_id] or [span]
        place = _beside(claimant.organisation, mentions, text) or mentions[0]
        yield Hop(name=claimant.organisation, kind="body", how="speaks for", passage=Passage(article_id=article_id, span=place))


def _beside(body: str, mentions: Sequence[Span], text: str) -> Span | None:
    """The words that give somebody a body: from the mention to the body's name, or the other way round, where they stand nearest."""
    named = [Span(found.start(), found.end()) for found in re.finditer(re.escape(body), text)]
    pairs = [Span(min(one.start, at.start), max(one.end, at.end)) for one in mentions for at in named]
    near = [both for both in pairs if len(both) <= len(body) + _OFFICE_CHARS and "\n" not in both.of(text)]
    return min(near, key=lambda both: (len(both), both.start), default=None)
