"""How many were killed, hurt or arrested, as a statement of its own: "strikes hit a market, killing 22" is told on as "22 dead".

Such a number rolls: the next text tells another one, of the same thing, in other words for all the rest. So a sentence that tells more
than a toll has a second statement, of the same characters, that holds the toll, what it counts, and where it was; a sentence that tells the
tolls of two events ("six died a day after strikes had left 35 dead") has one for each part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import pairwise
from math import inf

from selon.languages.rows.match import Clause
from selon.match.evidence import Statement
from selon.match.facts import Facts, words_packed
from selon.match.lexicon import folded, kinds, lexicon
from selon.match.quantities import Quantity
from selon.match.rolling import Count, Toll
from selon.match.text import Text
from selon.model.reading import Reading
from selon.model.span import Span

FATES = ("c:death", "c:wound", "c:custody", "c:missing")  # what may happen to persons that is counted, and told on
_WHERE = 0.45  # of the weight of names and places: a text tells the village, another the province
_NUMBER = 1.0  # of the weight of the number itself, which rolls
_REST = 0.25  # of the weight of what a sentence tells that is no toll: below it the sentence itself is one
_COUNTED_WORDS = 4  # who is counted stands within so many words after the number
_FATE_WORDS = 14  # and what happened to them within so many before or after it
_LONG_DAYS = 3  # a time of more days sums up several events
_ANYBODY = "anybody"  # the broader concept of persons of any kind
_PERIODS = {"c:day": 1.0, "c:week": 7.0, "c:month": 30.0, "c:year": 365.0}


@dataclass(frozen=True, slots=True)
class _Part:
    """The words of a statement that tell one toll."""

    words: Sequence[int]  # in the article
    counts: tuple[Count, ...]
    numbers: tuple[Quantity, ...]


def with_tolls(statement: Statement, text: Text, reading: Reading) -> Iterator[Statement]:
    """Yield a statement, and its tolls as statements of their own where it tells more than one."""
    facts = statement.facts
    parts = _parts(statement, text)
    if not parts:
        yield statement
        return
    tolls = [_toll(part, facts, text, reading) for part in parts]
    only = _facts(parts[0], facts, text)
    told = {facts.places[key] for key in facts.keys if key in only.content or key in FATES or key[0] == "#"}  # words that tell the toll
    rest = sum(weight for key, weight in facts.keys.items() if key in facts.content and facts.places[key] not in told)
    if len(tolls) == 1 and rest < _REST * facts.content_weight:
        yield replace(statement, facts=only, tolls=tuple(tolls), rolls=True)
        return
    yield replace(statement, tolls=tuple(tolls))
    for place, (part, toll) in enumerate(zip(parts, tolls, strict=True)):
        name = f"{statement.appearance.id}|toll" + (f"|{place}" if place else "")
        spans = statement.appearance.spans if len(parts) == 1 else (_span(part, text),)
        own = replace(statement.appearance, id=sha256(name.encode()).hexdigest()[:16], spans=spans)
        yield Statement(own, _facts(part, facts, text), whole=statement.appearance.id, tolls=(toll,), rolls=True)


def _parts(statement: Statement, text: Text) -> list[_Part]:
    """The stretches of a statement that each hold the counts of one event."""
    facts = statement.facts
    if not facts.numbers or facts.keys.keys().isdisjoint(FATES):
        return []
    at = [index for span in statement.appearance.spans for index in text.inside(span)]
    found = []
    for words in _stretches(at, facts, text):
        told = _counts(words, facts, text)
        if told:
            found.append(_Part(words, tuple(count for count, _ in told), tuple(number for _, number in told)))
    return found


def _counts(words: Sequence[int], facts: Facts, text: Text) -> list[tuple[Count, Quantity]]:
    """The counts of persons in one stretch; where no word tells what happened to some of them, it is what happened to those beside them."""
    inside = set(words)
    of_persons = [(number, who) for number in facts.numbers if number.first in inside and (who := _who(number, text)) is not None]
    ends = [words[0] - 1, *(number.end - 1 for number, _ in of_persons)]
    starts = [*(number.first for number, _ in of_persons), words[-1] + 1]
    fates = [
        _fate_beside(range(number.end - 1, starts[place + 1]), range(number.first - 1, ends[place], -1), inside, text)
        for place, (number, _) in enumerate(of_persons)
    ]
    known = next((fate for fate in fates if fate), None)
    told = []
    for fate, (number, who) in zip(fates, of_persons, strict=True):
        known = fate or known
        if known:
            told.append((Count(known, who, number.low, number.high), number))
    return told


def _fate_beside(after: range, before: range, inside: set[int], text: Text) -> str | None:
    """What happened to those who are counted; what follows "and" is first of all that of others ("killing 26 and wounding dozens")."""
    found, joined = _first_fate(after, inside, text)
    if found and not joined:
        return found
    return _first_fate(before, inside, text)[0] or found


def _first_fate(at: range, inside: set[int], text: Text) -> tuple[str | None, bool]:
    """The first word for what happened to persons, and does an "and" stand before it?"""
    joined = False
    for index in at[:_FATE_WORDS]:
        if index not in inside:
            continue
        joined = joined or text.forms[index].flat in _clause_words("and", text.code)
        for name in text.forms[index].known.concepts:
            if f"c:{name}" in FATES:
                return f"c:{name}", joined
    return None, joined


def _stretches(at: list[int], facts: Facts, text: Text) -> list[list[int]]:
    """The words of a statement, cut where another event begins between two numbers that count persons."""
    places = [number.first for number in facts.numbers if _who(number, text) is not None]
    cuts = [
        index
        for before, after in pairwise(places)
        for index in [
            next((index for index in at if before < index < after and text.forms[index].flat in _clause_words("turn", text.code)), None)
        ]
        if index is not None
    ]
    edges = [0, *(at.index(index) for index in cuts), len(at)]
    return [at[start:end] for start, end in pairwise(edges)]


def _who(number: Quantity, text: Text) -> str | None:
    """Who is counted: "" for persons of any kind, else their concept; None where no persons are."""
    for index in range(number.end, min(len(text.forms), number.end + _COUNTED_WORDS)):
        names = text.forms[index].known.concepts
        if any(f"c:{name}" in FATES for name in names) or _ANYBODY in names:
            return ""
        counted = [name for name in names if kinds(text.code)[f"c:{name}"] == "counted"]
        if counted:
            return counted[-1]
    return None


def _toll(part: _Part, facts: Facts, text: Text, reading: Reading) -> Toll:
    span = _span(part, text)
    told = [one for one in reading.dates if one.span.overlaps(span)]
    days = tuple((one.earliest, one.latest) for one in told if one.earliest and one.latest and not _is_long(one.earliest, one.latest))
    own = set(part.words)
    sums = [number.low * _PERIODS[number.unit] for number in facts.numbers if number.unit in _PERIODS and number.first in own]
    sums += [_days(one.earliest, one.latest) for one in told if not one.earliest or not one.latest or _is_long(one.earliest, one.latest)]
    return Toll(
        counts=part.counts,
        names=frozenset(_names(part, text)),
        days=days,
        period_days=sums[0] if sums else None,
        partial=any(text.forms[index].flat in _clause_words("part", text.code) for index in own),
    )


def _is_long(first: str, last: str) -> bool:
    return _days(first, last) > _LONG_DAYS


def _days(first: str | None, last: str | None) -> float:
    """From one day to another; without end where one is not known."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days if first and last else inf


def _facts(part: _Part, facts: Facts, text: Text) -> Facts:
    """What a part of a statement holds of a toll."""
    known = kinds(facts.code)
    here = set(_keys(part, text, "cnp")) & facts.keys.keys()
    own = {count.fate for count in part.counts} | {key for key in here if known.get(key) == "counted"}
    keys = {key: weight for key, weight in facts.keys.items() if key in own}
    keys |= {key: _WHERE * weight for key, weight in facts.keys.items() if key in here and (key[0] in "np" or known.get(key) == "place")}
    keys |= {key: _NUMBER * facts.keys[key] for key in (f"#:{number.low:g}" for number in part.numbers) if key in facts.keys}
    return _only(facts, keys, part.numbers)


def _keys(part: _Part, text: Text, kinds_of: str) -> Iterator[str]:
    yield from (key for index in part.words for key in text.keys[index] if key[0] in kinds_of)


def _names(part: _Part, text: Text) -> Iterator[str]:
    """Yield the names of a part, without words whose capital tells nothing."""
    yield from (key for index in part.words if len(text.keys[index]) == 1 for key in text.keys[index] if key[0] == "n")


def _span(part: _Part, text: Text) -> Span:
    return Span(text.starts[part.words[0]], text.end(part.words[-1]))


@cache
def _clause_words(kind: str, code: str) -> frozenset[str]:
    return frozenset(folded(form) for row in lexicon(code).language.rows(Clause) if row.kind == kind for form in row.forms)


def _only(facts: Facts, keys: dict[str, float], numbers: tuple[Quantity, ...]) -> Facts:
    return replace(
        facts,
        keys=keys,
        at=words_packed([facts.places[key] for key in keys]),
        written=tuple([facts.named[key] for key in keys if key[0] == "n"]),
        names=facts.names.intersection(keys),
        negated=facts.negated.intersection(keys),
        numbers=numbers,
        weight=sum(keys.values()),
    )
