"""The zone of each piece of a page: from the headline to the first paragraph, among the paragraphs, after them, or outside."""

import re
from collections import Counter

from selon.clean.body import LONG_HEADING_WORDS, Body, Piece, body, is_prose
from selon.clean.header import header
from selon.clean.headline import headline
from selon.clean.notices import notices
from selon.clean.segment import Segment, Zone
from selon.model.article import BlockKind

_FOOT_PIECES = 12  # after the last paragraph, credits stand within so many blocks (measured: 7 at most on the development pages)
_ENOUGH_CHARS = 250  # of an article, before its readers speak
_ABOVE_PIECES = 3  # a date stands so near above a headline
_HEAD_PIECES = 60  # between the headline and the first paragraph
_FEW = 0.25  # of the article's characters: what stands under names of furniture and is less is believed to be furniture
_MANY = 0.5  # and what is more says nothing, whatever it is named
_SENTENCE = re.compile(r"[.!?…]['\"”»]?\s+\S|[.!…]['\"”»]?$")


def zoned(pieces: list[Piece], ranges: dict[int, tuple[int, int]], titles: list[str]) -> tuple[Segment, ...]:
    """The segments of a page, each with the zone it stands in.

    Args:
        pieces: in the order of the page.
        ranges: for each block element, the range of its pieces.
        titles: what the page's head calls the article, if anything.
    """
    _part_comments(pieces)
    found = body(pieces, ranges)
    top = headline(pieces, found, titles)
    first = top + 1 if found.first <= top else found.first
    doubts = min((pieces[at].marks.doubts for at in found.told), default=0)  # names around the whole article say nothing of its parts
    few = _share(pieces, found, [at for at in found.told if pieces[at].marks.doubts > doubts]) < _FEW
    signed = _share(pieces, found, [at for at in found.told if pieces[at].marks.byline]) > _MANY
    usual = _usual_hint(pieces, found)
    zones = [_zone(at, piece, top, first, found, (doubts, few)) for at, piece in enumerate(pieces)]
    for at in range(max(0, top - _ABOVE_PIECES), max(0, top)):
        if zones[at] is Zone.OUTSIDE and not pieces[at].marks.furniture and _dated_beside(pieces[at], pieces[top]):
            zones[at] = Zone.HEAD
    return tuple(
        Segment(
            start=piece.start,
            end=piece.end,
            hint=BlockKind.TITLE if at == top else _hint(piece, zones[at], usual),
            zone=zones[at],
            link_share=piece.link_share,
            bold_share=piece.bold_share,
            picture=piece.marks.picture or (piece.marks.hint is BlockKind.CREDIT and zones[at] is not Zone.OUTSIDE),
            byline=piece.marks.byline and not (signed and zones[at] is Zone.BODY),
            doubtful=piece.marks.doubts > doubts,
        )
        for at, piece in enumerate(pieces)
    )


def _part_comments(pieces: list[Piece]) -> None:
    """What follows a heading like "12 commentaires", under a headline and enough of an article, is readers' words."""
    headed, told = False, 0
    for at, piece in enumerate(pieces):
        marks = piece.marks
        if headed and told >= _ENOUGH_CHARS and marks.heading and notices().opens_comments(piece.text):
            for later in pieces[at:]:
                later.marks = later.marks._replace(comment=True)
            return
        headed = headed or marks.heading in (1, 2)
        told += len(piece.text) if headed and is_prose(piece) else 0


def _dated_beside(piece: Piece, top: Piece) -> bool:
    """Does a piece in the headline's own box say when the article was published?"""
    return bool(set(piece.parents[-2:]) & set(top.parents[-2:])) and header(piece.text) is not None


def _share(pieces: list[Piece], found: Body, some: list[int]) -> float:
    return sum(len(pieces[at].text) for at in some) / max(1, sum(len(pieces[at].text) for at in found.told))


def _usual_hint(pieces: list[Piece], found: Body) -> BlockKind | None:
    """What most of the article's paragraphs are said to be: a name around all of them, which says nothing."""
    counts = Counter(pieces[at].marks.hint for at in found.told)
    hint, many = counts.most_common(1)[0] if counts else (None, 0)
    return hint if 2 * many > len(found.told) else None


def _zone(at: int, piece: Piece, top: int, first: int, found: Body, doubt: tuple[int, bool]) -> Zone:
    marks, dubious = piece.marks, piece.marks.doubts > doubt[0]
    if at == top:
        return Zone.HEAD
    apart = marks.furniture or marks.comment or marks.related
    if first <= at < found.end:
        return Zone.OUTSIDE if apart or (dubious and (doubt[1] or not marks.paragraph)) else Zone.BODY
    if apart or (dubious and not marks.byline):
        return Zone.OUTSIDE
    if 0 <= top < at < first and first - top <= _HEAD_PIECES:
        return Zone.HEAD
    if found.end <= at < found.end + _FOOT_PIECES:
        return Zone.TAIL if at < found.close else Zone.FOOT
    return Zone.OUTSIDE


def _hint(piece: Piece, zone: Zone, usual: BlockKind | None) -> BlockKind | None:
    marks = piece.marks
    if marks.related:
        return BlockKind.RELATED
    if marks.comment:
        return BlockKind.DEBRIS
    if marks.heading and zone is not Zone.OUTSIDE:
        long = len(piece.text.split()) > LONG_HEADING_WORDS or (len(piece.text.split()) > 5 and _SENTENCE.search(piece.text))
        return BlockKind.PARAGRAPH if long else BlockKind.HEADING
    return BlockKind.CAPTION if piece.repeats_picture else None if marks.hint is usual else marks.hint
