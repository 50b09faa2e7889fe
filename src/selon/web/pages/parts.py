"""An article's text as pages that open quickly: each holds some paragraphs with their notes, and of a paragraph that is too long a stretch.

Nothing is left out. A cut stands behind a sentence where there is one near, and within no attribution, unless that is nearly a page long.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.article import Block
from selon.model.reading import Reading
from selon.model.span import Span
from selon.web.pages.claimants import whole_of

# measured in bytes of markup, for pages under 150 KB
_PART = 90_000
_NOTE = 700  # with its marks in the text
_ROW = 330
_LEAST = 20_000  # what is left of a page and not worth beginning a long paragraph on
_KEPT = _PART // 2  # characters of an attribution that no cut runs through
_NEAR = 2_000  # characters before a cut, within which a better place is looked for
_ENDS = (". ", "? ", "! ", "… ", "» ", "” ", "\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a stretch of one, without the blanks at its ends."""

    block: Block
    span: Span
    begins: bool  # does the block begin with it?
    ends: bool


def parts(reading: Reading) -> list[list[Piece]]:
    """The pieces of each page; one page at least."""
    text, wholes = reading.article.text, sorted(map(whole_of, reading.attributions))
    starts = sorted(one.content[0].start for one in reading.attributions)
    pages: list[list[Piece]] = [[]]
    left = _PART
    for block in reading.article.blocks:
        if (span := _trimmed(block, text)) is None:
            continue
        at = span.start
        while at < span.end:
            end = _reach(at, span.end, left - _ROW, starts)
            if end < span.end and pages[-1] and left < max(_LEAST, _weight(at, span.end, starts) // 2):
                end = at  # the next page holds all of it, or more
            if at < end < span.end:
                end = _cut(text, at, end, wholes)
            if end > at:
                pages[-1].append(Piece(block, Span(at, end), begins=at == span.start, ends=end == span.end))
                left -= _weight(at, end, starts) + _ROW
            at = end
            if at < span.end:
                pages.append([])
                left = _PART
    return pages


def _trimmed(block: Block, text: str) -> Span | None:
    """A block without the blanks at its ends; None: it holds nothing else."""
    words = block.span.of(text)
    start = block.span.start + len(words) - len(words.lstrip())
    end = block.span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _weight(start: int, end: int, starts: Sequence[int]) -> int:
    return end - start + _NOTE * (bisect_left(starts, end) - bisect_left(starts, start))


def _reach(at: int, end: int, room: int, starts: Sequence[int]) -> int:
    """How far of a stretch there is room for."""
    least, most = at, end
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if _weight(at, middle, starts) <= room else (least, middle - 1)
    return least


def _cut(text: str, at: int, end: int, wholes: Sequence[Span]) -> int:
    """A place to cut at or before `end`, behind `at`."""
    since = max(at + 1, end - _NEAR)
    found = max((text.rfind(mark, since, end) + len(mark) for mark in _ENDS if text.rfind(mark, since, end) > 0), default=0)
    end = min(end, found or text.rfind(" ", since, end) + 1 or end)
    while crossed := [span.start for span in wholes if at < span.start < end < span.end and len(span) < _KEPT]:
        end = min(crossed)
    return end
