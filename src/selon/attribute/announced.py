"""A paragraph that ends in a colon announces the words of the next one: "La maire a déclaré :" and, on a line of its own, a quotation.

Only a cue that tells nothing else announces; without a cue, the subject of the sentence when it is somebody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.attribute.choose import Candidate
from selon.attribute.cue import Cue
from selon.attribute.incise import is_person
from selon.attribute.sources import main_subject, subject
from selon.attribute.tokens import Passage
from selon.model.span import Span

_SPEECH = frozenset({"that", "quote", "incise", "colon"})


@dataclass(frozen=True, slots=True)
class Announced:
    """Whose words follow, and the words that say so."""

    source: Span
    cue: Span | None
    is_person: bool = True  # does it look like somebody who speaks?


def announced(found: Passage, first: int, end: int, groups: Sequence[Cue], chosen: Sequence[Candidate]) -> Announced | None:
    """Who is announced by the last sentence of a passage, the tokens [first, end), which ends in a colon."""
    for group in reversed(groups):
        told = any(one.cue is not None and one.cue.end > found.starts[group.shown] for one in chosen)
        if group.mood == "finite" and group.verb.frames & _SPEECH and not told and "mark_infinitive" not in found.kinds[group.end]:
            source = subject(found, group.first, first)
            cue = found.span_of(group.shown, group.end)
            return Announced(source, cue, is_person(found, source)) if source is not None else None
    source = main_subject(found, first, end)
    return Announced(source, None) if source is not None and is_person(found, source) else None
