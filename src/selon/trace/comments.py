"""Who says himself that he will not comment: "said it had no comment on the sale", "the board said it would not comment".

The words for it open what he says, with no more before them than who it is. What stands behind them is looked for as what somebody
declines to comment on; where nothing is told of it, the denial is open and shown all the same.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from selon.languages import Language
from selon.languages.words import matches
from selon.model.attribution import Attribution, Stance
from selon.model.span import Span
from selon.trace.markers import markers
from selon.trace.sayings import Against, Saying
from selon.trace.ties import Ties

_WHO_WORDS = 4  # before the words for it: "the company", "it"
_DECLINED = "verb.declined"  # rule of what somebody declines to comment on


@dataclass(frozen=True, slots=True)
class Comments:
    """What the speakers of a collection say that they have no comment on."""

    kinds: ClassVar[frozenset[str]] = frozenset({"declining"})
    ties: Ties

    def of(self, one: Saying, language: Language) -> Against | None:
        """What a sentence that opens with words of declining declines to comment on."""
        word = next(iter(markers("declining", one.text, one.span, language)), None)
        if word is None or not _opens(one, word, language) or _is_told_inside(one):
            return None
        claim_id, tie = self.ties.of(one.reading, _told(one, word, language))
        return Against(one.attribution, one.with_cue, claim_id, tie)


def _opens(one: Saying, word: Span, language: Language) -> bool:
    """Does nothing stand before the words but who will not comment, and is it neither a question nor supposed?"""
    if "?" in one.text[one.span.start : one.span.end + 1]:
        return False
    if word.start == one.span.start:
        return True
    before = Span(one.span.start, word.start)
    if any(markers(kind, one.text, before, language) for kind in ("condition", "negation", "contrast")):
        return False
    return len(list(matches(one.text, before.start, before.end))) <= _WHO_WORDS


def _is_told_inside(one: Saying) -> bool:
    """Was it read as an attribution of its own already ("a spokesman said the company had no comment")?"""
    return any(
        other.parent == one.attribution.id and other.rule == _DECLINED and one.span.overlaps(other.content[0])
        for other in one.reading.attributions
    )


def _told(one: Saying, word: Span, language: Language) -> Attribution:
    """What is said as if the text told it by a verb of declining."""
    behind = Span(word.end, one.span.end) if word.end < one.span.end else None
    end = min([turn.start for turn in markers("contrast", one.text, behind, language)], default=behind.end) if behind else word.end
    first = next(matches(one.text, word.end, end), None) if word.end < end else None
    content = Span(first.start(), first.start() + len(one.text[first.start() : end].rstrip(" ,;."))) if first else word
    return replace(one.attribution, source=None, cue=word, content=(content,), stance=Stance.UNCONFIRMED, rule=_DECLINED)
