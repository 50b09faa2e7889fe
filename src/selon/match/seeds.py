"""Where two articles share words in a row, or their long words.

Every 5-gram of words is hashed; equal hashes in two articles are seeds. A text that lost every second word has hardly any 5 words in a row
left: for such pairs grams of four long words are the seeds, whatever short words stand between. A gram that stands in many articles is not
dropped: each of its holders is paired with the earliest ones, so a dispatch that a thousand reprint stays linked to where it came from, and
the work stays linear.

Source: seed and extend as in Altschul et al. 1990 (BLAST); word n-grams as in Smith, Cordell and Mullen 2015 (passim).
"""

from collections.abc import Iterable, Iterator

import numpy as np

from selon.match.grams import INDEX, INDEX_BITS, seldom
from selon.match.rows import groups, portions
from selon.match.sorting import order_by
from selon.match.tokens import I32, I64, U64, Mask

HOLDERS = 48  # earliest holders each later holder of a gram is paired with
FURNITURE = 8  # articles of one outlet with one gram: that outlet's own furniture or formula, between two of its articles
_LEAST_LONG_GRAMS = 3  # of long words, shared by two articles that are then looked at

Seeds = Iterable[tuple[I32, I32]]  # two columns, the earlier article first, some rows at a time


def postings(keys: U64) -> U64:
    """The keys of grams that stand twice or more, sorted; `keys` are sorted in place."""
    keys.sort()
    again = np.zeros(len(keys), bool)
    for part in portions(len(keys) - 1):
        met = (keys[part] ^ keys[part.start + 1 : part.stop + 1]) <= INDEX
        again[part] |= met
        again[part.start + 1 : part.stop + 1] |= met
    return keys[again]


def seeds(keys: U64, doc: I32, outlets: I32) -> Iterator[tuple[I32, I32]]:
    """Yield the pairs of gram indices that stand in two articles under one hash: each with the earliest holders, without furniture."""
    keys = seldom(keys, doc)
    at = (keys & np.uint64(INDEX)).astype(np.int32)
    opens, sizes = groups(keys >> np.uint64(INDEX_BITS))
    begin = np.repeat(opens.astype(np.int32), sizes)
    holder = doc[at]
    formula = _formulas(begin, np.repeat(sizes >= FURNITURE, sizes), holder, outlets)
    for part in portions(len(at)):
        left, right = _met(part, begin[part])
        a, b = holder[left], holder[right]
        keep = a != b
        if formula is not None:
            keep &= ~(formula[left] & (outlets[a] == outlets[b]))
        yield at[left[keep]], at[right[keep]]


def thinned_pairs(met: Seeds, known: I64) -> I64:
    """The pairs, in order, that have enough seeds of long words and are not `known`; the articles of each seed are given."""
    every = np.concatenate([np.empty(0, np.int64), *(pairs(first, other) for first, other in met)])
    every.sort()
    opens, sizes = groups(every)
    pair = every[opens[sizes >= _LEAST_LONG_GRAMS]]
    return pair[~np.isin(pair, known)]


def pairs(first: I32, other: I32) -> I64:
    """One number for two articles."""
    return (first.astype(np.int64) << 32) | other


def _met(part: slice, begin: I32) -> tuple[I32, I32]:
    """Some postings, each with the earliest ones of its gram, of which the first stands at `begin`."""
    index = np.arange(part.start, part.stop, dtype=np.int32)
    partners = np.minimum(index - begin, HOLDERS)
    right = np.repeat(index, partners)
    shift = begin - (np.cumsum(partners, dtype=np.int32) - partners)
    return np.repeat(shift, partners) + np.arange(len(right), dtype=np.int32), right


def _formulas(begin: I32, often: Mask, doc: I32, outlets: I32) -> Mask | None:
    """For each posting: is its gram in `FURNITURE` articles or more of its own, known outlet? None if that is so nowhere."""
    big = np.flatnonzero(often & (outlets[doc] >= 0)) if (outlets >= 0).any() else np.empty(0, np.int64)
    if not len(big):
        return None
    order = big[order_by(begin[big], outlets[doc[big]], doc[big])]
    b, o, d = begin[order], outlets[doc[order]], doc[order]
    fresh = np.ones(len(b), bool)
    fresh[1:] = (b[1:] != b[:-1]) | (o[1:] != o[:-1])
    group = np.cumsum(fresh) - 1
    new = np.ones(len(b), bool)
    new[1:] = fresh[1:] | (d[1:] != d[:-1])
    result = np.zeros(len(begin), bool)
    result[order] = (np.bincount(group[new]) >= FURNITURE)[group]
    return result
