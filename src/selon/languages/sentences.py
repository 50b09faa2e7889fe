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

_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_LONGEST_SHORT = 24  # characters of an abbreviation


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(form.lower() for profile in language.rows(Profile) for form in profile.abbreviations)


def sentences(text: str, span: Span, language: Language) -> list[Span]:
    """The sentences of a stretch of text, in order, without the space around them."""
    return [Span(start, end) for start, end in bounds(text, span.start, span.end, language)]


def bounds(text: str, start: int, end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The same sentences as pairs of offsets, for who makes no spans of them."""
    for stop in ends(text, start, end, language):
        if bare := text[start:stop].strip():
            first = text.index(bare[0], start)
            yield first, first + len(bare)
        start = stop


def ends(text: str, start: int, end: int, language: Language) -> Iterator[int]:
    """The offsets behind the same sentences and the space after each, for who does not ask where they begin; the last is `end`."""
    short, past = _abbreviations(language), start
    for stop in _STOP.finditer(text, start, end):
        at = stop.start()
        if at < past:
            continue
        if at + 2 < end and text[at : at + 2] == ". " and text[at + 2].isupper() and text[at - 1].islower():
            past = at + 2  # as most are
        elif (match := _END.match(text, at, end)) is not None:
            past = match.end()
        else:
            continue
        if text[at] == "." and _is_short(text, at, start, short):
            continue
        yield past
        start = past
    if start < end:
        yield end


def _is_short(text: str, dot: int, start: int, short: frozenset[str]) -> bool:
    word = _word_before(text, dot, max(start, dot - _LONGEST_SHORT))
    return word.lower() in short or (len(word) == 1 and word.isupper()) or ("." in word and bool(_INITIALS.fullmatch(word)))


def _word_before(text: str, dot: int, start: int) -> str:
    begin = text.rfind(" ", start, dot) + 1
    if begin > start and (word := text[begin:dot]).isalnum():
        return word  # as most are
    begin = dot
    while begin > start and (text[begin - 1].isalnum() or text[begin - 1] in "-."):
        begin -= 1
    return text[begin:dot]
