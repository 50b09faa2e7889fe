"""The words of many articles as numbers: one 64-bit hash a word, with its place in the text it stands in.

Only what is article text counts (`TEXT`); page furniture, related links and credits do not. Words are folded runs of letters and digits,
hashed all at once: h = sum(v(c_k) * P^k) mod 2^64 over the characters of a word, from prefix-free sums, so that equal words have equal
hashes wherever they stand. Source: Karp and Rabin 1987, IBM J. Res. Dev. 31(2), for the polynomial; 2^64 and the final mixing
(splitmix64, Steele et al. 2014) are ours. Letters beyond U+FFFF separate words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from selon.languages.fold import fold
from selon.match.acceleration import compiled_for
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
_FAR = 0x10000
_NEAR = 0x2200  # texts in Latin, Greek or Cyrillic letters, with all their signs, keep below it: a table made eight times as soon
_CHARS_A_WORD = 6
_QUICK_WORDS = 3  # whole arrays take the time of one that is aligned
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
    compiled = compiled_for(sum(len(article.text) for article in articles) // (_CHARS_A_WORD * _QUICK_WORDS))
    split = compiled.split() if compiled else None
    most = sum(len(article.text) for article in articles) // 2 + len(articles)  # what is never written takes no memory
    hashes = np.empty(most, np.uint64)
    start, end, doc, place = (np.empty(most, np.int32) for _ in range(4))
    count = 0
    for pieces in _batches(articles):
        parts = _batch(pieces, split)
        here = slice(count, count + len(parts[0]))
        hashes[here], start[here], end[here], doc[here] = parts[:4]
        place[here] = _APART * parts[4] + np.arange(here.start, here.stop, dtype=np.int32)
        count = here.stop
    return Tokens(hashes[:count], start[:count], end[:count], doc[:count], place[:count])


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


def _batches(articles: Sequence[Article]) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    chars = number = 0
    for doc, article in enumerate(articles):
        for span in stretches(article):
            batch.append(_Piece(doc, number, span.start, _without_addresses(span.of(article.text))))
            chars += len(span) + 1
            number += 1
            if chars > _BATCH_CHARS:
                yield batch
                batch, chars = [], 0
    if batch:
        yield batch


def _without_addresses(text: str) -> str:
    """The text with spaces for every web address: two articles that link one page share no words by it."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text) if "://" in text or "www." in text else text


def _batch(pieces: list[_Piece], split: Callable[..., tuple[U64, I32, I32]] | None) -> tuple[U64, I32, I32, I32, I32]:
    joined = " ".join([piece.text for piece in pieces]) + " "
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    sums, start, end = split(codes, _values(_FAR), np.uint64(_BASE)) if split else _split(codes)
    begins = np.cumsum([0, *(len(piece.text) + 1 for piece in pieces[:-1])])
    counts = np.diff(np.searchsorted(start, [*begins, len(codes)]))
    shift, doc, number = (
        np.repeat(np.array(values, np.int32), counts)
        for values in (
            [piece.start for piece in pieces] - begins,
            [piece.doc for piece in pieces],
            [piece.number for piece in pieces],
        )
    )
    return mixed(sums), start + shift, end + shift, doc, number


def _split(codes: NDArray[np.uint32]) -> tuple[U64, I32, I32]:
    """What `with_numba.split` does, with whole arrays."""
    values = _values(_NEAR if codes.max(initial=0) < _NEAR else _FAR)[np.minimum(codes, _FAR - 1)]
    inside = values != 0
    start = np.flatnonzero(inside & ~np.concatenate(([False], inside[:-1])))
    end = np.flatnonzero(inside & ~np.concatenate((inside[1:], [False]))) + 1
    powers, inverses = _powers(max(len(codes), _BATCH_CHARS * 2))
    sums = np.add.reduceat(values * powers[: len(codes)], start) if len(start) else np.empty(0, np.uint64)
    return sums * inverses[start], start.astype(np.int32), end.astype(np.int32)


def mixed(values: U64) -> U64:
    """Every bit of each value spread over all 64."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def _values(end: int) -> U64:
    """For each code point before `end`: 0 where it separates words, else the number of its folded form."""
    plain = "".join(chr(code) if not 0xD800 <= code < 0xE000 else " " for code in range(end))
    folded = fold(plain)
    codes = np.frombuffer(folded.encode("utf-32-le"), np.uint32).astype(np.uint64)
    word = np.fromiter((char.isalnum() for char in folded), bool, end)
    return np.where(word, mixed(codes + np.uint64(_BASE)), np.uint64(0))


@cache
def _powers(count: int) -> tuple[U64, U64]:
    powers, inverses = (np.full(count, number, np.uint64) for number in (_BASE, _INVERSE))
    powers[0] = inverses[0] = 1
    return np.cumprod(powers, dtype=np.uint64), np.cumprod(inverses, dtype=np.uint64)
