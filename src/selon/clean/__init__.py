"""Stage 2, capture -> article: canonical text, typed blocks that tile it, credits, links, metadata with where each value stood.

decode.py     bytes to text
html.py       a page, cut into blocks by one walk over its tree        marks.py: what tags and class names say
                                                                       walk.py: what the walk has gathered
                                                                       fields.py: what it says of itself
                                                                       zones.py, body.py, headline.py: where the article stands
markdown.py   Markdown, cut into lines, with its front matter          lines.py: lines, and lines that go on
                                                                       tags.py: HTML inside Markdown
                                                                       shortcodes.py: quotations between shortcodes
text.py       scraped text, cut into lines
pdf/          a PDF, cut into paragraphs
segment.py    what a cut holds
parts.py      lines that hold two or three blocks are parted            program.py: scripts that a scraper kept
kinds.py      what each segment is for: one typer for all three        notices.py, credit_words.py: the language tables,
                                                                       compiled; tables.py: their rows
                                                                       openings.py: forms, by the first word of a line
  by_words.py by_zone.py by_neighbours.py                              typed.py: a segment with its kind
                                                                       comments.py: where readers begin to write
mask.py       what another extractor drops and we doubt, if asked for   with_trafilatura.py: that extractor
credits.py    who is said to have written, sent, translated, pictured   names.py: what may be a name
  authors.py agencies.py signed.py   after "par", in a row of agencies, at the foot
header.py     the line at a headline: who published, and when           stamps.py: its tables, compiled
metadata.py   title, outlet, authors, dates, language, address          candidates.py: all that is said of them
                                                                       linked_data.py: of JSON-LD    days.py: dates as written
"""

import hashlib
from importlib import import_module
from urllib.parse import urljoin

from selon.clean.credits import dateline
from selon.clean.decode import decode
from selon.clean.html import cut_html
from selon.clean.kinds import typed
from selon.clean.markdown import cut_markdown
from selon.clean.mask import doubted, masked
from selon.clean.metadata import declared, metadata
from selon.clean.parts import parted
from selon.clean.segment import Cut
from selon.clean.text import cut_text
from selon.clean.typed import Typed
from selon.errors import Empty
from selon.model.article import Article, Block, BlockKind, Credit, Link
from selon.model.capture import Capture
from selon.model.span import Span

_LINKING = frozenset(
    (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.HEADING, BlockKind.TITLE, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.EMBED)
)
_CREDITING = (BlockKind.CREDIT, BlockKind.METADATA)
_SCHEMES = ("http://", "https://")


def article(capture: Capture, *, mask: bool = False) -> Article:
    """The article that a capture holds.

    Args:
        capture: one source.
        mask: trafilatura is asked about what we doubt of a page.

    Raises:
        Empty: it holds no text.
        Unreadable: its bytes are no text.
        UsageError: the mask is asked for, and trafilatura is not installed.
    """
    try:
        cut, lost = _cut(capture)
        if not cut.text.strip():
            raise Empty("there is no text in it", where=capture.address, fix="give the text of the article")
    except Empty as error:
        if capture.degraded is None:
            raise
        raise Empty(f"{error.what}: {capture.degraded}", where=error.where, fix="fetch it again, or give its text") from error
    head = declared(capture, cut)
    titles = tuple(dict.fromkeys(candidate.value for candidate in head if candidate.field == "title"))
    rows = typed(cut.text, list(parted(cut.text, cut.segments)), titles=titles)
    if mask and capture.media_type == "text/html":
        _mask(capture, cut, rows)
    said = metadata(capture, cut, rows, head)
    return Article(
        id=capture.id,
        digest=_hash(f"{capture.address}\0{cut.text}"),
        text_digest=_hash(cut.text),
        address=capture.address,
        url=said.url or (capture.address if capture.address.startswith(_SCHEMES) else None),
        outlet=said.outlet,
        title=said.title,
        authors=said.authors,
        lang=said.lang,
        published=said.published,
        text=cut.text,
        blocks=_blocks(rows),
        credits=tuple(_credits(cut.text, rows, said.outlet)),
        links=tuple(_links(cut, rows, said.url or capture.address)),
        metadata=said.candidates,
        degraded="; ".join(reason for reason in (capture.degraded, lost, cut.degraded) if reason) or None,
    )


def _cut(capture: Capture) -> tuple[Cut, str | None]:
    """The text of a capture, cut up, and what its decoding lost."""
    if capture.media_type == "application/pdf":
        return import_module("selon.clean.pdf").cut_pdf(capture.content, where=capture.address), None  # loaded for PDFs alone
    is_html = capture.media_type == "text/html"
    text, lost = decode(capture.content, declared=capture.charset, markup=is_html, where=capture.address)
    if is_html:
        return cut_html(text, where=capture.address), lost
    return (cut_markdown(text) if capture.media_type == "text/markdown" else cut_text(text)), lost


def _mask(capture: Capture, cut: Cut, rows: list[Typed]) -> None:
    """Set aside what we doubt and trafilatura drops; it is asked only where something is doubted."""
    mask = import_module("selon.clean.with_trafilatura")  # loaded where it is asked for alone
    if some := doubted(cut.text, rows):
        page, _ = decode(capture.content, declared=capture.charset, markup=True, where=capture.address)
        if keeps := mask.kept_words(page, where=capture.address):
            masked(cut.text, some, keeps)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _blocks(rows: list[Typed]) -> tuple[Block, ...]:
    return tuple(Block(span=Span(row.segment.start, row.segment.end), kind=row.kind or BlockKind.DEBRIS) for row in rows)


def _credits(text: str, rows: list[Typed], outlet: str | None) -> list[Credit]:
    """The credits in text order; a name said again in the very next line is the same credit.

    A translation without a translator is by the outlet that publishes it; where that is not known either, nobody is credited.
    """
    found: list[Credit] = []
    last_row = -2
    for at, row in enumerate(rows):
        line = text[row.segment.start : row.segment.end]
        said = row.credits if row.kind in _CREDITING else dateline(line) if row.kind is BlockKind.PARAGRAPH else ()
        for credit in said:
            span = Span(row.segment.start + credit.start, row.segment.start + credit.end)
            name = credit.name or outlet
            if not name or (last_row == at - 1 and found and (found[-1].kind, found[-1].name) == (credit.kind, name)):
                continue
            found.append(Credit(span=span, kind=credit.kind, name=name))
        last_row = at if said else last_row
    return found


def _absolute(url: str, base: str) -> str:
    try:
        return urljoin(base, url.strip()) if base.startswith(_SCHEMES) else url.strip()
    except ValueError:  # no address at all: "http://[x"
        return ""


def _links(cut: Cut, rows: list[Typed], base: str) -> list[Link]:
    """The links that stand in the article itself, in text order; relative ones are read from the page's own address."""
    found: list[Link] = []
    at = 0
    for anchor in cut.anchors:
        while at + 1 < len(rows) and rows[at].segment.end <= anchor.start:
            at += 1
        inside = rows[at].segment.start <= anchor.start and anchor.end <= rows[at].segment.end
        url = _absolute(anchor.url, base) if inside and rows[at].kind in _LINKING and anchor.start < anchor.end else ""
        if url.startswith(_SCHEMES):
            found.append(Link(span=Span(anchor.start, anchor.end), url=url, title=anchor.title))
    return found


__all__ = ["article"]
