"""Numbers and vague quantities, with the noun they count.

Numbers in words are read where one word is the number ("seize"). Not done yet: numbers of several words, and units that two languages write
in their own way.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Bound
from selon.languages.words import words
from selon.model.span import Span
from selon.trace.alike import function_words
from selon.trace.changes.asides import is_aside
from selon.trace.changes.named import months
from selon.trace.changes.numerals import joining_words, ranges, scales, values
from selon.trace.changes.tellings import Telling
from selon.trace.changes.units import unit
from selon.trace.markers import markers

_NUMBER = re.compile(
    r"(?<![\w.,/])\d{1,3}(?:[ \u00a0\u202f\u2009.,]\d{3})+(?![\d/])|(?<![\w.,/])\d+(?:[.,]\d+)?(?![\w/])"
)  # no part of a fraction or a day ("1-1/4", "12/04")
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 1 << 16  # of one language that are kept; beyond, all are found anew
_NAMED = re.compile(r"\w[-–]$")  # before a number that is part of a name ("Covid-19")
_NAMED_CHARS = 15  # before a number, within which the noun stands that it names
_SCALED = re.compile(r"\d\s?$")  # before "millions", which are then a part of the number
_SCALE_CHARS = 3
_LAST_WORD, _WORD_CHARS = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\s$"), 25  # right before it
_OF_A_DAY = re.compile(r"\d{1,2}|\d{4}")
_SCALE = re.compile(r"[ \u00a0\u202f\n]([^\W\d_]+)")  # behind a number: a word that may multiply it
_SENTENCE = re.compile(r"\s+([^\W\d_a-zà-ÿ]\w*)")  # behind a number: a word with a capital
_BOUND_CHARS = 24  # before a number, within which the words stand that bound it
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_RANGE_CHARS = 12  # beside a number, within which the other end of a range stands
_TABLE_CHARS, _COLUMN = 40, 4  # on one side of a number: with so many figures, and more than words, it stands in a table
_FIGURE, _ALPHABETIC = re.compile(r"\d[\d.,/:-]*"), re.compile(r"[^\W\d_]{2,}")
_STRETCH = re.compile(r"(?<!\d)(\d+)\s([^\W\d_]{2,})\s[^\W\d_]{1,3}\s(\d+)\s\2(?!\w)")  # from one to the other, in one unit
_STRETCH_CHARS = 25  # on both sides of a number, where the other end of a stretch stands
_COMPOUND = re.compile(r"-(?!\d)\w")  # "five-year": how long or how old something is, no count of the sentence's own


class Quantity(NamedTuple):
    """One quantity: where it stands, its value (None where it is vague), the stem of what it counts, and what bounds it."""

    span: Span
    value: float | None
    unit: str
    bound: str  # least, most, about; empty where nothing bounds it


@lru_cache(maxsize=1 << 9)
def quantities(telling: Telling) -> tuple[Quantity, ...]:
    """The quantities of a telling, dates and years left out, in order."""
    return tuple(sorted([*vague(telling), *[one for one in numbers(telling) if _counts(one.span, telling)]]))


@lru_cache(maxsize=1 << 9)
def vague(telling: Telling) -> tuple[Quantity, ...]:
    """The quantities without a number."""
    text, language = telling.article.text, telling.language
    found = [span for span in telling.marked("quantity") if not _is_scaled(text, span, language)]
    return tuple([Quantity(span, None, unit(text, span, language), "") for span in found])


@lru_cache(maxsize=1 << 9)
def numbers(telling: Telling) -> tuple[Quantity, ...]:
    """The numbers of a telling that are of no date, those too that count nothing."""
    text, language = telling.article.text, telling.language
    found = [
        (span, value)
        for span, value in (*_figures(telling), *_words(telling))
        if not any(date.span.overlaps(span) for date in telling.dates) and not _COMPOUND.match(text, span.end)
    ]
    return tuple([Quantity(span, value, unit(text, span, language), _bound(text, span, language)) for span, value in found])


def _counts(span: Span, telling: Telling) -> bool:
    """Does a number count something of its own sentence?"""
    text, language = telling.article.text, telling.language
    return not (
        _in_range(telling, span)
        or is_aside(telling, span)
        or _is_a_name(text, span, language)
        or _stands_alone(text, span, language)
        or _is_of_a_day(text, span, language)
        or _stands_in_a_table(text, span)
    )


def _is_scaled(text: str, span: Span, language: Language) -> bool:
    """Does a number, in figures or in words, stand before a word like "millions", which is then a part of it?"""
    if _SCALED.search(text, max(0, span.start - _SCALE_CHARS), span.start):
        return True
    before = _LAST_WORD.search(text, max(0, span.start - _WORD_CHARS), span.start)
    return before is not None and fold(before[1]) in values(language)


def _figures(telling: Telling) -> Iterator[tuple[Span, float]]:
    text = telling.article.text
    for part in telling.spans:
        if not _DIGIT.search(text, part.start, part.end):
            continue
        for match in _NUMBER.finditer(text, part.start, part.end):
            if not _NAMED.search(text, max(0, match.start() - 2), match.start()):
                scale = _SCALE.match(text, match.end())
                times = scales(telling.language).get(fold(scale[1])) if scale else None
                end = scale.end() if scale and times else match.end()
                yield Span(match.start(), end), _value(match.group()) * (times or 1)


def _is_a_name(text: str, span: Span, language: Language) -> bool:
    """Does a number name what the noun right before it is of, and count nothing ("category 3")?"""
    before = Span(max(0, span.start - _NAMED_CHARS), span.start) if span.start else None
    return before is not None and any(not text[one.end : span.start].strip() for one in markers("numbered", text, before, language))


def _stands_alone(text: str, span: Span, language: Language) -> bool:
    """Does a sentence open right behind a number, which counts nothing in it ("(200) 2510 The strike …")?"""
    behind = _SENTENCE.match(text, span.end)
    return behind is not None and fold(behind[1]) in function_words(language)


def _is_of_a_day(text: str, span: Span, language: Language) -> bool:
    """Does the name of a month stand right beside a number that a day or a year may have ("April 15")?"""
    if not _OF_A_DAY.fullmatch(text, span.start, span.end):
        return False
    before = _LAST_WORD.search(text, max(0, span.start - _WORD_CHARS), span.start)
    behind = _SCALE.match(text, span.end)
    return any(one is not None and fold(one[1]) in months(language) for one in (before, behind))


def _stands_in_a_table(text: str, span: Span) -> bool:
    """Do several figures stand before or behind a number, and fewer words: is it one of a column, and counts nothing of a sentence?"""
    for around in (text[max(0, span.start - _TABLE_CHARS) : span.end], text[span.start : span.end + _TABLE_CHARS]):
        figures = len(_FIGURE.findall(around))
        if figures >= _COLUMN and figures > len(_ALPHABETIC.findall(around)):
            return True
    return False


def _words(telling: Telling) -> Iterator[tuple[Span, float]]:
    """Words that are a number alone: no part of a longer one ("deux cents", "vingt-deux")."""
    known, is_number = values(telling.language), _number_words(telling.language).__getitem__
    for part in telling.spans:
        if not any(map(is_number, _WORD.findall(telling.article.text, part.start, part.end))):
            continue
        found = list(_WORD.finditer(telling.article.text, part.start, part.end))
        folded = fold(part.of(telling.article.text))
        forms = [folded[match.start() - part.start : match.end() - part.start] for match in found]
        for at in [at for at, form in enumerate(forms) if known.get(form) is not None]:
            near = forms[max(0, at - 1) : at] + forms[at + 1 : at + 2]
            if not any(other in known or other.isdigit() for other in near):
                yield Span(*found[at].span()), known[forms[at]] or 0.0


class _NumberWords(dict[str, bool]):
    """Is a word, as it is written, a number alone? Found when it is first met."""

    def __init__(self, known: Mapping[str, float | None]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, written: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[written] = self._known.get(fold(written)) is not None
        return found


@cache
def _number_words(language: Language) -> _NumberWords:
    return _NumberWords(values(language))


def meant(quantity: Quantity, telling: Telling) -> tuple[float, float] | None:
    """The least and the most that a vague quantity means ("a dozen"); None where nobody can say ("many")."""
    forms = (fold(word.form).strip("'") for word in words(telling.article.text, quantity.span.start, quantity.span.end))
    return next((ranges(telling.language)[form] for form in forms if form in ranges(telling.language)), None)


@cache
def _bounds(language: Language) -> dict[str, str]:
    """The words that bound a number, folded, the longest first."""
    kinds = {fold(row.form): row.kind for row in language.rows(Bound)}
    return {form: kinds[form] for form in sorted(kinds, key=len, reverse=True)}


def _bound(text: str, span: Span, language: Language) -> str:
    """What the words right before a number make of it."""
    before = fold(text[max(0, span.start - _BOUND_CHARS) : span.start]).rstrip()
    bounds = _bounds(language)
    return next((kind for form, kind in bounds.items() if before.endswith(form) and _ends_with(before, form)), "")


def _ends_with(before: str, form: str) -> bool:
    return before.endswith(form) and not before[: -len(form)][-1:].isalnum()


def is_approximate(quantity: Quantity, telling: Telling) -> bool:
    """Does a word just before the quantity make it less precise ("plus de 20")?"""
    return quantity.value is None or any(0 <= quantity.span.start - near.end <= 1 for near in telling.marked("approximate"))


@cache
def _ranges(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the last number of a range, and what behind the first."""
    joining = "|".join(map(re.escape, joining_words(language)))
    return re.compile(rf"\d\s*(?:{joining}|[-–])\s*$"), re.compile(rf"\s*(?:{joining}|[-–])\s*\d")


def _in_range(telling: Telling, span: Span) -> bool:
    """Is a number one end of a range, which counts nothing alone ("between 1,200 and 2,000", "from 7 hours to 20 hours")?"""
    text, (before, behind) = telling.article.text, _ranges(telling.language)
    if before.search(text[max(0, span.start - _RANGE_CHARS) : span.start]) or behind.match(text[span.end : span.end + _RANGE_CHARS]):
        return True
    start, end = max(0, span.start - _STRETCH_CHARS), min(len(text), span.end + _STRETCH_CHARS)
    return any(span.start in (match.start(1), match.start(3)) for match in _STRETCH.finditer(text, start, end))


def _value(written: str) -> float:
    plain = re.sub(r"[ \u00a0\u202f\u2009]", "", written)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d+(?:[.,]\d{3}){2,}", plain):  # also where blanks part some groups and marks others
        return float(re.sub(r"[.,]", "", plain))
    return float(plain.replace(",", "."))
