"""What one statement holds that another may hold too: typed keys, numbers, dates, and which of them it negates.

A key is "c:" a concept, "p:" a country, "n:" a name by its sound, "w:" the stem of a content word, "d:" a day. A word that stands in many
sentences of its own article is what the article is about and tells its sentences little apart: its weight falls with their number.
That depends on the article alone, so a pair has the same score however many texts are read at once. A text in a language without tables
has only its names, numbers and dates.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log2

from selon.languages import codes
from selon.languages.phonetic import skeleton
from selon.languages.words import Word, words
from selon.match.around import Around, around
from selon.match.lexicon import Lexicon, Meaning, contraries, folded, kinds, lexicon, meaning, phrase
from selon.match.quantities import Quantity, may_begin, meet, quantities
from selon.model.reading import Reading
from selon.model.span import Span
from selon.model.time import TimeExpression

# What a key weighs; fitted with the constants of `evidence`.
_WEIGHTS = {
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
_SMALL = 0.5  # share of a number's weight below ten: such numbers meet by chance
_CONTENT = ("predicate", "thing", "counted", "common")  # kinds of concepts that tell what happens
_TOPICS = 12  # keys that tell what an article is about
_NEGATED_AFTER = 4  # words a particle reaches
_NEGATED_BEFORE = 1
_OPENING = frozenset('.!?…:«»"“”\n')  # after one of these a capital tells nothing
_CLAUSE_END = re.compile(r"[,;:.!?—–]")
_TITLE_CASE = 0.6  # share of long words with a capital from which a line is a headline in capitals


_READ_APART = str.maketrans({"g": "s", "C": "s", "S": "s"})
"""Letters that two languages read apart in a name they write alike (Genève, Charles): one in a key; `same_spelling` has the last word."""
_LEAST_MET = 10  # numbers below it meet by chance


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What one statement holds."""

    keys: dict[str, float]  # key -> weight
    named: dict[str, str]  # "n:" key -> the word as it stands
    places: dict[str, int]  # key -> the word it stands for: a concept and the broader one may be one word
    negated: frozenset[str]  # keys inside the reach of a negation
    numbers: tuple[Quantity, ...]
    spots: tuple[tuple[int, int], ...]  # of each number, its words in the article: first, and after the last
    days: tuple[tuple[str, str], ...]  # known dates, first and last day
    topics: frozenset[str]  # what its article is about: the names, countries and things it says most often
    around: Around  # all that its article says
    code: str  # its language
    weight: float  # of all keys
    names: frozenset[str]  # keys that are names or countries, and no ordinary words with a capital
    content: frozenset[str]  # keys of what happens, beside who and where
    content_weight: float
    contraries: tuple[tuple[str, tuple[str, ...]], ...]  # its concepts that have contraries, with these


def number_met(a: Facts, b: Facts) -> float:
    """The weight of two numbers of one thing that differ on paper and can be one ("plus de 30" and "des dizaines"); 0 where none are."""
    for x in a.numbers:
        for y in b.numbers:
            if x.unit == y.unit != "" and x.low != y.low and max(x.low, y.low) >= _LEAST_MET and meet(x, y):
                return min(a.keys.get(f"#:{x.low:g}", 0.0), b.keys.get(f"#:{y.low:g}", 0.0))
    return 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """The words of one article with their keys, computed once."""

    words: list[Word]
    forms: list[str]  # folded
    starts: list[int]
    keys: list[tuple[str, ...]]  # for each word; a phrase's key stands at its first word, the others are empty
    negations: list[str | None]  # for each word, the kind of its negation
    numeric: list[int]  # the words that may begin a number
    known: Lexicon
    code: str
    said: Counter[str]  # in how many sentences a key stands
    topics: frozenset[str]
    around: Around

    def inside(self, span: Span) -> range:
        """The words of a stretch."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


def read(reading: Reading, spans: Iterable[Span]) -> Text:
    """The words of an article with their keys.

    Args:
        reading: the article.
        spans: its sentences, to count how many hold each key.
    """
    article = reading.article
    known = lexicon(article.lang)
    found = words(article.text)
    starts = [word.start for word in found]
    forms = [folded(word.form) for word in found]
    keys = _keys(article.text, found, forms, known)
    said: Counter[str] = Counter()
    for span in spans:
        inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        said.update({key for at in inside for key in keys[at]})
    negations = [meaning(form, known.language.code).negation for form in forms]
    numeric = [at for at, word in enumerate(found) if may_begin(word.form, forms[at], known.language.code)]
    return Text(
        found,
        forms,
        starts,
        keys,
        negations,
        numeric,
        known,
        known.language.code,
        said,
        _topics(said),
        around(said, keys, known.language.code, article.published),
    )


def _topics(said: Counter[str]) -> frozenset[str]:
    often = sorted((key for key in said if key[0] in "npc" and said[key] > 1), key=lambda key: (-said[key], key))
    return frozenset(often[:_TOPICS])


def facts(reading: Reading, text: Text, spans: tuple[Span, ...], sentence: Span | None) -> Facts:
    """What the statement at `spans` holds; what negates it may stand before it in its `sentence`."""
    at = [index for span in spans for index in text.inside(span)]
    dates = [date for date in reading.dates if any(span.overlaps(date.span) for span in spans)]
    counted = [found for span in spans for found in _numbers(reading.article.text, text, span, dates)]
    taken = {index for first, end, _ in counted for index in range(first, end)}
    taken.update(index for date in dates for index in text.inside(date.span))
    keys: dict[str, float] = {}
    named: dict[str, str] = {}
    places: dict[str, int] = {}
    for index in at:
        if index in taken:
            continue
        for key in text.keys[index]:
            keys[key] = _weight(key, text, index)
            places[key] = index
            if key.startswith("n:"):
                named[key] = text.words[index].form
    for first, _, number in counted:
        if not number.year:
            keys[f"#:{number.low:g}"] = _WEIGHTS["#"] * (_SMALL if number.low < 10 else 1.0)
            places[f"#:{number.low:g}"] = first
    content = [key for key in keys if _is_content(key, text.code)]
    against = contraries(text.code)
    return Facts(
        keys=keys,
        named=named,
        places=places,
        negated=_negated(text, at if sentence is None else _with_lead(text, at, sentence), reading.article.text) & keys.keys(),
        numbers=tuple(number for _, _, number in counted if not number.year),
        spots=tuple((first, end) for first, end, number in counted if not number.year),
        days=tuple((date.earliest, date.latest) for date in dates if date.earliest and date.latest),
        topics=text.topics,
        around=text.around,
        code=text.code,
        weight=sum(keys.values()),
        names=frozenset(key for key in keys if key[0] in "np" and len(text.keys[places[key]]) == 1),
        content=frozenset(content),
        content_weight=sum(keys[key] for key in content),
        contraries=tuple((key, against[key]) for key in sorted(keys) if key in against),
    )


def _is_content(key: str, code: str) -> bool:
    return key[0] in "w#" or (key[0] == "c" and kinds(code).get(key) in _CONTENT)


def _keys(text: str, found: list[Word], forms: list[str], known: Lexicon) -> list[tuple[str, ...]]:
    keys: list[tuple[str, ...]] = [()] * len(found)
    at = 0
    while at < len(found):
        several = phrase(forms, at, known.language.code)
        if several:
            keys[at] = several[1]
            at += several[0]
            continue
        form = found[at].form
        keys[at] = _word_keys(form, forms[at], known.language.code, first=not form.islower() and _opens(text, found, at))
        at += 1
    return keys


def _opens(text: str, found: list[Word], at: int) -> bool:
    """Does a sentence or quotation begin here, so that a capital tells nothing?"""
    before = text[found[at - 1].end if at else 0 : found[at].start]
    return at == 0 or (before != " " and not _OPENING.isdisjoint(before))


@lru_cache(maxsize=1 << 17)
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


def _weight(key: str, text: Text, index: int) -> float:
    """What a key weighs in its article: less, the more sentences hold it."""
    kind = key[0]
    if kind == "l":
        return meaning(text.forms[index], text.code).weight or 0.0
    base = _WEIGHTS.get(f"c:{kinds(text.code).get(key)}" if kind == "c" else kind, 1.0)
    if len(text.keys[index]) > 1:
        base /= len(text.keys[index])
    return base / (1.0 + _SPREAD * log2(max(1, text.said[key])))


def _with_lead(text: Text, at: list[int], sentence: Span) -> list[int]:
    """The words of a statement, with those of its sentence that stand before it."""
    lead = text.inside(sentence)
    return [*(index for index in lead if at and index < at[0]), *at]


def _numbers(text: str, words_of: Text, span: Span, dates: list[TimeExpression]) -> Iterator[tuple[int, int, Quantity]]:
    """Yield the numbers of one stretch that are no dates, each with the indices of its words."""
    at = words_of.inside(span)
    if bisect_left(words_of.numeric, at.start) == bisect_left(words_of.numeric, at.stop):
        return
    inside = words_of.words[at.start : at.stop]
    for number in quantities(text, inside, words_of.forms[at.start : at.stop], words_of.code):
        start = inside[number.first].start
        if not any(date.span.start <= start < date.span.end for date in dates):
            yield at.start + number.first, at.start + number.end, number


def _negated(text: Text, at: list[int], chars: str) -> frozenset[str]:
    """The keys that a negation reaches: a few words, its clause, or the sentence where proof is what is missing."""
    kinds_at = [text.negations[index] for index in at]
    reached: set[str] = set()
    for place, kind in enumerate(kinds_at):
        if kind not in ("particle", "verb"):
            continue
        before = _NEGATED_BEFORE if kind == "particle" else 0
        reached.update(key for index in at[max(0, place - before) : place] for key in text.keys[index])
        reached.update(key for index in _after(text, at, place, kinds_at, chars) for key in text.keys[index])
    return frozenset(key for key in reached if key[0] in "cw")


def _after(text: Text, at: list[int], place: int, kinds_at: list[str | None], chars: str) -> Iterator[int]:
    """Yield the words after a negation that it reaches."""
    particle = kinds_at[place] == "particle"
    limit = place + 1 + (_NEGATED_AFTER if particle else len(at))
    for other in range(place + 1, min(limit, len(at))):
        if _CLAUSE_END.search(chars, text.words[at[other - 1]].end, text.words[at[other]].start):
            return
        yield at[other]
        if particle and kinds_at[other] == "proof":
            yield from at[other + 1 :]
            return
