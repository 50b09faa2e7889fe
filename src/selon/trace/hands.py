"""A hand in something, which somebody denies of himself: "Oslo denied any involvement in the raids".

What he denies a hand in is told before it, on somebody's word or in words that accuse, and names him: in the sentence right before, or,
farther back, only in words that accuse. Nothing is told of a denial inside a clause that says itself what it speaks of ("an affair in
which he denies any part").
"""

import re
from collections.abc import Iterable

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.trace.alike import function_words, stems
from selon.trace.blame import accusing, blames, charges
from selon.trace.collection import whole
from selon.trace.denier import Denier
from selon.trace.markers import markers
from selon.trace.pointing import steps
from selon.trace.statements import Statement

_LEAST_OBJECT = 2  # stems of what somebody denies a hand in: with more, the statement must hold one ("in the attempted coup")
_ACCUSED_CHARS = 40  # before a word that accuses, within which the accused is named
_NAME = re.compile(r"[^\W\d_a-zà-ÿ]\w{2,}")
_MOST_BEFORE = 1  # stems before the words for a hand ("any direct involvement")
_SUBJECTS = ("verb.that", "verb.clause")  # rules whose content tells who did it
_OWNER = re.compile(r"([^\W\d_]\w+)(?:['’]s|s['’])\s+(?:\w+\s+)?$")  # whose hand it is, right before the words for it
_OPENING_CHARS = 30  # before a denial, within which a clause opens that is about something of its own


def of_a_hand_in_it(
    attribution: Attribution, denier: Denier, others: Iterable[Statement], since: int, text: str, language: Language
) -> tuple[str, Span] | None:
    """The claim told last before the denial, not before `since`, that names who denies a hand in it; and the words for a hand."""
    denial, found = whole(attribution), own_hand(attribution, denier, text, language)
    if found is None or is_of_its_own(text, denial, language):
        return None
    object_of_it = _object(text, found, attribution, language)
    told = [
        one
        for one in others
        if since <= one.span.start < denial.start and denier.is_named(one)
        if one.told or blames(one, language)
        if not accuses_another(one, denier, language)
        if len(object_of_it) < _LEAST_OBJECT or not object_of_it.isdisjoint(one.stems)
        if steps(one, denial, text, language) <= 1 or blames(one, language) or charges(one, language)
    ]
    return (max(told, key=lambda one: (one.span.start, one.claim_id)).claim_id, found) if told else None


def accuses_another(one: Statement, denier: Denier, language: Language) -> bool:
    """Is somebody else accused, whose name stands before the word for it ("Brel was accused of having helped …'s party")?"""
    for word in (word for span in (*one.telling, one.span) for word in accusing(one.text, span, language)):
        start = max(0, word.start - _ACCUSED_CHARS)
        before = one.text[start : word.start]
        is_passive = bool(before) and bool(markers("being", one.text, Span(start, word.start), language))
        named = _NAME.findall(before) if is_passive else []
        if named and not (denier.named and denier.named.search(fold(before))):
            return True
    return False


def hand(attribution: Attribution, text: str, language: Language) -> Span | None:
    """The words for a hand in something, in what is denied."""
    found = (one for span in attribution.content for one in markers("involvement", text, span, language))
    return next(found, None)


def own_hand(attribution: Attribution, denier: Denier, text: str, language: Language) -> Span | None:
    """The words for a hand in something, where it is not another's ("rejects the king's part in it", "denies that Norr was involved")."""
    words = hand(attribution, text, language)
    if words is None or _is_far_in(words, attribution, text, language):
        return None
    return None if _is_anothers(words, attribution, denier, text, language) else words


def _is_far_in(words: Span, attribution: Attribution, text: str, language: Language) -> bool:
    """Is something else denied, of which a hand in something is only a part ("the grounds of his trial for complicity")?"""
    content = next(span for span in attribution.content if span.covers(words))
    before = Span(content.start, words.start) if content.start < words.start else None
    if before is None or attribution.rule in _SUBJECTS:
        return False
    accounts = tuple(markers("account", text, before, language))
    return len(stems(text, (before,), language) - stems(text, accounts, language)) > _MOST_BEFORE


def _is_anothers(words: Span, attribution: Attribution, denier: Denier, text: str, language: Language) -> bool:
    """Is somebody named whose hand it is, right behind the words for it, as their subject, or as who owns it, and is it not the denier?"""
    content = next(span for span in attribution.content if span.covers(words))
    before = text[content.start : words.start]
    named = [_named_behind(text[words.end : content.end], words.end, text, language)]
    if attribution.rule in _SUBJECTS and markers("being", text, words, language):
        named.append(_subject(before, content.start, text, language))
    if owner := _OWNER.search(before):
        named.append(owner[1])
    return any(name and not (denier.named and denier.named.search(fold(name))) for name in named)


def behind_its_owner(words: Span, text: str, end: int, language: Language) -> int:
    """Where the words go on behind whose hand it is, if he is named right behind the words for it ("the part of Norr | in the raids")."""
    owner = _named_behind(text[words.end : end], words.end, text, language)
    last = owner.split()[-1] if owner else ""
    return text.index(last, words.end) + len(last) if last else words.end


def _named_behind(behind: str, start: int, text: str, language: Language) -> str:
    """Whose hand it is, by a name right behind "of", as far as the next small word goes."""
    opened = re.match(r"\s+\w+['’]?", behind)
    if opened is None or not markers("of what", text, Span(start, start + opened.end()), language):
        return ""
    words: list[str] = []
    for word in re.findall(r"[\w-]+|[^\w\s]", behind[opened.end() :]):
        if not word[0].isalnum() or (words and fold(word) in function_words(language)):
            break
        if fold(word) not in function_words(language):
            words.append(word)
    return " ".join(words) if any(word[0].isupper() for word in words) else ""


def _subject(before: str, start: int, text: str, language: Language) -> str:
    """What stands before the words for a hand in a clause, where that is no pronoun."""
    span = Span(start, start + len(before)) if before.strip() else None
    if span is None or not stems(text, (span,), language):
        return ""
    if any(markers(kind, text, span, language) for kind in ("third person", "himself")):
        return ""  # "its planes"
    return before


def is_of_its_own(text: str, denial: Span, language: Language) -> bool:
    """Does the denial stand in a clause that opens with "in which"?"""
    start = max(0, denial.start - _OPENING_CHARS)
    found = markers("in which", text, Span(start, denial.start), language) if start < denial.start else []
    return any(not re.search(r"[,;:.!?]", text[one.end : denial.start]) for one in found)


def _object(text: str, words: Span, attribution: Attribution, language: Language) -> frozenset[str]:
    """The stems of what somebody denies a hand in, behind the words for it, as far as its clause goes."""
    content = next(span for span in attribution.content if span.covers(words))
    comma = text.find(",", words.end, content.end)
    end = content.end if comma < 0 else comma
    return stems(text, (Span(words.end, end),), language) if words.end < end else frozenset()
