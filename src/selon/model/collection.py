"""What a collection holds, and what a search in it finds."""

from dataclasses import dataclass

SETTINGS = "selon.toml"  # what a collection says of itself
CAPTURES = "captures"  # its folder of evidence
DATABASE = "selon.db"  # what was read of it
RESULT = "result.json"  # in the folder of a run over files, when it has ended: the parts that make its result


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a collection holds."""

    files: int
    readings: int
    current: int  # of those, the newest of each address
    attributions: int  # of the newest of each address, as all that follows from them
    rejected: int
    degraded: int  # of the newest of each address


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search finds: an attribution, the title of an article, or a claim by its label."""

    article: str
    attribution: str | None  # None: it is the article's title
    outlet: str | None
    lang: str
    day: str | None  # YYYY-MM-DD, of publication
    claimant: str | None
    stance: str | None
    start: int  # code points
    end: int
    words: str  # that stand there; of an article, its title
    claim: str | None = None  # of a claim: its id; outlet, lang, claimant and stance are then those of all its appearances, apart by "; "
    key: int = 0  # of its place in the list: the next page begins behind it
