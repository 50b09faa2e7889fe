"""Readings with the content after the verb: the frames of its row, each with the function that looks for it.

Not done yet: objects before the verb ("ce que X dit") but for "ce que" and "que X considère comme".
"""

from collections.abc import Callable, Iterator

from selon.attribute.clauses import bare, bare_clause, colon, gerund, infinitive, question, that_clause
from selon.attribute.framed import Framed
from selon.attribute.inverted import past_asides
from selon.attribute.objects import (
    address,
    blamed,
    called_for,
    likened,
    named,
    noun_phrase,
    predicate,
    quotation,
    seen,
    spoken_for,
    spoken_of,
    taken_as,
    thanked,
    warned,
)
from selon.attribute.place import Place

_Finder = Callable[[Place, int], Iterator[Framed]]
_RIGHT_BEHIND: tuple[tuple[frozenset[str], _Finder], ...] = (
    (frozenset({"that"}), that_clause),
    (frozenset({"that", "quote"}), colon),
)
_BEHIND_ASIDES: tuple[tuple[frozenset[str], _Finder], ...] = (
    (frozenset({"that"}), question),
    (frozenset({"clause"}), bare_clause),
    (frozenset({"bare"}), bare),
    (frozenset({"gerund"}), gerund),
    (frozenset({"infinitive"}), infinitive),
    (frozenset({"address"}), address),
    (frozenset({"for"}), thanked),
    (frozenset({"against"}), warned),
    (frozenset({"likens"}), likened),
    (frozenset({"pro"}), spoken_for),
    (frozenset({"as"}), taken_as),
    (frozenset({"to"}), called_for),
    (frozenset({"about"}), spoken_of),
    (frozenset({"predicate"}), predicate),
    (frozenset({"quote", "incise"}), quotation),
    (frozenset({"object"}), noun_phrase),
    (frozenset({"names"}), named),
    (frozenset({"sees"}), seen),
    (frozenset({"blames"}), blamed),
)


def contents(place: Place) -> Iterator[Framed]:
    """All contents that may follow the cue, by the frames of its verb."""
    cue, frames = place.cue, place.cue.verb.frames
    at = cue.end + 1 if cue.pronoun == cue.end else cue.end
    begin = past_asides(place.found, at, place.limit)
    for start, finders in ((at, _RIGHT_BEHIND), (begin, _BEHIND_ASIDES)):
        for wanted, finder in finders:
            if not wanted.isdisjoint(frames):
                yield from finder(place, start)
