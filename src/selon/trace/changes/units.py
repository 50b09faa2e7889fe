"""What a number counts: the unit right behind it, else the next noun."""

import re
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Concept
from selon.languages.words import words
from selon.model.span import Span
from selon.trace.alike import stems

_REACH_CHARS = 40  # the counted noun stands this near behind its number
_UNIT_CHARS = 5
_LEAST_NOUN = 4
_OF_TIME = frozenset({"hour", "day", "week", "month", "year"})  # names of concepts
PERCENT = "%"  # the unit of a share, however it is written
_LONGEST_MEASURE = 20  # characters
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÀ-Ý]")  # what stands behind it is not counted


@cache
def measures(language: Language) -> frozenset[str]:
    """The stems of units: of money, time, length, and "%"."""
    return frozenset(_measures(language).values())


@cache
def lengths_of_time(language: Language) -> frozenset[str]:
    """The stems of the units of time."""
    rows = (row for row in language.rows(Concept) if row.kind == "measure" and row.name in _OF_TIME)
    return frozenset(_measures(language)[fold(form)] for row in rows for form in row.forms)


@cache
def _measures(language: Language) -> dict[str, str]:
    """The forms of units, folded, with their stems; "*" stands for any ending."""
    rows = [(row, fold(form)) for row in language.rows(Concept) if row.kind == "measure" for form in row.forms]
    return {form: PERCENT if PERCENT in row.forms else form.strip("*")[:_UNIT_CHARS] for row, form in rows}


@cache
def written(stem: str, language: Language) -> str:
    """A pattern of what a unit or a counted noun may look like in folded text, by its stem: "%" is written in words too."""
    forms = [form for form, own in _measures(language).items() if own == stem] or [stem]
    return "|".join(re.escape(form).replace(r"\*", r"\w*") for form in sorted(forms, key=lambda form: (-len(form), form)))


@cache
def written_stems(stem: str, language: Language) -> frozenset[str]:
    """The stems of the words in which a unit is written."""
    forms = " ".join(form.strip("*") for form, own in _measures(language).items() if own == stem)
    return stems(forms, (Span(0, len(forms)),), language) if forms else frozenset()


@cache
def _measured(language: Language) -> re.Pattern[str]:
    """A unit right behind a number, in folded text; the longest form first. Where no table has units nothing is one."""
    forms = [re.escape(form).replace(r"\*", r"\w*") for form in sorted(_measures(language), key=lambda form: (-len(form), form))]
    return re.compile(rf"\s?({'|'.join(forms) or '(?!)'})(?!\w)")


def unit(text: str, span: Span, language: Language) -> str:
    """The stem of what a number counts: of the unit right behind it ("kg"), else of the next noun, as far as its length shows one."""
    if measured := _measured(language).match(fold(text[span.end : span.end + _LONGEST_MEASURE])):
        return _measures(language).get(measured[1], measured[1][:_UNIT_CHARS])
    end = min(len(text), span.end + _REACH_CHARS)
    stop = _SENTENCE_END.search(text, span.end, end)
    near = words(text, span.end, stop.start() if stop else end)
    return next((fold(word.form)[:_UNIT_CHARS] for word in near if len(word.form) >= _LEAST_NOUN), "")
