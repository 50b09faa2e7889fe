"""What a denial points back at: in its own breath, inside what it stands in, or in its paragraph and the one before."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.attribute import Words
from selon.model.attribution import Stance
from selon.model.span import Span
from selon.trace.collection import whole
from selon.trace.denier import Denier
from selon.trace.markers import markers
from selon.trace.pointing import pointed_at
from selon.trace.sayings import paragraph_before
from selon.trace.seeking import Seeking, Tie
from selon.trace.statements import LEAST_STEMS, Statement

_LAST_CHARS = 250  # of the last statements before a denial: about a sentence and its neighbour
_MUCH_LONGER = 2  # times the denial's length: a statement that holds it and what it speaks of
LEAST_BEFORE = 30  # characters of a statement before the denial that closes it
_ENDED = re.compile(r"[.!?…]['\"’”»\s]*\Z")  # what a sentence ends with
_AHEAD = re.compile(r"['\"’”]?,\s+\w")  # behind a clause that another one follows
_TURN_CHARS = 12  # before a denial, within which a word stands that parts it from what was told
_ENDED_CHARS = 5  # before a denial, within which it stands


def pointed_back(one: Seeking, of_attribution: Mapping[str | None, str]) -> Tie:
    """The claim that a pointing word stands for; `of_attribution`: the claims that attributions tell."""
    around = _around(one, of_attribution)
    if around:
        return around, "anaphora: it stands inside what it speaks of"
    if told := _told_in_its_sentence(one):
        return told.claim_id, "grammar: it denies what its own sentence tells before it"
    if _points_ahead(one):
        return None, "open: what it points at is told behind it"
    if _closes_another(one):
        return None, "open: what it points at is told in one breath with it"
    words, begin = one.bare.content[0].of(one.text), whole(one.attribution).start
    since = paragraph_before(one.reading, begin)
    before = [other for other in one.others if since <= other.span.start < begin]
    found = pointed_at(one.bare, one.denier, one.text, one.language, _near(before, one.denier))
    if found is None:
        return None, f"open: «{words}» points at nothing told in its paragraph or the one before"
    return found.claim_id, f"anaphora: «{words}» points at what stands before it"


def turns(text: str, begin: int, language: Language) -> bool:
    """Does a word stand right before an offset that parts what follows from what was told ("but")?"""
    before = Span(max(0, begin - _TURN_CHARS), begin) if begin else None
    return before is not None and any(not text[found.end : begin].strip() for found in markers("contrast", text, before, language))


def _around(one: Seeking, of_attribution: Mapping[str | None, str]) -> str | None:
    """The claim inside which a word stands that says that it is not confirmed."""
    around = of_attribution.get(one.attribution.parent) if one.attribution.stance is Stance.UNCONFIRMED else None
    begin = whole(one.attribution).start
    if _ENDED.search(one.text, max(0, begin - _ENDED_CHARS), begin):
        return None  # a sentence of its own, whatever was told before it
    least = _MUCH_LONGER * len(whole(one.attribution))
    holds = any(other.claim_id == around and len(other.stems) >= LEAST_STEMS and len(other.span) > least for other in one.told)
    return around if holds else None


def _told_in_its_sentence(one: Seeking) -> Statement | None:
    """The statement that a denial closes, as what stands beside it ("…, a charge the port denies") or behind "but"."""
    denial = whole(one.attribution)
    if one.attribution.stance is not Stance.DENIED or not (_stands_beside(one) or turns(one.text, denial.start, one.language)):
        return None
    closed = [other for other in _closed(one) if other.appearance.stance is not Stance.DENIED]
    return min(closed, key=lambda other: (len(other.span), other.claim_id), default=None)


def _points_ahead(one: Seeking) -> bool:
    """Does a pronoun point at what stands behind it, in a clause that opens its sentence ("Although Norr denies it, the port was sold")?"""
    denial = whole(one.attribution)
    if not one.holds("bare pointer", one.content) or not _AHEAD.match(one.text, denial.end):
        return False
    start = max(0, denial.start - _TURN_CHARS)
    subordinators, opening = _subordinators(one.language), one.found("contrast", Span(start, denial.start))
    opening = [found for found in opening if fold(found.of(one.text)) in subordinators and not one.text[found.end : denial.start].strip()]
    return any(found.start == 0 or _ENDED.search(one.text, max(0, found.start - _ENDED_CHARS), found.start) for found in opening)


@cache
def _subordinators(language: Language) -> frozenset[str]:
    """The words that open a clause which another one needs ("although"), and none of its own ("yet")."""
    return frozenset(fold(form) for row in language.rows(Words) if row.kind == "subordinator" for form in row.forms)


def _stands_beside(one: Seeking) -> bool:
    """Does what is denied open with an account that stands beside what it tells ("a charge")?"""
    return any(found.start == one.content.start for found in markers("apposition", one.text, one.content, one.language))


def _closed(one: Seeking) -> list[Statement]:
    """The statements at the end of which the denial stands."""
    denial = whole(one.attribution)
    covering = (other for other in one.told if other.span.covers(denial) and other.appearance.attribution_id != one.attribution.id)
    return [other for other in covering if denial.start - other.span.start > LEAST_BEFORE]


def _closes_another(one: Seeking) -> bool:
    """Does the denial stand at the end of another statement, which may hold what it points at and cannot be told apart from it?"""
    denial = whole(one.attribution)
    return any(other.span.covers(denial) and denial.start - other.span.start > LEAST_BEFORE for other in one.told)


def _near(before: Sequence[Statement], denier: Denier) -> list[Statement]:
    """The last statements told before a denial, and those that name who denies."""
    last = max((one.span.start for one in before), default=0)
    return [one for one in before if last - one.span.start <= _LAST_CHARS or denier.is_named(one)]
