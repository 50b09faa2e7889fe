"""Where the words of the article stand on a page: the element that holds most of its paragraphs, and boxes of the same kind around it.

Each paragraph counts for the element around it, half for the next one out, a quarter for the one after. Source: the scoring is that of
Arc90's Readability (2009); the weights are its own. A page that gives each paragraph a box of its own (live pages, builders of pages) is
put together by the path of the boxes: their tags and classes. Not done yet: pages with several articles (the one with most text is taken).
"""

from collections import defaultdict
from dataclasses import dataclass

from selon.clean.marks import Marks

SHORT_CHARS = 40  # less is no sign of an article: captions, buttons
LINKED = 0.5  # share of linked characters: more is a list of links
LONG_HEADING_WORDS = 20  # a longer "heading" is a standfirst
_ENOUGH_CHARS = 250  # less, and the class names are no longer believed
_OUTWEIGHS = 4  # nor where what they hide has so many times the characters
_BETWEEN = 40  # pieces between two boxes of one article: pictures, related headlines, advertisements
_CLOSED = ".!?…"
_QUOTES = "'\"”» "


@dataclass(slots=True)
class Piece:
    """One block of a page as the walk found it."""

    start: int
    end: int
    text: str
    marks: Marks
    parents: tuple[int, ...]  # numbers of the nearest block elements around it, the nearest last
    path: tuple[str, ...]  # tags and classes of the nearest block elements around it, the nearest last
    link_share: float
    bold_share: float
    repeats_picture: bool = False  # it says what a picture's alternative text says


@dataclass(frozen=True, slots=True)
class Body:
    """Where the article's words stand, as numbers of pieces, half-open."""

    first: int  # its first paragraph
    end: int  # after its last paragraph
    close: int  # where the element that holds it ends
    told: tuple[int, ...]  # its paragraphs


@dataclass(frozen=True, slots=True)
class _Beliefs:
    """Which of the page's names are believed."""

    doubts: bool = True
    places: bool = True  # pictures, comments


def body(pieces: list[Piece], ranges: dict[int, tuple[int, int]]) -> Body:
    """Where the article stands; the whole page where nothing looks like prose.

    Args:
        pieces: in the order of the page.
        ranges: for each block element, the range of its pieces.
    """
    sure, loose = (_best(pieces, ranges, beliefs) for beliefs in (_Beliefs(), _Beliefs(doubts=False)))
    chosen = loose if _chars(pieces, loose) > _OUTWEIGHS * _chars(pieces, sure) or _chars(pieces, sure) < _ENOUGH_CHARS else sure
    if _chars(pieces, chosen) < _ENOUGH_CHARS:
        last_resort = _best(pieces, ranges, _Beliefs(doubts=False, places=False))
        chosen = last_resort if _chars(pieces, last_resort) > _OUTWEIGHS * _chars(pieces, chosen) else chosen
    if chosen is None:
        return Body(0, len(pieces), len(pieces), ())
    return _with_like_boxes(pieces, chosen, _Beliefs(doubts=chosen is sure))


def is_prose(piece: Piece, *, doubts: bool = True, places: bool = True) -> bool:
    """Does a piece look like a paragraph?

    Args:
        piece: of a page.
        doubts: class names that say furniture are believed.
        places: so are those that say picture or comment.
    """
    marks = piece.marks
    if len(piece.text) < SHORT_CHARS or piece.link_share > LINKED or marks.furniture or (places and (marks.comment or marks.picture)):
        return False
    return not (doubts and (marks.doubts or marks.related)) and not (marks.heading and len(piece.text.split()) <= LONG_HEADING_WORDS)


def _chars(pieces: list[Piece], found: Body | None) -> int:
    return sum(len(pieces[at].text) for at in found.told) if found else 0


def _best(pieces: list[Piece], ranges: dict[int, tuple[int, int]], beliefs: _Beliefs) -> Body | None:
    """The element with most prose in it; None: there is no prose."""
    told = [at for at, piece in enumerate(pieces) if is_prose(piece, doubts=beliefs.doubts, places=beliefs.places)]
    scores: dict[int, float] = defaultdict(float)
    for at in told:
        for share, number in zip((1.0, 0.5, 0.25), reversed(pieces[at].parents[:-1] or pieces[at].parents), strict=False):
            scores[number] += share * len(pieces[at].text)
    if not scores:
        return None
    best = min(scores, key=lambda number: (-scores[number], number))
    first, end = ranges.get(best, (told[0], told[-1] + 1))
    inside = tuple(at for at in told if first <= at < end)
    return Body(inside[0], _last_paragraph(pieces, inside[-1] + 1, end), end, inside) if inside else None


def _last_paragraph(pieces: list[Piece], end: int, last: int) -> int:
    """Short paragraphs that go on after the last long one, in the same element."""
    while end < last and _is_short_paragraph(pieces[end]):
        end += 1
    return end


def _is_short_paragraph(piece: Piece) -> bool:
    return piece.marks.paragraph and piece.link_share < LINKED and piece.text.rstrip(_QUOTES).endswith(tuple(_CLOSED))


def _with_like_boxes(pieces: list[Piece], found: Body, beliefs: _Beliefs) -> Body:
    """The article with the paragraphs before and after it that stand in boxes of the same kind as its own."""
    paths = {pieces[at].path for at in found.told if any("." in step for step in pieces[at].path)}
    if not paths:
        return found
    more = [at for at, piece in enumerate(pieces) if piece.path in paths and is_prose(piece, doubts=beliefs.doubts)]
    first, end = found.first, found.end
    for at in reversed([at for at in more if at < first]):
        first = at if first - at <= _BETWEEN else first
    for at in (at for at in more if at >= end):
        if at - end > _BETWEEN or any(piece.marks.heading == 1 for piece in pieces[end:at]):
            break  # another article's headline
        end = at + 1
    if (first, end) == (found.first, found.end):
        return found
    told = tuple(sorted({*found.told, *(at for at in more if first <= at < end)}))
    return Body(first, end, max(end, found.close), told)
