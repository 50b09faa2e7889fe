"""What is looked up: changes, denials, gaps, near sentences, a quotation against a text, somebody."""

from typing import Literal

from msgspec import Struct, field

from selon.show.lines.claims import UnmentionedItem
from selon.show.lines.links import EditItem, PlaceItem
from selon.show.lines.texts import SpanText


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
    claims: list[str]  # ids of the claims that rest on it, of those that are listed
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
