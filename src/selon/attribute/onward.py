"""A paragraph that is one quotation and no more goes on with what the paragraph before it ends with.

Only in languages that tell a quotation and the one behind it as one relation ("join.next" in weights.toml).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from selon.attribute.carried import Read
from selon.attribute.lexicon import Lexicon
from selon.attribute.quotation import Quotation
from selon.model.article import Block, BlockKind
from selon.model.span import Span

_REST = re.compile(r"[^.!?…\"“”«»:]{0,120}[.!?…]*[\"”»]?\s*")  # behind a reading: the end of its sentence, and no other
_LEAST_WORDS = 3
_AROUND = " \n\u00a0."  # what may stand beside a quotation that fills a paragraph


def onward(told: list[Read], text: str, blocks: Sequence[Block], quotes: Sequence[Sequence[Quotation]], lexicon: Lexicon) -> list[Read]:
    """The readings, each with the paragraphs behind it that are one quotation: "“A,” Ada Bry said.", and "“B.”" on a line of its own."""
    if not told or lexicon.weights.get("join.next", 0.0) <= 0:
        return told
    last = _last(told)
    for (before, _), (after, inside) in pairwise(zip(blocks, quotes, strict=True)):
        at = last.get(before.span)
        if at is None or after.span in last or before.kind is not BlockKind.PARAGRAPH or after.kind is not BlockKind.PARAGRAPH:
            continue
        part = _filling(text, after.span, inside)
        passage, one = told[at]
        if part is None or one.source is None or one.cue is None or _REST.fullmatch(text, _end(told[at]), before.span.end) is None:
            continue
        if not any(span.overlaps(part) for span in one.content):
            told[at] = (passage, replace(one, content=(*one.content, part)))
        last[after.span] = at
    return told


def _last(told: Sequence[Read]) -> dict[Span, int]:
    """By paragraph: the reading that ends last."""
    last: dict[Span, int] = {}
    for at, (passage, _) in enumerate(told):
        if passage is not None and (passage.span not in last or _end(told[last[passage.span]]) <= _end(told[at])):
            last[passage.span] = at
    return last


def _end(read: Read) -> int:
    return max(read[1].reach, read[1].content[-1].end)


def _filling(text: str, span: Span, quotes: Sequence[Quotation]) -> Span | None:
    """The inside of the one quotation that a paragraph is, with a mark at either end."""
    outer = [quote for quote in quotes if quote.depth == 0]
    if len(outer) != 1 or outer[0].inner.end == outer[0].outer.end:
        return None
    around = text[span.start : outer[0].outer.start] + text[outer[0].outer.end : span.end]
    inner = outer[0].inner
    return inner if not around.strip(_AROUND) and len(inner.of(text).split()) >= _LEAST_WORDS else None
