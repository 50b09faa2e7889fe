"""What stands between two articles: reused passages, edges, changes."""

from typing import Literal

from msgspec import Struct, field


class PassageItem(Struct, frozen=True):
    """A passage of one article."""

    id: str
    start: int
    end: int


class EditItem(Struct, frozen=True):
    """One difference inside a reused passage: [start, end] in each text, null where there is nothing."""

    op: Literal["replace", "delete", "insert"]
    a: tuple[int, int] | None
    b: tuple[int, int] | None


class ReuseLine(Struct, frozen=True):
    """`selon reuse`: one pair of passages."""

    a: PassageItem
    b: PassageItem
    tokens: int
    direction: Literal["a->b", "b->a"] | None
    reasons: list[str]
    edits: list[EditItem]
    relation: Literal["identical", "revised", "a abridges b", "b abridges a", "quotes", "excerpt"]  # of the two articles, by all they share


class PlaceItem(Struct, frozen=True):
    """A stretch of one article."""

    article: str
    start: int
    end: int


class ChangeItem(Struct, frozen=True):
    """What differs between two passages that carry one claim."""

    from_: str = field(name="from")
    to: str
    kind: str
    from_span: tuple[int, int]
    to_span: tuple[int, int]
    sentence: str
    directed: bool


class LineageLine(Struct, frozen=True):
    """`selon lineage`: one edge; "ext:NAME" is cited and not held."""

    from_: str = field(name="from")
    to: str
    kind: Literal["quotation", "republication", "translation", "credit", "link", "shared", "denial"]
    directed: bool
    confidence: float
    state: Literal["suggested", "confirmed", "rejected"]
    reasons: list[str]
    evidence: list[PlaceItem]
    changes: list[ChangeItem]
