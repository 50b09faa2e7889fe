"""The words of many articles as numbers: one 64-bit hash a word, with its place in the text it stands in.

Only what is article text counts (`TEXT`); page furniture, related links and credits do not. Words are folded runs of letters and digits,
hashed all at once: h = sum(v(c_k) * P^k) mod 2^64 over the characters of a word, from prefix-free sums, so that equal words have equal
hashes wherever they stand. Source: Karp and Rabin 1987, IBM J. Res. Dev. 31(2), for the polynomial; 2^64 and the final mixing
(splitmix64, Steele et al. 2014) are ours. Letters beyond U+FFFF separate words.
"""

import re
from collections.abc import Iterator, Sequence
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
Mask = NDArray[np.bool_]

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>\"]+")
_BASE = 0x9E3779B97F4A7C15 | 1
_INVERSE = pow(_BASE, -1, 1 << 64)
_BATCH_CHARS = 1 << 18  # what stays in the processor's cache; the result does not depend on it
_FAR = 0x10000
_NEAR = 0x2200  # texts in Latin, Greek or Cyrillic letters, with all their signs, keep below it: a table made eight times as soon
_CHARS_A_WORD = 6
_QUICK_WORDS = 3  # that whole arrays split in the time one takes that is aligned
_BASE_64 = np.uint64(_BASE)


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """All words of all articles, in order: five arrays of one length."""

    hashes: U64
    start: I32  # code points in the article's own text
    end: I32
    doc: I32  # index of the article in the sequence that was given
    opens: Mask  # is the word the first of its stretch of text: no passage runs over what stands between two stretches


def tokens(articles: Sequence[Article]) -> Tokens:
    """The words of the article text of every article, in their order."""
    chars = sum(len(article.text) for article in articles)
    compiled = compiled_for(chars // (_CHARS_A_WORD * _QUICK_WORDS))
    split = compiled.split() if compiled else _split
    most = chars // 2 + len(articles)  # what is never written takes no memory
    hashes, opens = np.empty(most, np.uint64), np.zeros(most, bool)
    start, end, doc = (np.empty(most, np.int32) for _ in range(3))
    count = 0
    for docs, starts, texts in _batches(articles):
        codes = np.frombuffer((" ".join(texts) + " ").encode("utf-32-le", "surrogatepass"), np.uint32)
        lengths = np.fromiter(map(len, texts), np.int32, len(texts)) + 1
        begins = np.cumsum(lengths, dtype=np.int32) - lengths
        shift = np.array(starts, np.int32) - begins
        values = _values(_NEAR if codes.max(initial=0) < _NEAR else _FAR)
        count = split(codes, values, _BASE_64, begins, shift, np.array(docs, np.int32), hashes, start, end, doc, opens, count)
    return Tokens(hashes[:count], start[:count], end[:count], doc[:count], opens[:count])


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


def _batches(articles: Sequence[Article]) -> Iterator[tuple[list[int], list[int], list[str]]]:
    """Yield some stretches of text at a time: whose each is, where it begins there, and its characters."""
    docs: list[int] = []
    starts: list[int] = []
    texts: list[str] = []
    chars = 0
    for doc, article in enumerate(articles):
        for span in stretches(article):
            docs.append(doc)
            starts.append(span.start)
            texts.append(_without_addresses(article.text[span.start : span.end]))
            chars += len(texts[-1])
            if chars > _BATCH_CHARS:
                yield docs, starts, texts
                docs, starts, texts, chars = [], [], [], 0
    if texts:
        yield docs, starts, texts


def _without_addresses(text: str) -> str:
    """The text with spaces for every web address: two articles that link one page share no words by it."""
    return _ADDRESS.sub(lambda match: " " * len(match.group()), text) if "://" in text or "www." in text else text


def _split(
    codes: NDArray[np.uint32], values: U64, base: np.uint64, begins: I32, shift: I32, docs: I32,
    hashes: U64, start: I32, end: I32, doc: I32, opens: Mask, count: int,
) -> int:  # fmt: skip
    """What `with_numba.split` does, with whole arrays."""
    value = values[np.minimum(codes, len(values) - 1)]
    edges = np.flatnonzero(np.diff(value != 0, prepend=False))
    first, past = edges[::2], edges[1::2]  # the last character separates words: every word ends
    if not len(first):
        return count
    powers, inverses = _powers(max(len(codes), _BATCH_CHARS * 2))
    value *= powers[: len(codes)]
    here = slice(count, count + len(first))
    hashes[here] = mixed(np.add.reduceat(value, first) * inverses[first])
    opening = np.searchsorted(first, begins)
    counts = np.diff(opening, append=len(first))
    doc[here] = np.repeat(docs, counts)
    moved = np.repeat(shift, counts)
    np.add(first, moved, out=start[here], casting="unsafe")
    np.add(past, moved, out=end[here], casting="unsafe")
    opens[count + opening[counts > 0]] = True
    return here.stop


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
