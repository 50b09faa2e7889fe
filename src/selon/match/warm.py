"""Many articles held ready in memory, so that a new one is compared with all of them in some milliseconds.

`Warm` is a cache and nothing else: what `passages` finds for a new article is what `reuse.reuses` finds for it among all articles at once
(a test says so). A late article of early date may stand between the earliest holders of a passage; which older articles are linked to each
other may change by that, and only the whole run tells it.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np

from selon.match.alignment import WIDE, Alignments, alignments
from selon.match.anchors import anchors
from selon.match.direction import name_key
from selon.match.grams import INDEX, INDEX_BITS, grams, long_grams, long_words, seldom
from selon.match.reuse import by_place, canonical, is_copied, is_thinned, kept, order, outlets
from selon.match.runs import straight
from selon.match.seeds import FURNITURE, HOLDERS, thinned_pairs
from selon.match.tokens import I32, I64, U64, Tokens, tokens
from selon.match.told import told
from selon.model.article import Article
from selon.model.passage import Reuse

_LEAST_SEEDS = 2  # of an article that is looked at


@dataclass(frozen=True, slots=True, eq=False)
class Warm:
    """Articles in canonical order, their words, and the sorted keys of all their grams."""

    articles: list[Article]
    words: Tokens
    bounds: I64  # where the words of each article begin; one more at the end
    outlets: I32
    names: dict[str, int]  # the number of each outlet
    keys: U64  # of five words in a row
    long: I32  # the words that are long
    long_doc: I32  # their articles
    long_keys: U64  # of long words

    @staticmethod
    def of(articles: Iterable[Article]) -> "Warm":
        """The articles, read and sorted."""
        ordered = canonical(articles)
        words = tokens(ordered)
        long = long_words(words)
        keys, long_keys = grams(words), long_grams(words, long)
        keys, long_keys = _sorted(keys, words.doc), _sorted(long_keys, words.doc[long])
        bounds = np.searchsorted(words.doc, np.arange(len(ordered) + 1, dtype=np.int32))
        named = outlets(ordered)
        names = {name_key(one.outlet): number for one, number in zip(ordered, named.tolist(), strict=True) if one.outlet}
        return Warm(ordered, words, bounds, named, names, keys, long, words.doc[long], long_keys)


def passages(held: Warm, article: Article) -> tuple[Reuse, ...]:
    """The passages that a new article shares with those that are held, as `reuse.reuses` would tell them of all together."""
    rank = bisect_left(held.articles, order(article), key=order)
    words = tokens([article])
    long = long_words(words)
    outlet = held.names.get(name_key(article.outlet), -1) if article.outlet else -1
    close = _seeds(held.keys, held.words.doc, _sorted(grams(words), words.doc), rank, outlet, held.outlets)
    wide = _seeds(held.long_keys, held.long_doc, _sorted(long_grams(words, long), words.doc[long]), rank, outlet, held.outlets)
    doc = np.concatenate((held.words.doc[close[0]], held.long_doc[wide[0]]))
    met, counts = np.unique(doc, return_counts=True)
    met = met[counts >= _LEAST_SEEDS]
    some = _Some.of(held, met, words, rank)
    found = _close(some, close)
    pairs = thinned_pairs([some.sides(held.long_doc[wide[0]])], found.pair)
    thinned = kept(alignments(anchors(some.words, long_words(some.words), pairs), some.words, WIDE), is_thinned)
    articles = [held.articles[at] for at in met[: some.rank]] + [article] + [held.articles[at] for at in met[some.rank :]]
    return tuple(sorted(chain.from_iterable(told(articles, some.words, found) + told(articles, some.words, thinned)), key=by_place))


@dataclass(frozen=True, slots=True, eq=False)
class _Some:
    """The new article and those it may share passages with, as a small collection of their own in canonical order."""

    words: Tokens
    met: I32  # the held articles, by their index there
    rank: int  # index of the new article here
    shift: I64  # for each held article of `met`: its words here less its words there
    first: int  # the first word of the new article here

    @staticmethod
    def of(held: Warm, met: I32, new: Tokens, rank: int) -> "_Some":
        here = int(np.searchsorted(met, rank))
        parts = [slice(int(held.bounds[at]), int(held.bounds[at + 1])) for at in met]
        sizes = [part.stop - part.start for part in parts]
        sizes.insert(here, len(new.hashes))
        begins = np.cumsum([0, *sizes])
        columns = []
        for name in ("hashes", "start", "end", "opens"):
            column = [getattr(held.words, name)[part] for part in parts]
            column.insert(here, getattr(new, name))
            columns.append(np.concatenate(column))
        hashes, start, end, opens = columns
        doc = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        others = np.delete(begins[:-1], here)
        shift = others - np.array([part.start for part in parts], np.int64)
        return _Some(Tokens(hashes, start, end, doc, opens), met, here, shift, int(begins[here]))

    def sides(self, docs: I32) -> tuple[I32, I32]:
        """For seeds with held articles the numbers of both articles here, the earlier first; articles that are not here are left out."""
        there = np.searchsorted(self.met, docs)
        there = there[(there < len(self.met)) & (self.met[np.minimum(there, len(self.met) - 1)] == docs)] if len(self.met) else there[:0]
        there = np.where(there >= self.rank, there + 1, there).astype(np.int32)
        own = np.full(len(there), self.rank, np.int32)
        return np.minimum(there, own), np.maximum(there, own)


def _close(some: _Some, seeds: tuple[I64, I64, I32]) -> Alignments:
    """The passages by five words in a row."""
    at, new, docs = seeds
    place = np.searchsorted(some.met, docs)
    keep = (place < len(some.met)) & (some.met[np.minimum(place, len(some.met) - 1)] == docs) if len(some.met) else np.zeros(len(at), bool)
    here, there = at[keep] + some.shift[place[keep]], new[keep] + some.first
    first, other = np.minimum(here, there), np.maximum(here, there)
    return kept(alignments(straight([(first.astype(np.int32), other.astype(np.int32))], some.words), some.words), is_copied)


def _seeds(keys: U64, doc: I32, new: U64, rank: int, outlet: int, outlets: I32) -> tuple[I64, I64, I32]:
    """The seeds of a new article, by the rules of `seeds.seeds`: gram there, gram here, article there."""
    prefix = new >> np.uint64(INDEX_BITS)
    begin = np.searchsorted(keys, prefix << np.uint64(INDEX_BITS))
    sizes = np.zeros(len(new), np.int64)
    known = (
        np.flatnonzero(keys[np.minimum(begin, len(keys) - 1)] >> np.uint64(INDEX_BITS) == prefix) if len(keys) else np.empty(0, np.int64)
    )
    sizes[known] = np.searchsorted(keys, new[known] | np.uint64(INDEX), side="right") - begin[known]
    offsets = np.cumsum(sizes) - sizes
    group = np.repeat(np.arange(len(new)), sizes)
    place = np.arange(len(group)) - offsets[group]  # among the holders of its gram
    at = (keys[begin[group] + place] & np.uint64(INDEX)).astype(np.int64)
    docs = doc[at]
    before = docs < rank
    earlier = np.bincount(group[before], minlength=len(new)) + _said_already(prefix)
    linked = np.where(before, place < HOLDERS, earlier[group] < HOLDERS)
    if outlet >= 0:
        same = outlets[docs] == outlet
        fresh = np.ones(len(docs), bool)
        fresh[1:] = (docs[1:] != docs[:-1]) | (group[1:] != group[:-1])
        formula = np.bincount(group[same & fresh], minlength=len(new)) + 1 >= FURNITURE
        linked &= ~(same & formula[group])
    return at[linked], (new & np.uint64(INDEX)).astype(np.int64)[group[linked]], docs[linked]


def _sorted(keys: U64, doc: I32) -> U64:
    keys.sort()
    return seldom(keys, doc)


def _said_already(prefix: U64) -> I64:
    """For each gram how often it stands before in the same article."""
    order_of = np.argsort(prefix, kind="stable")
    ranked = prefix[order_of]
    opens = np.ones(len(ranked), bool)
    opens[1:] = ranked[1:] != ranked[:-1]
    begin = np.maximum.accumulate(np.where(opens, np.arange(len(ranked)), 0)) if len(ranked) else np.empty(0, np.int64)
    counts = np.empty(len(ranked), np.int64)
    counts[order_of] = np.arange(len(ranked)) - begin
    return counts
