"""One article: its canonical text, cut into typed blocks, with credits, links and metadata."""

from dataclasses import dataclass
from enum import StrEnum

from selon.model.span import Interval, Span


class BlockKind(StrEnum):
    """What a block is for. Debris and related links stay in the text, typed and set aside."""

    METADATA = "metadata"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BLOCKQUOTE = "blockquote"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    EMBED = "embed"
    DISCLAIMER = "disclaimer"
    DEBRIS = "debris"


class CreditKind(StrEnum):
    """What a credit line acknowledges. A photo credit is about a picture, never about the article."""

    SOURCE = "source"
    TRANSLATION = "translation"
    VIA = "via"
    PHOTO = "photo"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A typed stretch of the text. The blocks of an article tile its text: no gap, no overlap."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A line, or a part of one, that says where a text or a picture comes from."""

    span: Span
    kind: CreditKind
    name: str  # as it stands in the text
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link that stands in the text."""

    span: Span  # the words that carry the link
    url: str
    title: str | None = None  # the link's own title, if it has one


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One value found for one field of the metadata, with the place it was found."""

    field: str  # title, outlet, author, published, language, url
    value: str
    where: str  # "front matter: title", "meta og:site_name", "declared by the record"
    span: Span | None = None  # in `article.text`, where the value stands in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A capture that was read: clean text, metadata, blocks.

    `text` is what was read, decoded, never rewritten; for HTML it is the concatenation of the blocks.
    """

    id: str  # unique in the run, as the command line shows it
    digest: str  # sha256 of address and text, 16 hexadecimal digits: the same on any machine
    text_digest: str  # sha256 of the text alone, 16 hexadecimal digits: equal for one text at two outlets
    address: str
    url: str | None
    outlet: str | None  # None: the page does not say
    title: str | None
    authors: tuple[str, ...]
    lang: str  # ISO 639-1, of a language with a folder or of another; "und" where nothing tells it
    published: Interval | None  # None: not one hint
    text: str
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]
    links: tuple[Link, ...]
    metadata: tuple[Candidate, ...]  # every candidate, the chosen ones included
    degraded: str | None  # what was lost and why
