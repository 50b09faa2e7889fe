"""Pages of a PDF as lines with their places, and what the file says of itself. Source: ISO 32000-2; read by pypdf, here alone.

Limits are counts: pages, bytes of a page's drawing, characters (and pypdf's own, 75 MB a stream). pypdf meets broken files with many
kinds of errors; each costs its page.
"""

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from selon.errors import Malformed, Unreadable

MAX_PAGES = 500
MAX_PAGE_BYTES = 1_500_000  # of the drawing of one page, unpacked: a page of text has some 20,000
MAX_DRAWN_BYTES = 2_500_000  # of all pages: some 120 of text; pypdf reads about 1 MB in two seconds
MAX_SHOWN = 60_000  # times that text is shown, on all pages: some 100 on a page, some thousand where each word is placed; 15,000 a second
MAX_CHARS = 2_000_000

_BROKEN = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError, RecursionError, TypeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip
_SAME_LINE = 0.35  # of the size of the letters: marks set higher or lower still stand in the line
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False  # its warnings are for who makes PDFs


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some characters of a page that stand together, with the place of the first: points from the lower left corner."""

    text: str
    x: float
    y: float
    size: float
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The parts of all pages in the order of the file, what the file says of itself, and what could not be read."""

    parts: tuple[Part, ...]
    said: dict[str, str]  # Title, Author, CreationDate ...: as written there
    losses: tuple[str, ...]


def document(content: bytes, *, where: str) -> Document:
    """The pages of a PDF.

    Raises:
        Malformed: it is broken.
        Unreadable: it is locked, or holds no text.
    """
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("the PDF is locked with a password", where=where, fix="save it without one")
        many = len(reader.pages)
    except DependencyError as error:
        raise Unreadable("the PDF is locked in a way that is not read here", where=where, fix="save it without a lock") from error
    except _BROKEN as error:
        raise Malformed(f"the PDF is broken: {_words(error)}", where=where, fix="save or fetch it again") from error
    parts, losses = _parts(reader, many)
    if sum(len(part.text.strip()) for part in parts) == 0:
        what = f"the PDF holds no text: {losses[0]}" if losses else "the PDF holds no text, only pictures of its pages"
        raise Unreadable(what, where=where, fix="have its text recognised (OCR), and give that")
    return Document(parts=tuple(parts), said=_said(reader), losses=tuple(losses))


def _parts(reader: pypdf.PdfReader, many: int) -> tuple[list[Part], list[str]]:
    parts: list[Part] = []
    broken: list[int] = []
    empty: list[int] = []
    losses = [f"only the first {MAX_PAGES} of {many} pages were read"] if many > MAX_PAGES else []
    drawn = shown = chars = 0
    for number in range(min(many, MAX_PAGES)):
        try:
            page = reader.pages[number]
            size, times = _drawn(page)
            if size > MAX_PAGE_BYTES or times > MAX_SHOWN:
                raise LimitReachedError
            drawn, shown = drawn + size, shown + times
            if drawn > MAX_DRAWN_BYTES or shown > MAX_SHOWN or chars > MAX_CHARS:
                losses.append(f"what stands from page {number + 1} on is more than is read")
                break
            found = list(_parts_of_page(page, number))
        except LimitReachedError:
            losses.append(f"page {number + 1} draws more than is read")
            continue
        except (*_BROKEN, DependencyError):
            broken.append(number + 1)
            continue
        chars += sum(len(part.text) for part in found)
        parts += found
        if not any(part.text.strip() for part in found) and _has_pictures(page):
            empty.append(number + 1)
    losses += [f"page {number} cannot be read" for number in broken[:3]] + ([f"and {len(broken) - 3} more"] if broken[3:] else [])
    losses += [f"page {number} holds a picture and no text" for number in empty[:3]] + ([f"and {len(empty) - 3} more"] if empty[3:] else [])
    return parts, losses


def _drawn(page: Any) -> tuple[int, int]:
    """How much there is to draw, of the page and of the forms it calls for, one in another: bytes, and how often text is shown."""
    contents = page.get_contents()
    drawings = [contents.get_data()] if contents is not None else []
    size, times = sum(map(len, drawings)), sum(map(_times_shown, drawings))
    forms, seen = [page.get("/Resources")], set[int]()
    while forms and size <= MAX_PAGE_BYTES:
        resources: Any = getattr(forms.pop(), "get_object", dict)() or {}
        for form in (resources.get("/XObject") or {}).values():
            one = form.get_object()
            if id(one) not in seen and one.get("/Subtype") == "/Form":
                seen.add(id(one))
                drawing = one.get_data()
                size, times = size + len(drawing), times + _times_shown(drawing)
                forms.append(one.get("/Resources"))
    return size, times


def _times_shown(drawing: bytes) -> int:
    return drawing.count(b"Tj") + drawing.count(b"TJ")


def _has_pictures(page: Any) -> bool:
    try:
        forms = ((page.get("/Resources") or {}).get("/XObject") or {}).values()
        return any(form.get_object().get("/Subtype") == "/Image" for form in forms)
    except _BROKEN:
        return False


def _parts_of_page(page: Any, number: int) -> Iterator[Part]:
    """The parts of one page, a new one where the place jumps to another line."""
    drawn: list[tuple[str, float, float, float]] = []

    def take(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if text:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
            drawn.append((text, x, y, size * scale))

    page.extract_text(visitor_text=take)
    for text, x, y, size in drawn:
        for at, line in enumerate(text.split("\n")):
            if line.strip():
                yield Part(text=line, x=x, y=y - at * size * 1.2, size=size, page=number)


def _said(reader: pypdf.PdfReader) -> dict[str, str]:
    try:
        found: Any = reader.metadata or {}
        return {str(key).lstrip("/"): " ".join(str(value).split())[:2_000] for key, value in found.items() if str(value).strip()}
    except _BROKEN:
        return {}


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def same_line(one: Part, other: Part) -> bool:
    """Do two parts stand in one line?"""
    return one.page == other.page and abs(one.y - other.y) <= _SAME_LINE * max(one.size, other.size, 1.0)
