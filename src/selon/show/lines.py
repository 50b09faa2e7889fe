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


class AddLine(Struct, frozen=True):
    """`selon add`: one address, or one file."""

    url: str  # as it was given or listed; a path for a file
    listed_in: str | None  # the feed or sitemap that lists it; null: a person named it
    final_url: str | None  # after redirects; null: there was no answer
    status: int | None  # of HTTP; null: there was no answer, or none was asked for
    capture: str | None  # the id of its WARC record, or the path of the copy within the collection
    digest: str | None  # "sha256:" and 64 hexadecimal digits, of the page as it is unpacked
    bytes: int | None  # of the page as it is unpacked
    outcome: Literal["added", "unchanged", "held", "refused", "failed"]
    reason: str | None  # why nothing was added, and what to do


class ChangesLine(Struct, frozen=True):
    """`selon changes`: one difference between two tellings of a claim, with the words of both."""

    claim: str
    from_: str = field(name="from")
    to: str
    kind: str
    before: SpanText
    after: SpanText
    sentence: str
    directed: bool


class DenialsLine(Struct, frozen=True):
    """`selon denials`: one denial, the claim it is tied to, and who repeats the claim later without a word of it."""

    article: str
    start: int
    end: int
    text: str
    by: str | None
    kind: Literal["explicit", "declined", "unconfirmed", "second-hand"]
    tie: str
    attribution: str
    claim: str | None  # null: open, and `tie` says why
    label: str | None
    later: int  # articles that repeat the claim after the denial
    silent: list[UnmentionedItem]  # those of them that do not mention it


class GapsLine(Struct, frozen=True):
    """`selon gaps`: one text that is cited in the collection and not held."""

    name: str
    why: str
    claims: list[str]  # ids of the claims that rest on it
    articles: int  # that cite it
    evidence: list[PlaceItem]


class NearClaim(Struct, frozen=True):
    """A claim that a sentence carries."""

    id: str
    label: str


class NearLine(Struct, frozen=True):
    """`selon near`: one sentence near to the words asked for."""

    article: str
    start: int
    end: int
    text: str
    score: float
    words: list[tuple[int, int]]  # of the article, that were asked for
    claims: list[NearClaim]


class CompareLine(Struct, frozen=True):
    """`selon compare`: a quotation, or a part of it, set against the passage nearest to it."""

    article: str
    quote: SpanText
    passage: SpanText
    share: float  # of the quotation's words that stand in the passage, in order
    edits: list[EditItem]  # a: in the quotation, b: in the text


class StatusLine(Struct, frozen=True):
    """`selon status`: what a collection holds, and what is still to be read."""

    name: str
    files: int
    articles: int  # the newest reading of each address
    earlier: int  # readings of captures that a newer one of the same address replaces
    attributions: int
    degraded: int
    rejected: int
    unread: list[str]  # files that are new, changed or gone since the last run


class SearchLine(Struct, frozen=True):
    """`selon search`: one attribution, or the title of an article."""

    article: str
    start: int
    end: int
    text: str
    attribution: str | None  # null: it is the article's title
    claimant: str | None
    stance: str | None
    outlet: str | None
    lang: str
    day: str | None


class NameItem(Struct, frozen=True):
    """A spelling that texts use, with its first mention."""

    form: str
    count: int
    first: PlaceItem


class RoleItem(Struct, frozen=True):
    """A role that an article gives somebody."""

    role: str
    organisation: str | None
    country: str | None  # ISO 3166-1 alpha-2
    day: str | None  # first day on which the article can have been published
    article: str


class SaidItem(Struct, frozen=True):
    """One attribution to the claimant."""

    article: str
    day: str | None
    attribution: str
    source: SpanText | None
    content: list[SpanText]
    stance: Literal["asserted", "denied", "hedged", "unconfirmed", "demanded"]
    how: str  # how the claimant was found
    confidence: float  # that the claimant is right


class WhoLine(Struct, frozen=True):
    """`selon who`: one claimant in this collection."""

    id: str
    name: str
    kind: str
    names: list[NameItem]
    roles: list[RoleItem]
    articles: list[str]
    said: list[SaidItem]
    denials: list[str]  # those of the attributions above that deny, by id
    possibly: list[str]  # claimants who may be the same: one name, and nothing else that shows it


LINES: dict[str, type[Struct]] = {
    "add": AddLine,
    "blocks": BlocksLine,
    "attributions": AttributionsLine,
    "dates": DatesLine,
    "reuse": ReuseLine,
    "lineage": LineageLine,
    "claims": ClaimsLine,
    "trace": ClaimsLine,
    "changes": ChangesLine,
    "denials": DenialsLine,
    "gaps": GapsLine,
    "near": NearLine,
    "who": WhoLine,
    "compare": CompareLine,
    "explain": ExplainLine,
    "status": StatusLine,
    "search": SearchLine,
}
"""The line of each command."""
