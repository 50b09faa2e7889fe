"""Where two articles share five words in a row, and the straight runs those places make.

Every 5-gram of words is hashed; equal hashes in two articles are seeds; seeds on one diagonal that touch are a run. A gram that stands in
many articles is not dropped: each of its holders is paired with the earliest ones, so a dispatch that a thousand reprint stays linked
to where it came from, and the work stays linear. Source: seed and extend as in Altschul et al. 1990 (BLAST); word n-grams as in Smith,
Cordell and Mullen 2015 (passim). Not done yet: a second source of candidates for texts that lost every second word.
"""

from collections.abc import Sequence

import numpy as np

from selon.match.tokens import I64, U64, Tokens, mixed

WORDS = 5  # a gram; in others' measurements on 6,300 real and edited articles 4 gave a fifth wrong pairs, 5 one in a thousand
_HOLDERS = 48  # earliest holders each later holder of a gram is paired with
_LEAST_WORDS = 12  # shared by two articles in runs, else they are not looked at: below it, set phrases
_FURNITURE = 8  # articles of one outlet with one gram: that outlet's own furniture or formula, between two of its articles
_STEP = 0xD1342543DE82EF95


class Runs:
    """Runs of shared words, sorted by pair of articles and place: `first[k]` and `other[k]` are token indices, `words[k]` long."""

    def __init__(self, first: I64, other: I64, words: I64, pair: I64) -> None:
        self.first, self.other, self.words, self.pair = first, other, words, pair


def runs(tokens: Tokens, outlets: Sequence[int]) -> Runs:
    """The straight runs that two articles share; the articles must stand in canonical order, earliest first.

    Args:
        tokens: of all articles.
        outlets: for each article the number of its outlet, -1 where it is not known.
    """
    first, other = _seeds(tokens, np.asarray(outlets, np.int64))
    count = int(tokens.doc[-1]) + 1 if len(tokens.doc) else 1
    pair = tokens.doc[first] * count + tokens.doc[other]
    keep = _frequent(pair, 2)
    first, other, pair = first[keep], other[keep], pair[keep]
    diagonal = tokens.place[other] - tokens.place[first]
    order = np.lexsort((first, diagonal, pair))
    first, other, pair, diagonal = first[order], other[order], pair[order], diagonal[order]
    place = tokens.place[first]
    breaks = np.ones(len(first), bool)
    breaks[1:] = (pair[1:] != pair[:-1]) | (diagonal[1:] != diagonal[:-1]) | (place[1:] - place[:-1] > WORDS)
    begin = np.flatnonzero(breaks)
    last = np.append(begin[1:], len(first)) - 1 if len(begin) else begin
    words = first[last] - first[begin] + WORDS
    return _enough(Runs(first[begin], other[begin], words, pair[begin]))


def grams(tokens: Tokens) -> tuple[U64, I64]:
    """The hash of every gram that lies in one stretch of text, and the index of its first word."""
    size = max(0, len(tokens.hashes) - WORDS + 1)
    total = np.zeros(size, np.uint64)
    step = np.uint64(_STEP)
    for k in range(WORDS):
        total = total * step + tokens.hashes[k : size + k]
    whole = np.flatnonzero(tokens.place[WORDS - 1 :] - tokens.place[:size] == WORDS - 1) if size else np.empty(0, np.int64)
    return mixed(total[whole]), whole


def _seeds(tokens: Tokens, outlets: I64) -> tuple[I64, I64]:
    hashes, at = grams(tokens)
    hashes, at = _repeated(hashes, at)
    order = np.lexsort((at, hashes))
    hashes, at = hashes[order], at[order]
    doc = tokens.doc[at]
    index = np.arange(len(at), dtype=np.int64)
    opens = np.ones(len(at), bool)
    opens[1:] = hashes[1:] != hashes[:-1]
    begin = np.maximum.accumulate(np.where(opens, index, 0))
    partners = np.minimum(index - begin, _HOLDERS)
    right = np.repeat(index, partners)
    offset = np.arange(len(right), dtype=np.int64) - np.repeat(np.cumsum(partners) - partners, partners)
    left = begin[right] + offset
    keep = doc[left] != doc[right]
    left, right = left[keep], right[keep]
    formula = _formulas(begin, doc, outlets)
    same = (outlets[doc[left]] == outlets[doc[right]]) & (outlets[doc[left]] >= 0)
    keep = ~(same & formula[left])
    return at[left[keep]], at[right[keep]]


def _repeated(hashes: U64, at: I64) -> tuple[U64, I64]:
    """Without most of the grams that stand once: a table of counters by the first bits of the hash drops them before they are sorted."""
    bits = min(24, len(hashes).bit_length() + 1)
    bucket = (hashes >> np.uint64(64 - bits)).astype(np.int64)
    keep = (np.bincount(bucket, minlength=1 << bits) > 1)[bucket]
    return hashes[keep], at[keep]


def _formulas(begin: I64, doc: I64, outlets: I64) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """For each posting: is its gram in `_FURNITURE` articles or more of its own outlet?"""
    if not len(begin) or outlets.max(initial=-1) < 0:
        return np.zeros(len(begin), bool)
    outlet = outlets[doc]
    order = np.lexsort((doc, outlet, begin))
    b, o, d = begin[order], outlet[order], doc[order]
    fresh = np.ones(len(b), bool)
    fresh[1:] = (b[1:] != b[:-1]) | (o[1:] != o[:-1])
    group = np.cumsum(fresh) - 1
    new = np.ones(len(b), bool)
    new[1:] = fresh[1:] | (d[1:] != d[:-1])
    many = np.bincount(group[new]) >= _FURNITURE
    result = np.zeros(len(begin), bool)
    result[order] = many[group]
    return result


def _frequent(keys: I64, least: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    _, back, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return np.asarray(counts[back] >= least)


def _enough(runs: Runs) -> Runs:
    _, back = np.unique(runs.pair, return_inverse=True)
    keep = np.bincount(back, weights=runs.words)[back] >= _LEAST_WORDS if len(back) else np.zeros(0, bool)
    order = np.flatnonzero(keep)
    order = order[np.lexsort((runs.other[order], runs.first[order], runs.pair[order]))]
    return Runs(runs.first[order], runs.other[order], runs.words[order], runs.pair[order])
