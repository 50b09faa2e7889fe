"""A person's recorded decision: what it is about, what it says, what it does.

A ruling is keyed to the words that stand in a text, never to an id that other rules would change: a `Place` is a text's own hash and
quotes out of it. Rulings are only ever added; one is taken back by another, its inverse.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from selon.model.lineage import Edge


class Gesture(StrEnum):
    """What a person does."""

    ACCEPT = "accept"  # an attribution, a link, an edge, a denial: it is as Selon suggests
    REJECT = "reject"  # the same: it is not; what is rejected never joins again
    MERGE = "merge"  # two claimants, or the claims of two appearances, are one; the first one's name stays
    SPLIT = "split"  # the named attributions, or appearances, are of another claimant, or claim, than the others
    RENAME = "rename"  # a claimant, in all articles
    SPEAKER = "speaker"  # one attribution has another claimant
    RESPAN = "respan"  # an attribution has other characters
    NOT_ARTICLE = "not-article"  # a passage, or a whole page, is no part of an article
    ADD = "add"  # an attribution, an edge or a denial that was missed
    SET = "set"  # a field of an article, the stance of an attribution, the kind of an edge
    TIE = "tie"  # a denial is about another claim, or about none
    UNDO = "undo"  # an earlier ruling is taken back


class Thing(StrEnum):
    """What a ruling is about."""

    ARTICLE = "article"  # a whole one, or a passage of it
    ATTRIBUTION = "attribution"
    CLAIMANT = "claimant"  # found by attributions to it
    LINK = "link"  # between appearances: they are one claim, or one denies the other
    EDGE = "edge"  # between articles
    DENIAL = "denial"  # an attribution that denies
    RULING = "ruling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words that stand in a text. Source: W3C Web Annotation, TextQuoteSelector, with a number in place of its context."""

    words: str  # the exact characters
    nth: int = 0  # how often they stand before this place
    of: int = 1  # how often they stand in the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article, words of one, or a node outside the collection."""

    address: str  # of the article; its second key, where its text has changed or two articles have one text
    text: str  # the text's own hash, 16 hexadecimal digits; empty: a node outside
    quotes: tuple[Quoted, ...] = ()  # the content of an attribution, the spans of an appearance; none: the whole article
    cue: Quoted | None = None  # of an attribution: the words that attribute it
    outside: str | None = None  # "ext:AFP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a ruling is about, in words that stand in texts."""

    thing: Thing
    places: tuple[Place, ...] = ()  # the attribution, the claimant's attributions, the appearance, the edge's source
    others: tuple[Place, ...] = ()  # what it is linked to or told apart from: appearances, attributions, the edge's target
    kind: str | None = None  # of an edge, or of a link: same, denial
    ruling: str | None = None  # the id of the ruling that is taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a ruling says, where it says more than yes or no. What is None stays as it was."""

    field: str | None = None  # of `set`: published, outlet, authors, lang, title, stance, kind
    to: str | None = None  # what it is set to; a date YYYY, YYYY-MM, YYYY-MM-DD or from/to; authors apart by ";"; empty: not known
    name: str | None = None  # of a claimant
    kind: str | None = None  # of a claimant: person, body, state, outlet, anonymous, group, document; of an edge that is added
    role: str | None = None
    organisation: str | None = None  # that the claimant speaks for
    country: str | None = None  # ISO 3166-1 alpha-2
    source: Quoted | None = None  # of an attribution that is added or changed
    cue: Quoted | None = None
    content: tuple[Quoted, ...] = ()
    stance: str | None = None  # of an attribution that is added
    directed: bool = True  # of an edge that is added


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One decision of one person. `rulings.jsonl` holds one on each line."""

    id: str  # content hash of all that follows
    who: str
    when: str  # ISO 8601, UTC
    why: str
    gesture: Gesture
    target: Target
    value: Value = field(default_factory=Value)
    inverse_of: str | None = None  # the ruling that this one takes back


class State(StrEnum):
    """What became of a ruling in the collection as it stands."""

    APPLIED = "applied"
    MOVED = "moved"  # applied to a newer text of the same page, or to a passage that is read a little otherwise now; the reason says which
    WAITING = "waiting"  # a second person is asked for
    OPEN = "open"  # it fits nothing any more: a person looks at it
    OVERRULED = "overruled"  # a later one of the same thing says otherwise
    UNDONE = "undone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What became of one ruling, and why."""

    ruling_id: str
    state: State
    reason: str = ""  # empty where it is applied as it was made


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A ruling with what became of it."""

    ruling: Ruling
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What all rulings say to the stages that join articles, in the ids of this run."""

    together: tuple[tuple[str, str], ...] = ()  # appearances that are one claim
    apart: tuple[tuple[str, str], ...] = ()  # appearances that are not one claim, smaller id first
    confirmed: tuple[tuple[str, str], ...] = ()  # of `together`: as many persons say so as are asked for; smaller id first
    unlinked: tuple[tuple[str, str], ...] = ()  # appearances of which neither denies the other, smaller id first
    ties: tuple[tuple[str, str | None], ...] = ()  # attribution that denies -> an appearance of the claim it denies; None: it is open
    strangers: tuple[tuple[str, str], ...] = ()  # claimants that a person told apart, smaller id first
    edges: tuple[Edge, ...] = ()  # that a person added
    no_edges: tuple[tuple[str, str, str], ...] = ()  # source, target, kind
    sure_edges: tuple[tuple[str, str, str], ...] = ()  # the same, confirmed


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What people have said of one answer: which of its records they confirmed, and what became of each ruling."""

    attributions: tuple[str, ...] = ()  # ids of those a person confirmed, added or changed, sorted
    denials: tuple[str, ...] = ()  # the same of denials, by the id of their attribution
    fits: tuple[Fit, ...] = ()  # one for each ruling, in the order of the file
    left_out: tuple[str, ...] = ()  # ids of articles that are none


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a claim counts, in this collection."""

    articles: int
    texts: int
    least: int  # origins
    most: int  # origins
    denials: int
    named: tuple[str, ...]  # origins, by name


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEffect:
    """One claim before and after a ruling. A claim that splits is one before two."""

    before_id: str | None  # None: there was none
    after_id: str | None  # None: there is none any more
    label: str  # verbatim
    before: Counted | None
    after: Counted | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a ruling changes."""

    ruling: Ruling
    fit: Fit
    claims: tuple[ClaimEffect, ...]  # those that change
    articles: tuple[str, ...]  # ids of those whose own records change
    edges_gone: tuple[tuple[str, str, str], ...]  # source, target, kind
    edges_new: tuple[tuple[str, str, str], ...]
    denials: tuple[tuple[str, str | None, str | None], ...]  # attribution id, the claim it was tied to, the claim it is tied to
    unfit: tuple[str, ...]  # ids of other rulings that fit nothing any more
