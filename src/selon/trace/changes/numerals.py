"""The words of a language that are numbers, multiply them, or join two of them."""

from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Clause, NumberWord


@cache
def values(language: Language) -> dict[str, float | None]:
    """Number words, folded; None for those that are none alone."""
    alone = {fold(row.form): row.low for row in language.rows(NumberWord) if row.kind == "value" and row.high in (None, row.low)}
    return {fold(row.form): alone.get(fold(row.form)) for row in language.rows(NumberWord)}


@cache
def scales(language: Language) -> dict[str, float]:
    """Words that multiply the number before them ("million"), folded."""
    return {fold(row.form): row.low for row in language.rows(NumberWord) if row.kind == "scale"}


@cache
def ranges(language: Language) -> dict[str, tuple[float, float]]:
    """Words that are a number in a vague way, folded, with the least and the most they mean."""
    return {fold(row.form): (row.low, row.high or row.low) for row in language.rows(NumberWord) if row.kind == "vague"}


@cache
def joining_words(language: Language) -> tuple[str, ...]:
    """Words that join two things ("and"), folded."""
    return tuple(fold(form) for row in language.rows(Clause) if row.kind == "and" for form in row.forms)
