"""The words of many articles as numbers: one 64-bit hash a word, with its place in the text it stands in.

Only what is article text counts (`TEXT`); page furniture, related links and credits do not. Words are folded runs of letters and digits,
hashed all at once: h = sum(v(c_k) * P^k) mod 2^64 over the characters of a word, from prefix-free sums, so that equal words have equal
hashes wherever they stand. Source: Karp and Rabin 1987, IBM J. Res. Dev. 31(2), for the polynomial; 2^64 and the final mixing
(splitmix64, Steele et al. 2014) are ours. Letters beyond U+FFFF separate words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from selon.languages.fold import fold
from selon.model.article import Article, BlockKind
from selon.model.span import Span

TEXT = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.CAPTION, BlockKind.EMBED})

U64 = NDArray[np.uint64]
I64 = NDArray[np.int64]
I32 = NDArray[np.int32]

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>\"]+")
_BASE = 0x9E3779B97F4A7C15 | 1
_INVERSE = pow(_BASE, -1, 1 << 64)
_BATCH_CHARS = 1 << 18  # what stays in the processor's cache; the result does not depend on it
_APART = 1_000  # places between two stretches: no passage runs over what stands between them


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """All words of all articles, in order: five arrays of one length."""

    hashes: U64
    start: I32  # code points in the article's own text
    end: I32
    doc: I32  # index of the article in the sequence that was given
    place: I32  # consecutive inside one stretch of text, far apart between two


def tokens(articles: Sequence[Article]) -> Tokens:
    """The words of the article text of every article, in their order."""
    parts = [_batch(pieces) for pieces in _batches(articles)]
    if not parts:
        empty = np.empty(0, np.int32)
        return Tokens(np.empty(0, np.uint64), empty, empty, empty, empty)
    hashes = np.concatenate([part[0] for part in parts])
    start, end, doc, piece = (np.concatenate([part[k] for part in parts]) for k in range(1, 5))
    return Tokens(hashes, start, end, doc, np.arange(len(hashes), dtype=np.int32) + _APART * piece)


def stretches(article: Article) -> list[Span]:
    """The stretches of article text, neighbours joined, in text order."""
    found: list[Span] = []
    for block in article.blocks:
        if block.kind not in TEXT:
            continue
        if found and found[-1].end == block.span.start:
            found[-1] = Span(found[-1].start, block.span.end)
        else:
            found.append(block.span)
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    doc: int
    number: int  # of the stretch, over all articles
    start: int
    text: str


def _batches(articles: Sequence[Article]) -> list[list[_Piece]]:
    batches: list[list[_Piece]] = [[]]
    chars = number = 0
    for doc, article in enumerate(articles):
        for span in stretches(article):
            if chars > _BATCH_CHARS:
                batches.append([])
                chars = 0
            batches[-1].append(_Piece(doc, number, span.start, _without_addresses(span.of(article.text))))
            chars += len(span) + 1
            number += 1
    return [batch for batch in batches if batch]


def _without_addresses(text: str) -> str:
    """The text with spaces for every web address: two articles that link one page share no words by it."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text) if "/" in text else text


def _batch(pieces: list[_Piece]) -> tuple[U64, I32, I32, I32, I32]:
    joined = " ".join(piece.text for piece in pieces) + " "
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    values = _values()[np.minimum(codes, 0xFFFF)]
    inside = values != 0
    start = np.flatnonzero(inside & ~np.concatenate(([False], inside[:-1])))
    end = np.flatnonzero(inside & ~np.concatenate((inside[1:], [False]))) + 1
    powers, inverses = _powers(max(len(codes), _BATCH_CHARS * 2))
    sums = np.add.reduceat(values * powers[: len(codes)], start) if len(start) else np.empty(0, np.uint64)
    begins = np.concatenate(([0], np.cumsum([len(piece.text) + 1 for piece in pieces])[:-1])).astype(np.int64)
    at = np.searchsorted(begins, start, side="right") - 1
    shift = (np.array([piece.start for piece in pieces], np.int64) - begins)[at]
    doc = np.array([piece.doc for piece in pieces], np.int32)[at]
    number = np.array([piece.number for piece in pieces], np.int32)[at]
    return mixed(sums * inverses[start]), (start + shift).astype(np.int32), (end + shift).astype(np.int32), doc, number


def mixed(values: U64) -> U64:
    """Every bit of each value spread over all 64."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _values() -> U64:
    """For each code point up to U+FFFF: 0 where it separates words, else the number of its folded form."""
    plain = "".join(chr(code) if not 0xD800 <= code < 0xE000 else " " for code in range(0x10000))
    folded = fold(plain)
    codes = np.frombuffer(folded.encode("utf-32-le"), np.uint32).astype(np.uint64)
    word = np.fromiter((char.isalnum() for char in islice(folded, 0x10000)), bool, 0x10000)
    return np.where(word, mixed(codes + np.uint64(_BASE)), np.uint64(0))


@cache
def _powers(count: int) -> tuple[U64, U64]:
    powers, inverses = (np.full(count, number, np.uint64) for number in (_BASE, _INVERSE))
    powers[0] = inverses[0] = 1
    return np.cumprod(powers, dtype=np.uint64), np.cumprod(inverses, dtype=np.uint64)
