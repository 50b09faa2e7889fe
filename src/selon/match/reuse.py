"""Passages that stand in two articles: seeds, runs, alignment, direction.

The articles are put in one order of their own first (earliest known publication, then id), so the order they come in changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from selon.collector import resting
from selon.match.alignment import CLOSE, WIDE, Alignment, Ends, alignments
from selon.match.direction import direction, is_quotation, name_key
from selon.match.relations import relation
from selon.match.seeds import Runs, runs, thinned_runs
from selon.match.tokens import Tokens, tokens
from selon.model.article import Article
from selon.model.memo import NOTHING, Memo
from selon.model.passage import Edit, Passage, Reuse
from selon.model.span import Span

_Enough = Callable[[list[Alignment]], list[Alignment]]
_Reuses = tuple[Reuse, ...]

_QUOTED = "the passage is a quotation in both: a common source"

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
        copied = between.told("copied", runs(words, named), CLOSE, is_copied)
        known = np.array(sorted(first << 32 | other for (first, other), found in copied.items() if found), np.int64)
        thinned = between.told("thinned", thinned_runs(words, named, known), WIDE, is_thinned)
    return tuple(sorted(chain.from_iterable((*copied.values(), *thinned.values())), key=by_place))


class Between:
    """What stands between two articles of many."""

    def __init__(self, articles: Sequence[Article], words: Tokens, memo: Memo) -> None:
        self._articles, self._words, self._memo = articles, words, memo
        self._begins = np.searchsorted(words.doc, np.arange(len(articles) + 1, dtype=np.int32))
        self._counts = np.diff(self._begins).tolist()
        self._digests: dict[int, bytes] = {}

    def told(self, kind: str, runs: Runs, gaps: tuple[int, int], enough: _Enough) -> dict[tuple[int, int], tuple[Reuse, ...]]:
        """By the indices of two articles, the passages of them that runs of shared words make, where these are enough."""
        opens = np.flatnonzero(np.diff(runs.pair, prepend=-1))
        ends = [*opens[1:].tolist(), len(runs.pair)]
        rows = [slice(begin, end) for begin, end in zip(opens.tolist(), ends, strict=True)] if len(opens) else []
        both = [(one >> 32, one & 0xFFFFFFFF) for one in runs.pair[opens].tolist()]

        def made(wanted: Sequence[int]) -> list[tuple[Reuse, ...]]:
            some = np.concatenate([np.arange(rows[one].start, rows[one].stop) for one in wanted] or [np.empty(0, np.int64)])
            found = dict(by_pair(kept(alignments(runs.of(some), self._words, gaps), enough)))
            return [tuple(told(self._articles, self._counts, both[one], found[both[one]])) if both[one] in found else () for one in wanted]

        rests = [self._rests(pair, runs, part) for pair, part in zip(both, rows, strict=True)] if self._memo.is_kept else both
        return dict(zip(both, self._memo.many(kind, rests, _Reuses, made), strict=True))

    def _rests(self, both: tuple[int, int], runs: Runs, part: slice) -> object:
        """What the passages of two articles rest on: these, and where in them words are the same."""
        first, other = (side[part] - self._begins[at] for side, at in zip((runs.first, runs.other), both, strict=True))
        return [self._digest(at) for at in both], first.tobytes(), other.tobytes(), runs.words[part].tobytes()

    def _digest(self, at: int) -> bytes:
        if at not in self._digests:
            self._digests[at] = self._memo.digest(self._articles[at])
        return self._digests[at]


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
