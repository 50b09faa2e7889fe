"""Who says of himself that it was not so: "it had not bombed the port", told by the one of whom the article says that he did.

A sentence of somebody who speaks of himself or his side, with a negation; and a statement of the same article by others that names him, has
no negation, and holds most of the sentence's words. All three are asked for: negations that only share words err too often.
Not done yet: statements that stand in other articles only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.blame import blames
from selon.trace.markers import markers
from selon.trace.meanings import is_light
from selon.trace.pointing import steps
from selon.trace.sayings import Against, Saying
from selon.trace.sides import side
from selon.trace.statements import Statement, Statements

_SHARE = 0.6  # of the sentence's stems in the statement, names aside
_LEAST_SHARED = 2
_NEGATED_WORDS = 4  # of a sentence, before its first negation
_NOBODY = {ClaimantKind.GROUP, ClaimantKind.ANONYMOUS}  # whom a statement does not name
_AGREEING = ("negation", "refusal", "declining")  # kinds of markers of a statement that a negation may agree with
_OF_OTHERS = ("no longer", "no wish")  # kinds of negations that say of nothing that it was not so
_OPENING_WORDS = 2  # of a sentence, within which who speaks names himself


@dataclass(frozen=True, slots=True)
class Disavowals:
    """What the speakers of a collection say they did not do."""

    kinds: ClassVar[frozenset[str]] = frozenset({"negation"})
    statements: Statements

    def of(self, one: Saying, language: Language) -> Against | None:
        """What a sentence in which somebody says that he did not do what others say he did speaks against."""
        words = [word for word in markers("negation", one.text, one.span, language) if _is_his(one, word)]
        if not words or one.claimant is None or one.claimant.kind in _NOBODY or _asks(one) or not _of_himself(one, language):
            return None
        others = [found for kind in _OF_OTHERS for found in markers(kind, one.text, one.span, language)]
        words = [word for word in words if not any(other.overlaps(word) for other in others) and not _is_of_a_clause(one, word, language)]
        found = self._told(one, one.claimant, language) if words else None
        if found is None:
            return None
        tie = f"says of himself: «{words[0].of(one.text)}», and it names {one.claimant.name}"
        return Against(one.attribution, one.with_cue, found.claim_id, tie)

    def _told(self, one: Saying, claimant: Claimant, language: Language) -> Statement | None:
        """The statement by others that shares most with the sentence, the nearest of those."""
        mine = stems(one.text, tuple(_small(one)), language)
        told = tuple([span for span in _small(one) if not is_light(fold(span.of(one.text)), language)])
        bare = stems(one.text, told, language)
        others = [other for other in self.statements.of(one.reading.article.id) if _is_by_another(one, other)]
        others = [other for other in others if _shares(mine, other) or (_holds_all(bare, other) and _is_laid_right_before(one, other))]
        fitting = [other for other in others if not other.denies and _says_so(one.text, other.span, side(claimant, language), language)]
        return max(fitting, key=lambda other: (len(mine & other.stems), -abs(other.span.start - one.span.start)), default=None)


def _small(one: Saying) -> Iterator[Span]:
    """Yield the words of the sentence that have no capital: names that two sentences share tell nothing of what is done."""
    for match in re.finditer(r"\w+", one.span.of(one.text)):
        if match.group().islower():
            yield Span(one.span.start + match.start(), one.span.start + match.end())


def _is_by_another(one: Saying, other: Statement) -> bool:
    if other.speaker is None or (one.claimant is not None and other.speaker == one.claimant.id):
        return False  # what the text tells as its own may be about anything that he does
    if any(markers("first person", other.text, span, other.language) for span in other.appearance.spans):
        return False  # what his own side says of itself
    return not any(other.span.overlaps(span) for span in one.attribution.content)


def _shares(mine: frozenset[str], other: Statement) -> bool:
    shared = len(mine & other.stems)
    return shared >= _LEAST_SHARED and shared >= _SHARE * len(mine)


def _holds_all(mine: frozenset[str], other: Statement) -> bool:
    return bool(mine) and mine <= other.stems


def _is_laid_right_before(one: Saying, other: Statement) -> bool:
    """Is it laid at somebody's door in the sentence before?"""
    near = other.span.end <= one.span.start and steps(other, one.span, one.text, other.language) <= 1
    return near and blames(other, other.language)


def _says_so(text: str, span: Span, names: re.Pattern[str], language: Language) -> bool:
    """Does a statement name the side of the speaker, and neither negate anything nor tell that he refused?"""
    return bool(names.search(fold(span.of(text)))) and not any(markers(kind, text, span, language) for kind in _AGREEING)


def _is_his(one: Saying, word: Span) -> bool:
    """Does a negation stand near enough to the opening of the sentence to be of its first verb?"""
    return len(re.findall(r"\w+", one.text[one.span.start : word.start])) <= _NEGATED_WORDS


def _asks(one: Saying) -> bool:
    """Is a sentence a question, which says of nothing that it was not so?"""
    return "?" in one.text[one.span.start : one.span.end + 1]


def _is_of_a_clause(one: Saying, word: Span, language: Language) -> bool:
    """Does a negation stand in a clause of its own, which may be of anybody ("I recall that one has no choice")?"""
    opening = Span(one.span.start, word.start) if one.span.start < word.start else None
    return opening is not None and any(found.start > opening.start for found in markers("complement", one.text, opening, language))


def _of_himself(one: Saying, language: Language) -> bool:
    """Does the sentence open with who speaks ("it was not me who …" too), or is it an infinitive, whose subject he is?"""
    if one.attribution.rule == "verb.bare" or any(
        found.start == one.span.start for found in markers("not me", one.text, one.span, language)
    ):
        return True
    if markers("impersonal", one.text, one.span, language):
        return False  # whatever stands beside it, its subject may be nobody
    words = list(re.finditer(r"\w+['’]?", one.span.of(one.text)))[:_OPENING_WORDS]
    return bool(words) and bool(markers("himself", one.text, Span(one.span.start, one.span.start + words[-1].end()), language))
