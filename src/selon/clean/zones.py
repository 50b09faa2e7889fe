"""Where the article stands on a page: the element that holds most of its paragraphs, and the stretch from the headline to it.

Each paragraph counts for the element around it, half for the next one out, a quarter for the one after. Source: the scoring is that of
Arc90's Readability (2009); the weights are its own. Not done yet: pages with several articles (the one with most text is taken).
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from selon.clean.marks import Marks
from selon.clean.segment import Segment, Zone
from selon.languages.fold import fold
from selon.model.article import BlockKind

_SHORT_CHARS = 40  # less is no sign of an article: captions, buttons
_LINKED = 0.5  # share of linked characters: more is a list of links
_ENOUGH_CHARS = 250  # less, and the class names are no longer believed
_FOOT_PIECES = 12  # after the last paragraph, credits stand within so many blocks (measured: 7 at most on the development pages)
_HEAD_PIECES = 60  # between the headline and the first paragraph
_LONG_HEADING_WORDS = 20  # a longer "heading" is a standfirst
_CLOSED = re.compile(r"[.!?…]['\"”»\s]*$")
_SENTENCE = re.compile(r"[.!?…]['\"”»]?\s+\S|[.!…]['\"”»]?$")


@dataclass(slots=True)
class Piece:
    """One block of a page as the walk found it."""

    start: int
    end: int
    text: str
    marks: Marks
    parents: tuple[int, ...]  # numbers of the nearest block elements around it, the nearest last
    link_share: float
    bold_share: float
    repeats_picture: bool = False  # it says what a picture's alternative text says


def zoned(pieces: list[Piece], ranges: dict[int, tuple[int, int]], titles: list[str]) -> tuple[Segment, ...]:
    """The segments of a page, each with the zone it stands in.

    Args:
        pieces: in the order of the page.
        ranges: for each block element, the range of its pieces.
        titles: what the page's head calls the article, if anything.
    """
    first, end, told = _body(pieces, ranges)
    headline = _headline(pieces, first, titles)
    doubts = min((pieces[at].marks.doubts for at in told), default=0)  # names around the whole article say nothing of its parts
    zones = [_zone(at, piece, headline, first, end, doubts) for at, piece in enumerate(pieces)]
    usual = _usual_hint(pieces, told)
    return tuple(
        Segment(
            start=piece.start,
            end=piece.end,
            hint=BlockKind.TITLE if at == headline else _hint(piece, zones[at], usual),
            zone=zones[at],
            link_share=piece.link_share,
            bold_share=piece.bold_share,
            picture=piece.marks.picture or (piece.marks.hint is BlockKind.CREDIT and zones[at] is not Zone.OUTSIDE),
            byline=piece.marks.byline,
        )
        for at, piece in enumerate(pieces)
    )


def _body(pieces: list[Piece], ranges: dict[int, tuple[int, int]]) -> tuple[int, int, list[int]]:
    """The range of the pieces of the element that holds the article, from its first paragraph to its last, and its paragraphs."""
    for believed in (True, False):
        scores: dict[int, float] = defaultdict(float)
        told = [at for at, piece in enumerate(pieces) if _is_prose(piece, believed)]
        for at in told:
            for share, number in zip((1.0, 0.5, 0.25), reversed(pieces[at].parents[:-1] or pieces[at].parents), strict=False):
                scores[number] += share * len(pieces[at].text)
        if scores and sum(len(pieces[at].text) for at in told) >= (_ENOUGH_CHARS if believed else 0):
            best = min(scores, key=lambda number: (-scores[number], number))
            first, end = ranges.get(best, (told[0], told[-1] + 1))
            inside = [at for at in told if first <= at < end]
            if inside:
                return inside[0], _last_paragraph(pieces, inside[-1] + 1, end), inside
    return 0, len(pieces), []


def _last_paragraph(pieces: list[Piece], end: int, last: int) -> int:
    """Short paragraphs that go on after the last long one, in the same element."""
    while end < last and pieces[end].marks.paragraph and pieces[end].link_share < _LINKED and _CLOSED.search(pieces[end].text):
        end += 1
    return end


def _usual_hint(pieces: list[Piece], told: list[int]) -> BlockKind | None:
    """What most of the article's paragraphs are said to be: a name around all of them, which says nothing."""
    counts = Counter(pieces[at].marks.hint for at in told)
    hint, many = counts.most_common(1)[0] if counts else (None, 0)
    return hint if 2 * many > len(told) else None


def _is_prose(piece: Piece, believed: bool) -> bool:
    marks = piece.marks
    if len(piece.text) < _SHORT_CHARS or piece.link_share > _LINKED or marks.furniture or marks.comment or marks.picture:
        return False
    return not (believed and (marks.doubts or marks.related)) and not (marks.heading and len(piece.text.split()) <= _LONG_HEADING_WORDS)


def _headline(pieces: list[Piece], first: int, titles: list[str]) -> int:
    """The headline's piece: a heading before the article that the page's head repeats, else its last h1; -1 for none."""
    heads = [at for at in range(min(len(pieces), first + 1)) if pieces[at].marks.heading in (1, 2) and not pieces[at].marks.related]
    wanted = [_folded(title) for title in titles]
    for at in heads:
        said = _folded(pieces[at].text)
        if any(len(said) > 12 and (said in title or title in said) for title in wanted):
            return at
    ones = [at for at in heads if pieces[at].marks.heading == 1 and not pieces[at].marks.furniture]
    return ones[-1] if ones else -1


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _zone(at: int, piece: Piece, headline: int, first: int, end: int, doubts: int) -> Zone:
    marks, dubious = piece.marks, piece.marks.doubts > doubts
    if at == headline:
        return Zone.HEAD
    apart = marks.furniture or marks.comment or marks.related
    if first <= at < end:
        return Zone.OUTSIDE if apart or (dubious and not marks.paragraph) else Zone.BODY
    if apart or (dubious and not marks.byline):
        return Zone.OUTSIDE
    if 0 <= headline < at < first and first - headline <= _HEAD_PIECES:
        return Zone.HEAD
    return Zone.FOOT if end <= at < end + _FOOT_PIECES else Zone.OUTSIDE


def _hint(piece: Piece, zone: Zone, usual: BlockKind | None) -> BlockKind | None:
    marks = piece.marks
    if marks.related:
        return BlockKind.RELATED
    if marks.comment:
        return BlockKind.DEBRIS
    if marks.heading and zone in (Zone.BODY, Zone.HEAD, Zone.FOOT):
        long = len(piece.text.split()) > _LONG_HEADING_WORDS or (len(piece.text.split()) > 5 and _SENTENCE.search(piece.text))
        return BlockKind.PARAGRAPH if long else BlockKind.HEADING
    return BlockKind.CAPTION if piece.repeats_picture else None if marks.hint is usual else marks.hint
