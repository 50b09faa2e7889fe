"""Who is asked and neither confirms nor denies in his own words: "I hope we were not involved", "he had no information".

A sentence with a word of evading, by somebody who is asked about it, after a statement by others that names him or his side. It is told as
declined: he does not say that it was not so.
Not done yet: evasions of somebody whose side no statement names.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.claimant import Claimant
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.collection import Collection, whole
from selon.trace.markers import markers
from selon.trace.sayings import Against, Saying
from selon.trace.sides import side
from selon.trace.statements import LEAST_STEMS, Statement, Statements

_ASKED_CHARS = 80  # before the source, in its paragraph, within which it stands that he is asked


@dataclass(frozen=True, slots=True)
class Evasions:
    """What the speakers of a collection do not want to say."""

    kinds: ClassVar[frozenset[str]] = frozenset({"unaware", "evasion"})
    collection: Collection
    statements: Statements

    def of(self, one: Saying, language: Language) -> Against | None:
        """The statement about the speaker's side that a sentence evades."""
        unaware = markers("unaware", one.text, one.span, language) if one.claimant else []
        words = unaware or (markers("evasion", one.text, one.span, language) if one.claimant else [])
        if not words or one.claimant is None or not _is_asked(one, language):
            return None
        found = self._about_him(one, one.claimant, language)
        if found is None or (unaware and not _is_of_it(one, unaware[0], found, language)):
            return None
        return Against(one.attribution, one.span, found.claim_id, f"evades: «{words[0].of(one.text)}», and it names his side")

    def _about_him(self, one: Saying, claimant: Claimant, language: Language) -> Statement | None:
        """The last statement before him, told by somebody else, that names his side; of one sentence, what most tellings name it in."""
        names, named, begin = side(claimant, language), _named(one, language), whole(one.attribution).start
        told = [
            other
            for other in self.statements.of(one.reading.article.id)
            if other.span.end <= begin and other.told and other.speaker != claimant.id and len(other.stems) >= LEAST_STEMS
            if not named.isdisjoint(other.stems) or names.search(fold(other.span.of(one.text)))
        ]
        return max(told, key=lambda other: (other.span, self._naming(other.claim_id, named, names), other.claim_id), default=None)

    def _naming(self, claim_id: str, named: frozenset[str], names: re.Pattern[str]) -> float:
        """The share of a claim's tellings that name the side."""
        places = list(self.statements.told_in(claim_id))
        words = (fold(span.of(self.collection.article(article_id).text)) for article_id, span in places)
        hits = sum(any(stem in told for stem in named) or bool(names.search(told)) for told in words)
        return hits / max(1, len(places))


def _is_of_it(one: Saying, word: Span, found: Statement, language: Language) -> bool:
    """Does a statement hold a word of what he says he knows nothing of, if he says of what?"""
    behind = stems(one.text, (Span(word.end, one.span.end),), language) if word.end < one.span.end else frozenset()
    return not behind or not behind.isdisjoint(found.stems)


def _named(one: Saying, language: Language) -> frozenset[str]:
    """The stems of the names that stand in the source ("Ruritania's ambassador")."""
    source = one.attribution.source
    found = re.finditer(r"[^\W\d_a-z]\w{3,}", source.of(one.text)) if source else ()
    spans = [Span(source.start + match.start(), source.start + match.end()) for match in found if source]
    return stems(one.text, tuple(spans), language)


def _is_asked(one: Saying, language: Language) -> bool:
    begin = whole(one.attribution).start
    start = max(one.text.rfind("\n", 0, begin) + 1, begin - _ASKED_CHARS)
    end = one.attribution.content[0].start
    return start < end and bool(markers("asked", one.text, Span(start, end), language))
