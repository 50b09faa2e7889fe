"""What a collection holds, and what a search in it finds."""

from dataclasses import dataclass

SETTINGS = "selon.toml"  # what a collection says of itself
CAPTURES = "captures"  # its folder of evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a collection holds."""

    files: int
    readings: int
    current: int  # of those, the newest of each address
    attributions: int
    rejected: int
    degraded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One passage that a search finds: an attribution, or the title of an article."""

    article: str
    attribution: str | None  # None: it is the article's title
    outlet: str | None
    lang: str
    day: str | None  # YYYY-MM-DD, of publication
    claimant: str | None
    stance: str | None
    start: int  # code points
    end: int
    words: str  # that stand there
