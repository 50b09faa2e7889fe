"""What the mark-up says of a stretch of text, before anybody has asked what the stretch is for."""

from dataclasses import dataclass
from enum import StrEnum

from selon.model.article import BlockKind


class Zone(StrEnum):
    """Where on the page a segment stands, as far as the mark-up tells."""

    LINE = "line"  # no mark-up: only the line itself and its neighbours tell
    HEAD = "head"  # from the headline to the first paragraph
    BODY = "body"  # among the article's paragraphs
    TAIL = "tail"  # after the last paragraph, in the same element
    FOOT = "foot"  # just after the article's element
    OUTSIDE = "outside"  # anywhere else


AFTER = (Zone.TAIL, Zone.FOOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text, code points, half-open. The segments of a text tile it: each one takes the blank lines after it."""

    start: int
    end: int
    hint: BlockKind | None = None  # what the mark-up says it is
    zone: Zone = Zone.LINE
    link_share: float = 0.0  # share of its characters that carry links, [0, 1]
    bold_share: float = 0.0  # share of its characters in bold, [0, 1]
    picture: bool = False  # it stands in or beside a picture
    byline: bool = False  # the mark-up says author, date or credit
    doubtful: bool = False  # names around it say furniture, as they do not of the article's other paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A link in the text: where its words stand, where it leads."""

    start: int
    end: int
    url: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value that a page gives of itself. `name` is the page's own ("og:title"), `where` says it for people."""

    name: str
    value: str
    where: str
    at: int | None = None  # where it stands in the text, if it stands among its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A text, cut up."""

    text: str
    segments: tuple[Segment, ...]
    anchors: tuple[Anchor, ...] = ()
    fields: tuple[Field, ...] = ()
    degraded: str | None = None  # what a limit took away
