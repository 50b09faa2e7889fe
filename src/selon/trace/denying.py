"""Which attributions deny: explicit, declined, unconfirmed, second-hand; what only looks like a denial is none."""

import re

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claimant import Resolution
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.bare import ALONE
from selon.trace.collection import Collection, whole
from selon.trace.farther import relatives
from selon.trace.grammar import RELATIVE
from selon.trace.markers import markers
from selon.trace.statements import DENYING, INFINITIVES

_BEFORE_CHARS = 25  # before a word of denial, within which the negation of a verb stands that rules it
_CLAUSE_CHARS = 40  # before the source of a denial, within which its clause opens
_PARTED = re.compile(r"[,;:.!?()\n]|\s[–—-]\s")  # what parts clauses
_MARKS = frozenset('"«»“”')
_STRAY_CHARS = 4  # of a word that is no pronoun and no name
_CLAUSES = ("verb.that",)  # rules whose content is what somebody says is not so ("rejected that …"), and nothing that he will not do
_NOUN_CHARS = 60  # of what is denied or refused, within which the word for it stands


def kind_of_denial(reading: Reading, attribution: Attribution, resolution: Resolution, collection: Collection) -> str | None:
    """How an attribution denies; None where it does not."""
    if attribution.stance not in DENYING or (attribution.source is None and resolution.claimant is None):
        return None
    if _is_refusal(reading, attribution, collection) or _is_negated(reading, attribution, collection):
        return None
    if _is_anybody(reading, attribution, resolution, collection) or _is_supposed(reading, attribution, collection):
        return None
    if attribution.stance is Stance.UNCONFIRMED and _is_silent(reading, attribution, collection):
        return None
    if _is_in_anothers_mouth(attribution, resolution, collection):
        return "second-hand"
    if markers("declining", reading.article.text, whole(attribution), collection.language(reading.article.id)):
        return "declined"
    return "unconfirmed" if attribution.stance is Stance.UNCONFIRMED else "explicit"


def _is_silent(reading: Reading, attribution: Attribution, collection: Collection) -> bool:
    """Has somebody only not answered, and not declined to comment?"""
    text, language = reading.article.text, collection.language(reading.article.id)
    if attribution.cue is None or markers("declining", text, whole(attribution), language):
        return False
    return bool(markers("no reaction", text, attribution.cue, language))


def _is_refusal(reading: Reading, attribution: Attribution, collection: Collection) -> bool:
    """Is a request, an offer or a decision refused, and no account denied?"""
    text, language = reading.article.text, collection.language(reading.article.id)
    if attribution.stance is not Stance.DENIED or attribution.cue is None or attribution.rule == ALONE:
        return False
    begin = attribution.content[0]
    noun = Span(begin.start, min(begin.end, begin.start + _NOUN_CHARS))
    if markers("declining", text, whole(attribution), language):
        return False
    if attribution.rule in (*INFINITIVES, *RELATIVE) and markers("refusing", text, attribution.cue, language):
        return True  # "…, which he refuses"
    if attribution.rule in INFINITIVES and markers("refusal", text, attribution.cue, language):
        return not any(found.start == begin.start for found in markers("having", text, begin, language))  # "refuses to go"
    verb = Span(attribution.cue.start, max(attribution.cue.end, begin.start))  # with the noun of "repeats its opposition to"
    if markers("account", text, noun, language) or (attribution.rule in _CLAUSES and not markers("request", text, verb, language)):
        return False
    return bool(markers("refusal", text, verb, language) or markers("request", text, noun, language))


def _is_negated(reading: Reading, attribution: Attribution, collection: Collection) -> bool:
    """Does a negation stand before the word of denial, on a verb that rules it ("does not seem to deny", "cannot deny")?"""
    if attribution.stance is not Stance.DENIED or attribution.cue is None:
        return False
    text, start = reading.article.text, attribution.cue.start
    floor = max(attribution.source.end if attribution.source and attribution.source.end <= start else 0, start - _BEFORE_CHARS)
    language = collection.language(reading.article.id)
    if attribution.source and attribution.source.end <= start:
        ruling = markers("negation", text, attribution.source, language)
        if any(not text[one.end : start].strip() for one in ruling):
            return True  # a negation that was taken for the end of the source: "they cannot | deny it"
    before = Span(max(0, start - _BEFORE_CHARS), start) if start else None
    if before and any(text[one.end : start].isspace() for one in markers("ceasing", text, before, language)):
        return True
    return floor < start and bool(markers("negation", text, Span(floor, start), language))


def _is_supposed(reading: Reading, attribution: Attribution, collection: Collection) -> bool:
    """Is the denial only possible ("could be disputed by"), supposed ("if she disavows"), or blamed on the source or by it?"""
    source, cue, text = attribution.source, attribution.cue, reading.article.text
    language = collection.language(reading.article.id)
    if cue is None or source is None:
        return False
    near = max(0, cue.start - _BEFORE_CHARS)
    near = cue.start - len(_PARTED.split(text[near : cue.start])[-1])
    if near < cue.start and markers("possible", text, Span(near, cue.start), language):
        return True
    if source.end > cue.start:
        return False
    before = text[max(0, source.start - _CLAUSE_CHARS) : source.start]
    start = source.start - len(_PARTED.split(before)[-1])
    if start < cue.start and markers("condition", text, Span(start, cue.start), language):
        return True
    between = source.end + text[source.end : cue.start].rfind(",") + 1
    return between < cue.start and bool(markers("accusation", text, Span(between, cue.start), language))


def _is_anybody(reading: Reading, attribution: Attribution, resolution: Resolution, collection: Collection) -> bool:
    """Is the source nobody in particular ("no one denies"), or no source as far as can be seen?"""
    source, text = attribution.source, reading.article.text
    language = collection.language(reading.article.id)
    if source and (not _MARKS.isdisjoint(source.of(text)) or _is_stray(source.of(text), language)):
        return True
    words = fold(source.of(text)).split() if source else []
    if resolution.claimant is None and words and words[-1] in relatives(language) and not words[-2:][0].endswith(","):
        return True  # "those who deny it" tells of nobody that he did
    found = markers("anybody", text, source, language) if source else []
    return any(one.start == source.start for one in found if source)


def _is_stray(words: str, language: Language) -> bool:
    """Is a source one small word that stands for nobody ("so far refused")?"""
    return words.islower() and len(words) <= _STRAY_CHARS and not markers("himself", words, Span(0, len(words)), language)


def _is_in_anothers_mouth(attribution: Attribution, resolution: Resolution, collection: Collection) -> bool:
    """Is the denial told by somebody else? "Non confirmé par X" beside what is reported is the outlet's own remark, unless it is quoted."""
    if attribution.parent is None:
        return False
    if attribution.stance is Stance.UNCONFIRMED and collection.attribution(attribution.parent).kind is not SpeechKind.DIRECT:
        return False
    parent = collection.claimant(attribution.parent)
    if resolution.claimant is None or collection.attribution(attribution.parent).stance is Stance.DENIED:
        return False  # who tells it may be the same, or denies it too
    return parent is None or parent.id != resolution.claimant.id
