"""Runs of shared words -> passages, with their places in both texts."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from selon.match import kernels
from selon.match.acceleration import compiled_for
from selon.match.seeds import Runs
from selon.match.tokens import I64, Tokens

CLOSE = (
    12,
    8,
)  # words between two runs, and by how much the two gaps may differ; measured by others on 6,300 articles with 12 kinds of edits
WIDE = (40, 24)  # where every second word may be lost; measured on the 75 such articles of another 3,151
_WORDS_A_RUN, _AMONG_MANY = 25, 100  # Python aligns some 40,000 runs while numba is loaded; among many words there are more to come

Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """One passage of two articles; stretches are half-open, in code points of each article's text."""

    articles: tuple[int, int]  # indices of the two
    a: Ends
    b: Ends
    words: tuple[int, int]  # that each stretch has
    shared: int  # words that both have, aligned
    longest: int  # words in a row
    edits: tuple[tuple[Ends | None, Ends | None], ...]  # what stands in a for what stands in b; one of them may be nothing


def alignments(runs: Runs, tokens: Tokens, gaps: tuple[int, int] = CLOSE) -> Iterator[Alignment]:
    """Yield the passages of all pairs, in the order of the pairs and of their place in the first article."""
    if not len(runs.pair):
        return
    passages, edits = _aligned(runs, tokens, gaps)
    if not len(passages):
        return
    articles = zip(tokens.doc[passages[:, 0]].tolist(), tokens.doc[passages[:, 2]].tolist(), strict=True)
    words = zip((passages[:, 1] - passages[:, 0]).tolist(), (passages[:, 3] - passages[:, 2]).tolist(), strict=True)
    a, b = (_chars(passages[:, side : side + 2], tokens) for side in (0, 2))
    changed = list(zip(*(_chars_or_none(edits[:, side : side + 2], tokens) for side in (0, 2)), strict=True))
    last = np.cumsum(passages[:, 6])
    slices = zip((last - passages[:, 6]).tolist(), last.tolist(), strict=True)
    rows = zip(articles, a, b, words, passages[:, 4].tolist(), passages[:, 5].tolist(), slices, strict=True)
    for both, here, there, counts, shared, longest, (begin, end) in rows:
        yield Alignment(both, here, there, counts, shared, longest, tuple(changed[begin:end]))


def _aligned(runs: Runs, tokens: Tokens, gaps: tuple[int, int]) -> tuple[I64, I64]:
    numbers = (runs.pair, runs.first, runs.other, runs.words, tokens.hashes, tokens.place)
    many = len(runs.pair)
    compiled = compiled_for(max(_WORDS_A_RUN * many, min(_AMONG_MANY * many, len(tokens.hashes))))
    if compiled:
        passages, edits = compiled.aligned()(*numbers, *gaps)
    else:
        pair, first, other, words, hashes, place = (array.tolist() for array in numbers)
        passages, edits = kernels.aligned(pair, first, other, words, hashes, place, *gaps)
    return np.array(passages, np.int64).reshape(-1, 7), np.array(edits, np.int64).reshape(-1, 4)


def _chars(words: I64, tokens: Tokens) -> Iterator[Ends]:
    """The characters of stretches that hold words."""
    return zip(tokens.start[words[:, 0]].tolist(), tokens.end[words[:, 1] - 1].tolist(), strict=True)


def _chars_or_none(words: I64, tokens: Tokens) -> Iterator[Ends | None]:
    """The characters of stretches; None for one that holds no word."""
    some = words[:, 0] < words[:, 1]
    ends = _chars(words[some], tokens)
    return (next(ends) if held else None for held in some.tolist())
