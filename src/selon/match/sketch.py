"""What of many statements tells which of them are worth comparing, all of it in little room: their keys as columns, the rest as outlines.

It is made of statements as they come, in whatever order, and stands in the canonical one; who made it need not hold the statements.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from selon.match.columns import Columns, Gathering
from selon.match.evidence import Statement
from selon.match.factors import manner_bits
from selon.match.homes import Arriving, Homes
from selon.match.quantities import Quantity
from selon.match.rolling import Toll
from selon.match.tokens import I64
from selon.model.attribution import Stance
from selon.model.claim import Appearance

Days = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """What of one statement is looked at before it is compared with another, beside its keys."""

    claimant_id: str | None
    numbers: tuple[Quantity, ...]  # see `Facts`, as the next ones
    days: Days
    weight: float
    names: int  # how many names and countries it says
    tolls: tuple[Toll, ...]
    rolls: bool
    is_part: bool  # a toll that stands in another statement
    manners: int  # see `factors.manner_bits`
    is_quoted: bool
    may_deny: bool  # is it denied, or does it negate something, as one of two must of which one denies the other?
    cut: str  # see `Statement`

    @staticmethod
    def of(one: Statement) -> "Outline":
        """The outline of a statement."""
        told = one.facts
        return Outline(
            claimant_id=one.appearance.claimant_id,
            numbers=told.numbers,
            days=told.days,
            weight=told.weight,
            names=len(told.names),
            tolls=one.tolls,
            rolls=one.rolls,
            is_part=one.whole is not None,
            manners=manner_bits(told.manners),
            is_quoted=one.is_quoted,
            may_deny=bool(told.negated) or one.appearance.stance is Stance.DENIED,
            cut=one.cut,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """Outlines and keys of statements, in canonical order: by the earliest date on which their articles may have appeared, then by id."""

    outlines: list[Outline]
    held: Columns
    homes: Homes  # their articles
    order: I64  # where each statement stood when it was given

    @staticmethod
    def of(statements: Iterable[Statement]) -> "Sketch":
        """The sketch of some statements."""
        keys, homes, outlines, names = Gathering(), Arriving(), list[Outline](), list[tuple[str, str]]()
        for one in statements:
            keys.add(one.facts.keys, one.facts.at)
            homes.add(one.appearance.article_id, one.facts.around)
            outlines.append(Outline.of(one))
            names.append(order_of(one.appearance))
        order = np.array(sorted(range(len(names)), key=names.__getitem__), np.int64)
        return Sketch([outlines[at] for at in order.tolist()], keys.columns(order), homes.homes(order), order)


def order_of(appearance: Appearance) -> tuple[str, str]:
    """What statements are ordered by: the earliest date on which their article may have appeared, then their id."""
    return (appearance.when.earliest if appearance.when else None) or "9999", appearance.id
