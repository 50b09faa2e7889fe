"""Words that one text quotes and the other tells as its own."""

from collections.abc import Iterator

from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.changes.likeness import words_alike, words_shared
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change, name

_ONE_QUOTATION = 0.6  # share of the stems of both in common: below it a quotation and a telling are not the same words
_LEAST_SHARED = 4  # how many; fewer are a turn of speech
_MARK_CHARS = 40  # beside a telling, where the mark of a quotation stands that holds more or less of it
_MARKS = frozenset('"«»“”„>—')  # with those that open a block quotation, and the name below a post


def marks(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield that the words are quoted in one of the two only."""
    if a.is_direct == b.is_direct or words_alike(a, b) < _ONE_QUOTATION or words_shared(a, b) < _LEAST_SHARED:
        return
    holder, other = (a, b) if a.is_direct else (b, a)
    if _has_marks(other) or not _has_marks(holder):
        return
    kind, verb = ("quotes_lost", "quotation marks lost") if a.is_direct else ("quotes_gained", "quotation marks gained")
    verb = verb if directed else "quotation marks differ"
    yield change(a, b, kind, (a.place, b.place), f"{verb}: the words are quoted in {name(holder, a, b)} only", directed)


def _has_marks(telling: Telling) -> bool:
    """Has a telling marks inside it or beside it? One that is no quotation as a whole may have some of its words in marks."""
    text = telling.article.text
    spans = (Span(max(0, span.start - _MARK_CHARS), min(len(text), span.end + _MARK_CHARS)) for span in telling.spans)
    return any(not _MARKS.isdisjoint(span.of(text)) for span in spans)


def is_inside_marks(text: str, at: int) -> bool:
    """Does a quotation that opened before an offset, in its paragraph, go on there?"""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")
