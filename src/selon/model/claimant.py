"""Who stands behind an attribution, and how that is known."""

from dataclasses import dataclass
from enum import StrEnum

from selon.model.span import Span


class ClaimantKind(StrEnum):
    """What kind of somebody speaks."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"
    OUTLET = "outlet"
    ANONYMOUS = "anonymous"
    GROUP = "group"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """A person or body, as one article (or, after `across`, the whole collection) knows it."""

    id: str  # content hash of kind and folded name; anonymous sources: of article and description too
    name: str  # bare: "Igor Konashenkov"; role and body stand apart
    kind: ClaimantKind
    role: str | None  # "porte-parole du ministère russe de la Défense"
    organisation: str | None  # the body that its role names, or that it stands for: "ministère russe de la Défense", "Kremlin"
    country: str | None  # ISO 3166-1 alpha-2, where the text tells it
    aliases: tuple[str, ...]  # every spelling met, in order of first use
    spans: tuple[tuple[str, Span], ...]  # (article id, span) of the mentions it rests on, in that article
    acts: bool = False  # for that body: its spokesperson or head does; a member, a former head, a guest does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The claimant found for one attribution. `claimant` None: unresolved, and `how` says why."""

    attribution_id: str
    claimant: Claimant | None
    how: str  # "named in the source", "role met before: …", "pronoun: nearest subject that agrees", "unresolved: «il»"
    evidence: tuple[Span, ...]  # the mentions it rests on
    candidates: tuple[tuple[str, float], ...]  # (name, score in [0, 1]), best first
    confidence: float  # [0, 1]
