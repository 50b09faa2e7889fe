"""A denial that several texts tell is tied to one claim in all of them: what shows the tie stands in one text, and the next ones cut it.

The other text tells it as the same statement, on the word of the same person, in mostly the same words. Not done yet: translations.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.model.lineage import Denial
from selon.trace.alike import overlap
from selon.trace.collection import whole
from selon.trace.statements import Statement, Statements

_LEAST_SHARED, _SHARE = 4, 0.6  # stems that both tellings of a denial have, and their share of the shorter one's


def with_retold(found: Sequence[Denial], statements: Statements) -> list[Denial]:
    """The denials, open ones tied where another text shows the tie, and those that other texts tell in the same words."""
    tied = {one.attribution_id for one in found if one.claim_id is not None}
    retold: dict[str, Denial] = {}
    for one in found:
        for other in _retold(one, statements) if one.claim_id is not None else ():
            if other.attribution_id not in tied:
                retold.setdefault(other.attribution_id, other)
    return [*(one for one in found if one.attribution_id not in retold), *retold.values()]


def _retold(one: Denial, statements: Statements) -> Iterator[Denial]:
    """Yield the same denial as other articles tell it."""
    for told in statements.of(one.article_id):
        if told.claimant is None or told.attribution is None or told.attribution.id != one.attribution_id or told.claim_id == one.claim_id:
            continue
        for other in statements.each_of(told.claim_id):
            if other.attribution is not None and other.appearance.article_id != one.article_id and _is_one(told, other):
                tie = f"told again: {one.article_id} has it in the same words, where it is tied"
                yield replace(
                    one,
                    article_id=other.appearance.article_id,
                    span=whole(other.attribution),
                    by=other.claimant.name if other.claimant else None,
                    attribution_id=other.attribution.id,
                    tie=tie,
                )


def _is_one(a: Statement, b: Statement) -> bool:
    """Is it one person's statement, in mostly the same words?"""
    if a.claimant is None or b.claimant is None or a.claimant.id != b.claimant.id:
        return False
    return len(a.stems & b.stems) >= _LEAST_SHARED and overlap(a.stems, b.stems) >= _SHARE
