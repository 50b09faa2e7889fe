"""A quotation that goes on in the next paragraph is one content: what its parts were read as is joined.

A paragraph leaves its last quotation open, and the next one begins with what goes on, with or without a mark of its own. Where each part
has a cue, they stay apart. Not done yet: a part without any mark between two that have one.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from selon.attribute.choose import Candidate
from selon.attribute.quotation import Quotation
from selon.attribute.tokens import Passage
from selon.model.span import Span

Read = tuple[Passage | None, Candidate]
Seam = tuple[Span, Span]  # the two parts, without marks


def seams(text: str, spans: Sequence[Span], quotes: Sequence[Sequence[Quotation]]) -> list[Seam]:
    """Where a quotation goes on from one paragraph to the next; `spans` are the paragraphs, `quotes` what stands in marks in each."""
    found = []
    for (first, before), (second, after) in pairwise(zip(spans, quotes, strict=True)):
        if not before or not after:
            continue
        last = next((quote for quote in reversed(before) if quote.depth == 0), None)
        if last is None or last.outer.end < first.end or text[last.inner.end : last.outer.end].strip():
            continue
        if not text[second.start : after[0].outer.start].strip():
            found.append((last.inner, after[0].inner))
    return found


def joined(told: list[Read], spans: Sequence[Span], found: Sequence[Seam]) -> list[Read]:
    """The readings, those on the two sides of a seam as one; the later seams first, so that any number of paragraphs is joined.

    A side that was not read, because it has no cue, goes with the other: back from a cue, then on from one.
    """
    whole = frozenset(spans) if found else frozenset()
    for first, second in reversed(found):
        before, after = _sides(told, whole, first, second)
        if before is not None and after is not None and before != after:
            _join(told, before, after)
        elif before is None and after is not None:
            told[after] = _longer(told[after], (first, *told[after][1].content))
    for first, second in found:
        before, after = _sides(told, whole, first, second)
        if before is not None and after is None:
            told[before] = _longer(told[before], (*told[before][1].content, second))
    return told


def _sides(told: Sequence[Read], whole: frozenset[Span], first: Span, second: Span) -> tuple[int | None, int | None]:
    """The readings whose content reaches a seam, and begins behind it."""
    outer = [(at, one) for at, (passage, one) in enumerate(told) if passage is not None and passage.span in whole]
    before = next((at for at, one in reversed(outer) if any(part.overlaps(first) and part.end <= first.end for part in one.content)), None)
    after = next((at for at, one in outer if any(part.overlaps(second) and part.start >= second.start for part in one.content)), None)
    return before, after


def _longer(read: Read, content: tuple[Span, ...]) -> Read:
    passage, reading = read
    return passage, replace(reading, content=content)


def _join(told: list[Read], before: int, after: int) -> None:
    """The reading with a cue takes the content of the other, which goes."""
    (_, one), (_, other) = told[before], told[after]
    if one.cue is not None and other.cue is not None:
        return
    kept, gone = (after, before) if one.cue is None and other.cue is not None else (before, after)
    passage, reading = told[kept]
    source = reading.source or told[gone][1].source
    told[kept] = (passage, replace(reading, content=one.content + other.content, source=source))
    del told[gone]
