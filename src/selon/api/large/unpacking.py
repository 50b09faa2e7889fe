"""Packed records -> records for tracing, in little room: what many have in common stands once, and what nobody asks for is gone."""

from collections.abc import Iterable, Iterator
from sys import intern

from selon.model.claim import Claim
from selon.model.claimant import Resolution
from selon.model.fresh import put
from selon.model.reading import Reading
from selon.model.span import Interval
from selon.store.packing import unpacked

Resolutions = tuple[Resolution, ...]


def reading(body: bytes, who: bytes, *, where: str) -> Reading:
    """A reading with the claimants that all articles know; without the reasons of its rules, and without who else was thought of."""
    found, claimants = unpacked(body, Reading, where=where), unpacked(who, Resolutions, where=where)
    for one in found.attributions:
        put(one, article_id=found.article.id, rule=intern(one.rule), reasons=())
    for date in found.dates:
        put(date, granularity=intern(date.granularity), rule=intern(date.rule))
    known = {told.claimant.id: told.claimant for told in claimants if told.claimant}
    for told, said in zip(claimants, found.attributions, strict=True):
        own = told.claimant and known[told.claimant.id]
        put(told, attribution_id=said.id, claimant=own if own == told.claimant else told.claimant, how=intern(told.how), candidates=())
    put(found, resolutions=claimants)
    return found


def claims(bodies: Iterable[bytes], *, where: str) -> Iterator[Claim]:
    """Yield claims whose appearances share the names of articles and speakers, and when each article appeared."""
    times: dict[str, Interval | None] = {}
    for body in bodies:
        claim = unpacked(body, Claim, where=where)
        for one in claim.appearances:
            name = intern(one.article_id)
            put(one, article_id=name, when=times.setdefault(name, one.when))
            put(one, claimant=one.claimant and intern(one.claimant), claimant_id=one.claimant_id and intern(one.claimant_id))
        yield claim
