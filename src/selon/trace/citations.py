"""Citations in the text -> edges: "selon Le Phare", "cité par l'agence Tass": an outlet that is named as the source.

Where the outlet is held and one of its articles carries the same claim, the edge goes from that article, else from "ext:NAME".
Not done yet: an outlet cited under an abbreviation or another language's name.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.resolve import Country
from selon.languages.rows.when import TimeWord
from selon.model.claim import Claim
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Edge
from selon.model.passage import Passage
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.collection import Collection, whole
from selon.trace.markers import markers
from selon.trace.moments import is_before
from selon.trace.names import is_outlet, key, outside

_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][\w+’'.-]*(?:\s+(?:de\s+|du\s+|of\s+)?[A-ZÀ-ÖØ-Þ][\w+’'.-]*|\s+du\s+\w+)*(?:\s+\d{1,2}\b)?")
_CITED = 0.9  # the text names the outlet as its source; what remains is a person or a place read as an outlet


def citation_edges(collection: Collection, claims: Sequence[Claim]) -> Iterator[Edge]:
    """Yield an edge for every attribution to an outlet, and for every relay that one passed through."""
    carriers = _carriers(claims)
    for reading, attribution, resolution in collection.each():
        claimant = resolution.claimant
        if claimant and (claimant.kind is ClaimantKind.OUTLET or collection.held(claimant.name)):
            yield from _edges(claimant.name, reading, whole(attribution), carriers[attribution.id], collection)
        article = reading.article
        if attribution.via and (name := relay_name(attribution.via, article.text, collection.language(article.id))):
            same_words = {other for other in carriers[attribution.id] if claimant and _tells(other, claimant, collection)}
            yield from _edges(name, reading, attribution.via, same_words, collection)


def relay_name(via: Span, text: str, language: Language) -> str | None:
    """The outlet a relay names; None for a channel ("sur Facebook", "dans un communiqué")."""
    if markers("channel", text, via, language):
        return None
    names = _CAPITALISED.findall(via.of(text))
    return names[-1] if names and fold(names[-1]) not in _no_names(language) else None


@cache
def _no_names(language: Language) -> frozenset[str]:
    """Words with a capital that name no outlet alone: adjectives of states, days, months."""
    states = (form for row in language.rows(Country) for some in (row.masculine, row.feminine) for form in some)
    days = (form for row in language.rows(TimeWord) if row.kind in ("weekday", "month") for form in row.forms)
    return frozenset(map(fold, (*states, *days)))


def _edges(name: str, reading: Reading, span: Span, carriers: set[str], collection: Collection) -> Iterator[Edge]:
    article = reading.article
    if is_outlet(name, article):
        return
    for node in cited(name, article.id, carriers, collection) or [outside(name)]:
        yield Edge(
            source=node,
            target=article.id,
            kind="quotation",
            directed=True,
            evidence=(Passage(article_id=article.id, span=span),),
            reasons=(f"cited in the text: {name}",),
            confidence=_CITED,
            state="suggested",
            changes=(),
        )


def _tells(article_id: str, claimant: Claimant, collection: Collection) -> bool:
    """Does an article give a claimant's words? A relay is held only where it carries the words that it is said to relay."""
    return any(one.claimant and key(one.claimant.name) == key(claimant.name) for one in collection.readings[article_id].resolutions)


def cited(name: str, article_id: str, carriers: set[str], collection: Collection) -> list[str]:
    """The held articles of an outlet that carry what is cited, and are not wholly later than the one that cites them."""
    published = collection.article(article_id).published
    return [
        other
        for other in sorted(collection.held(name) & carriers)
        if other != article_id and not is_before(published, collection.article(other).published)
    ]


def _carriers(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """Attribution -> the articles that carry the claim it tells, where it is told more than once."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in (claim for claim in claims if len(claim.appearances) > 1):
        ids = {one.article_id for one in claim.appearances}
        for one in claim.appearances:
            if one.attribution_id:
                found[one.attribution_id] |= ids
    return found
