"""Who answers right behind what others tell that it is untrue: "Faux, répond le port", "denounced “lies”", "the mayor is lying".

The answer says nothing else: a word that calls it untrue, with a noun for an account at most; that who told it lies, by name or role; or
an innocence ("se dit innocent"). It is of what is told in the sentence right before, or in its own before it, where that is one thing by
others. An account that a word points at ("these accusations") is looked for by others.
Not done yet: answers to what stands farther back.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import Stance
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.bare import ALONE
from selon.trace.contests import belongs_to_a_noun
from selon.trace.markers import markers
from selon.trace.sayings import Against, Saying
from selon.trace.sides import names
from selon.trace.statements import Statement
from selon.trace.ties import Ties

_NOT_SO = ("dismissive", "not so")  # kinds of markers that say so of anything
_OF_AN_ACCOUNT = ("contested",)  # that say so of an account alone: a deed may be absurd
_ACCOUNTS = ("account", "accusation")
_INNOCENT_STEMS = 2  # of a sentence that claims an innocence, with what strengthens it
_LEAST_LETTERS = 4  # of the noun of a role
_SELF = ("verb.predicate", "verb.bare", "verb.that", "verb.clause")  # rules whose content says what the speaker is


@dataclass(frozen=True, slots=True)
class Retorts:
    """What the speakers of a collection answer with a word or two."""

    kinds: ClassVar[frozenset[str]] = frozenset({*_NOT_SO, *_OF_AN_ACCOUNT, "of the teller", "innocence"})
    ties: Ties

    def of(self, one: Saying, language: Language) -> Against | None:
        """What stands right before a sentence that is such an answer."""
        if "?" in one.text[one.span.start : one.span.end + 1] or markers("condition", one.text, one.span, language):
            return None
        teller_word = next(iter(markers("of the teller", one.text, one.span, language)), None)
        word = teller_word or _answered(one, language) or _innocent(one, language)
        if word is None:
            return None
        made = replace(one.attribution, cue=word, content=(word,), stance=Stance.DENIED, rule=ALONE)
        claim_id, tie = self.ties.of(one.reading, made)
        told = self._told(one, claim_id) if claim_id is not None else None
        if told is None or markers("negation", one.text, told.span, language):
            return None  # who calls something untrue speaks of what is said to be
        if teller_word and not _names_the_teller(one, told, language):
            return None
        return Against(one.attribution, one.with_cue, claim_id, f"{tie}; it is answered: «{word.of(one.text)}»")

    def _told(self, one: Saying, claim_id: str) -> Statement | None:
        """Where a claim is told last before a sentence."""
        before = [other for other in self.ties.told(one.reading, claim_id) if other.span.end <= one.span.start]
        return max(before, key=lambda other: other.span, default=None)


def _names_the_teller(one: Saying, told: Statement, language: Language) -> bool:
    """Does a sentence name who tells what stands before it, or give the noun of his role?"""
    if told.claimant is None:
        return False
    said = fold(one.span.of(one.text))
    office = next((word for word in fold(told.claimant.role or "").split() if len(word) >= _LEAST_LETTERS), None)
    return bool(names(told.claimant, language).search(said)) or (office is not None and office in said.split())


def _answered(one: Saying, language: Language) -> Span | None:
    """The word that calls what was told untrue, where the sentence says nothing else."""
    accounts = [found for kind in _ACCOUNTS for found in markers(kind, one.text, one.span, language)]
    pointing = markers("anaphor", one.text, one.span, language)
    if any(found.overlaps(account) for found in pointing for account in accounts):
        return None  # "these accusations"
    kinds = (*_NOT_SO, *_OF_AN_ACCOUNT) if accounts else _NOT_SO
    words = sorted(found for kind in kinds for found in markers(kind, one.text, one.span, language))
    if not accounts:  # "something was wrong"
        words = [found for found in words if found not in markers("opinion", one.text, one.span, language)]
    if not words or any(belongs_to_a_noun(one.text, word, language) and not _is_before(word, accounts) for word in words):
        return None
    stress = markers("stress", one.text, one.span, language)
    return words[0] if not stems(one.text, (one.span,), language) - stems(one.text, (*words, *accounts, *stress), language) else None


def _is_before(word: Span, accounts: list[Span]) -> bool:
    """Does an account stand right behind the word ("false claims")?"""
    return any(0 <= account.start - word.end <= 1 for account in accounts)


def _innocent(one: Saying, language: Language) -> Span | None:
    """The word for an innocence, where the speaker says no more than that he is innocent."""
    if one.attribution.rule not in _SELF or one.span.start != one.attribution.content[0].start:
        return None
    word = next(iter(markers("innocence", one.text, one.span, language)), None)
    return word if word and len(stems(one.text, (one.span,), language)) <= _INNOCENT_STEMS else None
