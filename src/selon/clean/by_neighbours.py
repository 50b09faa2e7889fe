"""The kind of what no word tells, in a text without mark-up: where prose begins and ends, what runs before and after it.

Not done yet: readers' comments that no word announces; lists of headlines in the middle of a text.
"""

import re

from selon.clean.comments import comments_start
from selon.clean.credits import Found, line_credits
from selon.clean.notices import notices
from selon.clean.segment import Segment
from selon.clean.signed import signs
from selon.clean.typed import HEADING_WORDS, LONG_WORDS, SLUG, STARRED, Typed, folded, is_furniture, is_sentence, word_count
from selon.model.article import BlockKind, CreditKind

_STOPS = re.compile(r"[.…:;][\s\"'”’»)\]*_]*$")
_ITEM = re.compile(r"\s*[-–—•*]\s?\w")
_QUOTED = re.compile(r"[«“\"][^.!?«»“”\"]{3,80}[»”\"]$")
_PROSE_WORDS = 10  # a sentence of so many words is prose
_TITLE_WORDS = 40
_LAST_WORDS = 5
_FEW_LINES = 2  # a text of so few lines has no headline that ends in a full stop
_BYLINE_LINES = (1, 2)  # under a headline a byline stands there, perhaps after a standfirst
_AFTER_SHARE = 0.5  # prose after a notice that ends the article, over prose before it: more, and the article goes on


def among_lines(text: str, rows: list[Typed], titles: tuple[str, ...]) -> None:
    """Give every line its kind: before the first prose, between, after the last."""
    lines = [text[row.segment.start : row.segment.end] for row in rows]
    prose = [_is_prose(line, row) for line, row in zip(lines, rows, strict=True)]
    end = min(_end_of_article(lines, rows, prose), comments_start(lines, prose))
    told = [at for at in range(end) if prose[at]] or _longest(lines[:end], rows[:end])
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
    size = word_count(line)
    if size < LONG_WORDS and is_furniture(line):
        return False
    return size >= LONG_WORDS or (size >= _PROSE_WORDS and bool(_STOPS.search(line.rstrip())))


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
    wanted = {folded(title) for title in titles}
    named = [at for at in range(min(first + 1, len(rows))) if folded(lines[at]) in wanted and rows[at].kind in (None, BlockKind.HEADING)]
    if len(rows) > _FEW_LINES and rows[0].kind is None and _is_title_case(lines[0]):
        wanted.add(folded(lines[0]))
        named = named or [0]
    could = [at for at in open_rows if 3 <= word_count(lines[at]) <= _TITLE_WORDS and rows[at].segment.hint is not BlockKind.HEADING]
    marked = [at for at, row in enumerate(rows) if row.kind is BlockKind.TITLE]
    title = -1 if marked else named[0] if named else _headline(lines, rows, could) if could else -1
    for at in open_rows:
        if at == title:
            rows[at].kind = BlockKind.TITLE
        elif rows[at].segment.hint is BlockKind.HEADING or (at > title >= 0 and word_count(lines[at]) >= 4):
            rows[at].kind = rows[at].segment.hint or BlockKind.PARAGRAPH
        elif at < title and word_count(lines[at]) >= 5:
            rows[at].kind = BlockKind.RELATED
        else:
            rows[at].kind = BlockKind.DEBRIS if title >= 0 or word_count(lines[at]) < 3 else BlockKind.PARAGRAPH
    if title >= 0:
        rows[title].kind = BlockKind.TITLE


def _headline(lines: list[str], rows: list[Typed], could: list[int]) -> int:
    """Of the lines that could be the headline, the one that a byline or a date stands under, else the last."""
    for below in _BYLINE_LINES:
        under = [at for at in could if at + below < len(rows) and not is_sentence(lines[at]) and _is_byline(rows[at + below])]
        if under:
            return under[-1]
    return could[-1]


def _is_byline(row: Typed) -> bool:
    return row.header is not None or (row.kind is BlockKind.CREDIT and any(credit.kind is CreditKind.AUTHOR for credit in row.credits))


def _is_title_case(line: str) -> bool:
    """Is it an English headline, though it may end in a full stop?"""
    long = [word for word in line.split() if len(word.strip(".,:;'’\"“”")) >= 4]
    return (
        len(long) >= 4
        and word_count(line) <= 25
        and sum(word.lstrip("‘“\"'").istitle() or word[:1].isupper() for word in long) >= 0.75 * len(long)
    )


def _middle(lines: list[str], rows: list[Typed], prose: list[bool], first: int, last: int) -> None:
    """Between prose: headings, and short lines that are paragraphs (questions, cries, items of a list)."""
    listed, opened = False, False
    for at in range(first, last + 1):
        row, line = rows[at], lines[at]
        opened = opened or (at > first and prose[at])
        if row.kind is BlockKind.RELATED:
            listed = line.rstrip().endswith(":") or word_count(line) <= 4
        elif row.kind is None and prose[at]:
            row.kind, listed = BlockKind.PARAGRAPH, False
        elif row.kind is None and listed and word_count(line) >= 4 and not is_sentence(line):
            row.kind = BlockKind.RELATED
        elif row.kind is None and not opened and signs(line.strip()):
            name = line.strip()
            begin = line.index(name)
            row.kind, row.credits = BlockKind.CREDIT, (Found(begin, begin + len(name), CreditKind.AUTHOR, name),)
        elif row.kind is None:
            row.kind = _short(line, row.segment)


def _short(line: str, segment: Segment) -> BlockKind:
    bare, size = line.strip(), word_count(line)
    if segment.hint is BlockKind.HEADING:
        return BlockKind.HEADING
    if not re.search(r"[^\W\d]{2}", bare):
        return BlockKind.DEBRIS
    if size <= HEADING_WORDS and not is_furniture(line) and bare[:1] not in "-–—•":
        if _QUOTED.match(bare) or not is_sentence(bare):
            return BlockKind.HEADING
        if size <= 5 and bare[-1] in "?…!":
            return BlockKind.HEADING
    return BlockKind.DEBRIS if is_furniture(line) else BlockKind.PARAGRAPH


def _tail(lines: list[str], rows: list[Typed], last: int, end: int) -> None:
    """After the last prose: credits and signatures, then, once the article is over, only what the words say, and debris."""
    furnished = any(row.kind is BlockKind.DEBRIS and any(map(str.isalpha, lines[at])) for at, row in enumerate(rows) if at > last)
    listed, close = False, True
    for at in range(last + 1, len(rows)):
        row, line = rows[at], lines[at]
        if row.kind in (None, BlockKind.CREDIT):
            _signed(line, row, at < end)
        if row.kind is BlockKind.RELATED:
            listed = True
        elif row.kind is None and at < end and is_sentence(line) and (not furnished or (close and _goes_on(line))):
            row.kind = BlockKind.PARAGRAPH
        elif row.kind is None and STARRED.match(line):
            row.kind = BlockKind.DISCLAIMER
        elif row.kind is None and at < end and _ITEM.match(line) and not furnished:
            row.kind = BlockKind.PARAGRAPH
        elif row.kind is None and SLUG.match(line):
            row.kind = BlockKind.CREDIT
        elif row.kind is None and (listed or at < end) and _is_headline(line):
            row.kind = BlockKind.RELATED
        elif row.kind is None:
            row.kind = BlockKind.PARAGRAPH if at < end and word_count(line) > HEADING_WORDS else BlockKind.DEBRIS
        listed = listed and row.kind is BlockKind.RELATED
        close = close and row.kind is BlockKind.PARAGRAPH


def _goes_on(line: str) -> bool:
    """May it be the last sentence of the article, just under the one before?"""
    return word_count(line) >= _LAST_WORDS and line.rstrip()[-1] in '.!?…»”"' and not notices().furniture_words(line)


def _is_headline(line: str) -> bool:
    return (
        6 <= word_count(line) <= 20
        and not line.lstrip().startswith("(")
        and not re.search(r"[.;]\s", line.strip())
        and not is_sentence(line)
        and not notices().furniture_words(line)
    )


def _signed(line: str, row: Typed, inside: bool) -> None:
    """Credits that only count as the last words: "Selon X", a name alone."""
    if inside or row.credits:
        row.credits = line_credits(line, last=inside, picture=row.segment.picture) or row.credits
        row.kind = BlockKind.CREDIT if row.credits else row.kind
