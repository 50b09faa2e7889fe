"""Claimants that are outlets, known from the articles that those outlets published."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from selon.model.claimant import Claimant, ClaimantKind, Resolution
from selon.model.reading import Reading
from selon.resolve.bodies import head_noun
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import key, plain_tokens
from selon.resolve.voices import claimant_id


def with_outlets(readings: Sequence[Reading], told: Mapping[str, Lexicon]) -> tuple[Reading, ...]:
    """The same readings; a claimant under the name of an outlet whose articles are held is that outlet ("Le Brisant").

    Args:
        readings: of all articles.
        told: the tables of each language that they are in.
    """
    known: dict[str, str] = {}
    for reading in sorted(readings, key=lambda reading: (reading.article.outlet or "", reading.article.lang)):
        if reading.article.outlet is not None:
            for form in _forms(reading.article.outlet, told[reading.article.lang]):
                known.setdefault(form, reading.article.outlet)
    return tuple(_told(reading, known) for reading in readings) if known else tuple(readings)


def _told(reading: Reading, known: Mapping[str, str]) -> Reading:
    """The reading itself, where it names no outlet."""
    found = tuple(_as_outlet(item, known) for item in reading.resolutions)
    same = all(one is other for one, other in zip(found, reading.resolutions, strict=True))
    return reading if same else replace(reading, resolutions=found)


def _forms(outlet: str, told: Lexicon) -> list[str]:
    """How texts may name an outlet: with its article and without; a ministry that publishes is none."""
    head = head_noun(outlet, told)
    if head is not None and head.kind != "outlet":
        return []
    tokens = plain_tokens(outlet)
    bare = " ".join(word.form for word in tokens[1:]) if len(tokens) > 1 and tokens[0].folded in told.determiners else outlet
    return [key(outlet), key(bare)]


def _as_outlet(item: Resolution, known: Mapping[str, str]) -> Resolution:
    claimant = item.claimant
    name = known.get(key(claimant.name)) if claimant is not None and _may_be(claimant) else None
    if claimant is None or name is None:
        return item
    ident = claimant_id(ClaimantKind.OUTLET, key(name))
    return replace(item, claimant=replace(claimant, id=ident, name=name, kind=ClaimantKind.OUTLET))


def _may_be(claimant: Claimant) -> bool:
    plain = claimant.role is None and claimant.organisation is None and claimant.country is None
    return plain and claimant.kind in (ClaimantKind.PERSON, ClaimantKind.BODY, ClaimantKind.OUTLET)
