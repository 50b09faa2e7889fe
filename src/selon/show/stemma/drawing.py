"""What a stemma shows: nodes, arrows between them, bands of time; no coordinate yet, and no word of ours."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from selon.model.lineage import Change, Origins
from selon.model.passage import Passage
from selon.model.span import Interval

MOST_NODES = 200
"""More are told by the table alone."""

STATIONS = ("voice", "channel", "outlet", "translation", "republication")
"""The columns, in the order of a chain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody who speaks, something cited, or a text."""

    key: str  # "text:ID", "voice:ID", "outside:NAME", "denier:ID": the same in every run
    siglum: str  # A, B, … ; of nobody named, or of somebody that nothing names for sure: α, β, …
    kind: str  # text, outside, voice, anonymous, unresolved, denier
    state: str  # read; cited (the original is not read); inferred (nobody is named, or it is not resolved who)
    station: str  # of STATIONS
    name: str  # as the records have it; "": nobody is named
    verbatim: bool  # the name is words of a text: its title, or the words for somebody who is not resolved
    role: str | None  # of a voice: role, body or both
    lang: str | None  # ISO 639-1, of a text
    when: Interval | None  # of a text: when it was published; of others: that of the first text that reports them
    band: int  # index in `Drawing.bands`
    article_id: str | None
    claimant_id: str | None
    passage: Passage | None  # where the claim stands in a text, or who names the voice, or the denial
    denial: str | None  # of a denier: explicit, contested, declined, unconfirmed, second-hand
    tells: bool  # a text that tells the claim without a source
    silent: bool  # a text that does not mention an earlier denial that is held
    copies: tuple[str, ...]  # ids of the other articles with the very same text that stand in this node


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """What leads from one node to another."""

    number: int | None  # the row of the table; None: not drawn
    source: str  # key of a node
    target: str
    style: str  # repeats, rephrases, translates, denies, declines, shares
    kinds: tuple[str, ...]  # of the edges of the lineage; "speech": said by the one, told by the other; "denial"
    directed: bool
    evidence: tuple[Passage, ...]
    reasons: tuple[str, ...]
    confidence: float  # [0, 1]
    state: str  # suggested, confirmed
    changes: tuple[Change, ...]  # of this claim, between these two
    before: Passage | None  # the words in the source that it is about; None: the source was not read
    after: Passage | None  # the words in the target
    through: str | None  # siglum of the drawn text that it passes through, where it is not drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One row of time: all whose interval is this one, at the fineness chosen. Both ends None: undated."""

    earliest: str | None  # YYYY-MM-DD, YYYY-MM or YYYY, inclusive
    latest: str | None


@dataclass(frozen=True)
class Drawing:
    """The picture of one claim's lineage, before it is laid out."""

    label: str  # the claim's label, verbatim
    by: str | None  # whose words it is; None: nobody is named for it
    origins: Origins
    nodes: tuple[Node, ...]  # in the order of their sigla: by band, station, name
    arrows: tuple[Arrow, ...]  # those drawn first, by number
    bands: tuple[Band, ...]  # the earliest on top, the undated one last
    linear: bool  # the bands are equal steps of time that follow each other
    overlapping: bool  # some bands overlap: no order between those

    @property
    def too_many(self) -> bool:
        """Are there more nodes than a picture can show?"""
        return len(self.nodes) > MOST_NODES

    @cached_property
    def drawn(self) -> tuple[Arrow, ...]:
        """The arrows with a number."""
        return tuple(arrow for arrow in self.arrows if arrow.number is not None)

    @property
    def folded(self) -> int:
        """How many articles stand behind another one with the same text."""
        return sum(len(node.copies) for node in self.nodes)

    @cached_property
    def into(self) -> dict[str, list[Arrow]]:
        """The drawn arrows into each node."""
        found: dict[str, list[Arrow]] = {node.key: [] for node in self.nodes}
        for arrow in self.drawn:
            found[arrow.target].append(arrow)
        return found

    @cached_property
    def of(self) -> dict[str, Node]:
        """The nodes by their keys."""
        return {node.key: node for node in self.nodes}


def _no_link(node: Node) -> str | None:
    return None


def _row(number: int) -> str | None:
    return f"#hop-{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where nodes and numbers lead; None: nowhere."""

    node: Callable[[Node], str | None] = _no_link
    hop: Callable[[int], str | None] = _row
