"""Somebody denies, and the text has said what: "contacté, le maire a démenti", "il a toujours clamé son innocence".

The content is the verb itself, or the words that belong to it ("son innocence"); it points back, as a pronoun does.
Not done yet: a verb that is not the last word of its clause.
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.control import source_of
from selon.attribute.place import Place, candidate

_SUBJECT = 9  # tokens of who denies, before the verb
_RELATIVE = ("that", "relative_that", "which", "who")  # kinds of words that open a clause in which what is denied stands before the verb


def alone(place: Place) -> Iterator[Candidate]:
    """The reading of a finite verb of denying that has no object, where its clause ends behind it."""
    found, cue = place.found, place.cue
    if "alone" not in cue.verb.frames or cue.negated:
        return
    behind = past_asides(found, cue.end, place.end)
    if not cue.verb.then and behind < place.end and found.is_word(behind) and not found.has(behind, "and", "but"):
        return
    start = max(place.first, cue.first - _SUBJECT)
    if any(found.has(at, *_RELATIVE) for at in range(start, cue.first)) or ("clitic" in found.kinds[cue.first] and not cue.verb.reflexive):
        return
    source, how = source_of(place)
    if source is None:
        return
    begin = cue.head + 1 if cue.verb.then else cue.head
    made = candidate(place, "verb.alone", source, (found.span_of(begin, cue.end),), ("alone", f"source.{how}"))
    yield replace(made, cue=found.span_of(cue.shown, begin) if cue.shown < begin else None)
