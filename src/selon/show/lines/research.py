"""For research: scores, counts, what is different."""

from msgspec import Struct


class ScoreLine(Struct, frozen=True):
    """`selon score`: one measure with its interval, at 95 %."""

    measure: str
    group: str  # a stratum, or "all"
    value: float
    low: float
    high: float
    count: int  # labels it rests on
    method: str


class StatsLine(Struct, frozen=True):
    """`selon stats`: the counts of one group, in this collection."""

    group: str
    articles: int
    texts: int
    undated: int
    attributions: int
    named: int
    direct: int
    hedged: int
    denied: int
    claims: int
    first: int
    taken: int
    given: int


class DiffLine(Struct, frozen=True):
    """`selon diff`: one row that came, went or changed, or one cell of it."""

    table: str
    key: str
    what: str  # added, removed, changed
    column: str | None
    before: str | None
    after: str | None


class ReplayLine(Struct, frozen=True):
    """`selon replay`: one thing that is not as the manifest has it."""

    what: str
    before: str
    after: str
