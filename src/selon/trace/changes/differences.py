"""Two tellings of one claim -> all that differs, one sentence each.

Words are compared by tables and numbers by what they count; nothing is said where a telling holds several numbers of one kind, and no
notice is taken of order or emphasis.
"""

from collections.abc import Iterator

from selon.model.lineage import Change
from selon.trace.changes.amounts import numbers
from selon.trace.changes.claimants import claimants
from selon.trace.changes.days import dates
from selon.trace.changes.hedges import hedges, qualifiers
from selon.trace.changes.marks import marks
from selon.trace.changes.tellings import Telling
from selon.trace.changes.wording import wording


def differences(a: Telling, b: Telling, *, directed: bool) -> Iterator[Change]:
    """Yield what `b` has changed against `a`; with `directed` false, what differs between the two."""
    for found in (hedges, claimants, numbers, dates, qualifiers, marks, wording):
        yield from found(a, b, directed)
