"""What people said of whole articles: a date, an outlet, authors, a title, a language; what is no part of one.

The text itself is never rewritten. An article that comes out changed is read anew by the stages behind `clean`, as if its page had said so.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from selon.model.article import Article, Block, BlockKind, Candidate
from selon.model.ruling import Gesture, Ruling, State, Thing
from selon.model.span import Interval, Span
from selon.rulings.book import Book
from selon.rulings.places import Found, Lost, Texts

FIELDS = ("published", "outlet", "title", "authors", "lang")
_FIRST_YEAR, _LAST_YEAR = 1000, 9998
_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_LANG = re.compile(r"[a-z]{2}|und")
_LAST_DAY = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}


def of_articles(articles: Sequence[Article], book: Book) -> tuple[dict[str, Article], frozenset[str]]:
    """The articles that people changed, by id, and the ids of those that are none."""
    changed: dict[str, Article] = {}
    none: set[str] = set()
    texts = Texts(articles)
    for ruling in book.in_force(Thing.ARTICLE):
        found = texts.find(ruling.target.places[0])
        if isinstance(found, Lost):
            book.note(ruling, State.OPEN, found.reason)
            continue
        article = changed.get(found.article.id, found.article)
        if ruling.gesture is Gesture.NOT_ARTICLE and not found.spans:
            none.add(article.id)
        else:
            changed[article.id] = _set(article, ruling) if ruling.gesture is Gesture.SET else _set_aside(article, found)
        book.note(ruling, State.MOVED if found.moved else State.APPLIED, found.moved)
    return {name: article for name, article in changed.items() if name not in none}, frozenset(none)


def fault(field: str | None, to: str | None) -> str | None:
    """What is wrong with a value for a field of an article; None: nothing."""
    if field not in FIELDS:
        return f"an article has no field '{field}'; one of: {', '.join(FIELDS)}"
    if field == "published" and to and interval(to, "") is None:
        return f"'{to}' is no date; write it YYYY, YYYY-MM, YYYY-MM-DD, or two of these with / between"
    if field == "lang" and not _LANG.fullmatch(to or ""):
        return f"'{to}' is no language; give its two letters (fr, en, …), or und"
    return None


def interval(to: str, source: str) -> Interval | None:
    """The days that a date means: "2019-03", "2019-03-27/2019-03-29", "2019-03-27/" (open); None: it is no date."""
    first, slash, last = to.partition("/")
    last = last if slash else first
    if not (first or last) or any(part and not _DATE.fullmatch(part) for part in (first, last)):
        return None
    earliest, latest = (first + "-01-01"[len(first) - 4 :] if first else None), _end(last)
    if any(day and not _is_day(day) for day in (earliest, latest)):
        return None
    return None if earliest and latest and earliest > latest else Interval(earliest=earliest, latest=latest, source=source)


def _is_day(written: str) -> bool:
    """Is it a day of the calendar, in a year that one can count some years from?"""
    try:
        return _FIRST_YEAR <= date.fromisoformat(written).year <= _LAST_YEAR
    except ValueError:
        return False


def _end(day: str) -> str | None:
    if not day or len(day) == 10:
        return day or None
    month = day[5:] or "12"
    year = int(day[:4])
    is_leap = month == "02" and ((year % 4 == 0 and year % 100 != 0) or year % 400 == 0)
    return f"{day[:4]}-{month}-{'29' if is_leap else _LAST_DAY.get(month, '31')}"


def _set(article: Article, ruling: Ruling) -> Article:
    field, to = ruling.value.field or "", ruling.value.to or ""
    where = f"ruling: {ruling.who}, {ruling.when[:10]}"
    article = replace(article, metadata=(*article.metadata, Candidate(field=field, value=to, where=where)))
    if field == "published":
        return replace(article, published=interval(to, where) if to else None)
    if field == "authors":
        return replace(article, authors=tuple(name.strip() for name in to.split(";") if name.strip()))
    if field == "lang":
        return replace(article, lang=to)
    return replace(article, outlet=to or None) if field == "outlet" else replace(article, title=to or None)


def _set_aside(article: Article, found: Found) -> Article:
    """The same article with some passages as debris: the blocks still tile its text."""
    blocks = article.blocks
    for span in found.spans:
        blocks = tuple(part for block in blocks for part in _cut(block, span))
    return replace(
        article,
        blocks=blocks,
        credits=tuple(one for one in article.credits if not any(one.span.overlaps(span) for span in found.spans)),
        links=tuple(one for one in article.links if not any(one.span.overlaps(span) for span in found.spans)),
    )


def _cut(block: Block, span: Span) -> list[Block]:
    if not block.span.overlaps(span):
        return [block]
    start, end = max(block.span.start, span.start), min(block.span.end, span.end)
    parts = [(block.span.start, start, block.kind), (start, end, BlockKind.DEBRIS), (end, block.span.end, block.kind)]
    return [Block(span=Span(low, high), kind=kind) for low, high, kind in parts if low < high]
