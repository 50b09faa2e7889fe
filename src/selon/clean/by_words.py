"""The kind that the words of a line, or marks that cannot be wrong, give it: notices, headers, credits, copyrights, dates alone."""

import re

from selon.clean.credits import Found, is_about_picture, line_credits
from selon.clean.header import Header, Said, goes_on, header, is_outlet
from selon.clean.names import trim
from selon.clean.notices import notices
from selon.clean.parts import is_picture_note, tweet_signature
from selon.clean.segment import AFTER, Zone
from selon.clean.typed import HEADING_WORDS, LONG_WORDS, Typed
from selon.model.article import BlockKind, CreditKind

_DATE_ALONE = re.compile(
    r"(?:[^.!?]|(?<=\d)\.(?=\d)){0,30}\b(?:\d{1,2}(?:er|st|nd|rd|th)?\b[^.!?\d]{1,24}\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})\b(?:[^.!?]|(?<=\d)\.(?=\d)){0,30}$"
)
_HOUR_ALONE = re.compile(r"\W*(?:[01]?\d|2[0-4])\s?[h:.]\s?(?:[0-5]\d)?\W*(?:[^\W\d]{1,4}\.?)?\W*$")
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|copyright)", re.IGNORECASE)
_INTERTITLE = re.compile(
    r"\s*([-–—])\s(?=[^\W\d_]|[\"«“])[^\n]*?\s\1\s*$"
)  # as agencies write them between paragraphs: "- Le port fermé -"
_DATE_WORDS = 9
_HEADER_KINDS = (BlockKind.METADATA, BlockKind.DEBRIS)
_HEADER_LINES = 12  # a header stands among so many first lines


def by_words(text: str, row: Typed) -> None:
    """The kind that the words of a segment, or marks that cannot be wrong, give it."""
    segment = row.segment
    line = text[segment.start : segment.end]
    if segment.hint in (BlockKind.METADATA, BlockKind.DEBRIS, BlockKind.EMBED, BlockKind.TITLE, BlockKind.BLOCKQUOTE):
        row.kind = segment.hint
        row.header = header(line) if segment.hint is BlockKind.METADATA else None
        return
    if segment.zone is Zone.OUTSIDE and not segment.picture:
        row.kind = segment.hint if segment.hint in (BlockKind.RELATED, BlockKind.CAPTION) else None
        return  # no word makes it more than it is: something beside the article
    if not _of_notice(line, row):
        _of_credit(line, row)


def _of_notice(line: str, row: Typed) -> bool:
    """The kind that a header or a notice gives a line; False where it is neither."""
    if "©" in line and (held := line_credits(line, picture=row.segment.picture)):  # "© Tous droits réservés - Belga"
        row.kind, row.credits = BlockKind.CREDIT, held
        return True
    found = notices().of(line)
    if found and found[0] is BlockKind.METADATA and goes_on(line):
        return False
    row.header = header(line) if found is None or found[0] in _HEADER_KINDS else None
    if row.header and (not row.header.strange or (row.header.announced and not found)):
        _of_header(row, row.header)
    elif found:
        row.kind, row.ends = found
    return row.kind is not None


def _of_credit(line: str, row: Typed) -> None:
    """The kind that a credit, a signature, a copyright or a date gives a line."""
    segment = row.segment
    row.credits = line_credits(line, picture=segment.picture, byline=segment.byline, last=segment.zone in AFTER)
    if row.credits:
        row.kind = BlockKind.CREDIT
    elif segment.hint is BlockKind.CREDIT:
        _of_credit_mark(line, row)
    elif segment.hint in (BlockKind.RELATED, BlockKind.CAPTION):
        row.kind = segment.hint
    elif is_about_picture(line):
        row.kind = BlockKind.CAPTION
    elif tweet_signature(line):
        row.kind = BlockKind.EMBED
    elif _COPYRIGHT.match(line) and len(line.split()) < LONG_WORDS:
        row.kind, row.ends = BlockKind.DEBRIS, bool(re.search(r"\d{4}", line))
    elif _is_time_alone(line):
        row.kind = BlockKind.METADATA
    elif _INTERTITLE.match(line) and len(line.split()) <= HEADING_WORDS + 2:
        row.kind = BlockKind.HEADING


def _is_time_alone(line: str) -> bool:
    """Is a line a date, or an hour, and nothing else?"""
    if _HOUR_ALONE.match(line):
        return True
    return len(line.split()) <= _DATE_WORDS and bool(_DATE_ALONE.match(line.strip(" \n|"))) and not goes_on(line)


def _of_header(row: Typed, said: Header) -> None:
    row.kind = BlockKind.METADATA
    if said.author:
        row.credits = (Found(said.author.start, said.author.end, CreditKind.AUTHOR, said.author.value),)


def outlets_beside_dates(text: str, rows: list[Typed]) -> None:
    """A line that is an outlet's name alone, just above or under a date, near the top of a text, is part of the same header."""
    for at, row in enumerate(rows[:_HEADER_LINES]):
        said = row.header
        if said is None or said.outlet or row.segment.zone is not Zone.LINE:
            continue
        for beside in rows[max(0, at - 1) : at + 2 : 2] if at else rows[1:2]:
            line = text[beside.segment.start : beside.segment.end]
            if beside.kind is None and beside.segment.hint is None and is_outlet(line):
                name = trim(line)
                begin = line.index(name)
                outlet = Said(begin, begin + len(name), name)
                beside.kind = BlockKind.METADATA
                beside.header = Header(stamp=0, announced=False, published=None, unsure=False, outlet=outlet, author=None, strange=False)
                break


def _of_credit_mark(line: str, row: Typed) -> None:
    """The mark-up, or the way the line was parted, says credit; the words do not say whose."""
    name = line.strip(" \n|/()")
    if is_picture_note(line):
        name = name.split(":", 1)[1].strip()
    if 0 < len(name.split()) <= 12:
        start = line.index(line.strip()[0])
        row.kind, row.credits = BlockKind.CREDIT, (Found(start, start + len(line.strip()), CreditKind.PHOTO, name),)
    else:
        row.kind = BlockKind.CAPTION
