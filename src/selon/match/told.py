"""Passages as records: their places in both texts, their edits, which came first, what the two articles are to each other."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np

from selon.match.alignment import Alignments
from selon.match.direction import direction, is_quotation
from selon.match.records import records, spans
from selon.match.relations import version
from selon.match.rows import groups
from selon.match.tokens import I64, Mask, Tokens
from selon.model.article import Article
from selon.model.passage import Edit, Passage, Reuse
from selon.model.span import Span

T = TypeVar("T")
_Known = tuple[str | None, tuple[str, ...], str]  # direction, reasons, relation

_QUOTED = ("the passage is a quotation in both: a common source",)
_TURNED = [2, 3, 0, 1]  # the words of the other article before those of the first


def told(articles: Sequence[Article], tokens: Tokens, found: Alignments) -> list[tuple[Reuse, ...]]:
    """The passages of each pair that has some, in the order of the pairs.

    Args:
        articles: all, in canonical order.
        tokens: their words.
        found: where words of two of them are the same.
    """
    begins, sizes = groups(found.pair)
    both = np.stack((found.pair[begins] >> 32, found.pair[begins] & 0xFFFFFFFF), axis=1)
    turned = np.array([articles[first].id > articles[other].id for first, other in both.tolist()], bool)
    both[turned] = both[turned, ::-1]
    rows = np.repeat(turned, sizes)
    words, edited = _turned(found.words, rows), _turned(found.edited, np.repeat(rows, found.edits))
    here, there = (_spans(words[:, side], words[:, side + 1], tokens) for side in (0, 2))
    known = _known(articles, both.tolist(), _shares(both, found, begins, tokens), _parts(list(zip(here, there, strict=True)), sizes))
    names = [[articles[at].id for at in side] for side in np.repeat(both, sizes, axis=0).T.tolist()]
    a, b = (records(Passage, len(ids), article_id=ids, span=places) for ids, places in zip(names, (here, there), strict=True))
    ways, reasons, relations = zip(*known, strict=True) if len(rows) else ((), (), ())
    edits = _parts(_edits(edited, tokens), found.edits)
    shared = found.shared.tolist()
    made = records(Reuse, len(a), a=a, b=b, tokens=shared, edits=edits, direction=ways, reasons=reasons, relation=relations)
    return list(_parts(made, sizes))


def _turned(words: I64, rows: Mask) -> I64:
    """The words of both articles, changed about in some rows."""
    words = words.copy()
    words[rows] = words[rows][:, _TURNED]
    return words


def _parts(every: list[T], sizes: I64) -> Iterator[tuple[T, ...]]:
    """Yield the first of many, the next, and so on, as many each time as wanted."""
    ends = np.cumsum(sizes)
    return (tuple(every[begin:end]) for begin, end in zip((ends - sizes).tolist(), ends.tolist(), strict=True))


def _spans(first: I64, past: I64, tokens: Tokens) -> list[Span]:
    """The characters of words in a row."""
    return spans(tokens.start[first], tokens.end[past - 1])


def _edits(edited: I64, tokens: Tokens) -> list[Edit]:
    a, b = (_spans_or_none(edited[:, side], edited[:, side + 1], tokens) for side in (0, 2))
    ops = ["insert" if one is None else "delete" if other is None else "replace" for one, other in zip(a, b, strict=True)]
    return records(Edit, len(ops), op=ops, a=a, b=b)


def _spans_or_none(first: I64, past: I64, tokens: Tokens) -> list[Span | None]:
    """The same; None where no word stands."""
    some = first < past
    held = iter(_spans(first[some], past[some], tokens))
    return [next(held) if is_held else None for is_held in some.tolist()]


def _shares(both: I64, found: Alignments, begins: I64, tokens: Tokens) -> Iterator[tuple[int, tuple[int, int], bool]]:
    """Yield of each pair how many words it shares and each article has, and whether anything else stands between those shared."""
    docs = both.astype(np.int32)  # as `tokens.doc` has them, which is not copied then
    counts = np.searchsorted(tokens.doc, docs, side="right") - np.searchsorted(tokens.doc, docs)
    shared, edits = (np.add.reduceat(column, begins).tolist() if len(begins) else [] for column in (found.shared, found.edits))
    return ((words, (a, b), bool(many)) for words, (a, b), many in zip(shared, counts.tolist(), edits, strict=True))


def _known(
    articles: Sequence[Article],
    both: Sequence[tuple[int, int]],
    shares: Iterator[tuple[int, tuple[int, int], bool]],
    places: Iterator[tuple[tuple[Span, Span], ...]],
) -> Iterator[_Known]:
    """Yield what is known of each passage; marks of quotation are only looked for where they tell something."""
    for (first, other), (shared, words, is_edited), passages in zip(both, shares, places, strict=True):
        a, b = articles[first], articles[other]
        way, reasons = direction(a, b)
        relation = version(shared, words, edited=is_edited) or ("quotes" if _are_quoted(a, b, passages) else "excerpt")
        for here, there in passages:
            common = way and is_quotation(a.text, here) and is_quotation(b.text, there)
            yield (None, _QUOTED, relation) if common else (way, reasons, relation)


def _are_quoted(a: Article, b: Article, passages: tuple[tuple[Span, Span], ...]) -> bool:
    """Does every passage lie wholly inside quotation marks in one of the two?"""
    return all(is_quotation(a.text, here) for here, _ in passages) or all(is_quotation(b.text, there) for _, there in passages)
