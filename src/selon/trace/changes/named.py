"""The names and towns in a stretch of a telling, by which two that are told alike are of somewhere else."""

import re
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Capital, Light
from selon.languages.rows.resolve import Exonym
from selon.languages.rows.when import TimeWord
from selon.model.span import Span
from selon.trace.alike import function_words
from selon.trace.changes.tellings import Telling

_NAMES_SHARE = 0.3  # of the fewer names in common; below it both speak of somewhere or somebody else
_WORD = re.compile(r"\w+")
NAME_CHARS = 5  # a stem of a name joins "Syria" and "Syrian"
_LEAST_NAME = 3
_OPENING = frozenset('.!?:«"“„')  # before a word with a capital that need not be a name
_CALENDAR = ("month", "weekday")  # kinds of words in expressions of time


def towns_in(text: str, language: Language) -> frozenset[str]:
    """The ids of the towns and regions that a stretch of text names, as far as the tables know them."""
    towns, pattern = _towns(language)
    return frozenset(towns[found[0]] for found in pattern.finditer(text)) if pattern else frozenset()


@cache
def _towns(language: Language) -> tuple[dict[str, str], re.Pattern[str] | None]:
    """The names of towns and regions with their ids, and what finds them; not of capitals, which stand for states and open datelines."""
    towns = {form: row.id for row in language.rows(Exonym) for form in row.forms}
    names = "|".join(re.escape(form) for form in sorted(towns, key=lambda form: (-len(form), form)))
    return towns, re.compile(rf"(?<!\w)(?:{names})(?!\w)") if towns else None


def has_other_names(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Does each side have names that the other lacks, and few in common?"""
    shared = len(mine & theirs)
    return shared < min(len(mine), len(theirs)) and shared < _NAMES_SHARE * min(len(mine), len(theirs))


def names_in(telling: Telling, span: Span) -> frozenset[str]:
    """The stems of the names in a stretch of a telling's article: words with a capital that open no sentence."""
    if has_noun_capitals(telling.language):
        return frozenset()
    text, small = telling.article.text, _calendar(telling.language) | function_words(telling.language)
    found = (match for match in _WORD.finditer(text, span.start, span.end) if match[0][0].isupper() and len(match[0]) >= _LEAST_NAME)
    return frozenset(fold(match[0])[:NAME_CHARS] for match in found if fold(match[0]) not in small and not _opens(text, match.start()))


def _opens(text: str, at: int) -> bool:
    """Does a word open a sentence, a quotation or a line?"""
    before = text[max(0, at - 2) : at]
    return not at or "\n" in before or before.strip() in _OPENING


def is_of_the_calendar(words: str, language: Language) -> bool:
    """Does a month or a day of the week stand in some words?"""
    return any(fold(match.group()) in _days(language) for match in _WORD.finditer(words))


@cache
def months(language: Language) -> frozenset[str]:
    """The names of the months, folded."""
    return frozenset(fold(form) for row in language.rows(TimeWord) if row.kind == "month" for form in row.forms)


@cache
def _calendar(language: Language) -> frozenset[str]:
    """Months and days of the week, which have a capital in some languages and name nobody."""
    light = frozenset(fold(form) for row in language.rows(Light) if row.kind == "calendar" for form in row.forms)
    return light | _days(language)


@cache
def _days(language: Language) -> frozenset[str]:
    return frozenset(fold(form) for row in language.rows(TimeWord) if row.kind in _CALENDAR for form in row.forms)


@cache
def has_noun_capitals(language: Language) -> bool:
    """Has every noun of a language a capital, so that a capital shows no name?"""
    return any(row.nouns for row in language.rows(Capital))
