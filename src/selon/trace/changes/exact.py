"""Is a number given exactly, or does a word make it a rough one that stands farther off, or holds for a whole list?"""

import re
from dataclasses import replace

from selon.languages.fold import fold
from selon.model.span import Span
from selon.trace.alike import function_words
from selon.trace.changes.numerals import joining_words, values
from selon.trace.changes.quantities import Quantity, is_approximate, quantities
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers

_BEFORE_CHARS, _BEHIND_CHARS = 60, 20  # beside a number, within which a bound may hold for it too ("at least 137 killed and 5,000 hurt")
_WORD = re.compile(r"\s([^\W\d_]+)")
_JOINED_CHARS = 12  # before a number, within which the word or comma stands that joins it to others


def is_exact(quantity: Quantity, telling: Telling) -> bool:
    """Does no word near a number, in its sentence, make it a rough one or hold for it too?"""
    sentence, span = sentence_of(telling.article, quantity.span, telling.language), quantity.span
    near = Span(max(sentence.start, span.start - _BEFORE_CHARS), min(sentence.end, span.end + _BEHIND_CHARS))
    found = markers("approximate", telling.article.text, near, telling.language)
    if quantity.bound or any(one.start >= span.end or not _bounds_nothing(one, telling) for one in found):
        return False
    return not _goes_on(quantity, telling, sentence)


def _bounds_nothing(marker: Span, telling: Telling) -> bool:
    """Does a function word stand behind a word that may bound a number behind it ("over the next years")?"""
    behind = _WORD.match(telling.article.text, marker.end)
    return behind is not None and fold(behind[1]) in function_words(telling.language) and fold(behind[1]) not in values(telling.language)


def _goes_on(quantity: Quantity, telling: Telling, sentence: Span) -> bool:
    """Does a number go on a list of the same thing that begins with a rough one ("about 75 boats in the port, 15 … and 6 boats")?"""
    before = fold(telling.article.text[max(0, quantity.span.start - _JOINED_CHARS) : quantity.span.start]).rstrip()
    if not quantity.unit or not (before.endswith(",") or any(before.endswith(f" {form}") for form in joining_words(telling.language))):
        return False
    told = quantities(replace(telling, spans=(sentence,), attribution=None))
    return any(one.unit == quantity.unit and one.span.end <= quantity.span.start and is_approximate(one, telling) for one in told)
