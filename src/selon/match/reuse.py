"""Passages that stand in two articles: seeds, runs, alignment, direction.

The articles are put in one order of their own first (earliest known publication, then id), so the order they come in changes nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

import numpy as np

from selon.collector import resting
from selon.match.alignment import CLOSE, WIDE, Alignments, alignments
from selon.match.anchors import thinned_runs
from selon.match.direction import name_key
from selon.match.rows import groups, stretches
from selon.match.runs import Runs, runs
from selon.match.tokens import I32, I64, Mask, Tokens, tokens
from selon.match.told import told
from selon.model.article import Article
from selon.model.memo import NOTHING, Memo
from selon.model.passage import Reuse

_Enough = Callable[[Alignments], Mask]
_Reuses = tuple[Reuse, ...]

# What two articles must share. Measured on 3,151 English articles, 900 of them edited from others: two articles on one event share a dozen
# words in pieces by chance of the same facts; a copy has twelve in a row or twenty in all.
_IN_A_ROW, _IN_ALL = 12, 20
_WORDS_AN_EDIT = 2.5  # in a passage of fewer shared words for each edit the pieces are names in a list
# Where every second word may be lost: shares of the two stretches that are in both, and words in all. Measured on the same articles.
_THINNED_SHORTER, _THINNED_LONGER, _THINNED_IN_ALL = 0.45, 0.35, 30


def reuses(articles: Sequence[Article], memo: Memo = NOTHING) -> tuple[Reuse, ...]:
    """The passages that two articles share, sorted by articles and place; `a.article_id < b.article_id`.

    `memo`: what was found before between two articles, by what they are and where words of both are the same.
    """
    ordered = canonical(articles)
    words, named = tokens(ordered), outlets(ordered)
    with resting():
        between = Between(ordered, words, memo)
        known, copied = between.told("copied", runs(words, named), CLOSE, is_copied)
        _, thinned = between.told("thinned", thinned_runs(words, named, known), WIDE, is_thinned)
        return tuple(sorted(chain.from_iterable(copied + thinned), key=by_place))


class Between:
    """What stands between two articles of many."""

    def __init__(self, articles: Sequence[Article], words: Tokens, memo: Memo) -> None:
        self._articles, self._words, self._memo = articles, words, memo
        self._begins = np.searchsorted(words.doc, np.arange(len(articles), dtype=np.int32))  # of the words of each
        self._digests: dict[int, bytes] = {}

    def told(self, kind: str, runs: Runs, gaps: tuple[int, int], enough: _Enough) -> tuple[I64, list[_Reuses]]:
        """The pairs of articles of which the runs of shared words make enough, in order, and the passages of each."""
        begins, sizes = groups(runs.pair)
        pairs = runs.pair[begins]

        def made(wanted: Sequence[int]) -> list[_Reuses]:
            some = runs if len(wanted) == len(begins) else runs.of(stretches(begins[wanted], sizes[wanted]))
            found = kept(alignments(some, self._words, gaps), enough)
            by_pair = dict(zip(found.pair[groups(found.pair)[0]].tolist(), told(self._articles, self._words, found), strict=True))
            return [by_pair.get(pair, ()) for pair in pairs[wanted].tolist()]

        rests = self._rests(runs, pairs, begins, sizes) if self._memo.is_kept else range(len(begins))
        found = self._memo.many(kind, rests, _Reuses, made)
        return pairs[[bool(passages) for passages in found]], [passages for passages in found if passages]

    def _rests(self, runs: Runs, pairs: I64, begins: I64, sizes: I64) -> list[bytes]:
        """What the passages of each two articles rest on: these, and where in them words are the same."""
        both = np.divmod(pairs, 1 << 32)
        places = [side - np.repeat(self._begins[at], sizes) for side, at in zip((runs.first, runs.other), both, strict=True)]
        where = np.stack((*places, runs.words), axis=1).astype(np.int32)
        raw, row = where.tobytes(), where.itemsize * where.shape[1]
        ends = (begins * row).tolist(), ((begins + sizes) * row).tolist()
        return [
            self._digest(a) + self._digest(b) + raw[begin:end]
            for a, b, begin, end in zip(*(side.tolist() for side in both), *ends, strict=True)
        ]

    def _digest(self, at: int) -> bytes:
        if at not in self._digests:
            self._digests[at] = self._memo.digest(self._articles[at])
        return self._digests[at]


def by_place(reuse: Reuse) -> tuple[str, str, int, int, int, int]:
    """What passages are sorted by."""
    a, b = reuse.a, reuse.b
    return a.article_id, b.article_id, a.span.start, a.span.end, b.span.start, b.span.end


def canonical(articles: Iterable[Article]) -> list[Article]:
    """The articles, earliest first."""
    return sorted(articles, key=order)


def order(article: Article) -> tuple[str, str]:
    """What the articles are sorted by."""
    return (article.published.earliest if article.published else None) or "9999", article.id


def outlets(articles: Sequence[Article]) -> I32:
    """The number of each article's outlet, -1 where it is not known."""
    numbers: dict[str, int] = {}
    keys: dict[str, str] = {}
    for article in articles:
        if article.outlet and article.outlet not in keys:
            keys[article.outlet] = name_key(article.outlet)
    named = [numbers.setdefault(keys[article.outlet], len(numbers)) if article.outlet else -1 for article in articles]
    return np.array(named, np.int32)


def kept(found: Alignments, enough: _Enough) -> Alignments:
    """The passages of those pairs that share enough."""
    return found.of(enough(found))


def is_copied(found: Alignments) -> Mask:
    """All passages of two articles, none if they share less than a copy does."""
    begins, sizes = groups(found.pair)
    if not len(begins):
        return np.empty(0, bool)
    close = np.where(found.shared >= _WORDS_AN_EDIT * found.edits, found.shared, 0)
    enough = (np.maximum.reduceat(found.longest, begins) >= _IN_A_ROW) | (np.add.reduceat(close, begins) >= _IN_ALL)
    return np.repeat(enough, sizes)


def is_thinned(found: Alignments) -> Mask:
    """The passages of which nearly all of one side stands in the other, none if they are too few words."""
    begins, sizes = groups(found.pair)
    if not len(begins):
        return np.empty(0, bool)
    a, b = (found.words[:, side + 1] - found.words[:, side] for side in (0, 2))
    dense: Mask = (found.shared >= _THINNED_SHORTER * np.minimum(a, b)) & (found.shared >= _THINNED_LONGER * np.maximum(a, b))
    enough = np.add.reduceat(np.where(dense, found.shared, 0), begins) >= _THINNED_IN_ALL
    return dense & np.repeat(enough, sizes)
