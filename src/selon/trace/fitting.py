"""What a statement must be, for a noun or a word that points back to stand for it."""

import re
from collections.abc import Callable

from selon.languages import Language
from selon.languages.words import matches
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.blame import accusing, blames, charges
from selon.trace.collection import whole
from selon.trace.denier import Denier
from selon.trace.markers import markers
from selon.trace.meanings import Meanings, meanings
from selon.trace.statements import INFINITIVES, PASSIVES, Statement

BARE_CHARS = 6  # a pronoun or a bare demonstrative; longer ones have a noun with them ("ces informations")
_COMMA_CHARS = 3  # between a statement and a noun that stands beside it ("…, a theory the port denies")
_ENDS = re.compile(r"[.!?…:;]")
_BREATH_CHARS = 60  # between a statement and who denies "it": "but both he and the mayor"


def fitting(noun: Span, attribution: Attribution, denier: Denier, text: str, language: Language) -> tuple[Callable[[Statement], bool], ...]:
    """What a statement must be for the noun to stand for it, the best first."""
    if markers("accusation", text, noun, language):
        return (
            lambda one: blames(one, language),
            lambda one: _accuses_others(one, denier, text, language),
            lambda one: charges(one, language),
        )
    if markers("matter", text, noun, language):
        return (lambda one: charges(one, language) or any(accusing(text, cue, language) for cue in one.telling),)
    if markers("figures", text, noun, language):
        begin, beside = whole(attribution).start, is_beside(attribution, text, language)
        return (lambda one: (one.told or beside) and _counts(one, language) and not _counted_since(one, begin),)
    if markers("account", text, noun, language) or markers("argument", text, noun, language):
        declined = bool(markers("declining", text, whole(attribution), language))
        asked = declined or attribution.stance is Stance.UNCONFIRMED
        beside = any(one.start == noun.start for one in markers("apposition", text, noun, language))
        news = [] if beside else markers("news", text, noun, language)
        several = bool(news) and news[0].of(text).endswith("s") and not markers("demonstrative", text, noun, language)
        if news and (asked or several):  # "the reports" are the press's, "these reports" what stands right before
            return (lambda one: one.told and not is_of_nobody(one) and not _is_a_party(one, heard=asked and not declined),)
        return (lambda one: one.told and not is_of_nobody(one), *right_before(noun, attribution, text, language))
    if markers("demonstrative", text, noun, language) and not markers("bare pointer", text, noun, language):
        meant = _first_word(noun, text, language)
        of_him: Callable[[Statement], bool] = lambda one: one.told and denier.is_named(one)  # noqa: E731 - one of the two below
        return (lambda one: not meant.isdisjoint(one.meanings), *((of_him,) if attribution.rule in INFINITIVES else ()))
    if _is_bare(noun, text, language) or not attribution.anaphoric:
        return (lambda one: _in_one_breath(one, whole(attribution), language),)
    return ()


def right_before(noun: Span, attribution: Attribution, text: str, language: Language) -> tuple[Callable[[Statement], bool], ...]:
    """What else a noun for an account may stand for, that words of accusing do not show.

    Beside what it stands for: what somebody tells there, or the text itself; else what somebody says right before that he went through.
    """
    if is_beside(attribution, text, language):
        at, told = whole(attribution).start, not markers("argument", text, noun, language)
        return (
            lambda one: _is_somebodys(one, text, language),
            lambda one: told and one.span.end < at <= one.span.end + _COMMA_CHARS and not _ENDS.search(text, one.span.end, at),
        )
    pointing = [one for one in markers("demonstrative", text, noun, language) if one.start == noun.start]
    alone = pointing and attribution.content[0].end <= noun.end
    return (lambda one: one.of_himself and _is_somebodys(one, text, language),) if alone else ()


def _is_somebodys(one: Statement, text: str, language: Language) -> bool:
    """Does somebody who is named tell it, and of no measure that was taken?"""
    told = one.attribution
    named = told is not None and told.source is not None and not is_of_nobody(one)
    return named and not markers("measure", text, one.span, language)


def is_beside(attribution: Attribution, text: str, language: Language) -> bool:
    """Is all that is denied a noun that stands beside what it calls an account ("…, a figure disputed by the union")?"""
    if attribution.rule not in PASSIVES:
        return False
    content = attribution.content[0]
    found = next(iter(markers("apposition", text, content, language)), None)
    if found is None or found.start != content.start:
        return False
    return found.end == content.end or not stems(text, (Span(found.end, content.end),), language)


def _first_word(noun: Span, text: str, language: Language) -> Meanings:
    """What the word behind a demonstrative may stand for: what stands behind it in turn is of it ("these school mergers")."""
    pointing = markers("demonstrative", text, noun, language)[0]
    behind = next(matches(text, pointing.end, noun.end), None) if pointing.end < noun.end else None
    return meanings(text, (Span(*behind.span()),), language) if behind else frozenset()


def _is_bare(noun: Span, text: str, language: Language) -> bool:
    """Is it a pronoun or a bare demonstrative?"""
    return bool(markers("bare pointer", text, noun, language)) or (len(noun) <= BARE_CHARS and not stems(text, (noun,), language))


def is_of_nobody(one: Statement) -> bool:
    """Is it a quotation beside which nobody is named, a heading or a scrap as often as an account of somebody's?"""
    told = one.attribution
    return told is not None and told.kind is SpeechKind.DIRECT and (told.source is None or told.rule == "floating.alone")


def _is_a_party(one: Statement, *, heard: bool) -> bool:
    """Does somebody tell it who is no outlet and no unnamed source? Who is asked about "this report" is asked what the press tells.

    Args:
        one: the statement.
        heard: whether what somebody is heard to say, not in his own words, may be told by the press as its own.
    """
    told = one.attribution
    if told is not None and told.kind is SpeechKind.DIRECT:
        return True
    if heard or told is None or told.conditional or one.appearance.conditional:
        return False
    if told.source is None or told.parent is not None:
        return True
    return one.claimant is not None and one.claimant.kind not in {ClaimantKind.OUTLET, ClaimantKind.ANONYMOUS, ClaimantKind.DOCUMENT}


def _in_one_breath(one: Statement, denial: Span, language: Language) -> bool:
    """Does a statement stand right before a denial of "it", and nothing between that the word may stand for ("but this danger, he …")?"""
    if one.span.end >= denial.start:
        return one.span.start < denial.start
    near = denial.start - one.span.end <= _BREATH_CHARS
    return near and not markers("demonstrative", one.text, Span(one.span.end, denial.start), language)


def _accuses_others(one: Statement, denier: Denier, text: str, language: Language) -> bool:
    """Does somebody tell, of the denier or of "him", what "these accusations" may stand for, and no measure that was taken?"""
    if not one.told or one.speaker is None or one.of_himself:
        return False
    if not denier.is_named(one) and not markers("third person", text, one.span, language):
        return False
    return not any(markers(kind, text, one.span, language) for kind in ("measure", "first person"))


def _counts(one: Statement, language: Language) -> bool:
    """Does a statement hold a number?"""
    return any(char.isdigit() for char in one.span.of(one.text)) or bool(markers("quantity", one.text, one.span, language))


def _counted_since(one: Statement, begin: int) -> bool:
    """Does another number stand between a statement and what points at a figure?"""
    return any(char.isdigit() for char in one.text[one.span.end : begin])
