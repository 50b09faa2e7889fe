"""Are two tellings one statement, so that what differs between them is a change, and not what another statement says?

Measured by stems of content words. Two tellings that share a subject share many; what must be alike too is what stands around the number,
the hedge or the name that differs, and the names beside it. The thresholds were set on 245 changes shown in 1,469 real articles of three
press collections that were read one by one; where the words do not carry it nothing is shown.
"""

import re

from selon.languages.fold import fold
from selon.languages.sentences import sentences
from selon.model.span import Span
from selon.trace.alike import function_words, stems
from selon.trace.changes.named import has_other_names, names_in, towns_in
from selon.trace.changes.numerals import scales
from selon.trace.changes.predicates import predicates
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.changes.times import are_of_one_day, is_dated, is_later, own_days, tell_other_times, tell_two_days, times
from selon.trace.changes.units import PERCENT, measures, written_stems
from selon.trace.markers import markers

_NEAR_CHARS = 50  # on both sides of a number: what is told of it
_NAMES_CHARS = 120  # on both sides of a number, in its paragraph: the names it is told with, and whether it runs on
_LEAST_NEAR, _NEAR_SHARE = 2, 0.5  # stems around a number in common, or this share of the fewer
_MUCH_NEAR, _MOST_NEAR = 3, 0.8  # the same, from which on nothing else is asked
_WORD = re.compile(r"\w+")
_WIDE_CHARS = 250  # on both sides: where two texts of two days must share a name
_LEAST_NAMES = 2  # of each side: fewer are no sign of another place
_OTHER_DAY = 0.6  # of the stems of both: of two days, and without a name in common
_FATES = frozenset({"death", "wound", "missing"})  # concepts of what happens to persons that is counted, and told on
_ONE_SENTENCE = 0.9  # of the stems of both: the same words, whoever is named around them


def words_alike(a: Telling, b: Telling) -> float:
    """The share of the stems of both that both have, numbers aside; in [0, 1]."""
    shared = words_shared(a, b)
    return shared / max(1, len(a.plain_stems) + len(b.plain_stems) - shared)


def words_shared(a: Telling, b: Telling) -> int:
    """How many stems both have, numbers aside."""
    return len(a.plain_stems & b.plain_stems)


def is_of_one_thing(a: Telling, mine: Span, b: Telling, theirs: Span, unit: str) -> bool:
    """Are two numbers told of one thing: the words around them are alike, and no names or days beside them are others?

    Args:
        a: the telling of the first number.
        mine: the first number.
        b: the telling of the second.
        theirs: the second number.
        unit: the stem of what both count, which alone shows nothing.
    """
    sides = ((a, mine), (b, theirs))
    near = [_near(one, span) - {unit} for one, span in sides]
    happens = [predicates(one.article.text, _around(one, span, _NEAR_CHARS), one.language) for one, span in sides]
    shared = len(near[0] & near[1])
    enough = shared >= _LEAST_NEAR or shared >= max(1, _NEAR_SHARE * min(map(len, near))) or not happens[0].isdisjoint(happens[1])
    other = bool(happens[0] and happens[1]) and happens[0].isdisjoint(happens[1])
    if not enough or other or _are_of_two_towns(a, mine, b, theirs):
        return False
    names = _names(a, mine), _names(b, theirs)
    others, dated = has_other_names(*names), a.article.id == b.article.id or (is_dated(a) and is_dated(b))
    if not dated:  # perhaps years apart, or of two of a kind
        alike = not others and not names[0].isdisjoint(names[1]) and len(names[0] ^ names[1]) <= len(names[0] & names[1])
        return alike and not (_opens_with_another(a, b) and _opens_with_another(b, a))
    wide = [names_in(one, _around(one, span, _WIDE_CHARS)) for one, span in sides]
    elsewhere = min(map(len, wide)) >= _LEAST_NAMES and wide[0].isdisjoint(wide[1]) and words_alike(a, b) < _ONE_SENTENCE
    if tell_two_days(a, b):
        return False
    if shared >= max(_MUCH_NEAR, _MOST_NEAR * min(map(len, near))) and not others and not elsewhere:
        return True  # one sentence, whatever its day is said to be
    if tell_other_times(a, b) or is_later(a, b) or is_later(b, a):
        return False
    if are_of_one_day(a, b):
        return True  # names beside a number are often parts of one place ("Hass", "Idlib province")
    return not elsewhere and not others and not (names[0].isdisjoint(names[1]) and words_alike(a, b) < _OTHER_DAY)


def are_told_alike(a: Telling, mine: Span, b: Telling, theirs: Span, unit: str) -> bool:
    """Do two numbers that are the same count one thing: are words beside them the same, or what happens to whom they count?

    Of money, a share or a length one word shows it; persons are counted in many ways, and of killed and hurt as many may be in two attacks.
    """
    happens = _happens(a, mine) & _happens(b, theirs)
    if not _FATES.isdisjoint(happens):
        return is_of_one_thing(a, mine, b, theirs, unit)
    near = (_near(a, mine) & _near(b, theirs)) - {unit} - written_stems(unit, a.language) - _scales(a) - _scales(b)
    least = 1 if unit in measures(a.language) and unit != PERCENT else _LEAST_NEAR
    return len(near) >= least or bool(happens)


def are_told_apart(a: Telling, mine: Span, b: Telling, theirs: Span) -> bool:
    """Do two numbers count those to whom other things happen, one alone the killed or hurt, or do their sentences name other towns?"""
    happens = _happens(a, mine), _happens(b, theirs)
    other = happens[0].isdisjoint(happens[1]) and (all(happens) or not _FATES.isdisjoint(happens[0] | happens[1]))
    return other or _are_of_two_towns(a, mine, b, theirs)


def _happens(telling: Telling, span: Span) -> frozenset[str]:
    """The concepts of what happens that stand around a number."""
    return predicates(telling.article.text, _around(telling, span, _NEAR_CHARS), telling.language)


def _scales(telling: Telling) -> frozenset[str]:
    """The stems of words that multiply a number ("millions"), which are a part of it."""
    forms = " ".join(scales(telling.language))
    return stems(forms, (Span(0, len(forms)),), telling.language) if forms else frozenset()


def _opens_with_another(a: Telling, b: Telling) -> bool:
    """Does a telling open with a word with a capital that the other text has nowhere, and so perhaps with whom it tells of?"""
    first = _WORD.search(a.article.text, a.place.start, a.place.end)
    if first is None or not first[0][0].isupper() or fold(first[0]) in function_words(a.language):
        return False
    return re.search(rf"(?<!\w){re.escape(first[0])}(?!\w)", b.article.text, re.IGNORECASE) is None


def _are_of_two_towns(a: Telling, mine: Span, b: Telling, theirs: Span) -> bool:
    """Does each sentence name a town that the tables know, and neither one that the other names?"""
    whole = [sentence_of(telling.article, span, telling.language).of(telling.article.text) for telling, span in ((a, mine), (b, theirs))]
    towns = [towns_in(words, telling.language) for words, telling in zip(whole, (a, b), strict=True)]
    return bool(towns[0] and towns[1]) and towns[0].isdisjoint(towns[1])


def is_running(telling: Telling, span: Span) -> bool:
    """Do words around a number make it a count that runs on ("since March", "so far")?"""
    around = _around(telling, span, _NAMES_CHARS)
    rough = markers("approximate", telling.article.text, around, telling.language)  # "more than", which is not "three more"
    running = markers("running", telling.article.text, around, telling.language)
    return any(not any(one.overlaps(other) for other in rough) for one in running)


def _names(telling: Telling, span: Span) -> frozenset[str]:
    """The stems of the names in the sentence of a number, those of who tells it aside."""
    source = telling.attribution.source if telling.attribution else None
    return names_in(telling, _sentence(telling, span)) - (names_in(telling, source) if source else frozenset())


def _sentence(telling: Telling, span: Span) -> Span:
    """The sentence of a number, as far as names are looked for."""
    around = _around(telling, span, _NAMES_CHARS)
    return next((one for one in sentences(telling.article.text, around, telling.language) if one.overlaps(span)), around)


def _near(telling: Telling, span: Span) -> frozenset[str]:
    """The stems of the words without a capital around a span."""
    text, around = telling.article.text, _around(telling, span, _NEAR_CHARS)
    small = [Span(*match.span()) for match in _WORD.finditer(text, around.start, around.end) if match[0].islower()]
    return frozenset(stem for stem in stems(text, tuple(small), telling.language) if not stem.isdigit())


def _around(telling: Telling, span: Span, chars: int) -> Span:
    """A span with so many characters on both sides, inside its block, however its lines are broken."""
    start, end = max(0, span.start - chars), span.end + chars
    block = next((one.span for one in telling.article.blocks if one.span.covers(span)), Span(0, len(telling.article.text)))
    return Span(max(start, block.start), min(end, block.end))


def are_tolls(a: Telling, mine: Span, b: Telling, theirs: Span) -> bool:
    """Do both numbers count the killed, the hurt or the missing? Such a number rolls, and each text tells it in its own words."""
    return all(
        not _FATES.isdisjoint(predicates(one.article.text, _around(one, span, _NEAR_CHARS), one.language))
        for one, span in ((a, mine), (b, theirs))
    )


def is_of_its_day_alone(a: Telling, mine: Span, b: Telling, theirs: Span) -> bool:
    """Of two texts of two days, does one tell how it stood on its own day, and the other no time at all?

    A count of the killed or hurt grows from day to day and is of one event all the same.
    """
    if are_of_one_day(a, b) or bool(own_days(a, times(a))) == bool(own_days(b, times(b))) or (times(a) and times(b)):
        return False
    sides = ((a, mine), (b, theirs))
    return not any(predicates(one.article.text, _around(one, span, _NEAR_CHARS), one.language) for one, span in sides)
