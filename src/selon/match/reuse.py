"""Passages that stand in two articles: seeds, runs, alignment, direction.

The articles are put in one order of their own first (earliest known publication, then id), so the order they come in changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from selon.collector import resting
from selon.match.alignment import WIDE, Alignment, Ends, alignments
from selon.match.direction import direction, is_quotation, name_key
from selon.match.relations import relation
from selon.match.seeds import runs, thinned_runs
from selon.match.tokens import Tokens, tokens
from selon.model.article import Article
from selon.model.passage import Edit, Passage, Reuse
from selon.model.span import Span

_QUOTED = "the passage is a quotation in both: a common source"

# What two articles must share. Measured on 3,151 English articles, 900 of them edited from others: two articles on one event share a dozen
# words in pieces by chance of the same facts; a copy has twelve in a row or twenty in all.
_IN_A_ROW, _IN_ALL = 12, 20
_WORDS_AN_EDIT = 2.5  # in a passage of fewer shared words for each edit the pieces are names in a list
# Where every second word may be lost: shares of the two stretches that are in both, and words in all. Measured on the same articles.
_THINNED_SHORTER, _THINNED_LONGER, _THINNED_IN_ALL = 0.45, 0.35, 30


def reuses(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """The passages that two articles share, sorted by articles and place; `a.article_id < b.article_id`."""
    ordered = canonical(articles)
    words = tokens(ordered)
    counts = np.bincount(words.doc, minlength=len(ordered)).tolist()
    with resting():
        by_articles = by_pair(_passages(words, outlets(ordered)))
        found = [reuse for both, passages in by_articles for reuse in told(ordered, counts, both, passages)]
    return tuple(sorted(found, key=by_place))


def by_place(reuse: Reuse) -> tuple[str, str, Span, Span]:
    """What passages are sorted by."""
    return reuse.a.article_id, reuse.b.article_id, reuse.a.span, reuse.b.span


def canonical(articles: Iterable[Article]) -> list[Article]:
    """The articles, earliest first."""
    return sorted(articles, key=order)


def order(article: Article) -> tuple[str, str]:
    """What the articles are sorted by."""
    return (article.published.earliest if article.published else None) or "9999", article.id


def outlets(articles: Sequence[Article]) -> list[int]:
    """The number of each article's outlet, -1 where it is not known."""
    numbers: dict[str, int] = {}
    keys: dict[str, str] = {}
    for article in articles:
        if article.outlet and article.outlet not in keys:
            keys[article.outlet] = name_key(article.outlet)
    return [numbers.setdefault(keys[article.outlet], len(numbers)) if article.outlet else -1 for article in articles]


def _passages(words: Tokens, outlets: Sequence[int]) -> list[Alignment]:
    found = kept(alignments(runs(words, outlets), words), is_copied)
    known = numbers(found)
    return found + kept(alignments(thinned_runs(words, outlets, known), words, WIDE), is_thinned)


def numbers(passages: Iterable[Alignment]) -> NDArray[np.int64]:
    """The pairs of articles that share passages, as `seeds.pairs` numbers them, in order."""
    return np.array(sorted({one.articles[0] << 32 | one.articles[1] for one in passages}), np.int64)


def by_pair(passages: Iterable[Alignment]) -> Iterator[tuple[tuple[int, int], list[Alignment]]]:
    """Yield the passages of each two articles, which stand together, with the indices of these."""
    for both, found in groupby(passages, key=attrgetter("articles")):
        yield both, list(found)


def kept(passages: Iterable[Alignment], enough: Callable[[list[Alignment]], list[Alignment]]) -> list[Alignment]:
    """The passages of those pairs that share enough."""
    return [one for _, found in by_pair(passages) for one in enough(found)]


def is_copied(passages: list[Alignment]) -> list[Alignment]:
    """The passages of two articles, none if they share less than a copy does."""
    enough = (
        max(one.longest for one in passages) >= _IN_A_ROW
        or sum(one.shared for one in passages if one.shared >= _WORDS_AN_EDIT * len(one.edits)) >= _IN_ALL
    )
    return passages if enough else []


def is_thinned(passages: list[Alignment]) -> list[Alignment]:
    """The passages of which nearly all of one side stands in the other, none if they are too few words."""
    found = [one for one in passages if _is_dense(one)]
    return found if sum(one.shared for one in found) >= _THINNED_IN_ALL else []


def _is_dense(one: Alignment) -> bool:
    short, long = sorted(one.words)
    return one.shared >= _THINNED_SHORTER * short and one.shared >= _THINNED_LONGER * long


def told(articles: Sequence[Article], counts: Sequence[int], both: tuple[int, int], passages: Sequence[Alignment]) -> Iterator[Reuse]:
    """Yield the passages of two articles, each with its edits and direction; `counts` are the words of every article."""
    first, other = articles[both[0]], articles[both[1]]
    sizes = counts[both[0]], counts[both[1]]
    turned = first.id > other.id
    if turned:
        first, other, sizes = other, first, sizes[::-1]
    way, reasons = direction(first, other)
    places = [(Span(*one.b), Span(*one.a)) if turned else (Span(*one.a), Span(*one.b)) for one in passages]
    quoted = [(is_quotation(first.text, here), is_quotation(other.text, there)) for here, there in places]
    kind = relation(passages, sizes, quoted=any(map(all, zip(*quoted, strict=True))))
    for one, (here, there), marks in zip(passages, places, quoted, strict=True):
        common = way and all(marks)
        yield Reuse(
            a=Passage(article_id=first.id, span=here),
            b=Passage(article_id=other.id, span=there),
            tokens=one.shared,
            edits=tuple([_edit(b, a) if turned else _edit(a, b) for a, b in one.edits]),
            direction=None if common else way,
            reasons=(_QUOTED,) if common else reasons,
            relation=kind,
        )


def _edit(a: Ends | None, b: Ends | None) -> Edit:
    op = "insert" if a is None else "delete" if b is None else "replace"
    return Edit(op=op, a=a and Span(*a), b=b and Span(*b))
