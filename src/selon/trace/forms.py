"""Passages that are no copy of one text from another: forms that are filled in anew, lines that an outlet sets under what it prints.

A short passage is one where its numbers change ("survey of 4 and 5 May among 1,002 persons"), where it gives an address to
write to, or where several articles of one outlet have it over more than a week ("a round-up of the latest on the drought"). A longer one is
a form where every few words a number changes.
Not done yet: lines of an outlet that two articles alone hold.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from selon.model.passage import Passage, Reuse
from selon.model.span import Span
from selon.trace.collection import Collection
from selon.trace.moments import begins

_MOST_WORDS = 60  # of a form
_FILLED = 2  # numbers in it that differ at least
_WORDS_A_NUMBER = 20  # of a longer text, to each number that differs: a table in sentences, filled in for another company or day
_HOLDERS, _SPREAD_DAYS = 3, 7  # articles of one outlet that hold it beside this one, over more days than a story is told anew
_HALF = 0.5  # of a passage that another one covers, so that both are one
_SOON_DAYS = 45  # between two texts of one story; as `match` has it
_ADDRESS = re.compile(r"\w@\w+\.\w")


class Forms:
    """The short passages that articles of one outlet share, by article."""

    def __init__(self, reuses: Sequence[Reuse], collection: Collection) -> None:
        self._collection = collection
        self._of_outlet: dict[str, list[tuple[Span, str]]] = defaultdict(list)  # article -> its passages, and the other article
        for reuse in reuses:
            a, b = (collection.article(one.article_id) for one in (reuse.a, reuse.b))
            if reuse.tokens <= _MOST_WORDS and a.outlet is not None and a.outlet == b.outlet:
                self._of_outlet[a.id].append((reuse.a.span, b.id))
                self._of_outlet[b.id].append((reuse.b.span, a.id))

    def is_one(self, reuse: Reuse) -> bool:
        """Is it a text that is no copy?"""
        texts = [self._collection.article(one.article_id).text for one in (reuse.a, reuse.b)]
        if reuse.tokens > _MOST_WORDS:
            return _filled(reuse, texts) * _WORDS_A_NUMBER >= reuse.tokens
        if all(_ADDRESS.search(one.span.of(text)) for one, text in zip((reuse.a, reuse.b), texts, strict=True)):
            return True
        return _filled(reuse, texts) >= _FILLED or any(self._is_printed_again(one) for one in (reuse.a, reuse.b))

    def _is_printed_again(self, passage: Passage) -> bool:
        """Do several articles of its outlet have it, over more days than one story is told?"""
        told = self._of_outlet.get(passage.article_id, ())
        others = {other for span, other in told if _common(span, passage.span) >= _HALF * len(passage.span)}
        if len(others) < _HOLDERS:
            return False
        times = (self._collection.article(one).published for one in (*sorted(others), passage.article_id))
        days = [begins(time).toordinal() for time in times if time is not None and time.earliest]
        return bool(days) and max(days) - min(days) > _SPREAD_DAYS


def _filled(reuse: Reuse, texts: Sequence[str]) -> int:
    """How many numbers stand in the place of others."""
    edits = [(edit.a.of(texts[0]), edit.b.of(texts[1])) for edit in reuse.edits if edit.a and edit.b]
    return sum(any(map(str.isdigit, a)) and any(map(str.isdigit, b)) for a, b in edits)


def is_soon(pair: tuple[str, str], collection: Collection) -> bool:
    """Were two articles published in the days of one story? So are those without a date, for all that is known."""
    times = [collection.article(one).published for one in pair]
    if not all(time is not None and time.earliest for time in times):
        return True
    return abs((begins(times[0]) - begins(times[1])).days) <= _SOON_DAYS


def _common(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
