"""Words that one text quotes and the other tells as its own."""

import re
from collections.abc import Iterator

from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.changes.likeness import words_alike, words_shared
from selon.trace.changes.quoted import is_inside_marks
from selon.trace.changes.surroundings import is_introduced, is_set_apart, speaks
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change, name

_ONE_QUOTATION = 0.75  # share of the stems of both in common: below it a quotation and a telling are not the same words
_LEAST_SHARED = 4  # how many; fewer are a turn of speech
_MARK_CHARS = 40  # beside a telling, where the mark of a quotation stands that holds more or less of it
_MARKS = frozenset('"«»“”„>—')  # with those that open a block quotation, and the name below a post
_OPENING = re.compile(r"[\"«“„][\s\u00a0\u202f]*\W?$")
_POST = re.compile(r"pic\.twitter\.com|https?://t\.co/|\(@\w+\)|(?:^|\s)@\w+|\bInstagram\b|\bFacebook\b|\bTwitter\b")
_POST_CHARS = 200  # beside a telling, where a post shows itself as one: its words are quoted without marks
_APOSTROPHE = re.compile(r"(?:^|[\s:,(])['‘+]\w")  # opens a quotation, as British outlets and some wires do


def marks(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield that the words are quoted in one of the two only."""
    if a.is_direct == b.is_direct or words_alike(a, b) < _ONE_QUOTATION or words_shared(a, b) < _LEAST_SHARED:
        return
    holder, other = (a, b) if a.is_direct else (b, a)
    if other.attribution is None and a.article.id != b.article.id:
        return  # an interview, or words set apart by their layout, are told by nobody either, and are somebody's
    if not _is_in_marks(holder) or _has_marks(other) or is_introduced(other) or _is_posted(other):
        return
    if speaks(other) or is_set_apart(other, holder):
        return
    kind, verb = ("quotes_lost", "quotation marks lost") if a.is_direct else ("quotes_gained", "quotation marks gained")
    verb = verb if directed else "quotation marks differ"
    yield change(a, b, kind, (a.place, b.place), f"{verb}: the words are quoted in {name(holder, a, b)} only", directed)


def _is_in_marks(telling: Telling) -> bool:
    """Does a mark that opens a quotation stand right before a telling, or does one that opened earlier go on in it?"""
    text, start = telling.article.text, telling.place.start
    return text[start] in _MARKS or bool(_OPENING.search(text, max(0, start - _MARK_CHARS), start)) or is_inside_marks(text, start)


def _has_marks(telling: Telling) -> bool:
    """Has a telling marks inside it or beside it? One that is no quotation as a whole may have some of its words in marks."""
    text, place = telling.article.text, telling.place
    if is_inside_marks(text, place.start):
        return True
    spans = [Span(max(0, span.start - _MARK_CHARS), min(len(text), span.end + _MARK_CHARS)) for span in telling.spans]
    return any(not _MARKS.isdisjoint(span.of(text)) or _APOSTROPHE.search(span.of(text)) for span in spans)


def _is_posted(telling: Telling) -> bool:
    """Do the words of a post on a network show beside a telling?"""
    text, place = telling.article.text, telling.place
    return bool(_POST.search(text, max(0, place.start - _POST_CHARS), min(len(text), place.end + _POST_CHARS)))
