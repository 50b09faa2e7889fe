"""What a denial points back at: "these accusations", "this version", "that video", "it".

It points at what stands right before it, in its own sentence or the one before: an accusation at what accuses, an account at what somebody
tells or the text gives as possible, figures at what counts, a thing first at what names it. Only an accusation is looked for farther back,
and taken where the article tells one alone, or one alone of the denier. Where several speakers tell something that would fit, or nothing
does, the denial stays open.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.sentences import sentences
from selon.languages.words import matches
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.blame import accusing, blames, charges
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.statements import INFINITIVES, LEAST_STEMS, PASSIVES, Statement

_POINTING_CHARS = 12  # of a content, within which a bare word points back: further in, it points at something of the content's own
_BARE_CHARS = 6  # a pronoun or a bare demonstrative; longer ones have a noun with them ("ces informations")
_OWN_STEMS = 2  # behind the pointing word: with more the content says itself what is denied ("reports that it bought the port")
_BREATH_CHARS = 60  # between a statement and who denies "it": "but both he and the mayor"
_NOUN_WORDS = 2  # behind a demonstrative, of which one is the noun: "ces graves accusations"
_NOUN_CHARS = 45  # of a content, within which a noun stands that points back


@dataclass(frozen=True, slots=True)
class Denier:
    """Who denies, as far as a statement may tell of him."""

    id: str | None = None
    named: re.Pattern[str] | None = None  # in a folded text

    def is_named(self, one: Statement) -> bool:
        """Does a statement name him?"""
        return self.named is not None and bool(self.named.search(fold(one.span.of(one.text))))


def points(attribution: Attribution, text: str, language: Language) -> bool:
    """Does a word of the content point back at something said ("cette information", "ces essais"), and the rest say little of its own?"""
    begin = attribution.content[0]
    if attribution.anaphoric or _is_beside(attribution, text, language):
        return True
    found = [
        one
        for kind, reach in (("anaphor", _POINTING_CHARS), ("demonstrative", _NOUN_CHARS))
        for one in markers(kind, text, begin, language)
        if one.start - begin.start <= reach and (one.start == begin.start or not markers("bare pointer", text, one, language))
    ]
    found = [one for one in found if not _is_subject(text, one, begin, language) and not _is_of_another(one, attribution, text, language)]
    return any(_says_little(text, one.end, begin.end, language) for one in found)


def _is_beside(attribution: Attribution, text: str, language: Language) -> bool:
    """Is all that is denied a noun that stands beside what it calls an account ("…, a figure disputed by the union")?"""
    if attribution.rule not in PASSIVES:
        return False
    content = attribution.content[0]
    found = next(iter(markers("apposition", text, content, language)), None)
    if found is None or found.start != content.start:
        return False
    return found.end == content.end or not stems(text, (Span(found.end, content.end),), language)


def _is_of_another(word: Span, attribution: Attribution, text: str, language: Language) -> bool:
    """Does a pointing word only stand behind a noun, which is what is denied ("any violence during that march")?"""
    before = Span(attribution.content[0].start, word.start) if word.start > attribution.content[0].start else None
    if before is None or attribution.rule in INFINITIVES or markers("declining", text, whole(attribution), language):
        return False
    return bool(stems(text, (before,), language))


def _is_subject(text: str, word: Span, content: Span, language: Language) -> bool:
    """Does a bare pointing word open a clause of its own ("that it was interested")?"""
    return bool(markers("bare pointer", text, word, language)) and bool(
        word.end < content.end and stems(text, (Span(word.end, content.end),), language)
    )


def _says_little(text: str, start: int, end: int, language: Language) -> bool:
    """Does the clause behind a pointing word hold few words of its own, and does it not tell what is pointed at ("reports that …")?"""
    after = text[start:end].split(maxsplit=1)
    if after and start < end and markers("complement", text, Span(start, min(end, start + 1 + len(after[0]))), language):
        return False
    comma = text.find(",", start, end)
    end = end if comma < 0 else comma
    if start < end and any(one.start <= start + 1 for one in markers("coordination", text, Span(start, end), language)):
        return True  # "denied this version and left": what is coordinated is another deed
    return start >= end or len(stems(text, (Span(start, end),), language)) <= _OWN_STEMS


def pointed_at(
    attribution: Attribution,
    denier: Denier,
    text: str,
    language: Language,
    before: Sequence[Statement],
) -> Statement | None:
    """The statement a denial points at, of those that stand within reach before it; None where none fits."""
    begin = attribution.content[0]
    noun = Span(begin.start, min(begin.end, begin.start + _NOUN_CHARS))
    if markers("affair", text, noun, language):
        return None  # a whole affair, and no one statement of it
    others = [one for one in before if len(one.stems) >= LEAST_STEMS and (one.speaker is None or one.speaker != denier.id)]
    others = [one for one in others if one.appearance.stance is not Stance.DEMANDED]
    others = [one for one in others if not one.span.overlaps(whole(attribution)) and not _points_itself(one, text, language)]
    if any(one.start == begin.start for one in markers("apposition", text, noun, language)):
        told = [one for one in before if len(one.stems) >= LEAST_STEMS and not one.span.overlaps(whole(attribution))]
        others = [one for one in others if not any(other.span.start >= one.span.end for other in told)]
    own = _own_words(noun, begin, text, language)
    others = [one for one in others if not own or not own.isdisjoint(one.stems)]
    near = [one for one in others if steps(one, whole(attribution), text, language) <= 1]
    noun = _noun(noun, text, language)
    words = _words(noun, text, language)
    for fits in _fitting(noun, attribution, denier, text, language):
        found = [one for one in near if fits(one)]
        if found:
            best = max(found, key=lambda one: (not words.isdisjoint(one.stems), denier.is_named(one), one.span.start))
            return best if _is_alone(best, found) else None
    accused = markers("accusation", text, noun, language) or markers("matter", text, noun, language)
    return _only([one for one in others if blames(one, language)], denier) if accused else None


def _noun(opening: Span, text: str, language: Language) -> Span:
    """Of the words that open a content, the pointing one and the noun behind it; a bare one alone."""
    bare = next((one for one in markers("bare pointer", text, opening, language) if one.start == opening.start), None)
    pointing = bare or next(iter(markers("demonstrative", text, opening, language)), None)
    if pointing is None:
        return opening
    behind = [match.end() for match in matches(text, pointing.end, opening.end)][:_NOUN_WORDS]
    return pointing if pointing is bare or not behind else Span(pointing.start, behind[-1])


def _words(noun: Span, text: str, language: Language) -> frozenset[str]:
    """The stems of a noun that points; none of a bare pointing word."""
    return frozenset() if markers("bare pointer", text, noun, language) else stems(text, (noun,), language)


def steps(one: Statement, denial: Span, text: str, language: Language) -> int:
    """How many sentences a statement stands before a denial: 0 in its own, 1 in the one before."""
    between = sentences(text, Span(one.span.start, denial.end), language)
    last = next((number for number, span in enumerate(between) if span.end >= one.span.end), 0)
    own = next((number for number, span in enumerate(between) if span.end > denial.start), len(between))
    return own - last


def _is_alone(best: Statement, found: Sequence[Statement]) -> bool:
    """Does nobody else tell in the same breath what would fit as well?"""
    return all(one.speaker == best.speaker or one.span.overlaps(best.span) or one.claim_id == best.claim_id for one in found)


def _only(accusing: Sequence[Statement], denier: Denier) -> Statement | None:
    """The last of the statements that accuse, if all are one claim, or all of those that name the denier."""
    for some in (accusing, [one for one in accusing if denier.is_named(one)]):
        if len({one.claim_id for one in some}) == 1:
            return max(some, key=lambda one: one.span)
    return None


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


def _fitting(
    noun: Span, attribution: Attribution, denier: Denier, text: str, language: Language
) -> tuple[Callable[[Statement], bool], ...]:
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
        begin, beside = whole(attribution).start, _is_beside(attribution, text, language)
        return (lambda one: (one.told or beside) and _counts(one, language) and not _counted_since(one, begin),)
    if markers("account", text, noun, language) or markers("argument", text, noun, language):
        declined = bool(markers("declining", text, whole(attribution), language))
        asked = declined or attribution.stance is Stance.UNCONFIRMED
        beside = any(one.start == noun.start for one in markers("apposition", text, noun, language))
        if asked and not beside and markers("news", text, noun, language):
            return (lambda one: one.told and not _is_a_party(one, heard=not declined),)
        return (lambda one: one.told and not _is_of_nobody(one),)
    if markers("demonstrative", text, noun, language) and not markers("bare pointer", text, noun, language):
        words = stems(text, (noun,), language)
        of_him: Callable[[Statement], bool] = lambda one: one.told and denier.is_named(one)  # noqa: E731 - one of the two below
        return (lambda one: not words.isdisjoint(one.stems), *((of_him,) if attribution.rule in INFINITIVES else ()))
    if _is_bare(noun, text, language) or not attribution.anaphoric:
        return (lambda one: _in_one_breath(one, whole(attribution), language),)
    return ()


def _is_bare(noun: Span, text: str, language: Language) -> bool:
    """Is it a pronoun or a bare demonstrative?"""
    return bool(markers("bare pointer", text, noun, language)) or (len(noun) <= _BARE_CHARS and not stems(text, (noun,), language))


def _is_of_nobody(one: Statement) -> bool:
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
