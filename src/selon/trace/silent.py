"""Who declines all comment right behind what unnamed people or the press tell of him.

"Traders said Norr was buying the port. Norr declined to comment": the statement opens with his name. What somebody who is named tells is
not looked at: a party is as often asked about another matter.
Not done yet: what he declines to comment on, named in other words than a pointing one ("declined to comment on the sale").
"""

import re

from selon.languages.fold import fold
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.span import Span
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.pointing import steps
from selon.trace.seeking import Seeking, Tie
from selon.trace.statements import LEAST_STEMS, Statement, Statements

_OPENING_CHARS = 40  # of a statement, within which it names him
_LEAST_LETTERS = 4  # of a part of a name


def told_of_him(one: Seeking, statements: Statements) -> Tie | None:
    """The claim told right before somebody who declines all comment, of him and by nobody who is named; its own words name him."""
    if one.claimant is None or not _is_all(one):
        return None
    named = _named(one.claimant)
    if named is None:
        return None
    told = [other for other in one.others if _is_of_him(one, other, named)]
    told = [other for other in told if any(named.search(fold(shown.span.of(shown.text))) for shown in statements.worded(other.claim_id))]
    found = max(told, key=lambda other: (other.span, other.claim_id), default=None)
    return (found.claim_id, f"told of {one.claimant.name} in the sentence before, and he declines to comment") if found else None


def _is_all(one: Seeking) -> bool:
    """Is no more said than that he declines ("declined to comment", and not "on the sale")?"""
    words = one.found("declining", whole(one.attribution))
    return bool(words) and all(any(word.end >= span.end for word in words) for span in one.attribution.content)


def _named(claimant: Claimant) -> re.Pattern[str] | None:
    """The parts of his own name that have a capital, in a folded text: his country's name is no name of his."""
    parts = {fold(part) for name in (claimant.name, *claimant.aliases) for part in re.findall(r"[^\W\d_a-zà-ÿ]\w+", name)}
    parts = {part for part in parts if len(part) >= _LEAST_LETTERS}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(parts)))})(?!\w)") if parts else None


def _is_of_him(one: Seeking, other: Statement, named: re.Pattern[str]) -> bool:
    """Does a statement in the sentence before open with his name, told by nobody who is named?"""
    denial = whole(one.attribution)
    if other.attribution is None or other.span.end > denial.start or len(other.stems) < LEAST_STEMS:
        return False
    if not _is_unnamed(other) or steps(other, denial, one.text, one.language) != 1:
        return False
    opening = Span(other.span.start, min(other.span.end, other.span.start + _OPENING_CHARS))
    return bool(named.search(fold(opening.of(one.text))))


def _is_unnamed(other: Statement) -> bool:
    """Do people without a name or the press tell it ("traders", "a report"), and no "he" of whom nobody knows who he is?"""
    if other.claimant is not None:
        return other.claimant.kind is ClaimantKind.OUTLET
    source = other.attribution.source if other.attribution else None
    if source is None or markers("third person", other.text, source, other.language):
        return False
    return source.of(other.text)[1:].islower()
