"""The text of a PDF, cut into its paragraphs, and what the file says of itself.

The day on which a file was made is a field of its own ("made"), never the day of publication: a page may be printed years later.
"""

import re

from selon.clean.pdf.columns import lines
from selon.clean.pdf.document import Document, document
from selon.clean.pdf.paragraphs import Paragraph, body_size, paragraphs
from selon.clean.segment import Cut, Field, Segment
from selon.model.article import BlockKind

_LARGER = 1.12  # of the size of most letters: a heading
_TITLE = 1.3
_LONG_HEADING_CHARS = 250
_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?(?:([+-]\d{2})'?(\d{2})?'?|(Z))?")
_NO_TITLE = re.compile(
    r"(?i)\s*(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|sans titre.*|document\s?\d*|.*\.(?:docx?|odt|indd|pdf|qxp|tex|rtf))\s*"
)


def cut_pdf(content: bytes, *, where: str) -> Cut:
    """A PDF, cut into paragraphs, with what its letters' sizes say of them and what the file says of itself.

    Raises:
        Malformed: it is broken.
        Unreadable: it is locked, or holds no text.
    """
    found = document(content, where=where)
    placed, ordered = lines(found.parts)
    cut = paragraphs(placed)
    usual = body_size([line for line in placed if not line.runs])
    title = _title(cut, usual)
    out: list[str] = []
    segments: list[Segment] = []
    at = 0
    for one in cut:
        out.append(one.text + "\n\n")
        segments.append(Segment(start=at, end=at + len(out[-1]), hint=_hint(one, usual, one is title)))
        at += len(out[-1])
    pages = ", ".join(map(str, ordered[:5]))
    losses = [*found.losses, *([f"the columns of page {pages} were put in order by their places"] if ordered else [])]
    return Cut(text="".join(out), segments=tuple(segments), fields=_fields(found), degraded="; ".join(losses) or None)


def _title(cut: list[Paragraph], usual: float) -> Paragraph | None:
    """The paragraph in the largest letters of the first page, if they are large."""
    first = [one for one in cut if one.page == 0 and not one.runs and any(char.isalpha() for char in one.text)]
    largest = max(first, key=lambda one: one.size, default=None)
    is_one = largest is not None and largest.size >= _TITLE * usual and len(largest.text) <= _LONG_HEADING_CHARS
    return largest if is_one else None


def _hint(one: Paragraph, usual: float, is_title: bool) -> BlockKind | None:
    if one.runs:
        return BlockKind.DEBRIS
    if is_title:
        return BlockKind.TITLE
    return BlockKind.HEADING if one.size >= _LARGER * usual and len(one.text) <= _LONG_HEADING_CHARS else None


def _fields(found: Document) -> tuple[Field, ...]:
    said = found.said
    title, author, made = said.get("Title", ""), said.get("Author", ""), _day(said.get("CreationDate", ""))
    fields = [
        Field(name="title", value=title, where="PDF Title") if title and not _NO_TITLE.fullmatch(title) else None,
        Field(name="author", value=author, where="PDF Author") if author else None,
        Field(name="made", value=made, where="PDF CreationDate") if made else None,
    ]
    return tuple(field for field in fields if field)


def _day(written: str) -> str:
    """A PDF date in ISO 8601 (ISO 32000-2, 7.9.4); empty where it is none.

    >>> _day("D:20210503081112+02'00'"), _day("D:2021"), _day("hier")
    ('2021-05-03T08:11:12+02:00', '2021', '')
    """
    match = _DATE.match(written)
    if not match:
        return ""
    year, month, day, hour, minute, second, ahead, more, utc = match.groups()
    date = "-".join(part for part in (year, month, day if month else None) if part)
    if not day or not hour:
        return date
    offset = "+00:00" if utc else f"{ahead}:{more or '00'}" if ahead else ""
    return f"{date}T{hour}:{minute}:{second or '00'}{offset}"
