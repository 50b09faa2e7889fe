"""Sentences and their spans.

A sentence ends at . ! ? or … before a space and a capital, a digit, a dash or an opening mark, or at a line's end; not after an
abbreviation or an initial, and closing marks belong to the sentence they close. Not done yet: a sentence that goes on after a
quotation which itself ends in a full stop and a capital ("« Oui. » Paul sourit.") is cut there.
"""

import re
from collections.abc import Iterator
from functools import cache

from selon.languages import Language
from selon.languages.rows.base import Profile
from selon.model.span import Span

# glued: a scraped page has lost the space between two sentences ("la nuit.Le maire")
_GLUED = r"(?<=[^\W\d_][^\W\d_])[.!?…](?=[«“]|[^\W\d_a-zà-ÿœ](?:['’]|[^\W\d_A-ZÀ-Þ]))|(?<=[»”])[.!?…](?=[^\W\d_a-zà-ÿœ])"
_END = re.compile(
    _GLUED + r"|(?<![.!?…])[.!?…]++[\"'”’»›)\]\s]{0,6}?(?:(?<=\s)|[\"”’»›)\]]{1,4}\s*+|\s++)(?=[\"“‘«‹(\[–—-]?\s*[^\W_a-zà-ÿœ])|\n+"
)
_STOP = re.compile(r"[.!?…\n]")  # with which every end begins: looked for first, because that is quick

_LONGEST_SHORT = 24  # characters of an abbreviation


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(form.lower() for profile in language.rows(Profile) for form in profile.abbreviations)


def sentences(text: str, span: Span, language: Language) -> list[Span]:
    """The sentences of a stretch of text, in order, without the space around them."""
    short = _abbreviations(language)
    found: list[Span] = []
    start = span.start
    for match in _ends(text, span):
        if text[match.start()] == "." and _is_short(text, match.start(), start, short):
            continue
        _keep(found, text, start, match.end())
        start = match.end()
    _keep(found, text, start, span.end)
    return found


def _ends(text: str, span: Span) -> Iterator[re.Match[str]]:
    past = span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        if stop.start() >= past and (match := _END.match(text, stop.start(), span.end)):
            past = match.end()
            yield match


def _is_short(text: str, dot: int, start: int, short: frozenset[str]) -> bool:
    begin = dot
    while begin > max(start, dot - _LONGEST_SHORT) and (text[begin - 1].isalnum() or text[begin - 1] in "-."):
        begin -= 1
    word = text[begin:dot]
    return word.lower() in short or (len(word) == 1 and word.isupper()) or bool(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", word))


def _keep(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
