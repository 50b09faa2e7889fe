"""An account that is named by whose it is: "Norr rejected Brel's claim", where Brel told something right before.

It is what he told last, in the sentence before or the one before that; where the words tell more of it ("Brel's claim that the port was
sold") the statement must hold most of that.
"""

import re

from selon.languages.fold import fold
from selon.model.attribution import Stance
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.meanings import words_of
from selon.trace.pointing import steps
from selon.trace.seeking import Seeking, Tie
from selon.trace.statements import LEAST_STEMS, Statement

_OWNER = re.compile(r"(?:\w+\.?\s+)?(?:[^\W\d_a-zà-ÿ][\w-]+\s+)?([^\W\d_a-zà-ÿ][\w-]+)(?:['’]s|s['’])\s+(?:\w+\s+)?$")
_NEAR_SENTENCES = 2  # between what somebody told and the denial of it
_ASIDE = ("as what", "coordination", "laid")  # kinds of markers behind an account that say nothing of what it tells
_MOST = 0.6  # of the words that tell what an account says
_TOLD = {Stance.ASSERTED, Stance.HEDGED}


def of_an_owner(one: Seeking) -> Tie | None:
    """The claim told last by him whose account is denied."""
    account = next(iter(one.found("account", one.opening)), None)
    if account is None or one.attribution.stance is not Stance.DENIED or one.attribution.parent is not None:
        return None
    owner = _OWNER.fullmatch(one.text[one.content.start : account.start])
    if owner is None or any(one.holds(kind, account) for kind in ("figures", "blaming")):
        return None
    end = _end(one, account.end)
    about = Span(account.end, end) if account.end < end else None
    told = [other for other in one.others if _is_his(one, other, fold(owner[1])) and _says(one, other, about)]
    found = max(told, key=lambda other: (other.span.start, -len(other.span), other.claim_id), default=None)
    words = one.text[one.content.start : account.end]
    return (found.claim_id, f"anaphora: «{words}» stands for what «{owner[1]}» told before it") if found else None


def _end(one: Seeking, start: int) -> int:
    """How far the words go that may tell what the account says."""
    end = one.bare.content[0].end
    comma = one.text.find(",", start, end)
    end = end if comma < 0 else comma
    behind = Span(start, end) if start < end else None
    aside = [found.start for kind in _ASIDE for found in one.found(kind, behind)] if behind else []
    return min(aside, default=end)


def _is_his(one: Seeking, other: Statement, owner: str) -> bool:
    """Did he tell it right before?"""
    denial, told = whole(one.attribution), other.attribution
    if told is None or other.span.end > denial.start or len(other.stems) < LEAST_STEMS or other.appearance.stance not in _TOLD:
        return False
    names = [other.claimant.name, *other.claimant.aliases] if other.claimant else [told.source.of(one.text)] if told.source else []
    if not any(owner in re.findall(r"[\w-]+", fold(name)) for name in names):
        return False
    return steps(other, denial, one.text, one.language) <= _NEAR_SENTENCES


def _says(one: Seeking, other: Statement, about: Span | None) -> bool:
    """Does a statement hold what the account is said to tell?"""
    if about is None or not stems(one.text, (about,), one.language):
        return True
    words = words_of(one.text, (about,), one.language)
    return words.share(other.meanings) >= _MOST and not markers("negation", one.text, about, one.language)
