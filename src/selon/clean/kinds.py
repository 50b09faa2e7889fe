"""What each segment is for: one typer for pages, Markdown and scraped text.

The tables' words speak first, then the mark-up, then, where none is left, the neighbours: where prose begins and ends, what runs before
and after it.

Not done yet: readers' comments that no word announces; lists of headlines in the middle of a text.
"""

import re
from dataclasses import dataclass, field

from selon.clean.credits import Found, line_credits
from selon.clean.header import Header, Said, header, is_outlet
from selon.clean.names import trim
from selon.clean.parts import is_picture_note, tweet_signature
from selon.clean.segment import Segment, Zone
from selon.clean.tables import notices
from selon.languages.fold import fold
from selon.model.article import BlockKind, CreditKind

_ENDS = re.compile(r"[.!?…:;][\s\"'”’»)\]*_]*$")
_STOPS = re.compile(r"[.…:;][\s\"'”’»)\]*_]*$")
_DATE_ALONE = re.compile(
    r"[^.!?]{0,30}\b(?:\d{1,2}(?:er|st|nd|rd|th)?\b[^.!?\d]{1,24}\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})\b[^.!?]{0,30}$"
)
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\)|copyright)", re.IGNORECASE)
_STARRED = re.compile(r"\s*\*[^\s*][^*]*$")
_ITEM = re.compile(r"\s*[-–—•*]\s?\w")
_SLUG = re.compile(r"\s*[a-z]{2,5}(?:-[a-z]{2,5})*(?:/[a-z]{1,5}){1,3}\s*$")  # the desk's initials under a dispatch: "burs-abc/de/fg"
_QUOTED = re.compile(r"[«“\"][^.!?«»“”\"]{3,80}[»”\"]$")
_REPEATING = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.RELATED)
_LINKED = 0.5
_FEW_FURNITURE = 2
_FURNITURE_SHARE = 0.2  # of the words: measured .2 to .5 in forms and notices, under .1 in prose about them
_PROSE_WORDS = 10  # a sentence of so many words is prose
_LONG_WORDS = 25  # so are so many words without a stop
_HEADING_WORDS = 14
_TITLE_WORDS = 40
_TITLE_SPACES = 40  # more blank characters around a title, and it is not compared
_HEADER_KINDS = (BlockKind.METADATA, BlockKind.DEBRIS)
_HEADER_LINES = 12  # a header stands among so many first lines
_FEW_LINES = 2  # a text of so few lines has no headline that ends in a full stop
_AFTER_SHARE = 0.5  # prose after a notice that ends the article, over prose before it: more, and the article goes on


@dataclass(slots=True)
class Typed:
    """A segment with its kind and its credits."""

    segment: Segment
    kind: BlockKind | None = None
    ends: bool = False  # the article is over here
    credits: tuple[Found, ...] = field(default=())
    header: Header | None = None  # what the line says of who published the article, and when


def typed(text: str, segments: list[Segment], *, titles: tuple[str, ...]) -> list[Typed]:
    """The segments, each with its kind.

    Args:
        text: the canonical text.
        segments: they tile the text.
        titles: what the record or the page calls the article, if anything.
    """
    rows = [Typed(segment) for segment in segments]
    for row in rows:
        _by_words(text, row)
    _outlets_beside_dates(text, rows)
    if any(row.segment.zone is not Zone.LINE for row in rows):
        _on_page(text, rows)
    else:
        _among_lines(text, rows, titles)
    _repeats(text, rows)
    return _joined(text, rows)


def _by_words(text: str, row: Typed) -> None:
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
    found = notices().of(line)
    row.header = header(line) if found is None or found[0] in _HEADER_KINDS else None
    if row.header and (not row.header.strange or (row.header.announced and not found)):
        _of_header(row, row.header)
    elif found:
        row.kind, row.ends = found
    return row.kind is not None


def _of_credit(line: str, row: Typed) -> None:
    """The kind that a credit, a signature, a copyright or a date gives a line."""
    segment = row.segment
    row.credits = line_credits(line, picture=segment.picture, byline=segment.byline, last=segment.zone is Zone.FOOT)
    if row.credits:
        row.kind = BlockKind.CREDIT
    elif segment.hint is BlockKind.CREDIT:
        _of_credit_mark(line, row)
    elif segment.hint in (BlockKind.RELATED, BlockKind.CAPTION):
        row.kind = segment.hint
    elif tweet_signature(line):
        row.kind = BlockKind.EMBED
    elif _COPYRIGHT.match(line) and len(line.split()) < _LONG_WORDS:
        row.kind, row.ends = BlockKind.DEBRIS, bool(re.search(r"\d{4}", line))
    elif _DATE_ALONE.match(line.strip(" \n|")) and len(line.split()) <= 9:
        row.kind = BlockKind.METADATA


def _of_header(row: Typed, said: Header) -> None:
    row.kind = BlockKind.METADATA
    if said.author:
        row.credits = (Found(said.author.start, said.author.end, CreditKind.AUTHOR, said.author.value),)


def _outlets_beside_dates(text: str, rows: list[Typed]) -> None:
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


def _words(line: str) -> int:
    return len(line.split())


def _is_furniture(line: str) -> bool:
    many = notices().furniture_words(line)
    return many >= _FEW_FURNITURE and many >= _FURNITURE_SHARE * _words(line) and not re.search(r"[«»“”\"]", line)


def _is_sentence(line: str) -> bool:
    return bool(_ENDS.search(line.rstrip()))


# ---- pages


def _on_page(text: str, rows: list[Typed]) -> None:
    over = False
    for row in rows:
        segment, line = row.segment, text[row.segment.start : row.segment.end]
        if segment.zone is Zone.FOOT and (row.ends or row.kind is BlockKind.RELATED):
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
        return BlockKind.RELATED if linked and _words(line) >= 5 else BlockKind.DEBRIS
    if segment.hint in (BlockKind.HEADING, BlockKind.PARAGRAPH) and segment.zone is not Zone.FOOT:
        return BlockKind.RELATED if linked and _words(line) >= 4 else segment.hint
    if linked and segment.link_share > 0.8 and _words(line) >= 4:
        return BlockKind.RELATED
    if segment.zone is Zone.BODY:
        bold = segment.bold_share > 0.95 and _words(line) <= _HEADING_WORDS and not _is_sentence(line)
        return BlockKind.DISCLAIMER if _STARRED.match(line) and _words(line) < 60 else BlockKind.HEADING if bold else BlockKind.PARAGRAPH
    if _STARRED.match(line) and segment.zone is Zone.FOOT:
        return BlockKind.DISCLAIMER
    told = _words(line) >= 8 and (_is_sentence(line) or _words(line) >= 15) and segment.zone is Zone.HEAD
    return BlockKind.PARAGRAPH if told else BlockKind.DEBRIS


# ---- lines


def _among_lines(text: str, rows: list[Typed], titles: tuple[str, ...]) -> None:
    lines = [text[row.segment.start : row.segment.end] for row in rows]
    prose = [_is_prose(line, row) for line, row in zip(lines, rows, strict=True)]
    end = _end_of_article(lines, rows, prose)
    told = [at for at in range(end) if prose[at]] or _longest(lines, rows)
    first, last = (told[0], told[-1]) if told else (end, end - 1)
    if told and not prose[first]:
        prose[first] = True
    _head(lines, rows, first, titles)
    _middle(lines, rows, prose, first, last)
    _tail(lines, rows, last, end)


def _longest(lines: list[str], rows: list[Typed]) -> list[int]:
    """Where no line is surely prose, the longest one that may be: a text of one short sentence is a paragraph."""
    could = [at for at, row in enumerate(rows) if row.kind is None and row.segment.hint is None]
    return [max(could, key=lambda at: (len(lines[at]), -at))] if could else []


def _is_prose(line: str, row: Typed) -> bool:
    if row.kind is BlockKind.BLOCKQUOTE:
        return True
    if row.kind is not None or row.segment.hint is BlockKind.HEADING:
        return False
    size = _words(line)
    if size < _LONG_WORDS and _is_furniture(line):
        return False
    return size >= _LONG_WORDS or (size >= _PROSE_WORDS and bool(_STOPS.search(line.rstrip())))


def _end_of_article(lines: list[str], rows: list[Typed], prose: list[bool]) -> int:
    """The index of the first line after the article: a notice that ends it, with more prose before it than after it."""
    before, total = 0, sum(len(line) for line, told in zip(lines, prose, strict=True) if told)
    for at, row in enumerate(rows):
        if row.ends and before and total - before <= _AFTER_SHARE * before:
            return at
        before += len(lines[at]) if prose[at] else 0
    return len(rows)


def _head(lines: list[str], rows: list[Typed], first: int, titles: tuple[str, ...]) -> None:
    """Before the first prose: the title is the line that the record calls so, else the last one that could be a headline."""
    open_rows = [at for at in range(min(first, len(rows))) if rows[at].kind is None]
    wanted = {_folded(title) for title in titles}
    named = [at for at in range(min(first + 1, len(rows))) if _folded(lines[at]) in wanted and rows[at].kind in (None, BlockKind.HEADING)]
    if len(rows) > _FEW_LINES and rows[0].kind is None and _is_title_case(lines[0]):
        wanted.add(_folded(lines[0]))
        named = named or [0]
    could = [at for at in open_rows if 3 <= _words(lines[at]) <= _TITLE_WORDS and rows[at].segment.hint is not BlockKind.HEADING]
    marked = [at for at, row in enumerate(rows) if row.kind is BlockKind.TITLE]
    title = -1 if marked else named[0] if named else could[-1] if could else -1
    for at in open_rows:
        if at == title:
            rows[at].kind = BlockKind.TITLE
        elif rows[at].segment.hint is BlockKind.HEADING or (at > title >= 0 and _words(lines[at]) >= 4):
            rows[at].kind = rows[at].segment.hint or BlockKind.PARAGRAPH
        elif at < title and _words(lines[at]) >= 5:
            rows[at].kind = BlockKind.RELATED
        else:
            rows[at].kind = BlockKind.DEBRIS if title >= 0 or _words(lines[at]) < 3 else BlockKind.PARAGRAPH
    if title >= 0:
        rows[title].kind = BlockKind.TITLE


def _is_title_case(line: str) -> bool:
    """Is it an English headline, though it may end in a full stop?"""
    long = [word for word in line.split() if len(word.strip(".,:;'’\"“”")) >= 4]
    return (
        len(long) >= 4
        and _words(line) <= 25
        and sum(word.lstrip("‘“\"'").istitle() or word[:1].isupper() for word in long) >= 0.75 * len(long)
    )


def _middle(lines: list[str], rows: list[Typed], prose: list[bool], first: int, last: int) -> None:
    """Between prose: headings, and short lines that are paragraphs (questions, cries, items of a list)."""
    listed = False
    for at in range(first, last + 1):
        row, line = rows[at], lines[at]
        if row.kind is BlockKind.RELATED:
            listed = line.rstrip().endswith(":") or _words(line) <= 4
        elif row.kind is None and prose[at]:
            row.kind, listed = BlockKind.PARAGRAPH, False
        elif row.kind is None and listed and _words(line) >= 4 and not _is_sentence(line):
            row.kind = BlockKind.RELATED
        elif row.kind is None:
            row.kind = _short(line, row.segment)


def _short(line: str, segment: Segment) -> BlockKind:
    bare, size = line.strip(), _words(line)
    if segment.hint is BlockKind.HEADING:
        return BlockKind.HEADING
    if size <= _HEADING_WORDS and not _is_furniture(line) and bare[:1] not in "-–—•":
        if _QUOTED.match(bare) or not _is_sentence(bare):
            return BlockKind.HEADING
        if size <= 5 and bare[-1] in "?…!":
            return BlockKind.HEADING
    return BlockKind.DEBRIS if _is_furniture(line) else BlockKind.PARAGRAPH


def _tail(lines: list[str], rows: list[Typed], last: int, end: int) -> None:
    """After the last prose: credits and signatures, then, once the article is over, only what the words say, and debris."""
    furnished = any(row.kind is BlockKind.DEBRIS and any(map(str.isalpha, lines[at])) for at, row in enumerate(rows) if at > last)
    listed = False
    for at in range(last + 1, len(rows)):
        row, line = rows[at], lines[at]
        if row.kind in (None, BlockKind.CREDIT):
            _signed(line, row, at < end)
        if row.kind is BlockKind.RELATED:
            listed = True
        elif row.kind is None and at < end and _is_sentence(line) and not furnished:
            row.kind = BlockKind.PARAGRAPH
        elif row.kind is None and _STARRED.match(line):
            row.kind = BlockKind.DISCLAIMER
        elif row.kind is None and at < end and _ITEM.match(line) and not furnished:
            row.kind = BlockKind.PARAGRAPH
        elif row.kind is None and _SLUG.match(line):
            row.kind = BlockKind.CREDIT
        elif row.kind is None and (listed or at < end) and _is_headline(line):
            row.kind = BlockKind.RELATED
        elif row.kind is None:
            row.kind = BlockKind.PARAGRAPH if at < end and _words(line) > _HEADING_WORDS else BlockKind.DEBRIS
        listed = listed and row.kind is BlockKind.RELATED


def _is_headline(line: str) -> bool:
    return (
        6 <= _words(line) <= 20
        and not line.lstrip().startswith("(")
        and not re.search(r"[.;]\s", line.strip())
        and not _is_sentence(line)
        and not notices().furniture_words(line)
    )


def _signed(line: str, row: Typed, inside: bool) -> None:
    """Credits that only count as the last words: "Selon X", a name alone."""
    if inside or row.credits:
        row.credits = line_credits(line, last=inside, picture=row.segment.picture) or row.credits
        row.kind = BlockKind.CREDIT if row.credits else row.kind


# ---- both


def _folded(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .")


def _repeats(text: str, rows: list[Typed]) -> None:
    """A line that only says the title again (an alternative text, a navigation bar) is debris."""
    said = {_folded(text[row.segment.start : row.segment.end]) for row in rows if row.kind is BlockKind.TITLE}
    most = 2 * max(map(len, said), default=0) + _TITLE_SPACES
    for row in rows if said else ():
        short = row.segment.end - row.segment.start <= most
        if short and row.kind in _REPEATING and _folded(text[row.segment.start : row.segment.end]) in said:
            row.kind = BlockKind.DEBRIS


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
