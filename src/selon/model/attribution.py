"""One attribution relation: who is said to have said what. Source: Pareti et al. 2013, EMNLP."""

from dataclasses import dataclass
from enum import StrEnum

from selon.model.span import Span


class Stance(StrEnum):
    """How a content is told, never whether it is so."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HEDGED = "hedged"
    UNCONFIRMED = "unconfirmed"
    DEMANDED = "demanded"


class SpeechKind(StrEnum):
    """All of the content in marks (direct), none of it (indirect), or part of it (mixed)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution relation found in one article. Source: Pareti et al. 2013, EMNLP."""

    id: str  # content hash: article digest, spans of cue and content
    article_id: str
    source: Span | None  # None: the article names no one ("il aurait été dit")
    cue: Span | None  # None: a colon or the layout
    content: tuple[Span, ...]  # several where a clause interrupts; outer marks and a leading "que" stay outside
    kind: SpeechKind
    stance: Stance
    conditional: bool  # the journalist's own conditional ("aurait")
    lang: str | None = None  # ISO 639-1, of a direct quotation; None: no quotation, or it cannot be told
    parent: str | None  # the attribution whose content holds this one
    via: Span | None  # a relay: "cité par Tass", "sur Facebook"
    anaphoric: bool  # the content only points at something said before ("cette information")
    rule: str  # the rule that found it: "verb.que", "preposition.initial", "layout.blockquote"
    reasons: tuple[str, ...]  # the table rows used ("fr/cues.toml déclarer"), and what else decided
    confidence: float  # [0, 1]; 1.0 = a rule with no known counter-example
