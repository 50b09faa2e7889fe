"""How a content is told: stance, the journalist's conditional, direct or indirect, pointing back or not.

The stance comes from the table row of the cue; a conditional in an asserted content makes it hedged.
Not done yet: hedges of the author's own beside the relation ("sans preuve").
"""

from selon.attribute.choose import Candidate
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.tokens import Passage, moods
from selon.model.attribution import SpeechKind, Stance


def stance(found: Passage, candidate: Candidate, *, hedged: bool) -> Stance:
    """The stance of a reading."""
    return Stance.HEDGED if candidate.stance == "asserted" and hedged else Stance(candidate.stance)


def is_conditional(found: Passage, candidate: Candidate) -> bool:
    """Does the content stand in the conditional of reports: "aurait" or "serait" before a participle, or any after "selon"?"""
    for span in candidate.content:
        if span in {quote.inner for quote in found.quotes}:
            continue
        for at in range(found.at(span.start), found.at(span.end)):
            if found.has(at, "conditional"):
                if any(found.has(before, "if") for before in range(found.at(span.start), at)):
                    continue
                perfect = any(
                    PARTICIPLE in moods(found, after) or found.has(after, "been") for after in range(at + 1, min(at + 4, len(found)))
                )
                if candidate.rule.startswith("preposition") or (perfect and found.has(at, "auxiliary")):
                    return True
        if any(found.has(at, "hedge") for at in range(found.at(span.start), min(found.at(span.end), len(found)))):
            return False
    return False


def speech_kind(found: Passage, candidate: Candidate) -> SpeechKind:
    """All in marks, none of it, or a part."""
    inner = [(quote.inner, quote.outer) for quote in found.quotes]
    inside = [any(quote.covers(span) for quote, _ in inner) for span in candidate.content]
    if all(inside):
        return SpeechKind.DIRECT
    if any(inside):
        return SpeechKind.MIXED
    for quote, outer in inner:
        if any(span.overlaps(outer) for span in candidate.content) and len(quote.of(found.text).split()) >= 2:
            return SpeechKind.MIXED
    return SpeechKind.INDIRECT


def is_anaphoric(found: Passage, candidate: Candidate) -> bool:
    """Does the content only point back: "cette information", "ces accusations"?"""
    span = candidate.content[0]
    first, end = found.at(span.start), found.at(span.end)
    return len(candidate.content) == 1 and found.has(first, "pointer") and found.words(first, end) <= 3
