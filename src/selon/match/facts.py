"""What one statement holds that another may hold too: typed keys, numbers, dates, and which of them it negates."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from selon.match.around import Around
from selon.match.forms import WEIGHTS
from selon.match.lexicon import contraries, kinds, manners
from selon.match.quantities import Quantity, meet, quantities
from selon.match.text import Text
from selon.model.reading import Reading
from selon.model.span import Span
from selon.model.time import TimeExpression

_SMALL = 0.5  # share of a number's weight below ten: such numbers meet by chance
LEAST_MET = 10  # numbers below it meet by chance
_CONTENT = ("predicate", "thing", "counted", "common", "word")  # kinds of concepts that tell what happens
HAPPENING = ("predicate", "word")  # those that may say that something happens, as a word without a concept may
_NEGATED_AFTER = 4  # words a particle reaches
_NEGATED_BEFORE = 1
_MARK_CHARS = 2  # after a statement, within which the mark stands that closes it
_CLAUSE_END = re.compile(r"[,;:.!?—–]")
_WORD = "I"  # as `array` calls them; `candidates` reads them as numpy does
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Facts:
    """What one statement holds. Three in four are never compared with another: what only a pair asks for is found when it is asked for."""

    # no slots: what was asked for once is kept

    keys: dict[str, float]  # key -> weight
    at: bytes  # the word that each key stands for, in their order: unsigned numbers of four bytes, a tenth of what a tuple of them takes
    written: tuple[str, ...]  # the keys that are names ("n:") as they stand, in their order
    names: frozenset[str]  # keys that are names or countries, and no ordinary words with a capital
    negated: frozenset[str]  # keys inside the reach of a negation
    numbers: tuple[Quantity, ...]
    days: tuple[tuple[str, str], ...]  # known dates, first and last day
    manners: frozenset[str]  # habit, superlative, reaction, question: what it tells otherwise than that something happens
    weight: float  # of all keys
    around: Around  # all that its article says

    @property
    def code(self) -> str:
        """Its language."""
        return self.around.code

    @property
    def topics(self) -> frozenset[str]:
        """What its article is about: the names, countries and things it says most often."""
        return self.around.topics

    @cached_property
    def places(self) -> dict[str, int]:
        """Key -> the word it stands for: a concept and the broader one may be one word."""
        return dict(zip(self.keys, array(_WORD, self.at), strict=True))

    @cached_property
    def named(self) -> dict[str, str]:
        """The word as it stands, of each "n:" key."""
        return dict(zip([key for key in self.keys if key[0] == "n"], self.written, strict=True))

    @cached_property
    def content(self) -> dict[str, float]:
        """Keys of what happens, beside who and where, with their weights."""
        happens = happenings(self.code)
        return {key: weight for key, weight in self.keys.items() if key[0] in "w#" or key in happens}

    @cached_property
    def content_weight(self) -> float:
        """Their weight in all."""
        return sum(self.content.values())

    @cached_property
    def contraries(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Its concepts that have contraries, with these."""
        against = contraries(self.code)
        return tuple([(key, against[key]) for key in sorted([key for key in self.keys if key in against])])


def words_packed(words: Iterable[int]) -> bytes:
    """The numbers of some words of an article, as `Facts.at` holds them."""
    return array(_WORD, words).tobytes()


def least_weights(a: Facts, b: Facts, keys: Iterable[str]) -> list[float]:
    """What two statements both hold of some keys of both: the smaller weight of each."""
    mine, theirs = a.keys, b.keys
    return [mine[key] if mine[key] < theirs[key] else theirs[key] for key in keys]


def number_met(a: Facts, b: Facts) -> float:
    """The weight of two numbers of one thing that differ on paper and can be one ("plus de 30" and "des dizaines"); 0 where none are."""
    for x in a.numbers:
        for y in b.numbers:
            if x.unit == y.unit != "" and x.low != y.low and max(x.low, y.low) >= LEAST_MET and meet(x, y):
                return min(a.keys.get(f"#:{x.low:g}", 0.0), b.keys.get(f"#:{y.low:g}", 0.0))
    return 0.0


def facts(reading: Reading, text: Text, spans: tuple[Span, ...], sentence: Span | None) -> Facts:
    """What the statement at `spans` holds; what negates it may stand before it in its `sentence`."""
    stretches = [text.inside(span) for span in spans]
    dates = _dates(reading, spans)
    counted = [found for stretch in stretches for found in _numbers(text, stretch, dates)] if text.numeric else []
    taken = {index for number in counted for index in range(number.first, number.end)}
    taken.update([index for date in dates for index in text.inside(date.span)])
    keys, places = _weighed(text, [part for stretch in stretches for part in _without(stretch, taken)] if taken else stretches)
    told = [number for number in counted if not number.year]
    for number in told:
        key = f"#:{number.low:g}"
        keys[key] = WEIGHTS["#"] * (_SMALL if number.low < 10 else 1.0)
        places[key] = number.first
    names = [key for key in keys if key[0] in "np"]
    return Facts(
        keys=keys,
        at=words_packed(places.values()),
        written=tuple([text.written[places[key]] for key in names if key[0] == "n"]),
        names=frozenset([key for key in names if len(text.keys[places[key]]) == 1]) if names else _NOTHING,
        negated=_negated(text, stretches, sentence).intersection(keys) if text.negating else _NOTHING,
        numbers=tuple(told),
        days=tuple([(date.earliest, date.latest) for date in dates if date.earliest and date.latest]),
        manners=_manners(keys, text, spans[-1]),
        weight=sum(keys.values()),
        around=text.around,
    )


def _manners(keys: Mapping[str, float], text: Text, last: Span) -> frozenset[str]:
    turns = manners(text.code)
    told, asks = keys.keys() & turns.keys(), _asks(text, last)
    return frozenset([turns[key] for key in told] + ["question"] * asks) if told or asks else _NOTHING


def _asks(text: Text, span: Span) -> bool:
    """Does a question mark close the statement?"""
    return "?" in text.chars[span.end - 1 : span.end + _MARK_CHARS]


def _dates(reading: Reading, spans: tuple[Span, ...]) -> list[TimeExpression]:
    """The expressions of time that the statement touches."""
    if not reading.dates:
        return []
    first, last = spans[0].start, spans[-1].end
    near = [date for date in reading.dates if date.span.start < last and date.span.end > first]
    return near if len(spans) == 1 else [date for date in near if any(span.overlaps(date.span) for span in spans)]


def _without(stretch: range, taken: Collection[int]) -> Iterator[range]:
    """Yield the words of a stretch but for some of them."""
    start = stretch.start
    for index in stretch:
        if index in taken:
            yield range(start, index)
            start = index + 1
    yield range(start, stretch.stop)


def _weighed(text: Text, stretches: Iterable[range]) -> tuple[dict[str, float], dict[str, int]]:
    """The keys of some words with their weights, and the words they stand for."""
    keys: dict[str, float] = {}
    places: dict[str, int] = {}
    for words in stretches:
        held = text.held.within(words)
        keys.update(text.held.weights[held])
        places.update(zip(text.held.keys[held], text.held.words[held], strict=True))
    return keys, places


@cache
def happenings(code: str) -> frozenset[str]:
    """The concepts that tell what happens, beside who and where."""
    return frozenset(key for key, kind in kinds(code).items() if kind in _CONTENT)


def _numbers(text: Text, stretch: range, dates: list[TimeExpression]) -> Iterator[Quantity]:
    """Yield the numbers of one stretch that are no dates."""
    for number in quantities(text, stretch):
        start = text.starts[number.first]
        if not any(date.span.start <= start < date.span.end for date in dates):
            yield number


def _holds(places: Sequence[int], first: int, end: int) -> bool:
    """Does one of some places lie in a stretch?"""
    return bisect_left(places, first) < bisect_left(places, end)


def _negated(text: Text, stretches: Sequence[range], sentence: Span | None) -> frozenset[str]:
    """The keys that a negation reaches: a few words, its clause, or the sentence where proof is what is missing."""
    held = [stretch for stretch in stretches if stretch]
    if not held:
        return _NOTHING
    lead = text.inside(sentence) if sentence else range(0)
    before = range(lead.start, min(lead.stop, held[0].start))
    if not _holds(text.negating, (before or held[0]).start, held[-1].stop):
        return _NOTHING
    at = [*before, *chain.from_iterable(held)]
    negating = frozenset(text.negating)
    reached: set[str] = set()
    for place in [place for place, index in enumerate(at) if index in negating]:
        kind = text.forms[at[place]].negation
        if kind == "proof":  # looked for behind another
            continue
        reach = _NEGATED_BEFORE if kind == "particle" else 0
        for index in (*at[max(0, place - reach) : place], *_after(text, at, place, is_particle=kind == "particle")):
            reached.update(text.keys[index])
    return frozenset([key for key in reached if key[0] in "cw"])


def _after(text: Text, at: list[int], place: int, *, is_particle: bool) -> Iterator[int]:
    """Yield the words after a negation that it reaches."""
    limit = place + 1 + (_NEGATED_AFTER if is_particle else len(at))
    for other in range(place + 1, min(limit, len(at))):
        between = text.chars[text.end(at[other - 1]) : text.starts[at[other]]]
        if between != " " and _CLAUSE_END.search(between):
            return
        yield at[other]
        if is_particle and text.forms[at[other]].negation == "proof":
            yield from at[other + 1 :]
            return
