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
from selon.match.tokens import I32, I64, Tokens

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
    pair = pairs(tokens.doc[here], tokens.doc[there])
    order = np.argsort(pair)
    opens, sizes = groups(pair[order])
    enough = np.add.reduceat(words[order], opens) >= _LEAST_WORDS if len(opens) else np.empty(0, bool)
    order = order[np.repeat(enough, sizes)]
    group = np.repeat(np.arange(np.count_nonzero(enough)), sizes[enough])
    order = order[order_by(group, here[order], there[order])]
    return Runs(here[order], there[order], words[order], pair[order])


def _on_diagonals(found: Seeds, tokens: Tokens) -> tuple[I64, I64, I64]:
    """Of each run its first word in both articles, and its words."""
    width = (len(tokens.hashes) + WORDS).bit_length()  # the last place of one diagonal and the first of the next are far apart
    keys = np.concatenate([np.empty(0, np.int64), *(((other.astype(np.int64) - first) << width) | first for first, other in found)])
    keys.sort()
    place = (1 << width) - 1
    ahead = np.diff(keys)
    goes_on = ahead <= WORDS
    new = np.flatnonzero(ahead == WORDS) + 1  # that begin where the seed before ends: the one place where a stretch may end too
    here = keys[new] & place
    goes_on[new - 1] = ~(tokens.opens[here] | tokens.opens[here + (keys[new] >> width)])
    begin = np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), bool), ~goes_on)))
    last = np.append(begin[1:], len(keys)) - 1 if len(begin) else begin
    here = keys[begin] & place
    return here, here + (keys[begin] >> width), keys[last] - keys[begin] + WORDS
