"""What each segment is for: one typer for pages, Markdown and scraped text.

by_words.py        the tables' words speak first, and marks that cannot be wrong
by_zone.py         then, on a page, the mark-up
by_neighbours.py   or, in lines, the neighbours
"""

import re
from dataclasses import replace

from selon.clean.by_neighbours import among_lines
from selon.clean.by_words import by_words, outlets_beside_dates
from selon.clean.by_zone import on_page
from selon.clean.names import is_name
from selon.clean.parts import tweet_signature
from selon.clean.segment import Segment, Zone
from selon.clean.typed import Typed, folded
from selon.model.article import BlockKind, CreditKind

_SIGN = re.compile(r"[\s|*_(]*(?:©|\([cC]\))\s*(?=[^\W\d])")  # no year behind it
_SIGNING = (BlockKind.CREDIT, BlockKind.DEBRIS)  # debris: a name that no table knows
_REPEATING = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RELATED)
_TITLE_SPACES = 40  # more blank characters around a title, and it is not compared


def typed(text: str, segments: list[Segment], *, titles: tuple[str, ...]) -> list[Typed]:
    """The segments, each with its kind.

    Args:
        text: the canonical text.
        segments: they tile the text.
        titles: what the record or the page calls the article, if anything.
    """
    rows = [Typed(segment) for segment in segments]
    for row in rows:
        by_words(text, row)
    outlets_beside_dates(text, rows)
    if any(row.segment.zone is not Zone.LINE for row in rows):
        on_page(text, rows)
    else:
        among_lines(text, rows, titles)
    _repeats(text, rows)
    _pictured(text, rows)
    return _joined(text, rows)


def _repeats(text: str, rows: list[Typed]) -> None:
    """A line that only says the title again (an alternative text, a navigation bar) is debris."""
    said = {folded(text[row.segment.start : row.segment.end]) for row in rows if row.kind is BlockKind.TITLE}
    most = 2 * max(map(len, said), default=0) + _TITLE_SPACES
    for row in rows if said else ():
        short = row.segment.end - row.segment.start <= most
        if short and row.kind in _REPEATING and folded(text[row.segment.start : row.segment.end]) in said:
            row.kind = BlockKind.DEBRIS


def _pictured(text: str, rows: list[Typed]) -> None:
    """A sign and a name alone on a line ("© AFP") are a picture's where the article goes on below, and then at its end too."""
    last = max((at for at, row in enumerate(rows) if row.kind is BlockKind.PARAGRAPH), default=0)
    signed = [(at, row) for at, row in enumerate(rows) if row.kind in _SIGNING and _is_sign(text, row)]
    for _, row in signed if any(at < last for at, _ in signed) else ():
        row.credits = tuple(replace(credit, kind=CreditKind.PHOTO) for credit in row.credits)


def _is_sign(text: str, row: Typed) -> bool:
    """Is a line a sign and nothing but the name behind it, as far as the tables know the name?"""
    line = text[row.segment.start : row.segment.end]
    sign = _SIGN.match(line)
    name = line[sign.end() :].strip() if sign else ""
    return is_name(name) and all(folded(credit.name) == folded(name) for credit in row.credits)


def _joined(text: str, rows: list[Typed]) -> list[Typed]:
    """A signed post takes the line before its signature; pieces of one post are one block."""
    out: list[Typed] = []
    for row in rows:
        line = text[row.segment.start : row.segment.end]
        before = out[-1] if out else None
        if row.kind is BlockKind.EMBED and before is not None and _is_post(text, before, line, row):
            out[-1] = Typed(_merged(before.segment, row.segment), BlockKind.EMBED)
        else:
            out.append(row)
    return out


def _is_post(text: str, before: Typed, line: str, row: Typed) -> bool:
    signature = tweet_signature(line)
    if before.kind is BlockKind.EMBED:
        return (
            row.segment.hint is BlockKind.EMBED
            and row.segment.zone is not Zone.LINE
            and not tweet_signature(text[before.segment.start : before.segment.end])
        )
    return bool(signature and not line[: signature.start()].strip()) and before.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)


def _merged(one: Segment, other: Segment) -> Segment:
    return Segment(start=one.start, end=other.end, hint=BlockKind.EMBED, zone=other.zone)
