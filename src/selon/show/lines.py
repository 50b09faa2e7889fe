"""The line that each command prints with --json, as typed records. Source: docs/commands.md; the schemas are made from these.

Offsets count code points in the article's text, half-open. A field that is null was looked for and not found.
"""

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


class AppearanceItem(Struct, frozen=True):
    """One appearance of the claim: the whole stretch, and its pieces where a clause interrupts."""

    id: str
    article: str
    start: int
    end: int
    spans: list[tuple[int, int]]
    claimant: str | None
    stance: str
    conditional: bool
    attribution: str | None


class VariantItem(Struct, frozen=True):
    """Another number, date or place for the same thing."""

    article: str
    start: int
    end: int
    what: str


class OriginItem(Struct, frozen=True):
    """A named origin, and the passage that names it."""

    name: str
    kind: str
    article: str
    start: int
    end: int


class ProofItem(Struct, frozen=True):
    """Why two origins are counted as one, or apart."""

    outcome: Literal["merged", "separate", "open"]
    a: str
    b: str
    why: str
    evidence: list[PlaceItem]


class OriginsItem(Struct, frozen=True):
    """Between how many and how many origins, in this collection."""

    articles: int
    texts: int
    named: list[OriginItem]
    unknown: int
    min: int
    max: int
    proof: list[ProofItem]


class MentionItem(Struct, frozen=True):
    """An earlier utterance that is mentioned and not held."""

    article: str
    start: int
    end: int
    what: str


class FirstItem(Struct, frozen=True):
    """The earliest texts held, in this collection; a set, no order inside overlapping intervals."""

    from_: str | None = field(name="from")
    to: str | None
    articles: list[str]
    mentioned: list[MentionItem]


class DenialItem(Struct, frozen=True):
    """Somebody denies, declines to confirm, or is said to have done so."""

    article: str
    start: int
    end: int
    by: str | None
    kind: Literal["explicit", "declined", "unconfirmed", "second-hand"]
    tie: str
    attribution: str


class UnmentionedItem(Struct, frozen=True):
    """An article that repeats the claim after a held denial, and says nothing of it."""

    article: str
    denial: PlaceItem
    lag_days: int


class CorroborationItem(Struct, frozen=True):
    """Corroboration asserted by the speaker, not shown here: counted 0."""

    article: str
    start: int
    end: int
    by: str | None


class HopItem(Struct, frozen=True):
    """One station of a chain of authority."""

    name: str
    kind: str
    how: str
    passage: PlaceItem | None


class ChainItem(Struct, frozen=True):
    """From the reader's article back to the last voice that is named."""

    appearance: str
    hops: list[HopItem]


class GapItem(Struct, frozen=True):
    """What is cited and not held."""

    name: str
    why: str
    evidence: list[PlaceItem]


class LinkEvidence(Struct, frozen=True):
    """Why two appearances are one claim, or the denial of one."""

    a: str
    b: str
    kind: Literal["same", "variant", "denial"]
    score: float
    evidence: list[str]


class ClaimsLine(Struct, frozen=True):
    """`selon claims`: one claim."""

    id: str
    label: str
    appearances: list[AppearanceItem]
    links: list[LinkEvidence]
    variants: list[VariantItem]
    origins: OriginsItem
    first: FirstItem
    denials: list[DenialItem]
    unmentioned: list[UnmentionedItem]
    corroborations: list[CorroborationItem]
    changes: list[ChangeItem]
    circles: list[list[PlaceItem]]
    chains: list[ChainItem]
    gaps: list[GapItem]


class ExplainLine(Struct, frozen=True):
    """`selon explain`: one attribution, with the rule and the table rows that made it."""

    article: str
    sentence: SpanText
    attribution: AttributionItem


LINES: dict[str, type[Struct]] = {
    "blocks": BlocksLine,
    "attributions": AttributionsLine,
    "dates": DatesLine,
    "reuse": ReuseLine,
    "lineage": LineageLine,
    "claims": ClaimsLine,
    "explain": ExplainLine,
}
"""The line of each command."""
