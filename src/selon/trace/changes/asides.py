"""Numbers told beside another, which count nothing of a sentence alone: compared with it, counted out of it, or a part of it.

"31 dead in the valley and four on the coast" gives a part twice, and "four are missing besides" what comes on top.
"""

import re

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.span import Span
from selon.trace.alike import function_words
from selon.trace.changes.numerals import joining_words, values
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers

_OUT_OF = re.compile(r"\s?/?\s?\w{0,3}\s?\d")  # behind a number, another that it is counted out of or set beside ("11 of 39", "3-2")
_OTHERS_CHARS = 12  # behind a number, within which a word stands that counts it besides others
_BESIDE_CHARS = 30  # before a number, within which a bracket opens or a word stands that compares it
_OUT_OF_WORDS = 3  # before a number, within which another stands that is counted out of it
_CLAUSE_CHARS = 50  # behind a number, as far as its clause goes: where its place stands, and the other part
_PART_WORDS = 2  # behind "and": the other number, and the word that opens its place
_CLAUSE_END = re.compile(r"[.,;:!?()\n]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")


def is_aside(telling: Telling, span: Span) -> bool:
    """Is a number told beside another: in brackets, compared with it ("against 40"), what it is counted out of, or a part?"""
    text = telling.article.text
    if _OUT_OF.match(text, span.end) or not span.start:
        return bool(span.start)
    behind = Span(span.end, min(len(text), span.end + _OTHERS_CHARS)) if span.end < len(text) else None
    if behind and any(one.start <= span.end + 1 for one in markers("compared", text, behind, telling.language)):
        return True  # "180 others"
    before = Span(max(0, span.start - _BESIDE_CHARS), span.start)
    said = before.of(text)
    if said.rfind("(") > said.rfind(")") or _is_whole(said, telling.language) or _is_a_part(text, span, telling.language):
        return True
    return any(not text[one.end : span.start].strip() for one in markers("compared", text, before, telling.language))


def _is_whole(before: str, language: Language) -> bool:
    """Do some words end with another number and one word behind it, so that it is counted out of what follows ("nine of the 52")?"""
    forms = [fold(match.group()) for match in _WORD.finditer(before)][-_OUT_OF_WORDS:]
    return any(form.isdigit() or values(language).get(form) is not None for form in forms[:-1]) and forms[-1] in function_words(language)


def _is_a_part(text: str, span: Span, language: Language) -> bool:
    """Does a number count those of one place, and the next one those of another, or does it come on top of what was counted?"""
    end = min(len(text), span.end + _CLAUSE_CHARS)
    stop = _CLAUSE_END.search(text, span.end, end)
    end = stop.start() if stop else end
    if span.end < end and markers("besides", text, Span(span.end, end), language):
        return True
    forms = [fold(match.group()) for match in _WORD.finditer(text, span.end, end)]
    for at, form in enumerate(forms[:-_PART_WORDS]):
        number, place = forms[at + 1 : at + 1 + _PART_WORDS]
        told = number.isdigit() or values(language).get(number) is not None
        if form in joining_words(language) and told and place in function_words(language) and place in forms[:at]:
            return True
    return False
