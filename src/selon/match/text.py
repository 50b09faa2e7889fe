"""The words of one article with their keys, read once for all its statements.

A key is "c:" a concept, "p:" a country, "n:" a name by its sound, "w:" the stem of a content word, "l:" that of a light one. A word that
stands in many sentences of its own article is what the article is about and tells its sentences little apart: its weight falls with their
number. That depends on the article alone, so a pair has the same score however many texts are read at once. A text in a language without
tables has only its names and numbers.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, compress, repeat
from math import log2
from operator import itemgetter
from typing import Any

import numpy as np

from selon.languages.words import Word, matches, words
from selon.match.around import Around, around
from selon.match.forms import Form, Keys, Weights, forms, weighed
from selon.match.lexicon import lexicon, phrase
from selon.model.reading import Reading
from selon.model.span import Span

_SPREAD = 0.47  # how fast a weight falls with the number of sentences that hold the key
_TOPICS = 12  # keys that tell what an article is about
_KEY = itemgetter(0)
_OPENING = frozenset('.!?…:«»"“”\n')  # after one of these a capital tells nothing


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """The keys of all words one after the other: what a statement holds is a stretch of them."""

    keys: list[str]
    weights: list[tuple[str, float]]  # with what each weighs, before its spread
    words: list[int]  # whose each is
    first: list[int]  # where those of each word begin; one more at the end

    @staticmethod
    def of(weights: Sequence[Weights]) -> "Held":
        """The keys of some words in order, with their weights."""
        sizes = list(map(len, weights))
        every = list(chain.from_iterable(weights))
        return Held(
            keys=list(map(_KEY, every)),
            weights=every,
            words=np.repeat(np.arange(len(sizes)), sizes).tolist(),
            first=[0, *accumulate(sizes)],
        )

    def within(self, words: range) -> slice:
        """Where the keys of some words in a row stand."""
        return slice(self.first[words.start], self.first[words.stop])


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The words of one article with their keys: lists of one length, computed once."""

    chars: str
    starts: list[int]
    written: list[str]
    forms: list[Form]
    keys: list[Keys]  # a phrase's keys stand at its first word, the others are empty
    held: Held  # the same keys one after the other
    spread: dict[str, float]  # of the keys that several sentences hold: what their weights are divided by
    numeric: list[int]  # the words that may begin a number
    negating: list[int]  # the words that negate
    code: str
    topics: frozenset[str]
    around: Around

    def inside(self, span: Span) -> range:
        """The words of a stretch."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def end(self, at: int) -> int:
        """Where a word ends, in code points."""
        return self.starts[at] + len(self.written[at])

    def between(self, at: int) -> str:
        """What stands between a word and the one before it."""
        return self.chars[self.end(at - 1) if at else 0 : self.starts[at]]

    def numeric_in(self, inside: range) -> list[int]:
        """The words of a stretch that may begin a number."""
        return self.numeric[bisect_left(self.numeric, inside.start) : bisect_left(self.numeric, inside.stop)]

    def words(self, start: int, end: int) -> list[Word]:
        """The words of a stretch, in order; of a word that its edge cuts, the part inside."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if self._is_cut(first, start) or self._is_cut(last, end):
            return words(self.chars, start, end)
        return [Word(self.starts[at], self.end(at), self.written[at]) for at in range(first, last)]

    def count(self, start: int, end: int) -> int:
        """How many words `words` gives."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if self._is_cut(first, start) or self._is_cut(last, end):
            return len(words(self.chars, start, end))
        return last - first

    def _is_cut(self, at: int, place: int) -> bool:
        """Is the word before another one cut at a place: through the middle, or between its apostrophe and what made it an elision?"""
        return at > 0 and self.end(at - 1) >= place and (self.end(at - 1) > place or self.written[at - 1][-1] in "'’")


def read(reading: Reading, spans: Iterable[Span]) -> Text:
    """The words of an article with their keys.

    Args:
        reading: the article.
        spans: its sentences, to count how many hold each key.
    """
    article = reading.article
    code = lexicon(article.lang).language.code
    found = list(matches(article.text))
    starts = [match.start() for match in found]
    written = [match[0] for match in found]
    known = list(map(forms(code), written))
    told = _columns(known)
    keys, weights = _keys(article.text, starts, written, known, told, code)
    held = Held.of(weights)
    said: Counter[str] = Counter()
    for span in spans:
        inside = held.keys[held.first[bisect_left(starts, span.start)] : held.first[bisect_left(starts, span.end)]]
        said.update(list(dict.fromkeys(inside)))
    names = [(at, name) for at, name in compress(enumerate(told["name"]), told["name"]) if name in keys[at]]
    return Text(
        chars=article.text,
        starts=starts,
        written=written,
        forms=known,
        keys=keys,
        held=held,
        spread={key: 1.0 + _SPREAD * log2(count) for key, count in said.items() if count > 1 and key[0] != "l"},
        numeric=list(compress(range(len(known)), told["numeric"])),
        negating=list(compress(range(len(known)), told["negation"])),
        code=code,
        topics=_topics(said),
        around=around(said, names, code, article.published),
    )


def _columns(known: Sequence[Form]) -> dict[str, Sequence[Any]]:
    """What is known of some words, a column for each field: many words are run through faster than one by one."""
    return dict(zip(Form._fields, zip(*known, strict=True) if known else repeat(()), strict=False))


def _topics(said: Counter[str]) -> frozenset[str]:
    often = sorted((key for key, count in said.items() if count > 1 and key[0] in "npc"), key=lambda key: (-said[key], key))
    return frozenset(often[:_TOPICS])


def _keys(
    text: str, starts: Sequence[int], written: Sequence[str], known: Sequence[Form], told: Mapping[str, Sequence[Any]], code: str
) -> tuple[list[Keys], list[Weights]]:
    """The keys of each word, with their weights: those of its form, but for phrases, and for names where a capital tells nothing."""
    keys, weights = list(told["keys"]), list(told["weights"])
    past = 0  # the last phrase
    for at in compress(range(len(known) - 1), told["begun"]):
        if at >= past and (several := phrase(known[at].begun, known, at)):
            past = at + several[0]
            keys[at:past] = [several[1]] + [()] * (several[0] - 1)
            weights[at:past] = [_phrase_weights(several[1], code)] + [()] * (several[0] - 1)
    for at in compress(range(len(known)), told["opens"]):
        if keys[at] is known[at].keys and _opens(text, starts, written, at):
            keys[at], weights[at] = known[at].opening, known[at].opening_weights
    return keys, weights


_phrase_weights = lru_cache(maxsize=1 << 14)(weighed)


def _opens(text: str, starts: Sequence[int], written: Sequence[str], at: int) -> bool:
    """Does a sentence or quotation begin here, so that a capital tells nothing?"""
    if at == 0:
        return True
    before = text[starts[at - 1] + len(written[at - 1]) : starts[at]]
    return before != " " and not _OPENING.isdisjoint(before)
