"""A drawing -> the rows of its table: the same facts in words, one row an arrow, those that are not drawn last."""

from dataclasses import dataclass

from selon.model.lineage import Change
from selon.model.passage import Passage
from selon.model.span import Interval
from selon.show.stemma.drawing import Drawing, Node


@dataclass(frozen=True, slots=True, kw_only=True)
class HopRow:
    """One arrow, with all that is known of it."""

    number: int | None  # as on the drawing; None: not drawn, see `through`
    source: Node
    target: Node
    directed: bool
    style: str  # repeats, rephrases, translates, denies, declines, shares
    kinds: tuple[str, ...]
    when: Interval | None  # of the target
    before: Passage | None  # the words in the source that it is about; None: it was not read, and nothing is compared with it
    after: Passage | None  # the words that the target has from the source
    changes: tuple[Change, ...]
    evidence: tuple[Passage, ...]
    reasons: tuple[str, ...]
    confidence: float  # [0, 1]
    state: str
    through: str | None  # siglum of the drawn text that the words pass through


def hops(drawing: Drawing) -> tuple[HopRow, ...]:
    """The rows, by number."""
    return tuple(
        HopRow(
            number=arrow.number,
            source=source,
            target=target,
            directed=arrow.directed,
            style=arrow.style,
            kinds=arrow.kinds,
            when=target.when,
            before=arrow.before,
            after=arrow.after,
            changes=arrow.changes,
            evidence=arrow.evidence,
            reasons=arrow.reasons,
            confidence=arrow.confidence,
            state=arrow.state,
            through=arrow.through,
        )
        for arrow in drawing.arrows
        for source, target in ((drawing.of[arrow.source], drawing.of[arrow.target]),)
    )
