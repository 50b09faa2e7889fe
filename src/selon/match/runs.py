"""Seeds -> the straight runs they make: words that stand in one order, without a gap, in two articles.

Seeds on one diagonal that touch are a run. A diagonal is how far apart two words stand among the words of all articles, so a seed is one
number, and runs are sorted numbers that differ by little; which articles they lie in is asked of the runs alone.
"""

from dataclasses import dataclass

import numpy as np

from selon.match.grams import WORDS, grams
from selon.match.rows import groups
from selon.match.seeds import Seeds, pairs, postings, seeds
from selon.match.sorting import order_by
from selon.match.tokens import I32, I64, Mask, Tokens

_LEAST_WORDS = 12  # shared by two articles in runs, else they are not looked at: below it, set phrases


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Runs of shared words, sorted by pair of articles and place: `first[k]` and `other[k]` are token indices, `words[k]` long."""

    first: I64
    other: I64
    words: I64
    pair: I64

    def of(self, rows: I64) -> "Runs":
        """Some of the runs."""
        return Runs(self.first[rows], self.other[rows], self.words[rows], self.pair[rows])


def runs(tokens: Tokens, outlets: I32) -> Runs:
    """The straight runs that two articles share; the articles must stand in canonical order, earliest first.

    Args:
        tokens: of all articles.
        outlets: for each article the number of its outlet, -1 where it is not known.
    """
    return straight(seeds(postings(grams(tokens)), tokens.doc, outlets), tokens)


def straight(found: Seeds, tokens: Tokens) -> Runs:
    """The runs that seeds make, of pairs that share `_LEAST_WORDS`."""
    here, there, words = _on_diagonals(found, tokens)
    order = order_by(tokens.doc[here], tokens.doc[there])
    here, there, words = here[order], there[order], words[order]
    pair = pairs(tokens.doc[here], tokens.doc[there])
    begins, sizes = groups(pair)
    enough = np.add.reduceat(words, begins) >= _LEAST_WORDS if len(begins) else np.empty(0, bool)
    rows = np.flatnonzero(np.repeat(enough, sizes))
    group = np.repeat(np.arange(np.count_nonzero(enough)), sizes[enough])
    rows = rows[order_by(group, here[rows], there[rows])]
    return Runs(here[rows].astype(np.int64), there[rows].astype(np.int64), words[rows].astype(np.int64), pair[rows])


def _on_diagonals(found: Seeds, tokens: Tokens) -> tuple[I32, I32, I32]:
    """Of each run its first word in both articles, and its words."""
    width = (len(tokens.hashes) + WORDS).bit_length()  # the last place of one diagonal and the first of the next are far apart
    keys = np.concatenate([np.empty(0, np.int64), *(((other.astype(np.int64) - first) << width) | first for first, other in found)])
    keys.sort()
    begin = np.flatnonzero(_is_new(keys, width, tokens.opens))
    keys, last = keys[begin], keys[np.append(begin[1:], len(keys)) - 1 if len(begin) else begin]
    here = (keys & ((1 << width) - 1)).astype(np.int32)
    return here, here + (keys >> width).astype(np.int32), (last - keys).astype(np.int32) + np.int32(WORDS)


def _is_new(keys: I64, width: int, opens: Mask) -> Mask:
    """For each sorted seed: does it not go on with the one before? It may touch that and yet open a stretch of text, in one of the two."""
    new = np.ones(len(keys), bool)
    ahead = np.diff(keys)
    new[1:] = ahead > WORDS
    touching = np.flatnonzero(ahead == WORDS) + 1
    here = keys[touching] & ((1 << width) - 1)
    new[touching] = opens[here] | opens[here + (keys[touching] >> width)]
    return new
