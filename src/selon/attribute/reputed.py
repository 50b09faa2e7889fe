"""Passives that tell what somebody else says.

Of nobody named ("the mayor is said to be ill", "it is believed that"), and of whoever tells a hearer ("was informed by the clerk that …").
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.choose import Candidate
from selon.attribute.forms import moods
from selon.attribute.framed import is_infinitive
from selon.attribute.lexicon import BASE, INFINITIVE
from selon.attribute.place import Place, candidate, reach
from selon.attribute.sources import subject
from selon.attribute.tokens import Passage
from selon.model.span import Span


def reputed(place: Place, at: int) -> Iterator[Candidate]:
    """The readings of a passive of opinion without an agent; what it says begins at a token."""
    found, cue = place.found, place.cue
    if "reputed" not in found.kinds[cue.head] or cue.negated or not cue.compound:
        return
    before = _nearest(found, subject(found, cue.first, place.first))
    if before is None or "first" in found.kinds[found.at(before.start)]:
        return
    impersonal = "impersonal" in found.kinds[found.at(before.start)]
    if "to" in found.kinds[at] and _opens_infinitive(found, at + 1) and is_infinitive(found, at + 1, place.limit) and not impersonal:
        content, features = reach(place, at, "phrase")
        told: tuple[Span, ...] = (before, *content) if content else ()
    elif "that" in found.kinds[at] and impersonal:
        told, features = reach(place, at + 1, "clause")
    else:
        return
    if told:
        yield replace(candidate(place, "passive.reputed", None, told, ("passive.reputed", *features)), stance="hedged")


def _nearest(found: Passage, subject: Span | None) -> Span | None:
    """A subject without a clause before it that a comma and a conjunction end: "the sale set off a row, and | the mayor is said …"."""
    if subject is None:
        return None
    first, end = found.at(subject.start), found.before(subject.end - 1)
    joint = next((at for at in range(end - 2, first, -1) if found.has(at, "and", "but") and found.form(at - 1) == ","), None)
    return subject if joint is None else found.span_of(joint + 1, end)


def _opens_infinitive(found: Passage, at: int) -> bool:
    """A verb, and nobody to whom something is told: "to have sunk", not "to police", "to officials"."""
    return (
        not found.has(at, "role", "plural", "day")
        and not found.is_capital(at)
        and (bool(moods(found, at) & {BASE, INFINITIVE}) or not found.forms[at].endswith("s"))
    )


def informed(place: Place, source: Span, at: int, shown: Span) -> Iterator[Candidate]:
    """The reading of "the court was informed by the clerk | that the port was closed"."""
    if "hearer" in place.cue.verb.frames and "that" in place.found.kinds[at]:
        content, features = reach(place, at + 1, "clause")
        if content:
            yield candidate(place, "passive.informed", source, content, ("passive.informed", *features), shown)
