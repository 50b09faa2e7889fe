"""One claim: its appearances, origins, first texts, denials, chains and gaps."""

from typing import Literal

from msgspec import Struct, field

from selon.show.lines.links import ChangeItem, PlaceItem


class AppearanceItem(Struct, frozen=True):
    """One appearance of the claim: the whole stretch, with source and cue where few words stand in it, and its pieces."""

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
    label: str  # one of the appearances, verbatim
    worded: str  # the id of that appearance: who is named beside these words is named there
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
