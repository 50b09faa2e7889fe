"""Runs of shared words -> passages, with their places among the words of both texts."""

from dataclasses import dataclass

import numpy as np

from selon.match import kernels
from selon.match.acceleration import compiled_for
from selon.match.runs import Runs
from selon.match.tokens import I64, Mask, Tokens

CLOSE = (
    12,
    8,
)  # words between two runs, and by how much the two gaps may differ; measured by others on 6,300 articles with 12 kinds of edits
WIDE = (40, 24)  # where every second word may be lost; measured on the 75 such articles of another 3,151
_WORDS_A_RUN, _AMONG_MANY = 25, 100  # Python aligns some 40,000 runs while numba is loaded; among many words there are more to come


@dataclass(frozen=True, slots=True, eq=False)
class Alignments:
    """Passages of pairs of articles, in the order of the pairs and of their place in the first article: columns of one length."""

    pair: I64  # as `seeds.pairs` numbers them
    words: I64  # four: the passage is [a0, a1) of all words in one article, [b0, b1) in the other
    shared: I64  # words that both have, aligned
    longest: I64  # words in a row
    edits: I64  # how many
    edited: I64  # four words each, of all passages one after the other: what stands in a for what stands in b; one may be nothing

    def of(self, rows: Mask) -> "Alignments":
        """Some of the passages."""
        edited = self.edited[np.repeat(rows, self.edits)]
        return Alignments(self.pair[rows], self.words[rows], self.shared[rows], self.longest[rows], self.edits[rows], edited)


def alignments(runs: Runs, tokens: Tokens, gaps: tuple[int, int] = CLOSE) -> Alignments:
    """The passages of all pairs."""
    passages, edited = _aligned(runs, tokens, gaps)
    pair = (tokens.doc[passages[:, 0]].astype(np.int64) << 32) | tokens.doc[passages[:, 2]]
    return Alignments(pair, passages[:, :4], passages[:, 4], passages[:, 5], passages[:, 6], edited)


def _aligned(runs: Runs, tokens: Tokens, gaps: tuple[int, int]) -> tuple[I64, I64]:
    numbers = (runs.pair, runs.first, runs.other, runs.words, tokens.hashes, tokens.opens)
    many = len(runs.pair)
    compiled = compiled_for(max(_WORDS_A_RUN * many, min(_AMONG_MANY * many, len(tokens.hashes)))) if many else None
    if compiled:
        passages, edits = compiled.aligned()(*numbers, *gaps)
    else:
        pair, first, other, words = (array.tolist() for array in numbers[:4])
        few = _AMONG_MANY * many < len(tokens.hashes)  # words are looked at: not all are made Python's numbers
        hashes, opens = (np.ascontiguousarray(array).data if few else array.tolist() for array in numbers[4:])
        passages, edits = kernels.aligned(pair, first, other, words, hashes, opens, *gaps)
    return passages.reshape(-1, 7), edits.reshape(-1, 4)
