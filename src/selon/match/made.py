"""A cluster of statements made a claim: its label, its appearances, its links, its variants."""

from collections.abc import Sequence
from typing import Protocol

from selon.match.evidence import Statement
from selon.match.variants import variants
from selon.model.claim import Appearance, Claim, ClaimLink, worded_order


class Told(Protocol):
    """Statements by number."""

    def __getitem__(self, place: int, /) -> Statement:
        """The statement of a number."""

    def text(self, place: int) -> str:
        """The text that it stands in."""


def claim(group: Sequence[int], told: Told, links: Sequence[ClaimLink]) -> Claim:
    """The claim that some statements make: `group` holds their places in `told`."""
    if len(group) == 1:
        return _single(told[group[0]], links, told.text(group[0]))
    statements = {index: told[index] for index in group}
    inside = {one.appearance.id for one in statements.values()}
    own = (
        (index, one) for index, one in statements.items() if one.whole not in inside
    )  # a toll beside its own sentence tells nothing more
    numbered = sorted(own, key=lambda row: row[1].appearance.id)
    place, label = min(numbered, key=lambda row: worded_order(row[1].appearance))
    members = [one for _, one in numbered]
    return Claim(
        id=members[0].appearance.id,
        label=_verbatim(label.appearance, told.text(place)),
        appearances=tuple(statement.appearance for statement in members),
        links=tuple(links),
        variants=tuple(variant for member in members if member is not label for variant in variants(label, member)),
    )


def _single(statement: Statement, links: Sequence[ClaimLink], text: str) -> Claim:
    one = statement.appearance
    return Claim(id=one.id, label=_verbatim(one, text), appearances=(one,), links=tuple(links), variants=())


def _verbatim(appearance: Appearance, text: str) -> str:
    """The words of a statement as they stand; " … " where something stands between."""
    return " … ".join(span.of(text) for span in appearance.spans)
