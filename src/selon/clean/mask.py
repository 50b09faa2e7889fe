"""The mask: where another extractor drops what we took for the article's words, and our own evidence doubts them too, they are set aside.

Alone, neither is believed: the other extractor drops standfirsts and short paragraphs of articles, which stay. Off unless it is asked for.
Measured on the ten development pages: it changes nothing there (paragraphs F1 .983, no leak, with it and without); doubting standfirsts for
their place too cost four of them. What it is worth shows on pages whose furniture no name and no table knows.
"""

from collections.abc import Callable

from selon.clean.notices import notices
from selon.clean.segment import AFTER, Segment
from selon.clean.typed import Typed, is_sentence, word_count
from selon.model.article import BlockKind

_TELLING = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BLOCKQUOTE)
_LINKED = 0.3
_FEW_WORDS = 8


def doubted(text: str, rows: list[Typed]) -> list[Typed]:
    """The pieces taken for the article's words that something speaks against."""
    return [row for row in rows if row.kind in _TELLING and _is_doubted(text[row.segment.start : row.segment.end], row.segment)]


def masked(text: str, rows: list[Typed], keeps: Callable[[str], bool]) -> None:
    """Set aside the doubted pieces that the other extractor drops: links as related, the rest as debris."""
    for row in rows:
        if not keeps(text[row.segment.start : row.segment.end]):
            row.kind = BlockKind.RELATED if row.segment.link_share > _LINKED else BlockKind.DEBRIS


def _is_doubted(line: str, segment: Segment) -> bool:
    """Is there anything against a piece: its place, its names, its links, its words, its form?"""
    return (
        segment.zone in AFTER
        or segment.doubtful
        or segment.link_share > _LINKED
        or bool(notices().furniture_words(line))
        or (segment.hint is not BlockKind.HEADING and word_count(line) < _FEW_WORDS and not is_sentence(line))
    )
