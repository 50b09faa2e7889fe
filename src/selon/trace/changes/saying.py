"""Words of saying, as the table of light words has them."""

import re
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Light
from selon.languages.words import words
from selon.model.span import Span


def says(text: str, span: Span, language: Language) -> bool:
    """Does a word of saying stand in a stretch?"""
    return bool(said_by(text, span, language))


def said_by(text: str, span: Span, language: Language) -> list[Span]:
    """The words of saying in a stretch."""
    found = _saying(language)
    return [Span(word.start, word.end) for word in words(text, span.start, span.end) if found.fullmatch(fold(word.form).strip("'"))]


@cache
def _saying(language: Language) -> re.Pattern[str]:
    forms = [fold(form) for row in language.rows(Light) if row.kind == "reporting" for form in row.forms]
    return re.compile("|".join(re.escape(form).replace(r"\*", r"\w*") for form in forms) or r"(?!)")
