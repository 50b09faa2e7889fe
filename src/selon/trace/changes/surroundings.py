"""What stands around a telling in its text: its sentence, the one before it and the one behind it, and whom they name.

Nothing is said to be dropped or lost that stands right beside: a text may tell in its next sentence who says it, or how sure it is.
"""

import re
from collections.abc import Iterator
from functools import cache

from selon.languages import Language, codes, load
from selon.languages.fold import fold
from selon.languages.rows.clean import Agency
from selon.languages.rows.resolve import Country
from selon.languages.sentences import sentences
from selon.model.article import Article
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.span import Span
from selon.trace.changes.quoted import QUOTED, is_inside_marks
from selon.trace.changes.saying import says
from selon.trace.changes.tellings import Telling
from selon.trace.markers import markers
from selon.trace.names import key, proper

_SENTENCE_CHARS = 400  # on both sides of a passage, within which its sentence and those beside it are looked for
_BEHIND = 2  # sentences behind a telling: a quotation of two may stand there, whose speaker is told last
_INTRODUCED_CHARS = 250  # before a passage, within which a colon may stand that opens somebody's words
_APART_CHARS, _LEAST_APART = 40, 20  # beside a telling: words that another text may quote too
_BREAKS = ' .,;:!?"«»“”\u00a0\u202f'
_IN_SHORT = re.compile(r"\b[A-Z]{2,}\b")
_OPENS = re.compile(r":\s")


def sentence_of(article: Article, span: Span, language: Language) -> Span:
    """The sentence around a span, in its paragraph, however its lines are broken; of a span over several, from the first to the last."""
    text, paragraph = article.text, _paragraph(article, span)
    start, end = max(paragraph.start, span.start - _SENTENCE_CHARS), min(paragraph.end, span.end + _SENTENCE_CHARS)
    touched = [one for one in sentences(text, Span(start, end), language) if one.overlaps(span)]
    return Span(touched[0].start, touched[-1].end) if touched else Span(start, end)


def _paragraph(article: Article, span: Span) -> Span:
    """The block around a span; where none holds all of it, its lines."""
    block = next((one.span for one in article.blocks if one.span.covers(span)), None)
    if block is not None:
        return block
    end = article.text.find("\n", span.end)
    return Span(article.text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(article.text))


def beside(telling: Telling) -> Span:
    """The sentences of a telling with the one before and two behind, in other paragraphs too."""
    text, place = telling.article.text, telling.place
    around = Span(max(0, place.start - _SENTENCE_CHARS), min(len(text), place.end + _SENTENCE_CHARS))
    parts = sentences(text, around, telling.language)
    touched = [number for number, one in enumerate(parts) if one.overlaps(place)]
    if not touched:
        return around
    return Span(parts[max(0, touched[0] - 1)].start, parts[min(len(parts) - 1, touched[-1] + _BEHIND)].end)


def is_named_beside(claimant: Claimant, telling: Telling) -> bool:
    """Is a claimant named in the sentence of a telling, or beside it outside of what somebody says there in quotation marks?"""
    own = sentence_of(telling.article, telling.place, telling.language)
    return any(is_named_in(claimant, words, telling.language) for words in (own.of(telling.article.text), *_unquoted(telling, own)))


def _unquoted(telling: Telling, own: Span) -> Iterator[str]:
    """Yield the words before and behind a sentence of a telling that are not in quotation marks."""
    text, near = telling.article.text, beside(telling)
    yield from (QUOTED.sub(" ", text[start:end]) for start, end in ((near.start, own.start), (own.end, near.end)) if start < end)


def is_named_in(claimant: Claimant, words: str, language: Language) -> bool:
    """Do some words name a claimant: all of the name, the last word of a person's, a body's without what it is of, a state in any way?

    A body is named too by what it, or a part of it, is called in short ("the forecasters of the Storm Centre (STC)"); who has no name, by
    all names in the description ("an activist with the Talm Media Centre").
    """
    around, forms = set(key(words)), key(claimant.name)
    if claimant.kind is ClaimantKind.ANONYMOUS and (names := proper(claimant.name)):
        return names <= around
    if set(forms) <= around or (claimant.kind is ClaimantKind.PERSON and forms[-1] in around):
        return True
    if claimant.kind is ClaimantKind.PERSON:
        return False
    if claimant.kind is ClaimantKind.STATE:
        return claimant.country is not None and not around.isdisjoint(_country_words(claimant.country))
    opening = Span(0, len(claimant.name))
    if markers("figures", claimant.name, opening, language) and (capitals := proper(claimant.name)) and capitals <= around:
        return True  # "the figures of the Storm Centre"
    short = set(_IN_SHORT.findall(claimant.name)) - _agencies()  # which many texts name, as who was told
    return forms[0] in around or not short.isdisjoint(_IN_SHORT.findall(words))


def speaks(telling: Telling) -> bool:
    """Does somebody speak of himself in a telling or beside it, so that a text without marks may be somebody's words set apart?"""
    own = sentence_of(telling.article, telling.place, telling.language)
    words = " ".join((own.of(telling.article.text), *_unquoted(telling, own)))
    return bool(markers("first person", words, Span(0, len(words)), telling.language))


def is_set_apart(telling: Telling, quoting: Telling) -> bool:
    """Do the words before or behind a telling stand in the other text in quotation marks too, so that a whole passage is somebody's?"""
    text, place = telling.article.text, telling.place
    beside_it = (text[max(0, place.start - _APART_CHARS) : place.start], text[place.end : place.end + _APART_CHARS])
    plain = _plain(quoting.article.text)
    for one in (_plain(words).strip(_BREAKS) for words in beside_it):
        at = plain.find(one) if len(one) >= _LEAST_APART else -1
        if at >= 0 and is_inside_marks(plain, at):
            return True
    return False


def _plain(words: str) -> str:
    """Words with one kind of apostrophe; as long as before."""
    return words.replace("’", "'")


def is_introduced(telling: Telling) -> bool:
    """Does a word of saying with a colon behind it stand before a telling, so that it may be somebody's words over several sentences?"""
    text, start = telling.article.text, telling.place.start
    begin = max(0, start - _INTRODUCED_CHARS)
    colons = [match.start() for match in _OPENS.finditer(text, begin, min(len(text), start + 1))]
    return bool(colons) and colons[-1] > begin and says(text, Span(begin, colons[-1]), telling.language)


@cache
def _agencies() -> frozenset[str]:
    """The names of agencies, in all languages."""
    return frozenset(form for one in codes() for row in load(one).rows(Agency) for form in row.forms)


@cache
def _country_words(code: str) -> frozenset[str]:
    """How a country, its people and its capital are called, in all languages: one word each, folded."""
    forms: list[str] = []
    for one in codes():
        for row in load(one).rows(Country):
            if row.code == code:
                forms += row.forms
    return frozenset(fold(form) for form in forms if " " not in form)
