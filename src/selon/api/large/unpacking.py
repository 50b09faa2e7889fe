"""Packed claims -> claims, in little room: what many of them have in common stands there once."""

from collections.abc import Iterable, Iterator
from sys import intern

from selon.model.claim import Claim
from selon.model.fresh import put
from selon.model.span import Interval
from selon.store.packing import unpacked


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
