"""Who calls an account untrue: "denounced the report as false", "called the charges fabricated", "juge ces accusations infondées".

What is called so is looked for as what a verb of denying takes: an account that a word points at, and where "as" parts the two, also one
that says itself what it tells ("described reports that it had sold the port as untrue").
Not done yet: what is called so by an adjective before it ("denounced false reports").
"""

import re
from dataclasses import dataclass, replace
from typing import ClassVar

from selon.languages import Language
from selon.model.attribution import Attribution, Stance
from selon.model.span import Span
from selon.trace.contests import belongs_to_a_noun
from selon.trace.markers import markers
from selon.trace.sayings import Against, Saying
from selon.trace.ties import Ties

_NAMING = ("verb.names", "verb.as", "verb.object")  # rules whose content is a thing with what is said of it
_WORDS = ("dismissive", "contested")
_BETWEEN_WORDS = 3  # between what is called so and the word: what strengthens it, an article
_OPENING_CHARS = 12  # of a content, within which the account stands that opens it
_PARTED = re.compile(r"[,;:.!?()\n]")  # what parts clauses


@dataclass(frozen=True, slots=True)
class Dismissals:
    """What accounts the speakers of a collection call untrue."""

    kinds: ClassVar[frozenset[str]] = frozenset(_WORDS)
    ties: Ties

    def of(self, one: Saying, language: Language) -> Against | None:
        """What a sentence that calls an account untrue speaks against."""
        if one.attribution.rule not in _NAMING or one.span.start != one.attribution.content[0].start:
            return None
        told = _account(one, language)
        if told is None:
            return None
        account, word = told
        claim_id, tie = self.ties.of(one.reading, _denied(one.attribution, account))
        return Against(one.attribution, one.with_cue, claim_id, f"{tie}; it is called «{word.of(one.text)}»") if claim_id else None


def _denied(attribution: Attribution, account: Span) -> Attribution:
    """An attribution, as if its verb denied what is called untrue there."""
    return replace(attribution, stance=Stance.DENIED, rule="verb.object", content=(account,))


def _account(one: Saying, language: Language) -> tuple[Span, Span] | None:
    """What the sentence calls untrue, and the word that does, right behind it."""
    words = sorted(found for kind in _WORDS for found in markers(kind, one.text, one.span, language))
    words = [found for found in words if not belongs_to_a_noun(one.text, found, language)]
    for start, end in ((one.span.start, end) for end in _ends(one, language)):
        word = next((found for found in words if found.start > end and _is_near(one.text[end : found.start])), None)
        if word is not None:
            return Span(start, end), word
    return None


def _ends(one: Saying, language: Language) -> list[int]:
    """Where an account that opens the sentence may end: behind a word that points at it, and before "as"."""
    opening = Span(one.span.start, min(one.span.end, one.span.start + _OPENING_CHARS))
    pointing = [found.end for found in markers("anaphor", one.text, one.span, language) if found.start == one.span.start]
    if not pointing and not markers("account", one.text, opening, language):
        return []
    return [*pointing, *(found.start - 1 for found in markers("as what", one.text, one.span, language) if found.start > opening.end)]


def _is_near(between: str) -> bool:
    return not _PARTED.search(between) and len(re.findall(r"\w+", between)) <= _BETWEEN_WORDS
