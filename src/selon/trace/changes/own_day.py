"""Numbers that two texts of two days tell each as of its own day, in whatever words: "down 10 from yesterday", "so far today"."""

import re
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.when import TimeWord
from selon.model.span import Span
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.changes.times import are_of_two_days, times
from selon.trace.moments import begins


def tell_each_its_day(a: Telling, mine: Span, b: Telling, theirs: Span) -> bool:
    """Does each of two texts of two days tell its own day beside a number, and none of the other's?"""
    if begins(a.article.published).date() == begins(b.article.published).date():
        return False
    if are_of_two_days(a, [*times(a), *a.beside], b, [*times(b), *b.beside], named=False):
        return True
    return _says_today(a, mine) and _says_today(b, theirs)


def _says_today(telling: Telling, span: Span) -> bool:
    """Does the sentence of a number say "today", which need be no time that is told of?"""
    sentence = sentence_of(telling.article, span, telling.language)
    return _today(telling.language).search(fold(sentence.of(telling.article.text)).replace("’", "'")) is not None


@cache
def _today(language: Language) -> re.Pattern[str]:
    forms = [fold(form) for row in language.rows(TimeWord) if row.kind == "today" for form in row.forms]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms)) or '(?!)'})(?!\w)")
