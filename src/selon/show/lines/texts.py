"""What is told of one article: blocks, attributions, dates."""

from typing import Literal

from msgspec import Struct, field


class SpanText(Struct, frozen=True):
    """A stretch of the text, with its characters."""

    start: int
    end: int
    text: str


class BlockItem(Struct, frozen=True):
    """A typed block; the blocks of an article tile its text."""

    start: int
    end: int
    kind: str


class CreditItem(Struct, frozen=True):
    """A credit line, or the part of a line that is one."""

    start: int
    end: int
    kind: str
    name: str
    url: str | None


class LinkItem(Struct, frozen=True):
    """A link that stands in the text."""

    start: int
    end: int
    url: str
    title: str | None


class MetadataItem(Struct, frozen=True):
    """One value found for one field of the metadata, and where."""

    field: str
    value: str
    where: str


class IntervalItem(Struct, frozen=True):
    """An interval of time; ISO 8601, both ends inclusive, null where open."""

    from_: str | None = field(name="from")
    to: str | None
    source: str


class BlocksLine(Struct, frozen=True):
    """`selon blocks`: one article."""

    id: str
    digest: str
    url: str | None
    text: str
    title: str | None
    outlet: str | None
    authors: list[str]
    lang: str
    published: IntervalItem | None
    blocks: list[BlockItem]
    credits: list[CreditItem]
    links: list[LinkItem]
    metadata: list[MetadataItem]
    degraded: str | None


class CandidateItem(Struct, frozen=True):
    """Somebody who could be the claimant, and how likely."""

    name: str
    score: float


class ClaimantItem(Struct, frozen=True):
    """Who stands behind an attribution; name null where it is not resolved, and `how` says why."""

    id: str | None
    name: str | None
    kind: str | None
    role: str | None
    organisation: str | None
    country: str | None
    aliases: list[str]
    how: str
    evidence: list[SpanText]
    candidates: list[CandidateItem]
    confidence: float


class AttributionItem(Struct, frozen=True):
    """One attribution relation."""

    id: str
    source: SpanText | None
    cue: SpanText | None
    content: list[SpanText]
    kind: Literal["direct", "indirect", "mixed"]
    stance: Literal["asserted", "denied", "hedged", "unconfirmed", "demanded"]
    conditional: bool
    lang: str | None  # ISO 639-1, of a direct quotation
    parent: str | None
    via: SpanText | None
    anaphoric: bool
    claimant: ClaimantItem
    rule: str
    reasons: list[str]
    confidence: float


class AttributionsLine(Struct, frozen=True):
    """`selon attributions`: one article."""

    id: str
    lang: str
    attributions: list[AttributionItem]


class DateItem(Struct, frozen=True):
    """A time expression as inclusive days; null where open or not known."""

    start: int
    end: int
    text: str
    from_: str | None = field(name="from")
    to: str | None
    granularity: str
    rule: str
    reasons: list[str]


class DatesLine(Struct, frozen=True):
    """`selon dates`: one article."""

    id: str
    published: IntervalItem | None
    dates: list[DateItem]


class ExplainLine(Struct, frozen=True):
    """`selon explain`: one attribution, with the rule and the table rows that made it."""

    article: str
    sentence: SpanText
    attribution: AttributionItem
