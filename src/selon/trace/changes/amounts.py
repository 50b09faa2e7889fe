"""Numbers that two tellings give to one thing, and not alike."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.alike import overlap
from selon.trace.changes.bulletins import have_other_figures
from selon.trace.changes.counting import may_count_otherwise
from selon.trace.changes.exact import is_exact
from selon.trace.changes.given import is_given, whole
from selon.trace.changes.growth import has_gone_on, may_have_grown
from selon.trace.changes.hours import tell_other_hours
from selon.trace.changes.likeness import is_of_its_day_alone, is_of_one_thing, is_running, words_alike
from selon.trace.changes.limits import are_one_limit
from selon.trace.changes.own_day import tell_each_its_day
from selon.trace.changes.quantities import Quantity, is_approximate, meant, quantities
from selon.trace.changes.rounding import has_many_figures, is_passed, is_rounded
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.changes.times import are_of_one_day, is_dated, tell_one_time
from selon.trace.changes.told import change, name, said
from selon.trace.changes.units import measures, written
from selon.trace.markers import markers
from selon.trace.moments import begins

_SAME_WORDS, _WORDS_ALIKE = 0.8, 0.6  # share of stems in common, of the shorter one and of both: a price of the same thing
_FORM = 3  # numbers of a sentence that are others, of a form
_RUNNING = 1000  # so many are told anew each day: cases, arrests, deaths of a year
_UNIT_CHARS = 15  # between a number and what it counts
_NARROW = 1.5  # the most that a vague quantity means, by the least: "a hundred", not "dozens"
_NEAR_CHARS = 400  # on both sides of a telling, where its text may give the other number too
_LEAST_RARE = 100  # a smaller number is told of many things
_ANEW = 0.9  # of the stems of both: below it a text is no new version of the other


def numbers(a: Telling, b: Telling, directed: bool) -> Iterator[Change]:
    """Yield the numbers that count one thing and differ, or are given less precisely."""
    if a.article.id != b.article.id and not may_count_otherwise(a, b):
        return
    mine = quantities(a)
    theirs = quantities(b) if mine else ()
    if a.article.id != b.article.id and is_filled_in(mine, theirs):
        return
    for one, other in _paired(mine, theirs, alike=a.article.id == b.article.id):
        if one.value != other.value and (_stands_in(one, a, theirs, b) or _stands_in(other, b, mine, a)):
            continue  # one of the two tells both numbers, and counts two things
        kind = _kind(one, a, other, b)
        if may_have_grown(one, a, other, b) or has_gone_on(one, a, other, b) or are_one_limit(one, a, other, b):
            continue
        if kind == "number_changed" and have_other_figures(a, one.span, b, other.span, one.unit):
            continue
        if (
            kind is None
            or runs_on(one, a, other, b)
            or (kind == "number_changed" and (_shrinks(one, a, other, b) or is_of_its_day_alone(a, one.span, b, other.span)))
            or (one.unit in measures(a.language) and not _is_one_sentence(a, b))
            or (_may_be_anew(one, other, a.language) and tell_each_its_day(a, one.span, b, other.span))
            or (one.value != other.value and tell_other_hours(a, one.span, b, other.span))
            or (not _are_dated(a, b) and (None in (one.value, other.value) or (kind == "number_changed" and words_alike(a, b) < _ANEW)))
            or _is_mostly_there(a, one.span) != _is_mostly_there(b, other.span)
            or not is_of_one_thing(a, one.span, b, other.span, one.unit)
            or (one.value != other.value and (_is_told_anywhere(one, a, b) or _is_told_anywhere(other, b, a)))
        ):
            continue
        if one.value != other.value and a.article.id != b.article.id and (_is_told_near(one, a, b) or _is_told_near(other, b, a)):
            continue  # one of the two tells both numbers in the sentences around it: asked late, as it takes long
        if kind == "precision_changed" and one.value == other.value and (_is_given_otherwise(one, a) or _is_given_otherwise(other, b)):
            continue
        verb = "precision differs" if kind == "precision_changed" else ("number changed" if directed else "number differs")
        sentence = f"{verb}: «{counted(a, one)}» in {name(a, a, b)}, «{counted(b, other)}» in {name(b, a, b)}"
        yield change(a, b, kind, (one.span, other.span), sentence, directed)


def _are_dated(a: Telling, b: Telling) -> bool:
    """Is it known when both texts were published? Else a number may be of any week."""
    return a.article.id == b.article.id or (is_dated(a) and is_dated(b))


def _is_mostly_there(telling: Telling, span: Span) -> bool:
    """Is a number that of a larger whole, of which most stand where it is told ("120, mainly in the valley")?"""
    sentence = sentence_of(telling.article, span, telling.language)
    return bool(markers("mostly", telling.article.text, sentence, telling.language))


def _is_given_otherwise(one: Quantity, telling: Telling) -> bool:
    """Does a text give a number roughly as well as exactly, or as one that was passed, which is roughly in other words?"""
    return is_passed(one, telling) or is_given(one, telling, roughly=not is_approximate(one, telling))


def is_filled_in(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Are there as many numbers in both, and most of them others: a form that is filled in for another day or another company?"""
    values = [[one.value for one in told if one.value is not None] for told in (mine, theirs)]
    if len(values[0]) != len(values[1]):
        return False
    others = [one != other for one, other in zip(values[0], values[1], strict=True)]
    return sum(others) >= _FORM and 2 * sum(others) > len(others)


def _is_one_sentence(a: Telling, b: Telling) -> bool:
    """Are two tellings so alike that a price, a rate or a length of time in both is one thing's?"""
    return overlap(a.stems, b.stems) >= _SAME_WORDS and words_alike(a, b) >= _WORDS_ALIKE


def runs_on(one: Quantity, a: Telling, other: Quantity, b: Telling) -> bool:
    """Are two numbers told on two days counts that run on from day to day, so that the later one corrects nothing?"""
    if one.value is None or other.value is None or are_of_one_day(a, b):
        return False
    anew = one.value != other.value and min(one.value, other.value) >= _RUNNING
    return anew or any(is_running(telling, span) for telling, span in ((a, one.span), (b, other.span)))


def _may_be_anew(one: Quantity, other: Quantity, language: Language) -> bool:
    """Is it money, a share or a rate, or a round number that is the same on two days, which each day may have its own of?"""
    return one.unit in measures(language) or (one.value is not None and one.value == other.value and not has_many_figures(one.value))


def _shrinks(one: Quantity, a: Telling, other: Quantity, b: Telling) -> bool:
    """Does the text of a later day tell fewer, and no day that the first one tells: a toll grows, and this is another event's?"""
    if one.value is None or other.value is None or one.value == other.value or are_of_one_day(a, b) or tell_one_time(a, b):
        return False
    (first, earlier), (last, later) = sorted(((one.value, a), (other.value, b)), key=lambda row: begins(row[1].article.published))
    return is_dated(earlier) and is_dated(later) and last < first and words_alike(a, b) < _ANEW


def _kind(one: Quantity, a: Telling, other: Quantity, b: Telling) -> str | None:
    """What differs between two quantities of one thing: the number, or how precisely it is given; None where they agree."""
    rough = is_approximate(one, a) != is_approximate(other, b)
    if one.value is None or other.value is None:
        return None if one.value == other.value or not _is_less_precise(one, a, other, b) else "precision_changed"
    turned = {one.bound, other.bound} == {"least", "most"}
    if one.value == other.value:
        if turned:
            return "number_changed"
        return "precision_changed" if rough and (is_exact(one, a) or is_exact(other, b)) else None
    return "precision_changed" if is_rounded(one, a, other, b) else "number_changed"


def _is_less_precise(one: Quantity, a: Telling, other: Quantity, b: Telling) -> bool:
    """May a vague quantity mean the number ("dozens", and 31)? Of two rough ones ("a hundred", "at least 100") none is less precise."""
    (vague, where), (number, telling) = ((one, a), (other, b)) if one.value is None else ((other, b), (one, a))
    bounds, rough = meant(vague, where), bool(number.bound) or is_approximate(number, telling)
    if bounds is None or number.value is None:
        return True
    return bounds[0] <= number.value <= bounds[1] and not (rough and bounds[1] <= _NARROW * bounds[0])


def _stands_in(one: Quantity, telling: Telling, others: Sequence[Quantity], where: Telling) -> bool:
    """Is a quantity told by the other telling too, of the same thing; a vague one in the same words?"""
    if one.value is None:
        mine, vague = said(telling, one.span).lower().split(), [other for other in others if other.value is None]
        return any(said(where, other.span).lower().split()[0] == mine[0] for other in vague)
    return any((other.value, other.unit) == (one.value, one.unit) for other in others)


def _is_told_near(one: Quantity, telling: Telling, where: Telling) -> bool:
    """Do the sentences around another telling give a number too, of the same thing, if only in brackets?"""
    text, place = where.article.text, where.place
    around = Span(max(0, place.start - _NEAR_CHARS), min(len(text), place.end + _NEAR_CHARS))
    if one.value is None:
        return False
    if _stands_in(one, telling, quantities(replace(where, spans=(around,))), where):
        return True
    told = re.escape(one.span.of(telling.article.text))
    pattern = rf"(?<![\d.,]){told}(?!\d).{{0,{_UNIT_CHARS}}}(?:{written(one.unit, where.language)})"
    return bool(one.unit) and re.search(pattern, fold(around.of(text))) is not None


def _is_told_anywhere(one: Quantity, telling: Telling, where: Telling) -> bool:
    """Does another text tell a number too, wherever: of the same thing, or one so rare that it is this one, whatever it seems to count?"""
    if one.value is None or one.value < _LEAST_RARE or telling.article.id == where.article.id:
        return False
    rare = has_many_figures(one.value)
    return any(other.value == one.value and (rare or other.unit == one.unit) for other in quantities(whole(where)))


def _paired(mine: Sequence[Quantity], theirs: Sequence[Quantity], *, alike: bool) -> list[tuple[Quantity, Quantity]]:
    """Quantities that count the same thing; where each side of one statement has a single one, these, one of them vague at least."""
    pairs = []
    for one in mine:
        same = [other for other in theirs if other.unit == one.unit and one.unit]
        if len(same) == 1 and sum(again.unit == one.unit for again in mine) == 1:
            pairs.append((one, same[0]))
    if not pairs and alike and len(mine) == len(theirs) == 1 and (mine[0].value is None) != (theirs[0].value is None):
        pairs.append((mine[0], theirs[0]))
    return pairs


def counted(telling: Telling, quantity: Quantity) -> str:
    """A number with the words right before it that make it a rough one."""
    before = [near for near in telling.marked("approximate") if 0 <= quantity.span.start - near.end <= 1]
    return said(telling, Span(before[0].start, quantity.span.end) if before else quantity.span)
