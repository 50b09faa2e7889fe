"""On whose word an appearance stands, as far as origins go.

It is the claimant of its attribution; of what a text tells as its own, the body that the text credits as its source and whose words it
gives ("(Source : Ligue des Marées)"). A charge in quotation marks, told of somebody without a word of saying, is not what he says
("jugé pour « … »"). Agencies and outlets that are credited are links of a chain, no origins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.article import CreditKind
from selon.model.claim import Appearance
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.passage import Passage
from selon.model.span import Span
from selon.trace.collection import Collection
from selon.trace.credit_lines import lineage_credits
from selon.trace.markers import markers
from selon.trace.names import written

_CHARGE_CHARS = 16  # before a quotation, within which a word stands that says what somebody is held for
_MARKS = "\"'«“‘ \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells it, and where the text shows so."""

    claimant: Claimant
    passage: Passage


def teller(one: Appearance, collection: Collection) -> Teller | None:
    """On whose word an appearance stands; None: nobody is named, or it is not resolved."""
    if one.attribution_id is None:
        return _credited(one.article_id, collection)
    claimant = collection.claimant(one.attribution_id)
    if claimant is None or is_charge(one, collection):
        return None
    return Teller(claimant, Passage(article_id=one.article_id, span=one.spans[0]))


def is_charge(one: Appearance, collection: Collection) -> bool:
    """Does it stand, in quotation marks and without a word of saying, behind what somebody is held for?"""
    attribution = collection.attribution(one.attribution_id) if one.attribution_id else None
    if attribution is None or attribution.cue is not None or attribution.source is None:
        return False
    article_id = one.article_id
    text, start = collection.article(article_id).text, attribution.content[0].start
    end = len(text[:start].rstrip(_MARKS)) if text[start - 1 : start] in _MARKS else start
    begin = max(0, end - _CHARGE_CHARS)
    language = collection.language(article_id)
    return begin < end and any(word.end == end for word in markers("charge", text, Span(begin, end), language))


def _credited(article_id: str, collection: Collection) -> Teller | None:
    """The one body that an article credits as its source, and whose words it gives."""
    reading = collection.readings[article_id]
    sources = [credit for credit in lineage_credits(reading.article) if credit.kind is CreditKind.SOURCE]
    if len(sources) != 1:
        return None
    (credit,) = sources
    speaking = _bodies([resolution.claimant for resolution in reading.resolutions if resolution.claimant])
    names = written(credit.name)
    found = next((body for body in speaking if not names.isdisjoint(written(body.name))), None)
    return Teller(found, Passage(article_id=article_id, span=credit.span)) if found else None


def _bodies(claimants: Sequence[Claimant]) -> list[Claimant]:
    return [one for one in claimants if one.kind in (ClaimantKind.BODY, ClaimantKind.GROUP)]
