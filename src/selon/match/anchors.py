"""Where two articles share few words in a row: their long words that stand once in both.

Source: anchors of unique lines as in patience diff (Bram Cohen).
"""

from dataclasses import dataclass

import numpy as np

from selon.match.grams import long_grams, long_words
from selon.match.rows import groups, stretches
from selon.match.runs import Runs
from selon.match.seeds import postings, seeds, thinned_pairs
from selon.match.sorting import order_by
from selon.match.tokens import I32, I64, U64, Tokens

_HASH_BITS = 32  # of a key, by which words are told apart; the others tell the article and the place in it
_MOST_PAIRS = 1 << 12  # at a time, to stay small; the result does not depend on it
_HASH, _OTHER = np.uint64(32), 0xFFFFFFFF  # of a word: the article's rank, then the hash; of a pair: the second article


def thinned_runs(tokens: Tokens, outlets: I32, known: I64) -> Runs:
    """The words that stand once in both of two articles, of pairs that are not `known` and share some grams of long words."""
    long = long_words(tokens)
    doc = tokens.doc[long]
    found = seeds(postings(long_grams(tokens, long)), doc, outlets)
    return anchors(tokens, long, thinned_pairs(((doc[first], doc[other]) for first, other in found), known))


def anchors(tokens: Tokens, long: I32, met: I64) -> Runs:
    """The long words that stand once in both articles of each pair; a run here is one word."""
    bounds = np.searchsorted(tokens.doc[long], np.arange(int((met & _OTHER).max(initial=0)) + 2, dtype=np.int32))
    room = _HASH_BITS - 1 - int(np.diff(bounds).max(initial=0)).bit_length()
    most = min(_MOST_PAIRS, 1 << max(0, room))
    found = [_in_both(tokens, long, bounds, met[at : at + most]) for at in range(0, len(met), most)]
    here, there, pair = (np.concatenate([np.empty(0, np.int64), *columns]) for columns in zip(*found, strict=True)) if found else [met] * 3
    return Runs(here, there, np.ones(len(pair), np.int64), pair)


def _in_both(tokens: Tokens, long: I32, bounds: I64, met: I64) -> tuple[I64, I64, I64]:
    """The places of a word in the first article and in the other, and the pair of these, in the order of pair and place."""
    docs, ranks = np.unique(np.concatenate((met >> 32, met & _OTHER)), return_inverse=True)
    first, other = ranks[: len(met)], ranks[len(met) :]
    once = _Once.of(tokens, long, bounds[docs], bounds[docs + 1])
    sizes = once.sizes[first]
    ours = stretches(once.begins[first], sizes)
    pair = np.repeat(np.arange(len(met)), sizes)
    wanted = (once.words[ours] & np.uint64(_OTHER)) | (other[pair].astype(np.uint64) << _HASH)
    theirs = np.minimum(np.searchsorted(once.words, wanted), len(once.words) - 1)
    met_again = np.flatnonzero(once.words[theirs] == wanted)
    pair, here, there = pair[met_again], once.place[ours[met_again]], once.place[theirs[met_again]]
    order = order_by(pair, here)
    return here[order], there[order], met[pair[order]]


@dataclass(frozen=True, slots=True, eq=False)
class _Once:
    """The long words that stand once in their article, of some articles, sorted by these and by hash."""

    words: U64
    place: I64
    begins: I64  # of each article
    sizes: I64

    @staticmethod
    def of(tokens: Tokens, long: I32, begins: I64, ends: I64) -> "_Once":
        """Of the articles whose long words are those from `begins` to `ends`."""
        sizes = ends - begins
        bits = np.uint64(int(sizes.max(initial=0)).bit_length())
        article = np.repeat(np.arange(len(sizes)), sizes)
        rows = stretches(begins, sizes)
        keys = (article.astype(np.uint64) << _HASH) | (tokens.hashes[long[rows]] >> _HASH)
        keys <<= bits
        keys |= (rows - begins[article]).astype(np.uint64)
        keys.sort()
        words = keys >> bits
        at, counts = groups(words)
        at = at[counts == 1]
        words = words[at]
        article = (words >> _HASH).astype(np.int64)
        within = (keys[at] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
        kept = np.bincount(article, minlength=len(sizes))
        return _Once(words, long[begins[article] + within].astype(np.int64), np.cumsum(kept) - kept, kept)
