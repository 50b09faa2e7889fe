"""Passages that stand in two articles: seeds, runs, chains, edit scripts, direction.

The articles are put in one order of their own first (earliest known publication, then id), so the order they come in changes nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from selon.match.chains import Run, chains
from selon.match.direction import direction, is_quotation, name_key
from selon.match.edges import widened
from selon.match.edits import edits, span
from selon.match.seeds import runs
from selon.match.tokens import Tokens, tokens
from selon.model.article import Article
from selon.model.passage import Passage, Reuse

_QUOTED = "the passage is a quotation in both: a common source"


def reuses(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """The passages that two articles share, sorted by articles and place; `a.article_id < b.article_id`."""
    ordered = sorted(articles, key=lambda article: (_earliest(article), article.id))
    words = tokens(ordered)
    found: list[Reuse] = []
    for (first, other), passages in groupby(_passages(words, ordered), key=lambda passage: passage[:2]):
        found += _between(ordered[first], ordered[other], [chain for _, _, chain in passages], words)
    return tuple(sorted(found, key=lambda reuse: (reuse.a.article_id, reuse.b.article_id, reuse.a.span, reuse.b.span)))


def _earliest(article: Article) -> str:
    return (article.published.earliest if article.published else None) or "9999"


def _passages(words: Tokens, articles: Sequence[Article]) -> Iterator[tuple[int, int, list[Run]]]:
    """Yield one chain a passage, with the indices of its two articles."""
    shared = runs(words, _outlets(articles))
    rows = zip(shared.pair.tolist(), shared.first.tolist(), shared.other.tolist(), shared.words.tolist(), strict=True)
    for _, group in groupby(rows, key=lambda row: row[0]):
        links = [Run(a, b, count) for _, a, b, count in group]
        first, other = int(words.doc[links[0].a]), int(words.doc[links[0].b])
        for chain in chains(links):
            yield first, other, widened(chain, words)


def _outlets(articles: Sequence[Article]) -> list[int]:
    numbers: dict[str, int] = {}
    return [numbers.setdefault(name_key(article.outlet), len(numbers)) if article.outlet else -1 for article in articles]


def _between(first: Article, other: Article, passages: list[list[Run]], words: Tokens) -> Iterator[Reuse]:
    """Yield the passages of two articles, each with its direction."""
    if first.id > other.id:
        first, other = other, first
        passages = [[Run(run.b, run.a, run.words) for run in chain] for chain in passages]
    way, reasons = direction(first, other)
    for chain in passages:
        here, there = _passage(first, chain, words, side=0), _passage(other, chain, words, side=1)
        script, between = edits(chain, words) if len(chain) > 1 else ((), 0)
        shared = sum(run.words for run in chain) + between
        quoted = way and is_quotation(first.text, here.span) and is_quotation(other.text, there.span)
        told = (None, (_QUOTED,)) if quoted else (way, reasons)
        yield Reuse(a=here, b=there, tokens=shared, edits=script, direction=told[0], reasons=told[1])


def _passage(article: Article, chain: list[Run], words: Tokens, *, side: int) -> Passage:
    first, last = ((run.a, run.b)[side] for run in (chain[0], chain[-1]))
    where = span(words, first, last + chain[-1].words)
    assert where is not None  # a chain has words
    return Passage(article_id=article.id, span=where)
