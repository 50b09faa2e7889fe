"""Who says that an account is not so: "the report is wrong", "there is no truth in it", "ces informations sont inexactes".

An account, or a word that points back at one, is said not to be so in the sentence's own verb, or a turn of speech says so. What it is said
of is what the words point at before it, told by somebody who is known; where they point at nothing no denial is told, nor behind other
words of one quotation, since they may point at those.
Not done yet: accounts that are named again by what they say ("the story of the sunken ferry is wrong").
"""

import re
from dataclasses import dataclass, replace
from typing import ClassVar

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import Stance
from selon.model.span import Span
from selon.trace.alike import function_words, stems
from selon.trace.denier import Denier
from selon.trace.markers import markers
from selon.trace.pointing import pointed_at
from selon.trace.sayings import Against, Saying, paragraph_before
from selon.trace.statements import Statement, Statements

_BETWEEN_WORDS = 4  # from what is said not to be so to the word that says so: the verb and what strengthens it
_CLOSED_CHARS = 6  # before a sentence, within which a quotation closed
_BEHIND_CHARS = 30  # behind the word, within which another one stands
_NAME = re.compile(r"[^\W\d_a-zà-ÿ][\w.'’]*")
_OPENING_CHARS = 40  # of a sentence, within which what it is about stands


@dataclass(frozen=True, slots=True)
class Contests:
    """What accounts the speakers of a collection contest."""

    kinds: ClassVar[frozenset[str]] = frozenset({"not so", "dismissive"})
    statements: Statements

    def of(self, one: Saying, language: Language) -> Against | None:
        """What a sentence that says of an account that it is not so speaks against."""
        word = _dismissed(one, language) if one.span.start <= one.attribution.content[0].start else None
        if word is None or _goes_on(one) or _agrees(one, language) or _says_of_what(one, word, language):
            return None
        claim_id = self._told_before(one, word, language)
        if claim_id is None:
            return None
        return Against(one.attribution, one.with_cue, claim_id, f"contests what stands before it: «{word.of(one.text)}»")

    def _told_before(self, one: Saying, word: Span, language: Language) -> str | None:
        """The claim that the sentence points at."""
        since = paragraph_before(one.reading, one.span.start)
        told = self.statements.of(one.reading.article.id)
        own = {other.claim_id for other in told if any(other.span.overlaps(span) for span in one.attribution.content)}
        near = (other for other in told if since <= other.span.start < one.span.start and other.claim_id not in own)
        before = [other for other in near if not any(markers(kind, one.text, other.span, language) for kind in ("not so", "dismissive"))]
        before = [other for other in before if other.appearance.stance is not Stance.DENIED]  # who denied it said the contrary
        speaker = one.claimant.id if one.claimant else None
        found = pointed_at(replace(one.attribution, content=(one.span,)), Denier(speaker), one.text, language, before)
        if found is None or found.speaker is None or markers("negation", one.text, found.span, language):
            return None  # who calls something untrue speaks of what is said to be, seldom of what is said not to be
        makers = _makers(one, word, language)
        if makers and not any(maker in _teller(found) for maker in makers):
            return None  # "the port's claims are unfounded", behind what somebody else says
        named = _named(one, word, language)
        if named and named.isdisjoint(found.stems):
            return None  # something else that was not so ("the vote never took place")
        return found.claim_id


def _agrees(one: Saying, language: Language) -> bool:
    """Does somebody say the same as who spoke before him?"""
    cue = one.attribution.cue
    return cue is not None and bool(markers("agreeing", one.text, cue, language))


def _says_of_what(one: Saying, word: Span, language: Language) -> bool:
    """Does the sentence go on to tell what is not so ("it is not true that the ferry sank")?"""
    behind = Span(word.end, one.span.end) if word.end < one.span.end else None
    return behind is not None and any(found.start <= word.end + 1 for found in markers("complement", one.text, behind, language))


def _named(one: Saying, word: Span, language: Language) -> frozenset[str]:
    """The stems of what a sentence says not to be so, where neither an account nor a word that points back stands there."""
    before = Span(one.span.start, word.start) if one.span.start < word.start else None
    if before is None or any(markers(kind, one.text, before, language) for kind in ("account", "anaphor", "demonstrative")):
        return frozenset()
    return stems(one.text, (before,), language)


def _makers(one: Saying, word: Span, language: Language) -> list[str]:
    """The names before an account that is said not to be so, of who made it ("the Norr charges", "Brel's claim")."""
    before = Span(one.span.start, word.start) if one.span.start < word.start else None
    account = next(iter(markers("account", one.text, before, language)), None) if before else None
    opening = one.text[one.span.start : account.start] if account else ""
    found = (match[0] for match in _NAME.finditer(opening) if match.start() or match[0].endswith(("'s", "’s")))
    names = (re.sub(r"['’]s?$", "", fold(name)) for name in found)
    return [name for name in names if name not in function_words(language)]


def _teller(found: Statement) -> str:
    """Who tells a statement, as he is named there."""
    source = found.attribution.source if found.attribution else None
    return fold(source.of(found.text)) if source else ""


def _goes_on(one: Saying) -> bool:
    """Did another quotation close right before, which the words may go on from?"""
    return bool(re.search(r"[\"»”]\W*$", one.text[max(0, one.span.start - _CLOSED_CHARS) : one.span.start].rstrip('"«“ ')))


def _dismissed(one: Saying, language: Language) -> Span | None:
    """The words that say so, in a sentence that opens with an account or a word that points at one."""
    turn = next(iter(markers("not so", one.text, one.span, language)), None)
    if turn is not None and _opens(one, turn, language):
        return turn
    words = markers("dismissive", one.text, one.span, language)
    return next(
        (word for word in words if any(_is_said_of(one.text, span, word, language) for span in _accounts(one, word, language))), None
    )


def _accounts(one: Saying, word: Span, language: Language) -> list[Span]:
    """What a sentence opens with that a word may be said of: an account, or a word that points at one if it is not said of deeds too."""
    opening = Span(one.span.start, min(one.span.end, one.span.start + _OPENING_CHARS))
    accounts = markers("account", one.text, opening, language)
    is_opinion = word in markers("opinion", one.text, one.span, language)
    return accounts if is_opinion else [*accounts, *markers("anaphor", one.text, opening, language)]


def _opens(one: Saying, turn: Span, language: Language) -> bool:
    """Is the turn of speech what the sentence begins with, not what closes another statement, and nothing that is only supposed?"""
    if turn.start == one.span.start:
        return True
    before = Span(one.span.start, turn.start)
    return len(before) <= _OPENING_CHARS and not markers("condition", one.text, before, language)


def _is_said_of(text: str, account: Span, word: Span, language: Language) -> bool:
    """Does a verb of being link the two, with a few words at most?"""
    if word.start <= account.end or belongs_to_a_noun(text, word, language):
        return False
    between = re.findall(r"\w+", fold(text[account.end : word.start]))
    return 0 < len(between) <= _BETWEEN_WORDS and bool(markers("being", text, Span(account.end, word.start), language))


def belongs_to_a_noun(text: str, word: Span, language: Language) -> bool:
    """Does a noun stand behind the word, which it is said of ("a ridiculous shame")?"""
    behind = re.match(r"\s+([^\W\d_]+)", text[word.end : word.end + _BEHIND_CHARS])
    return behind is not None and fold(behind[1]) not in function_words(language)
