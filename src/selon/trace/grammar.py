"""The claim that the sentence of a denial itself names: in the clause before it, or in what it says that others tell.

"The mayor says that the ferry sank, which the port denies"; "denies the theory of a fire, put forward by the police"; "denies a report that
claims …"; "denies the accusations made by residents", where the article tells one thing alone on their word.
"""

import re
from collections.abc import Mapping

from selon.languages.words import matches
from selon.model.attribution import Attribution, Stance
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.hands import hand
from selon.trace.markers import markers
from selon.trace.seeking import Seeking, Tie
from selon.trace.statements import INFINITIVES, LEAST_STEMS, PASSIVES, Statement

RELATIVE = ("verb.which",)  # rules whose content is the clause before it
_ARTICLE_CHARS = 3  # before the word for an account ("a report claiming")
_END_CHARS = 20  # between the end of the clause before and of what somebody tells there
_OF_A_NAME = re.compile(r"\s+(?:\w{1,3}['’\s]\s*)?[^\W\d_a-z]\w{2,}")  # right behind an account: "of Brel"
_OWNS = re.compile(r"\w['’]s?\s+\w")  # in what stands behind "of": "Brel's pay" is no one who tells
_INDEFINITE = re.compile(r"\s*(?:une?|an?|\d[\d.,]*)\s")  # right behind "of": something that was not named before
_NEAR_CHARS = 30  # between the word for an account and who tells it


def behind_a_clause(one: Seeking, of_attribution: Mapping[str | None, str]) -> Tie | None:
    """The claim of the clause that a relative one stands behind; `of_attribution`: the claims that attributions tell."""
    if one.attribution.rule not in RELATIVE or one.attribution.stance is not Stance.DENIED:
        return None
    if any(found.start == one.content.start for found in markers("condition", one.text, one.content, one.language)):
        return None  # "asks whether …, which the mayor denies"
    parent = of_attribution.get(one.attribution.parent)
    around = [other for other in one.told if other.span.covers(one.content) and other.appearance.attribution_id != one.attribution.id]
    around = [other for other in around if parent is None or other.claim_id == parent]
    narrated = [other for other in around if other.appearance.attribution_id is None and not _ends_in_an_account(one)]
    around = [other for other in around if other.appearance.attribution_id is not None]
    found = min(around, key=lambda other: (len(other.span), other.claim_id), default=None)
    near = [other for other in _within(one) if abs(one.content.end - other.span.end) <= _END_CHARS]
    found = found or max(near, key=lambda other: (len(other.span), other.claim_id), default=None)
    found = found or min(narrated, key=lambda other: (len(other.span), other.claim_id), default=None)  # what the text tells itself
    return (found.claim_id, "grammar: a relative clause denies the one before it") if found else None


def _ends_in_an_account(one: Seeking) -> bool:
    """Does the clause before end in an account, which is what is denied ("shared the details of the allegations, which he denies")?"""
    end = Span(max(one.content.start, one.content.end - _END_CHARS), one.content.end)
    return one.holds("account", end) or one.holds("accusation", end)


def told_within(one: Seeking) -> Tie | None:
    """The claim of what the denial itself says that others tell."""
    account = next(iter(markers("account", one.text, one.opening, one.language)), None)
    if one.attribution.stance is not Stance.DENIED or account is None or one.holds("figures", account):
        return None
    if account.start > one.content.start and stems(one.text, (Span(one.content.start, account.start),), one.language):
        return None
    found = next((other for other in _within(one) if _is_theirs(one, other, account)), None)
    source = found.attribution.source if found and found.attribution else None
    return (found.claim_id, f"grammar: it denies what it says is told by «{source.of(one.text)}»") if found and source else None


def made_by(one: Seeking) -> Tie | None:
    """The one claim of the article that is told by those who made the account which is denied."""
    account = next(iter(markers("account", one.text, one.opening, one.language)), None)
    if account is None or account.end >= one.content.end or one.attribution.stance is not Stance.DENIED:
        return None
    if one.attribution.rule in INFINITIVES or hand(one.bare, one.text, one.language) is not None:
        return None  # "claims of Norr's involvement" are not made by Norr, nor is "having links with Norr"
    who = _maker(one, Span(account.end, one.content.end))
    told = [other for other in one.others if who and _is_told_by(one, other, who)]
    if who is None or len({other.claim_id for other in told}) != 1:
        return None
    return told[0].claim_id, f"grammar: it denies what «{who.of(one.text)}» told, and this article tells one thing by them"


def _maker(one: Seeking, behind: Span) -> Span | None:
    """Who made an account, in what stands behind the word for it: "relayed by residents", "of Una Brel"."""
    opened = next(iter(markers("made by", one.text, behind, one.language)), None)
    start = opened.end if opened else behind.start
    named = _OF_A_NAME.match(one.text, behind.start, behind.end)
    if opened is None and not named:
        return None
    words = one.text[start : behind.end].split(",")[0]
    if opened is None and named and (_OWNS.search(words) or _says_what(one, named.end(), start + len(words))):
        return None
    if opened is None and named and any(word.islower() for word in _content_words(one, named.end(), start + len(words))):
        return None  # "the claim Brel sold the port", "the conclusions of Brel on the port": it says itself what was told
    if opened and _says_of_what(one, start, start + len(words)):
        return None
    if not words.strip():
        return None
    start += len(words) - len(words.lstrip())
    span = Span(start, start + len(words.strip()))
    return span if stems(one.text, (span,), one.language) else None


def _content_words(one: Seeking, start: int, end: int) -> list[str]:
    """The words of a stretch that are no function words."""
    words = [Span(*match.span()) for match in matches(one.text, start, end)]
    return [word.of(one.text) for word in words if stems(one.text, (word,), one.language)]


def _says_what(one: Seeking, start: int, end: int) -> bool:
    """Does a clause stand behind who made an account, that says itself what is told ("the claim of Brel that the port was sold")?"""
    opened = markers("complement", one.text, Span(start, end), one.language) if start < end else ()
    return any(one.text[found.end : end].lstrip()[:1].islower() for found in opened)


def _says_of_what(one: Seeking, start: int, end: int) -> bool:
    """Does it stand behind who made an account what it is of ("the figure given by the port of two ships a day")?"""
    opened = markers("of what", one.text, Span(start, end), one.language) if start < end else ()
    return any(_INDEFINITE.match(one.text, found.end, end) for found in opened)


def _is_told_by(one: Seeking, other: Statement, who: Span) -> bool:
    """Is a statement told by those who are named so, and not by the denier?"""
    source = other.attribution.source if other.attribution else None
    if len(other.stems) < LEAST_STEMS or other.appearance.stance not in {Stance.ASSERTED, Stance.HEDGED}:
        return False
    if source is None or (other.speaker is not None and one.claimant is not None and other.speaker == one.claimant.id):
        return False
    named, theirs = stems(one.text, (who,), one.language), stems(one.text, (source,), one.language)
    return bool(theirs) and (theirs <= named or named <= theirs)


def _within(one: Seeking) -> list[Statement]:
    """What the denial says that somebody tells."""
    return [other for other in one.told if other.attribution is not None and other.attribution.parent == one.attribution.id]


def _is_theirs(one: Seeking, other: Statement, account: Span) -> bool:
    """Is a statement inside the denial told by others than the denier, and opened by the word for an account?"""
    inner = other.attribution
    if inner is None or inner.source is None or inner.cue is None or len(other.stems) < LEAST_STEMS:
        return False
    if other.appearance.stance not in {Stance.ASSERTED, Stance.HEDGED} or not one.content.covers(other.span):
        return False
    if other.speaker is None and one.holds("third person", inner.source):
        return False  # "this theory, which he calls …": the denier
    if other.speaker is not None and one.claimant is not None and other.speaker == one.claimant.id:
        return False
    return one.content.covers(inner.source) and _is_opened(one, inner, inner.source, inner.cue, other.span, account)


def _is_opened(one: Seeking, inner: Attribution, source: Span, cue: Span, told: Span, account: Span) -> bool:
    """Does a word for an account open what others are said to tell ("the reports of the port that …")?"""
    if inner.rule in PASSIVES:
        return account.start <= told.start + _NEAR_CHARS
    if min(source.start, cue.start) - account.end > _NEAR_CHARS or source.start > told.start:
        return False
    article = one.text[source.start : account.start].strip() if source.start <= account.start else None
    definite = any(found.start == source.start for found in markers("definite", one.text, source, one.language))
    if one.holds("participle", cue):
        alone = stems(one.text, (source,), one.language) <= stems(one.text, (account,), one.language)
        # else the denier says it: "denied the claims, saying …", "denied the theory of a fire, saying …"
        return article is not None and len(article) <= _ARTICLE_CHARS and not definite and alone
    if not account.overlaps(source):
        return True
    own = [Span(*match.span()) for match in matches(one.text, source.start, source.end) if match[0].islower()]
    return not definite and stems(one.text, tuple(own), one.language) <= stems(one.text, (account,), one.language)
