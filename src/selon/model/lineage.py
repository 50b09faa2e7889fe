"""The graph of who took what from whom, and what it says of each claim."""

from dataclasses import dataclass

from selon.model.claim import Claim
from selon.model.passage import Passage
from selon.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs between two passages that carry one claim, with both spans."""

    from_article: str
    to_article: str  # the same one for headline against body
    kind: str  # hedge_dropped, hedge_added, attribution_dropped, claimant_changed, number_changed, date_changed, place_changed,
    # qualifier_lost, precision_changed, quotes_gained, quotes_lost, denial_dropped, wording_changed
    from_span: Span
    to_span: Span
    sentence: str  # one plain sentence; "lost" and "dropped" only along an edge with a direction, else "differs"
    directed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One link of the lineage. An article that is cited and not held is a node of its own: "ext:AFP"."""

    source: str  # article id, or "ext:NAME"
    target: str  # article id, or "ext:NAME"
    kind: str  # quotation, republication, translation, credit, link, shared, denial
    directed: bool
    evidence: tuple[Passage, ...]
    reasons: tuple[str, ...]
    confidence: float  # [0, 1]
    state: str  # suggested, confirmed, rejected
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Somebody denies a claim, declines to confirm it, or is said to have done so."""

    article_id: str
    span: Span  # source, cue and content of the denial
    by: str | None  # claimant's name, or the source as it stands; None: nobody is named
    kind: str  # explicit, declined, unconfirmed, second-hand
    attribution_id: str
    claim_id: str | None  # None: open, and `tie` says why
    tie: str  # how it is tied to the claim: "content", "anaphora: …", "open: …"
    is_of_measure: bool = False  # what was done is contested ("an arbitrary arrest"), and not that it was done

    @property
    def manner(self) -> str:
        """The kind, or "contested": an arrest is called arbitrary, and that somebody was arrested is denied by nobody."""
        return "contested" if self.is_of_measure else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmentioned:
    """An article that repeats a claim after a denial that is held, and says nothing of it."""

    article_id: str
    denial_article_id: str
    denial_span: Span
    lag_days: int  # calendar days from the last day of the denial's interval to the first of the article's


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Corroboration that a speaker only claims ("confirmed by …" in his own mouth): not shown here, counted 0."""

    article_id: str
    span: Span
    by: str | None  # the speaker who says so
    attribution_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOrigin:
    """A claimant or first-hand document at which a chain of authority ends."""

    name: str
    kind: str  # person, body, state, outlet, anonymous, group, document, outlet telling without a source
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """Why two origins are counted as one, or apart."""

    outcome: str  # merged, separate, open
    a: str
    b: str
    why: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """Between how many and how many origins stand behind a claim, in this collection."""

    articles: int
    texts: int  # distinct texts
    named: tuple[NamedOrigin, ...]
    unknown: int  # outlets that tell it without a source
    min: int  # everything merged that is not shown separate
    max: int  # everything split that is not shown linked
    proof: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An earlier utterance or text that is mentioned and not held, as `article_id` reports it."""

    article_id: str
    span: Span
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The earliest texts held in this collection, as a set: no order inside overlapping intervals."""

    earliest: str | None  # ISO 8601
    latest: str | None  # ISO 8601
    articles: tuple[str, ...]
    mentioned: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What is cited and not held, most useful first."""

    name: str  # "Sputnik News", an address, a briefing
    why: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One station of a chain of authority."""

    name: str
    kind: str  # article, agency, relay, claimant, office, document
    how: str  # quotation, credit, translation, speaks for, cites
    passage: Passage | None  # None: the article itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """From the reader's article back to the last voice that is named. Source: our definition, docs/answers.md."""

    appearance_id: str
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that the collection shows of one claim."""

    claim: Claim
    origins: Origins
    first: First
    denials: tuple[Denial, ...]
    unmentioned: tuple[Unmentioned, ...]
    corroborations: tuple[Corroboration, ...]
    changes: tuple[Change, ...]
    circles: tuple[tuple[Passage, ...], ...]  # the passages that close each circle of citations
    chains: tuple[Chain, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The whole answer: edges between texts, stories of claims, denials that are tied to none."""

    edges: tuple[Edge, ...]
    stories: tuple[Story, ...]
    open_denials: tuple[Denial, ...]
