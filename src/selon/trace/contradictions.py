"""Who says that somebody had no hand in it: "the port was not behind the fire", told where others tell that it was.

A sentence of somebody who is known, with words for having no hand in something; and a statement of the story by others that lays
just that at somebody's door. Negations of other things err too often to be shown.
"""

from dataclasses import dataclass
from typing import ClassVar

from selon.languages import Language
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.trace.afar import Afar, Sought, lays
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.meanings import Words, words_of
from selon.trace.sayings import Against, Saying
from selon.trace.seeking import excerpt
from selon.trace.statements import Statement

_SUPPOSED = ("condition", "unproven", "no longer")


@dataclass(frozen=True, slots=True)
class Contradictions:
    """In what the speakers of a collection say that somebody had no hand."""

    kinds: ClassVar[frozenset[str]] = frozenset({"no hand"})
    afar: Afar

    def of(self, one: Saying, language: Language) -> Against | None:
        """The statement by others that lays at somebody's door what a sentence says is not his doing."""
        if one.claimant is None or one.claimant.kind is ClaimantKind.ANONYMOUS or "?" in one.text[one.span.start : one.span.end + 1]:
            return None
        word = next(iter(markers("no hand", one.text, one.span, language)), None)
        if word is None or any(markers(kind, one.text, one.span, language) for kind in _SUPPOSED):
            return None
        own = _own(one, word, language)
        words = words_of(one.text, (own,), language)
        what = words_of(one.text, (Span(word.end, one.span.end),) if word.end < one.span.end else (), language)
        found = self.afar.told(Sought(one.reading.article.id, one.with_cue, one.claimant.id, words), lambda other: _lays_it(other, what))
        if found is None:
            return None
        tie = f"says that it is not so: «{word.of(one.text)}», where others tell «{excerpt(found)}»"
        return Against(one.attribution, one.with_cue, found.claim_id, tie)


def _lays_it(other: Statement, what: Words) -> bool:
    """Does a statement lay something at somebody's door, that which is spoken of, and say of nobody that he had no hand in it?"""
    if (what.common or what.names) and not what.shared(other.meanings):
        return False
    return lays(other) and not any(markers(kind, other.text, other.span, other.language) for kind in ("negation", "rejection", "no hand"))


def _own(one: Saying, word: Span, language: Language) -> Span:
    """The sentence as far as it tells what the speaker says, and not in turn what others do ("…, which the mayor says it was")."""
    inner = [whole(other).start for other in one.reading.attributions if other.parent == one.attribution.id]
    behind = Span(word.end, one.span.end) if word.end < one.span.end else None
    inner += [found.start for found in markers("bare pointer", one.text, behind, language)] if behind else []
    return Span(one.span.start, min([start for start in inner if word.end < start <= one.span.end], default=one.span.end))
