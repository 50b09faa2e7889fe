"""Reuse in two halves, for more articles than one process holds: the grams of each article, and the passages of pairs that met by them.

Between the two halves stands a join that any engine makes (`engine/sql/met.sql`); it keeps the rules of `seeds.seeds`: each holder of a
gram meets the earliest ones, no outlet its own furniture. What comes out is what `reuse.reuses` finds in all articles at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from selon.collector import resting
from selon.match.alignment import WIDE, alignments
from selon.match.anchors import anchors
from selon.match.direction import name_key
from selon.match.grams import INDEX, INDEX_BITS, grams, long_grams, long_words, seldom
from selon.match.reuse import by_place, is_copied, is_thinned, kept, order
from selon.match.runs import straight
from selon.match.seeds import pairs
from selon.match.tokens import I32, I64, U64, tokens
from selon.match.told import told
from selon.model.article import Article
from selon.model.passage import Reuse


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """The grams of some articles: three columns of one length."""

    article: I64  # its index among those that were given
    hash: I64
    place: I64  # of the first word, among the words of its article


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """Where articles share grams; the index of an article and the place in it, for both, the earlier article first."""

    first: I64
    first_place: I64
    other: I64
    other_place: I64


def grams_of(articles: Sequence[Article]) -> tuple[Grams, Grams]:
    """The grams of words in a row and those of long words, of each article alone."""
    words = tokens(articles)
    long = long_words(words)
    return _grams(grams(words), words.doc, len(articles)), _grams(long_grams(words, long), words.doc[long], len(articles))


def outlet_key(article: Article) -> str | None:
    """What is equal for one outlet under its spellings; None where the outlet is not known."""
    return name_key(article.outlet) if article.outlet else None


def earliest(article: Article) -> str:
    """What articles are ordered by, before their id."""
    return order(article)[0]


def reuses_of(articles: Sequence[Article], close: Met, long: tuple[I64, I64]) -> list[Reuse]:
    """The passages of pairs that met, sorted as `reuse.reuses` sorts them.

    Args:
        articles: all that stand in the pairs, in canonical order, earliest first; indices count in it.
        close: where they share words in a row.
        long: the pairs that share enough grams of long words, each once.
    """
    words = tokens(articles)
    begins = np.searchsorted(words.doc, np.arange(len(articles), dtype=np.int32))
    first, other = (
        (begins[doc] + place).astype(np.int32) for doc, place in ((close.first, close.first_place), (close.other, close.other_place))
    )
    close_enough = kept(alignments(straight([(first, other)], words), words), is_copied)
    met = np.setdiff1d(pairs(*(_small(one) for one in long)), close_enough.pair)
    thinned = kept(alignments(anchors(words, long_words(words), met), words, WIDE), is_thinned)
    with resting():
        found = told(articles, words, close_enough) + told(articles, words, thinned)
        return sorted(chain.from_iterable(found), key=by_place)


def _grams(keys: U64, doc: I32, articles: int) -> Grams:
    few = seldom(np.sort(keys), doc)
    if len(few) < len(keys):
        keys = few[np.argsort(few & np.uint64(INDEX))]
    at = (keys & np.uint64(INDEX)).astype(np.int64)
    article = doc[at].astype(np.int64)
    begins = np.searchsorted(doc, np.arange(articles, dtype=np.int32))
    return Grams(article, (keys >> np.uint64(INDEX_BITS)).astype(np.int64), at - begins[article])


def _small(indices: I64) -> NDArray[np.int32]:
    return indices.astype(np.int32)
