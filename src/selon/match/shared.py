"""Do two statements stand in one passage that their articles share, at the same place of it?"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.claim import Appearance
from selon.model.passage import Passage, Reuse
from selon.model.span import Span

_SLACK = 0.15  # of a passage's length: how far edits may have moved a place in it
_LEAST_COVER = 0.5  # of a statement's characters that must lie in the passage


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """The passages of each pair of articles, in text order of the one with the smaller id."""

    passages: dict[tuple[str, str], list[Reuse]]

    @staticmethod
    def of(reuses: Sequence[Reuse]) -> "Shared":
        """The passages, filed by pair of articles."""
        found: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
        for reuse in sorted(reuses, key=lambda reuse: (reuse.a.span, reuse.b.span)):
            found[reuse.a.article_id, reuse.b.article_id].append(reuse)
        return Shared(dict(found))

    def between(self, a: str, b: str) -> bool:
        """Do two articles, by id, share a passage?"""
        return ((a, b) if a < b else (b, a)) in self.passages

    def words(self, a: Appearance, b: Appearance) -> int:
        """The words of the passage both stand in, 0 where there is none."""
        if a.article_id > b.article_id:
            a, b = b, a
        passages = self.passages.get((a.article_id, b.article_id))
        if not passages:
            return 0
        here, there = _extent(a), _extent(b)
        before = bisect_right(passages, here.end, key=lambda reuse: reuse.a.span.start)
        return max((reuse.tokens for reuse in passages[:before] if _aligned(reuse, here, there)), default=0)


def _extent(appearance: Appearance) -> Span:
    return Span(appearance.spans[0].start, appearance.spans[-1].end)


def _aligned(reuse: Reuse, here: Span, there: Span) -> bool:
    if not (_covered(here, reuse.a) and _covered(there, reuse.b)):
        return False
    at, other = _place(here, reuse.a), _place(there, reuse.b)
    return abs(at - other) <= _SLACK


def _covered(span: Span, passage: Passage) -> bool:
    over = min(span.end, passage.span.end) - max(span.start, passage.span.start)
    return over >= _LEAST_COVER * len(span)


def _place(span: Span, passage: Passage) -> float:
    """Where the middle of a statement lies in the passage: 0 at its start, 1 at its end."""
    return ((span.start + span.end) / 2 - passage.span.start) / len(passage.span)
