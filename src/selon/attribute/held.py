"""What somebody says that a thing is: "searched what police said | was a den", "after what it said | was a raid".

The clause is an object or stands behind a preposition. As a subject ("what he said was wrong"), and behind a verb that takes clauses
("I think what he said was wrong"), it may be judged by whoever tells it: nothing is read there.
"""

from collections.abc import Iterator

from selon.attribute.control import source_of
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.framed import Framed
from selon.attribute.lexicon import GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.place import Place, reach
from selon.attribute.tokens import Passage

_WHO = 9  # tokens of whoever says it
_GOVERNING = frozenset({GERUND, INFINITIVE, PARTICIPLE})
_CLAUSES = frozenset({"that", "clause"})  # frames of verbs that take clauses
_NO_NOUN = ("that", "if", "to", "preposition", "as", "subordinator")  # kinds of the words with which what a thing is does not begin


def held_to_be(place: Place, at: int) -> Iterator[Framed]:
    """What somebody says that something is, with the word that stands for the thing."""
    found, cue = place.found, place.cue
    fused = _fused(place)
    if fused is None or cue.mood != "finite":
        return
    source, _ = source_of(place)
    if source is None or source.start < found.starts[fused]:
        return
    noun = _past_being(found, at, place.limit)
    if noun is None or noun >= place.limit or found.has(noun, *_NO_NOUN) or not (found.is_word(noun) or noun in found.quote_at):
        return
    content, features = reach(place, at, "object")
    if content and content[0].end > found.starts[noun]:
        yield "held", (found.span_of(fused, fused + 1), *content), features


def _fused(place: Place) -> int | None:
    """The word that stands for the thing, with nothing but whoever says it between it and the verb."""
    found, first = place.found, place.cue.first
    for at in range(first - 1, max(place.first, first - _WHO) - 1, -1):
        if "fused" in found.kinds[at]:
            return at if at + 1 < first and _is_governed(place, at) else None
        if not found.is_word(at) or is_finite(found, at):
            return None
    return None


def _is_governed(place: Place, at: int) -> bool:
    """Is it the object of a verb that takes things, or of a preposition behind the verb of its clause?"""
    found = place.found
    if found.has(at - 1, "preposition", "to", "of", "as"):
        return has_finite(found, place.first, at - 1)
    verb = found.forms[at - 1]
    known = found.lexicon.verbs.get(verb, ())
    takes_clauses = any(not _CLAUSES.isdisjoint(row.frames) for row, _ in known)
    is_verb = is_finite(found, at - 1) or not moods(found, at - 1).isdisjoint(_GOVERNING)
    return at > place.first and is_verb and not takes_clauses and "modal" not in found.kinds[at - 1]  # "did what he thought was right"


def _past_being(found: Passage, at: int, limit: int) -> int | None:
    """The token after a form of "to be" and its adverbs: "was", "had been", "could be"."""
    if found.has(at, "modal", "soon", "auxiliary"):
        at += 1
    if at >= limit or not found.has(at, "being", "been"):
        return None
    at += 1
    while at < limit and found.has(at, "not", "adverb"):
        at += 1
    return at
