"""The rows of the flat tables: one thing a row, one plain value a column, so that any program can hold them.

Offsets count code points of the article's text, half-open. A passage in several pieces has the ends of each in `pieces`; its words are
joined by " … ". Hashes are SHA-256 in UTF-8. Columns named in WORDS hold words of an article: an export without text leaves them empty.
"""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("title",))
    article: str
    digest: str
    text_sha256: str
    characters: int
    url: str | None
    address: str
    outlet: str | None
    title: str | None
    authors: str | None  # joined by "; "
    lang: str
    published_from: str | None
    published_to: str | None
    published_edtf: str | None
    published_source: str | None
    attributions: int
    degraded: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionRow:
    """Who is said to have said what."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("content", "source", "cue", "role", "how"))
    attribution: str
    article: str
    outlet: str | None
    published_edtf: str | None
    start: int
    end: int
    pieces: str
    content: str | None
    content_sha256: str
    source_start: int | None
    source_end: int | None
    source: str | None
    cue_start: int | None
    cue_end: int | None
    cue: str | None
    kind: str
    stance: str
    conditional: bool
    lang: str | None
    parent: str | None
    claimant: str | None
    claimant_id: str | None
    claimant_kind: str | None
    role: str | None
    organisation: str | None
    country: str | None
    how: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One statement, with its counts in this collection."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("label",))
    claim: str
    label: str | None
    label_sha256: str
    label_claimant: str | None  # who says the words of the label; null: left open, or the text itself
    claimants: str | None  # who is named behind its appearances, joined by "; "
    appearances: int
    articles: int
    texts: int
    named_origins: int
    unknown_lineage: int
    min_origins: int
    max_origins: int
    first_from: str | None
    first_to: str | None
    first_articles: str
    denials: int
    changes: int
    gaps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AppearanceRow:
    """One claim in one article."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("text",))
    claim: str
    appearance: str
    article: str
    outlet: str | None
    published_edtf: str | None
    start: int
    end: int
    pieces: str
    text: str | None
    text_sha256: str
    claimant: str | None
    claimant_id: str | None
    stance: str
    conditional: bool
    attribution: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRow:
    """Why two appearances are one claim."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("evidence",))
    claim: str
    a: str
    b: str
    kind: str
    score: float
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """Who took what from whom: `target` took from `source`; "ext:NAME" is cited and not held."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("reasons",))
    edge: str
    source: str
    target: str
    kind: str
    directed: bool
    confidence: float
    state: str
    reasons: str
    passages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """What differs between two tellings of a claim."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("from_text", "to_text", "sentence"))
    claim: str
    kind: str
    directed: bool
    from_article: str
    from_start: int
    from_end: int
    from_text: str | None
    from_sha256: str
    to_article: str
    to_start: int
    to_end: int
    to_text: str | None
    to_sha256: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialRow:
    """Somebody denies a claim, declines to confirm it, or is said to have done so."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("text",))
    claim: str | None  # None: tied to none
    article: str
    start: int
    end: int
    text: str | None
    text_sha256: str
    by: str | None
    kind: str
    tie: str
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmentionedRow:
    """An article that repeats a claim after a denial that is held, and says nothing of it."""

    WORDS: ClassVar[frozenset[str]] = frozenset()
    claim: str
    article: str
    denial_article: str
    denial_start: int
    denial_end: int
    lag_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """A named origin of a claim, and the passage that names it."""

    WORDS: ClassVar[frozenset[str]] = frozenset()
    claim: str
    name: str
    kind: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRow:
    """Why two origins of a claim are counted as one, or apart."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("why",))
    claim: str
    outcome: str
    a: str
    b: str
    why: str
    passages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """What a claim rests on that is cited and not held."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("why",))
    claim: str
    name: str
    why: str
    passages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseRow:
    """A passage that stands in two articles."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("reasons",))
    a_article: str
    a_start: int
    a_end: int
    a_sha256: str
    b_article: str
    b_start: int
    b_end: int
    b_sha256: str
    tokens: int
    edits: int
    direction: str | None
    relation: str
    reasons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRow:
    """A date in a text, as an interval of days."""

    WORDS: ClassVar[frozenset[str]] = frozenset(("text",))
    article: str
    start: int
    end: int
    text: str | None
    earliest: str | None
    latest: str | None
    edtf: str | None
    granularity: str
    rule: str
