"""The words of one article with their keys, read once for all its statements.

A key is "c:" a concept, "p:" a country, "n:" a name by its sound, "w:" the stem of a content word, "l:" that of a light one. A word that
stands in many sentences of its own article is what the article is about and tells its sentences little apart: its weight falls with their
number. That depends on the article alone, so a pair has the same score however many texts are read at once. A text in a language without
tables has only its names and numbers.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain, compress, repeat
from math import log2
from operator import itemgetter

from selon.languages.unseen import holds_unseen, places, seen
from selon.languages.words import forms as cut
from selon.languages.words import words
from selon.match.around import Around, around
from selon.match.forms import Form, Keys, Weights, forms, weighed
from selon.match.lexicon import Begun, lexicon, phrase
from selon.model.reading import Reading
from selon.model.span import Span

_SPREAD = 0.47  # how fast a weight falls with the number of sentences that hold the key
_KEYS, _WEIGHTS, _NAME, _MARKED = (itemgetter(Form._fields.index(name)) for name in ("keys", "weights", "name", "marked"))
_OPENING = frozenset('.!?…:«»"“”\n')  # after one of these a capital tells nothing


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """The keys of all words one after the other: what a statement holds is a stretch of them."""

    keys: list[str]
    weights: list[tuple[str, float]]  # with what each weighs
    words: list[int]  # whose each is
    first: list[int]  # where those of each word begin; one more at the end

    @staticmethod
    def of(keys: Sequence[Keys], weights: Sequence[Weights]) -> "Held":
        """The keys of some words in order, and the same with their weights."""
        sizes = list(map(len, keys))
        return Held(
            keys=list(chain.from_iterable(keys)),
            weights=list(chain.from_iterable(weights)),
            words=list(chain.from_iterable(map(repeat, range(len(sizes)), sizes))),
            first=[0, *accumulate(sizes)],
        )

    def spread(self, said: Mapping[str, int]) -> "Held":
        """The same, but that those which several sentences hold weigh less; `said`: in how many each stands."""
        by = {key: 1.0 + _SPREAD * log2(count) for key, count in said.items() if count > 1 and key[0] != "l"}
        return replace(self, weights=[(one[0], one[1] / by[one[0]]) if one[0] in by else one for one in self.weights])

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
    numeric: list[int]  # the words that may begin a number
    negating: list[int]  # the words that negate
    code: str
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

    def count(self, start: int, end: int) -> int:
        """How many words stand in a stretch; of one that its edge cuts, the part inside."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if self._is_cut(first, start) or self._is_cut(last, end):
            return len(cut(self.chars, start, end))
        return last - first

    def between_words(self, start: int, end: int) -> tuple[int, Span | None]:
        """How many words stand in a stretch, as in `count`, and from the first to the last of them."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if self._is_cut(first, start) or self._is_cut(last, end):
            inside = words(self.chars, start, end)
            return len(inside), Span(inside[0].start, inside[-1].end) if inside else None
        return last - first, Span(self.starts[first], self.end(last - 1)) if first < last else None

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
    starts, written = _cut(article.text)
    known = list(map(forms(code), map(seen, written) if holds_unseen(article.text) else written))
    marked = list(compress(range(len(known)), map(_MARKED, known)))
    keys, weights = _keys(article.text, starts, written, known, marked, code)
    held = Held.of(keys, weights)
    said: Counter[str] = Counter()
    for span in spans:
        inside = held.keys[held.first[bisect_left(starts, span.start)] : held.first[bisect_left(starts, span.end)]]
        said.update(list(dict.fromkeys(inside)))
    named = list(map(_NAME, known))
    names = [(at, name) for at in compress(range(len(known)), named) if (name := named[at]) in keys[at]]
    return Text(
        chars=article.text,
        starts=starts,
        written=written,
        forms=known,
        keys=keys,
        held=held.spread(said),
        numeric=[at for at in marked if known[at].numeric],
        negating=[at for at in marked if known[at].negation],
        code=code,
        around=around(said, names, code, article.published),
    )


def _cut(text: str) -> tuple[list[int], list[str]]:
    """Where each word begins, and each as it stands: characters that no reader sees part none."""
    bare = seen(text)
    written = cut(bare, 0, len(bare))
    starts = _starts(bare, written)
    if bare is text:
        return starts, written
    at = places(text)
    ends = [start + len(form) - 1 for start, form in zip(starts, written, strict=True)]
    return [at[start] for start in starts], [text[at[start] : at[end] + 1] for start, end in zip(starts, ends, strict=True)]


def _starts(text: str, written: Iterable[str]) -> list[int]:
    """Where each word begins: between two words no letter or digit stands."""
    starts: list[int] = []
    index, at = text.index, 0
    for form in written:
        at = index(form, at)
        starts.append(at)
        at += len(form)
    return starts


def _keys(
    text: str, starts: Sequence[int], written: Sequence[str], known: Sequence[Form], marked: Sequence[int], code: str
) -> tuple[list[Keys], list[Weights]]:
    """The keys of each word, with their weights: those of its form, but for phrases, and for names where a capital tells nothing."""
    keys, weights = list(map(_KEYS, known)), list(map(_WEIGHTS, known))
    past = 0  # the last phrase
    for at in marked:
        if at < past:
            continue
        form = known[at]
        if form.begun and _may_begin(form.begun, known, at) and (several := phrase(form.begun, known, at)):
            past = at + several[0]
            keys[at:past] = [several[1]] + [()] * (several[0] - 1)
            weights[at:past] = [_phrase_weights(several[1], code)] + [()] * (several[0] - 1)
        elif form.opens and _opens(text, starts, written, at):
            keys[at], weights[at] = form.opening, form.opening_weights
    return keys, weights


def _may_begin(begun: Begun, known: Sequence[Form], at: int) -> bool:
    """Is the next word the second one of a phrase?"""
    return bool(begun[1]) or (at + 1 < len(known) and known[at + 1].flat in begun[0])


_phrase_weights = lru_cache(maxsize=1 << 14)(weighed)


def _opens(text: str, starts: Sequence[int], written: Sequence[str], at: int) -> bool:
    """Does a sentence or quotation begin here, so that a capital tells nothing?"""
    if at == 0:
        return True
    before = text[starts[at - 1] + len(written[at - 1]) : starts[at]]
    return before != " " and not _OPENING.isdisjoint(before)
