"""What a denial points back at: "these accusations", "this version", "that video", "it".

An accusation is looked for among what accuses, an account first among what somebody tells or the text gives as possible, a thing first
among what names it; a bare pronoun takes what stands last before it. Where there is no such statement the denial stays open.
"""

from collections.abc import Callable, Sequence

from selon.languages import Language
from selon.model.attribution import Attribution, Stance
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.statements import LEAST_STEMS, Statement

_POINTING_CHARS = 12  # of a content, within which a bare word points back: further in, it points at something of the content's own
_BARE_CHARS = 6  # a pronoun or a bare demonstrative; longer ones have a noun with them ("ces informations")
_OWN_STEMS = 2  # behind the pointing word: with more the content says itself what is denied ("reports that it bought the port")
_ACCOUNT_CHARS = 200  # before a word for an account, within which the account ends
_NOUN_CHARS = 45  # of a content, within which a noun stands that points back


def points(attribution: Attribution, text: str, language: Language) -> bool:
    """Does a word of the content point back at something said ("cette information", "ces essais"), and the rest say little of its own?"""
    begin = attribution.content[0]
    if attribution.anaphoric:
        return True
    found = (
        one
        for kind, reach in (("anaphor", _POINTING_CHARS), ("demonstrative", _NOUN_CHARS))
        for one in markers(kind, text, begin, language)
        if one.start - begin.start <= reach and (one.start == begin.start or not markers("bare pointer", text, one, language))
    )
    return any(_says_little(text, one.end, begin.end, language) for one in found)


def _says_little(text: str, start: int, end: int, language: Language) -> bool:
    """Does the clause behind a pointing word hold few words of its own, and does it not tell what is pointed at ("reports that …")?"""
    after = text[start:end].split(maxsplit=1)
    if after and start < end and markers("complement", text, Span(start, min(end, start + 1 + len(after[0]))), language):
        return False
    comma = text.find(",", start, end)
    end = end if comma < 0 else comma
    return start >= end or len(stems(text, (Span(start, end),), language)) <= _OWN_STEMS


def pointed_at(
    attribution: Attribution, speaker: str | None, text: str, language: Language, before: Sequence[Statement]
) -> Statement | None:
    """The statement a denial by `speaker` points at, of those that stand within reach before it; None where none fits."""
    begin = attribution.content[0]
    noun = Span(begin.start, min(begin.end, begin.start + _NOUN_CHARS))
    others = [one for one in before if len(one.stems) >= LEAST_STEMS and (one.speaker is None or one.speaker != speaker)]
    others = [one for one in others if not one.span.overlaps(whole(attribution)) and not _points_itself(one, text, language)]
    if any(one.start == begin.start for one in markers("apposition", text, noun, language)):
        told = [one for one in before if len(one.stems) >= LEAST_STEMS and not one.span.overlaps(whole(attribution))]
        others = [one for one in others if not any(other.span.start >= one.span.end for other in told)]
    if markers("affair", text, noun, language):
        return None  # a whole affair, and no one statement of it
    own = _own_words(noun, begin, text, language)
    others = [one for one in others if not own or not own.isdisjoint(one.stems)]
    words = stems(text, (noun,), language)
    found = sorted(others, key=lambda one: (words.isdisjoint(one.stems), -one.span.start))
    return next((one for fits in _fitting(noun, attribution.stance, text, language) for one in found if fits(one)), None)


def _own_words(noun: Span, content: Span, text: str, language: Language) -> frozenset[str]:
    """What is said of an account that no pointing word opens ("the accusations of theft"), those aside that dismiss it."""
    if any(one.start == noun.start for one in markers("demonstrative", text, noun, language)):
        return frozenset()
    account = next((one for one in markers("account", text, noun, language)), None)
    if account is None or account.end >= content.end:
        return frozenset()
    comma = text.find(",", account.end, content.end)
    if comma == account.end:
        return frozenset()
    behind = Span(account.end, content.end if comma < 0 else comma)
    aside = [one for kind in ("dismissive", "contested", "declining") for one in markers(kind, text, behind, language)]
    return stems(text, (behind,), language) - stems(text, tuple(aside), language)


def _points_itself(one: Statement, text: str, language: Language) -> bool:
    """Does the statement begin with a word that points back, so that what is pointed at stands before it?"""
    opening = Span(one.span.start, min(one.span.end, one.span.start + _POINTING_CHARS))
    if any(found.start == one.span.start and len(found) > _BARE_CHARS for found in markers("anaphor", text, opening, language)):
        return True
    pointing = next((found for found in markers("demonstrative", text, opening, language) if found.start == one.span.start), None)
    noun = Span(opening.start, min(one.span.end, opening.start + _NOUN_CHARS))
    return pointing is not None and any(found.start - pointing.end <= 1 for found in markers("account", text, noun, language))


def _fitting(noun: Span, stance: Stance, text: str, language: Language) -> tuple[Callable[[Statement], bool], ...]:
    """What a statement must be for the noun to stand for it, the best first."""
    if markers("accusation", text, noun, language):
        return (
            lambda one: bool(markers("accusation", text, one.span, language)),
            lambda one: one.told and one.speaker is not None and _accuses_others(one, noun, text, language),
            lambda one: bool(markers("measure", text, one.span, language)),
        )
    if markers("matter", text, noun, language):
        return (lambda one: any(markers(kind, text, one.span, language) for kind in ("accusation", "measure")),)
    if markers("account", text, noun, language):
        return (lambda one: one.told and noun.start - one.span.end <= _ACCOUNT_CHARS,)
    words = stems(text, (noun,), language)
    inside = stance is Stance.UNCONFIRMED and any(
        one.start > noun.start for one in markers("demonstrative", text, noun, language)
    )  # "the tenor of this text"
    same: Callable[[Statement], bool] = lambda one: not words or not words.isdisjoint(one.stems)  # noqa: E731 - one of several below
    return (same,) if inside else (same, lambda one: one.told)


def _accuses_others(one: Statement, noun: Span, text: str, language: Language) -> bool:
    """Is a statement that "these accusations" may stand for told right before them, of others than who tells it, and no measure taken?"""
    near = noun.start - one.span.end <= _ACCOUNT_CHARS
    return near and not any(markers(kind, text, one.span, language) for kind in ("measure", "first person"))
