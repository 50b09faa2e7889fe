"""The words of one article with their keys, read once for all its statements.

A key is "c:" a concept, "p:" a country, "n:" a name by its sound, "w:" the stem of a content word, "l:" that of a light one. A word that
stands in many sentences of its own article is what the article is about and tells its sentences little apart: its weight falls with their
number. That depends on the article alone, so a pair has the same score however many texts are read at once. A text in a language without
tables has only its names and numbers.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from typing import NamedTuple

from selon.languages import codes
from selon.languages.phonetic import skeleton
from selon.languages.words import Word, words
from selon.match.around import Around, around
from selon.match.lexicon import Begun, Meaning, folded, kinds, lexicon, meaning, phrase, phrases_from
from selon.match.quantities import may_begin
from selon.model.reading import Reading
from selon.model.span import Span

# What a key weighs; fitted with the constants of `evidence`.
WEIGHTS = {
    "c:predicate": 1.5,
    "c:thing": 1.35,
    "c:place": 0.8,
    "c:office": 0.6,
    "c:body": 0.8,
    "c:counted": 0.5,
    "c:common": 0.5,
    "p": 0.8,
    "n": 1.5,
    "w": 0.95,
    "#": 1.2,
}
_SPREAD = 0.47  # how fast a weight falls with the number of sentences that hold the key
_TOPICS = 12  # keys that tell what an article is about
_OPENING = frozenset('.!?…:«»"“”\n')  # after one of these a capital tells nothing
_READ_APART = str.maketrans({"g": "s", "C": "s", "S": "s"})
"""Letters that two languages read apart in a name they write alike (Genève, Charles): one in a key; `same_spelling` has the last word."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The words of one article with their keys, computed once."""

    words: list[Word]
    forms: list[str]  # folded
    starts: list[int]
    keys: list[tuple[str, ...]]  # for each word; a phrase's keys stand at its first word, the others are empty
    weights: list[tuple[float, ...]]  # of these keys
    negations: list[str | None]  # for each word, the kind of its negation
    numeric: list[int]  # the words that may begin a number
    code: str
    topics: frozenset[str]
    around: Around

    def inside(self, span: Span) -> range:
        """The words of a stretch."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


class _Entry(NamedTuple):
    """What is known of one word as it is written, wherever it stands."""

    flat: str
    known: Meaning
    numeric: bool  # may begin a number
    begun: Begun | None  # the phrases it may begin
    keys: tuple[str, ...]
    opening: tuple[str, ...]  # its keys where a sentence or quotation begins with it


def read(reading: Reading, spans: Iterable[Span]) -> Text:
    """The words of an article with their keys.

    Args:
        reading: the article.
        spans: its sentences, to count how many hold each key.
    """
    article = reading.article
    code = lexicon(article.lang).language.code
    found = words(article.text)
    entries = [_entry(word[2], code) for word in found]
    starts = [word[0] for word in found]
    forms = [entry[0] for entry in entries]
    keys = _keys(article.text, found, entries, forms)
    said: Counter[str] = Counter()
    for span in spans:
        inside = keys[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        said.update({key for of_word in inside for key in of_word})
    return Text(
        words=found,
        forms=forms,
        starts=starts,
        keys=keys,
        weights=_weights(keys, entries, said, code),
        negations=[entry[1].negation for entry in entries],
        numeric=[at for at, entry in enumerate(entries) if entry[2]],
        code=code,
        topics=_topics(said),
        around=around(said, keys, code, article.published),
    )


def base_weight(key: str, code: str) -> float:
    """What a key weighs by its kind."""
    return WEIGHTS.get(f"c:{kinds(code).get(key)}" if key[0] == "c" else key[0], 1.0)


def _topics(said: Counter[str]) -> frozenset[str]:
    often = sorted((key for key in said if said[key] > 1 and key[0] in "npc"), key=lambda key: (-said[key], key))
    return frozenset(often[:_TOPICS])


def _weights(keys: Sequence[tuple[str, ...]], entries: Sequence[_Entry], said: Counter[str], code: str) -> list[tuple[float, ...]]:
    """What each key of each word weighs in its article: less, the more sentences hold it."""
    spread = {key: 1.0 + _SPREAD * log2(max(1, count)) for key, count in said.items()}
    return [
        tuple([_weight(key, len(of_word), entry, spread.get(key, 1.0), code) for key in of_word])
        for of_word, entry in zip(keys, entries, strict=True)
    ]


def _weight(key: str, beside: int, entry: _Entry, spread: float, code: str) -> float:
    if key[0] == "l":
        return entry.known.weight or 0.0
    base = _base(key, code)
    return (base / beside if beside > 1 else base) / spread


_base = lru_cache(maxsize=1 << 17)(base_weight)


def _keys(text: str, found: list[Word], entries: list[_Entry], forms: list[str]) -> list[tuple[str, ...]]:
    keys: list[tuple[str, ...]] = [()] * len(found)
    at = 0
    while at < len(found):
        entry = entries[at]
        if entry[3] is not None and (several := phrase(entry[3], forms, at)):
            keys[at] = several[1]
            at += several[0]
            continue
        keys[at] = entry[5] if entry[5] != entry[4] and _opens(text, found, at) else entry[4]
        at += 1
    return keys


def _opens(text: str, found: list[Word], at: int) -> bool:
    """Does a sentence or quotation begin here, so that a capital tells nothing?"""
    before = text[found[at - 1].end if at else 0 : found[at].start]
    return at == 0 or (before != " " and not _OPENING.isdisjoint(before))


@lru_cache(maxsize=1 << 17)
def _entry(form: str, code: str) -> _Entry:
    flat = folded(form)
    return _Entry(
        flat=flat,
        known=meaning(flat, code),
        numeric=may_begin(form, flat, code),
        begun=phrases_from(flat, code),
        keys=_word_keys(form, flat, code, first=False),
        opening=_word_keys(form, flat, code, first=not form.islower()),
    )


def _word_keys(form: str, flat: str, code: str, *, first: bool) -> tuple[str, ...]:
    known = meaning(flat, code)
    if known.country and form[:1].isupper() | (known.weight is None):
        return (f"p:{known.country}",)
    if known.concepts:
        return tuple(f"c:{name}" for name in known.concepts)
    if known.weight is not None or len(flat) < 2 or flat[:1].isdigit():
        return (f"l:{known.stem}",) if known.weight else ()
    if "-" in flat:
        parts = [part for part in form.replace("‑", "-").split("-") if part]
        return tuple(dict.fromkeys(key for part in parts for key in _word_keys(part, folded(part), code, first=first)))
    if form[:1].isupper():
        nouns = lexicon(code).noun_endings
        if nouns is not None and flat.endswith(nouns):
            return (f"w:{known.stem}",)
        return _name_keys(form, known, code, first=first or nouns is not None)
    return (f"w:{known.stem}",) if code in codes() else ()


def _name_keys(form: str, known: Meaning, code: str, *, first: bool) -> tuple[str, ...]:
    """A name by its sound; where a capital tells nothing, the stem too."""
    sound = folded(form) if form.isupper() and len(form) <= 5 else skeleton(form, code).translate(_READ_APART)
    name = f"n:{sound if len(sound) > 1 else folded(form)}"
    return (name, f"w:{known.stem}") if first and code in codes() else (name,)
