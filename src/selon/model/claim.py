"""One statement in all the texts that carry it."""

from dataclasses import dataclass

from selon.model.attribution import Stance
from selon.model.span import Interval, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """One claim in one article: an attributed content, or a sentence or clause of the narrator's own."""

    id: str  # content hash: article digest and spans
    article_id: str
    spans: tuple[Span, ...]
    attribution_id: str | None  # None: told without a source
    claimant: str | None  # the claimant's name; None: nobody is named, or it is not resolved
    claimant_id: str | None
    stance: Stance
    conditional: bool
    when: Interval | None  # when the article was published
    clause: Span | None = None  # with source and cue, where its words are few and no clause; None: they stand for themselves


def worded_order(one: Appearance) -> tuple[str, int, str]:
    """What picks the appearance whose words a label is: earliest known date, then the longest that is attributed, then the smallest id."""
    length = sum(len(span) for span in one.spans) if one.attribution_id else 0
    return (one.when.earliest if one.when else None) or "9999", -length, one.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLink:
    """Why two appearances are one claim, or the denial of one."""

    a: str  # appearance id
    b: str  # appearance id, greater than `a`
    kind: str  # same, variant (other numbers for the same thing), denial
    score: float  # [0, 1]
    evidence: tuple[str, ...]  # "number 600", "name Idlib = Idleb", "shared passage of 24 words"
    state: str = "suggested"  # or confirmed, by a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """An appearance that gives another number, date or place for the same thing."""

    appearance_id: str
    what: str  # "number: 20 | dizaines"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A function of the set of links, never of the order of arrival."""

    id: str  # the smallest appearance id
    label: str  # one of its appearances, verbatim
    appearances: tuple[Appearance, ...]
    links: tuple[ClaimLink, ...]
    variants: tuple[Variant, ...]

    @property
    def worded(self) -> Appearance:
        """The appearance whose words the label is: who is named beside these words is named there, and nobody else."""
        return min(self.appearances, key=worded_order)
