"""The kind of what no word tells, on a page: from its zone, its mark-up, the share of links and bold letters."""

from selon.clean.segment import AFTER, Segment, Zone
from selon.clean.typed import HEADING_WORDS, SLUG, STARRED, Typed, is_sentence, word_count
from selon.model.article import BlockKind, CreditKind

_LINKED = 0.5


def on_page(text: str, rows: list[Typed]) -> None:
    """Give every segment of a page its kind; credits and titles of other articles lose theirs."""
    over = False
    for row in rows:
        segment, line = row.segment, text[row.segment.start : row.segment.end]
        if segment.zone in AFTER and (row.ends or (row.kind is BlockKind.RELATED and segment.zone is Zone.FOOT)):
            over = True
        if row.kind is None or (row.kind is BlockKind.BLOCKQUOTE and segment.zone is Zone.OUTSIDE):
            row.kind = _of_zone(line, segment, over)
        if row.kind is BlockKind.CREDIT and (segment.zone is Zone.OUTSIDE or over):
            photo = segment.picture and not over and all(credit.kind is CreditKind.PHOTO for credit in row.credits)
            row.kind, row.credits = (BlockKind.CREDIT, row.credits) if photo else (BlockKind.DEBRIS, ())
        if row.kind is BlockKind.TITLE and segment.zone is Zone.OUTSIDE:
            row.kind = BlockKind.RELATED


def _of_zone(line: str, segment: Segment, over: bool) -> BlockKind:
    linked = segment.link_share > _LINKED
    if segment.zone is Zone.OUTSIDE or over:
        return BlockKind.RELATED if linked and word_count(line) >= 5 else BlockKind.DEBRIS
    if segment.hint in (BlockKind.HEADING, BlockKind.PARAGRAPH) and segment.zone not in AFTER:
        return BlockKind.RELATED if linked and word_count(line) >= 4 else segment.hint
    if linked and segment.link_share > 0.8 and word_count(line) >= 4:
        return BlockKind.RELATED
    if segment.zone is Zone.BODY:
        bold = segment.bold_share > 0.95 and word_count(line) <= HEADING_WORDS and not is_sentence(line)
        return BlockKind.DISCLAIMER if STARRED.match(line) and word_count(line) < 60 else BlockKind.HEADING if bold else BlockKind.PARAGRAPH
    if SLUG.match(line) and segment.zone is Zone.TAIL:
        return BlockKind.CREDIT
    if STARRED.match(line) and segment.zone in AFTER:
        return BlockKind.DISCLAIMER
    told = word_count(line) >= 8 and (is_sentence(line) or word_count(line) >= 15) and segment.zone is Zone.HEAD
    return BlockKind.PARAGRAPH if told else BlockKind.DEBRIS
