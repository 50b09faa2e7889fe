"""Who denies in his own words, inside what he says: "We deny these accusations", "said to refute that version".

What stands behind the words for it is looked for as what a verb of denying takes. Of verbs that refuse offers and decisions too ("we
reject") an account must stand there.
Not done yet: denials whose object stands before them, or nowhere ("I deny it all").
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from selon.languages import Language
from selon.languages.words import matches
from selon.model.attribution import Attribution, Stance
from selon.model.span import Span
from selon.trace.markers import markers
from selon.trace.sayings import Against, Saying
from selon.trace.statements import INFINITIVES
from selon.trace.ties import Ties

_ACCOUNT_CHARS = 60  # of what is rejected, within which the word for an account stands
_BEFORE_CHARS = 40  # before the words for it, within which it is supposed or negated
_LOOSE, _OPENING_MARKS = ' "”»\u00a0\u202f', '"“«'
_KINDS = ("own denial", "own rejection", "to deny")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the speakers of a collection deny in the first person."""

    kinds: ClassVar[frozenset[str]] = frozenset(_KINDS)
    ties: Ties

    def of(self, one: Saying, language: Language) -> Against | None:
        """What a sentence with a word of denial in the speaker's own mouth speaks against."""
        for kind in _KINDS:
            for word in markers(kind, one.text, one.span, language):
                content = _denied(one, word, language)
                if content is None or not _is_denial(one, kind, word, content, language):
                    continue
                claim_id, tie = self.ties.of(one.reading, _told(one.attribution, word, content))
                if claim_id is not None:
                    return Against(one.attribution, one.with_cue, claim_id, f"{tie}; in his own words: «{word.of(one.text)}»")
        return None


def _told(attribution: Attribution, word: Span, content: Span) -> Attribution:
    """What is said as if the text told it by a verb of denying."""
    return replace(attribution, source=None, cue=word, content=(content,), stance=Stance.DENIED, rule="verb.object")


def _denied(one: Saying, word: Span, language: Language) -> Span | None:
    """What stands behind the words for it, as far as the clause goes; what only stresses them stands between."""
    start = _past_stress(one, word.end, language)
    first = next(matches(one.text, start, one.span.end), None) if start < one.span.end else None
    if first is None or one.text[start : first.start()].strip(_LOOSE + _OPENING_MARKS):
        return None
    begin = first.start()
    turn = min([found.start for found in markers("contrast", one.text, Span(begin, one.span.end), language)], default=one.span.end)
    words = one.text[begin : max(turn, first.end())].rstrip(" ,;")
    return Span(begin, begin + len(words))


def _past_stress(one: Saying, at: int, language: Language) -> int:
    """Behind the words that only stress those before them ("I deny firmly | that …")."""
    for found in markers("stress", one.text, Span(at, one.span.end), language) if at < one.span.end else ():
        if one.text[at : found.start].strip(_LOOSE):
            break
        at = found.end
    return at


def _is_denial(one: Saying, kind: str, word: Span, content: Span, language: Language) -> bool:
    """Is something denied there, and neither supposed, nor only refused, nor told of another time?"""
    if "?" in one.text[one.span.start : one.span.end + 1]:
        return False
    if kind == "to deny" and (one.attribution.rule not in INFINITIVES or word.start - one.attribution.content[0].start > 2):
        return False  # another's verb
    before = Span(max(one.span.start, word.start - _BEFORE_CHARS), word.start) if one.span.start < word.start else None
    if before and any(markers(each, one.text, before, language) for each in ("condition", "negation")):
        return False
    if markers("involvement", one.text, content, language):
        return False  # "I deny any part in it" is told around it too, and would be tied to itself
    opening = Span(content.start, min(content.end, content.start + _ACCOUNT_CHARS))
    accounts = any(markers(each, one.text, opening, language) for each in ("account", "accusation"))
    return kind not in ("own rejection", "to deny") or accounts
