"""What a denial points back at: "these accusations", "this version", "that video", "it".

It points at what stands right before it, in its own sentence or the one before: an accusation at what accuses, an account at what somebody
tells or the text gives as possible, figures at what counts, a thing first at what names it. Only an accusation is looked for farther back,
and taken where the article tells one alone, or one alone of the denier. Where several speakers tell something that would fit, or nothing
does, the denial stays open.
"""

from collections.abc import Callable, Iterable, Sequence

from selon.languages import Language
from selon.languages.sentences import sentences
from selon.languages.words import matches
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.blame import blames
from selon.trace.collection import whole
from selon.trace.denier import Denier
from selon.trace.fitting import BARE_CHARS, fitting, is_beside, right_before
from selon.trace.markers import markers
from selon.trace.statements import INFINITIVES, LEAST_STEMS, Statement

_POINTING_CHARS = 12  # of a content, within which a bare word points back: further in, it points at something of the content's own
_OWN_STEMS = 2  # behind the pointing word: with more the content says itself what is denied ("reports that it bought the port")
_NOUN_WORDS = 2  # behind a demonstrative, of which one is the noun: "ces graves accusations"
_ASIDE = ("laid", "channel", "counsel", "as what")  # kinds of markers behind an account that say nothing of what it tells
_NOUN_CHARS = 45  # of a content, within which a noun stands that points back


def points(attribution: Attribution, text: str, language: Language) -> bool:
    """Does a word of the content point back at something said ("cette information", "ces essais"), and the rest say little of its own?"""
    begin = attribution.content[0]
    if attribution.anaphoric or is_beside(attribution, text, language):
        return True
    found = [
        one
        for kind, reach in (("anaphor", _POINTING_CHARS), ("demonstrative", _NOUN_CHARS))
        for one in markers(kind, text, begin, language)
        if one.start - begin.start <= reach and (one.start == begin.start or not markers("bare pointer", text, one, language))
    ]
    found = [one for one in found if not _is_subject(text, one, begin, language) and not _is_of_another(one, attribution, text, language)]
    return any(_says_little(text, one.end, begin.end, language) for one in found)


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
    end = _own_end(text, start, end, language)
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
    others = [one for one in others if not markers("unproven", text, one.span, language)]
    others = [one for one in others if not any(found.end == one.span.end for found in markers("in which", text, one.span, language))]
    if any(one.start == begin.start for one in markers("apposition", text, noun, language)):
        told = [one for one in before if len(one.stems) >= LEAST_STEMS and not one.span.overlaps(whole(attribution))]
        others = [one for one in others if not any(other.span.start >= one.span.end for other in told)]
    own = _own_words(noun, begin, text, language)
    others = [one for one in others if not own or not own.isdisjoint(one.stems)]
    if attribution.rule in INFINITIVES:
        others = [one for one in others if not markers("first person", text, one.span, language)]  # what others say that he did
    if markers("laid", text, begin, language):
        others = [one for one in others if denier.is_named(one) or markers("third person", text, one.span, language)]
    near = [one for one in others if steps(one, whole(attribution), text, language) <= 1]
    noun = _noun(noun, text, language)
    words = _words(noun, text, language)
    named = markers("demonstrative", text, noun, language) and not markers("bare pointer", text, noun, language)
    sure = bool(named) or any(markers(kind, text, noun, language) for kind in ("accusation", "matter", "figures"))
    found = _first(near, fitting(noun, attribution, denier, text, language))
    if found is None and (markers("accusation", text, noun, language) or markers("matter", text, noun, language)):
        behind, accused = right_before(noun, attribution, text, language), [one for one in others if blames(one, language)]
        found = _first(near, behind) if is_beside(attribution, text, language) else None
        if found is None and (alone := _only(accused, denier)):
            return alone
        found = found or _first(near, behind)
    if found is None:
        return None
    best = max(found, key=lambda one: (not words.isdisjoint(one.stems), denier.is_named(one), one.span.start))
    whole_of_it = sure or steps(best, whole(attribution), text, language) == 0 or not _is_a_piece(best, before)
    return best if _is_alone(best, found) and whole_of_it else None


def _first(near: Sequence[Statement], fitting: Iterable[Callable[[Statement], bool]]) -> list[Statement] | None:
    """The statements that fit as well as any does."""
    return next((found for fits in fitting if (found := [one for one in near if fits(one)])), None)


def _noun(opening: Span, text: str, language: Language) -> Span:
    """Of the words that open a content, the pointing one and the noun behind it; a bare one alone."""
    named = [one for one in markers("anaphor", text, opening, language) if one.start == opening.start and len(one) > BARE_CHARS]
    if named:
        return named[0]  # "that claim", which a bare pointer opens too
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


def _is_a_piece(one: Statement, told: Sequence[Statement]) -> bool:
    """Is it one of several sentences of a quotation? What points back at all of them is told by none."""
    quoted = one.attribution is not None and one.attribution.kind is SpeechKind.DIRECT
    return quoted and any(other.attribution == one.attribution and not other.span.overlaps(one.span) for other in told)


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
    end = _own_end(text, account.end, content.end, language)
    if end <= account.end:
        return frozenset()
    behind = Span(account.end, end)
    if any(one.start <= behind.start + 1 for one in markers("coordination", text, behind, language)):
        return frozenset()  # "denied the charge but left"
    aside = [one for kind in ("dismissive", "contested", "declining", "stress") for one in markers(kind, text, behind, language)]
    return stems(text, (behind,), language) - stems(text, tuple(aside), language)


def _own_end(text: str, start: int, end: int, language: Language) -> int:
    """How far the words go that say what an account tells: not past a comma, to whom it is laid, and where it was denied."""
    comma = text.find(",", start, end)
    end = end if comma < 0 else comma
    if start >= end:
        return start
    return min([one.start for kind in _ASIDE for one in markers(kind, text, Span(start, end), language)], default=end)


def _points_itself(one: Statement, text: str, language: Language) -> bool:
    """Does the statement begin with a word that points back, so that what is pointed at stands before it?"""
    opening = Span(one.span.start, min(one.span.end, one.span.start + _POINTING_CHARS))
    if any(found.start == one.span.start and len(found) > BARE_CHARS for found in markers("anaphor", text, opening, language)):
        return True
    pointing = next((found for found in markers("demonstrative", text, opening, language) if found.start == one.span.start), None)
    noun = Span(opening.start, min(one.span.end, opening.start + _NOUN_CHARS))
    return pointing is not None and any(found.start - pointing.end <= 1 for found in markers("account", text, noun, language))
