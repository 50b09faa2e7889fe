"""Two tellings of one claim -> all that differs, one sentence each.

Words are compared by tables and numbers by what they count; nothing is said where a telling holds several numbers of one kind, and no
notice is taken of order or emphasis.
"""

from collections.abc import Callable, Container, Iterator

from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.changes.amounts import numbers
from selon.trace.changes.claimants import claimants
from selon.trace.changes.days import dates
from selon.trace.changes.hedges import hedges, qualifiers
from selon.trace.changes.marks import marks
from selon.trace.changes.tellings import Telling
from selon.trace.changes.wording import wording

_FINDERS: tuple[tuple[Callable[[Telling, Telling, bool], Iterator[Change]], tuple[str, ...]], ...] = (
    (hedges, ("hedge_dropped", "hedge_added")),
    (claimants, ("claimant_changed", "attribution_dropped")),
    (numbers, ("number_changed", "precision_changed")),
    (dates, ("date_changed",)),
    (qualifiers, ("qualifier_lost",)),
    (marks, ("quotes_lost", "quotes_gained")),
    (wording, ("wording_changed",)),
)
"""What looks for a difference, and of which kinds that is."""

KINDS = frozenset(kind for _, kinds in _FINDERS for kind in kinds)
"""All kinds of what can differ between two tellings."""


def differences(a: Telling, b: Telling, *, directed: bool, wanted: Container[str] = KINDS) -> Iterator[Change]:
    """Yield what `b` has changed against `a`; with `directed` false, what differs between the two; of the `wanted` kinds alone.

    A word that both hedges and qualifies ("so-called") is told once.
    """
    hedges_shown: set[Span] = set()
    for find, kinds in _FINDERS:
        if any(kind in wanted for kind in kinds):
            for one in find(a, b, directed):
                if one.kind == "hedge_dropped":
                    hedges_shown.add(one.from_span)
                if one.kind != "qualifier_lost" or one.from_span not in hedges_shown:
                    yield one
