"""Ties of denials to claims that stand farther off: anywhere in the article, or in others of its story.

What is said to be not so is looked for by its words; a hand in something among what the story lays at the denier's door; mere "accusations"
among what the article accuses him of, where that is one claim. What somebody "always" denies is of many things, and is not looked for.
"""

import re
from dataclasses import dataclass
from functools import cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.attribute import Words as Kinds
from selon.model.attribution import Stance
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.span import Span
from selon.trace.afar import Afar, Sought
from selon.trace.alike import stems
from selon.trace.blame import blames
from selon.trace.collection import whole
from selon.trace.grammar import RELATIVE
from selon.trace.hands import behind_its_owner, is_of_its_own, own_hand
from selon.trace.markers import markers
from selon.trace.meanings import Words, words_of
from selon.trace.seeking import Seeking, Tie, excerpt
from selon.trace.sides import names, side
from selon.trace.statements import INFINITIVES, Statement
from selon.trace.wording import Denied, denied_spans, knows

NOBODY = {ClaimantKind.GROUP, ClaimantKind.ANONYMOUS}  # whom a statement does not name
_OF_A_CLAUSE = ("verb.that", "verb.clause", *INFINITIVES)  # rules whose content says who did it, or that the denier did
_OWN_STEMS = 1  # behind the word for an accusation: with more the content says itself what is denied
_NO_WORDS = Words(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Farther:
    """The statements of stories, as denials look for their claim there."""

    afar: Afar

    def accused(self, one: Seeking) -> Tie | None:
        """What the denier is accused of in the article, where that is one claim and his denial only points at accusations."""
        accused = [found for kind in ("accusation", "matter") for found in markers(kind, one.text, one.opening, one.language)]
        if (
            any(found.start == one.content.start for found in markers("apposition", one.text, one.opening, one.language))
            or not accused
            or one.claimant is None
            or one.claimant.kind in NOBODY
            or not _is_of_one_thing(one)
        ):
            return None
        rest = (Span(accused[0].end, one.content.end),) if accused[0].end < one.content.end else ()
        own = stems(one.text, rest, one.language)
        if len(own) > _OWN_STEMS:
            return None
        found = self.afar.accuses_alone(_sought(one, _NO_WORDS), one.denier)
        if found and own and own.isdisjoint(found.stems) and not one.holds("laid", one.content):
            return None  # "allegations of fraud" are of no theft
        return (found.claim_id, f"anaphora: «{accused[0].of(one.text)}» stands for «{excerpt(found)}»") if found else None

    def said(self, one: Seeking) -> Tie | None:
        """The claim of the story that says what is denied, or that lays it at the denier's door."""
        if one.attribution.rule in RELATIVE or one.claimant is None or one.claimant.kind is ClaimantKind.ANONYMOUS:
            return None
        words = own_hand(one.bare, one.denier, one.text, one.language)
        if words:
            return self._laid(one, one.claimant, words)
        if one.attribution.stance is not Stance.DENIED or one.attribution.parent is not None or one.holds("topic", one.content):
            return None  # "the criticism of his pay" tells what is spoken of, and not what is said of it
        sought = _sought(one, words_of(one.text, denied_spans(one.attribution, one.text, one.language), one.language))
        denied = Denied.of(one.attribution, one.denier, one.text, one.language)
        found = self.afar.told(sought, lambda other: _fits(one, denied, other))
        if found and denied.of_knowing and not any(map(knows, self.afar.statements.worded(found.claim_id))):
            return None
        return (found.claim_id, f"content: told in this story as «{excerpt(found)}»") if found else None

    def _laid(self, one: Seeking, claimant: Claimant, words: Span) -> Tie | None:
        """The claim that lays at the denier's door what he denies a hand in."""
        if claimant.kind in NOBODY or not _is_of_one_thing(one) or is_of_its_own(one.text, whole(one.attribution), one.language):
            return None
        if _goes_on_from_its_sentence(one) or one.holds("demonstrative", one.content):
            return None  # "in the events of that night": what stands right before
        object_of_it = words_of(one.text, _behind(one, words), one.language)
        found = self.afar.laid_to(_sought(one, _NO_WORDS), _his_side(claimant, one.language), object_of_it, _cue(one))
        tie = f"a hand in it: «{words.of(one.text)}», and this story lays it to {claimant.name}"
        return (found.claim_id, f"{tie}: «{excerpt(found)}»") if found else None


def _his_side(claimant: Claimant, language: Language) -> re.Pattern[str]:
    """The words that name whom a denial clears: a person who speaks for no body clears nobody else, and no country."""
    alone = claimant.kind is ClaimantKind.PERSON and claimant.organisation is None
    return names(claimant, language) if alone else side(claimant, language)


def _sought(one: Seeking, words: Words) -> Sought:
    return Sought(one.reading.article.id, whole(one.attribution), one.claimant.id if one.claimant else None, words)


def _is_of_one_thing(one: Seeking) -> bool:
    """Is it denied in the text's own telling, and not time and again, which is of many things?"""
    denied = one.attribution.stance is Stance.DENIED and one.attribution.parent is None
    return denied and not one.holds("habit", whole(one.attribution))


def _fits(one: Seeking, denied: Denied, other: Statement) -> bool:
    """May a statement that holds the words be what is denied: told by others, and of the denier where he denies a deed of his own?"""
    if not (other.told or blames(other, other.language)) or _is_of_a_pronoun(other) or not denied.may_be(other):
        return False
    if _is_of_himself(one) and not one.denier.is_named(other):
        return False
    if not _cue(one).isdisjoint(other.stems) or markers("first person", other.text, other.span, other.language):
        return False  # the denial once more
    return denied.negated == bool(markers("negation", other.text, other.span, other.language))


def _cue(one: Seeking) -> frozenset[str]:
    """The stems of the word of denial."""
    return stems(one.text, (one.attribution.cue,), one.language) if one.attribution.cue else frozenset()


def _is_of_a_pronoun(other: Statement) -> bool:
    """Is a statement told by "he", of whom nobody knows who he is, and who may be the denier?"""
    source = other.attribution.source if other.attribution and other.speaker is None else None
    return source is not None and bool(markers("third person", other.text, source, other.language))


def _is_of_himself(one: Seeking) -> bool:
    """Is a deed denied by its noun, and so one of the denier's own ("denied any attack on the port"), and no account of others?"""
    return one.attribution.rule not in _OF_A_CLAUSE and not one.holds("account", one.opening)


def _goes_on_from_its_sentence(one: Seeking) -> bool:
    """Does the denier deny it in a relative clause ("attacks laid to Norr, which denied any part in them")?

    Then it is of what this sentence tells of him, whatever else the story lays at his door.
    """
    source, cue = one.attribution.source, one.attribution.cue
    if source is None or cue is None or source.end >= cue.start:
        return False
    named, between = source.of(one.text).split(), one.text[source.end : cue.start].strip(" ,").split()
    return any(fold(word) in relatives(one.language) for word in (*named[-1:], *between[:1]))


@cache
def relatives(language: Language) -> frozenset[str]:
    """The pronouns that open a clause of which they are the subject ("who")."""
    return frozenset(fold(form) for row in language.rows(Kinds) if row.kind == "who" for form in row.forms)


def _behind(one: Seeking, words: Span) -> tuple[Span, ...]:
    """What stands behind the words for a hand in something, as far as the clause goes, words aside that only call it accused or told."""
    content = next(span for span in one.attribution.content if span.covers(words))
    comma = one.text.find(",", words.end, content.end)
    end = content.end if comma < 0 else comma
    start = behind_its_owner(words, one.text, end, one.language)
    if start >= end:
        return ()
    behind = Span(start, end)
    aside = sorted(found for kind in ("accusation", "account") for found in markers(kind, one.text, behind, one.language))
    starts, ends = (behind.start, *(found.end for found in aside)), (*(found.start for found in aside), behind.end)
    return tuple(Span(start, stop) for start, stop in zip(starts, ends, strict=True) if start < stop)
