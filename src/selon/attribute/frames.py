"""Readings with the content after the verb: the frames of its row, each with the function that looks for it.

Not done yet: objects before the verb ("ce que X dit") but for "ce que" and "que X considère comme".
"""

from collections.abc import Callable, Iterator
from functools import cache

from selon.attribute.asides import past_asides
from selon.attribute.calling import called, named
from selon.attribute.clauses import bare, colon, gerund, infinitive, question, question_to, that_clause
from selon.attribute.framed import Framed
from selon.attribute.held import held_to_be
from selon.attribute.objects import (
    address,
    blamed,
    called_for,
    likened,
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
from selon.attribute.unmarked import bare_clause

_Finder = Callable[[Place, int], Iterator[Framed]]
_Finders = tuple[tuple[frozenset[str], _Finder], ...]
_OPENS: dict[_Finder, frozenset[str]] = {  # the kinds of words with which alone what some look for begins
    question: frozenset({"if"}),
    spoken_for: frozenset({"for"}),
    called_for: frozenset({"to"}),
}
_MARKED = frozenset({quotation, named})  # what these look for is quoted
_ANY: frozenset[str] = frozenset()
_RIGHT_BEHIND: _Finders = (
    (frozenset({"that"}), that_clause),
    (frozenset({"that", "quote"}), colon),
)
_BEHIND_ASIDES: _Finders = (
    (frozenset({"that", "asks"}), question),
    (frozenset({"asks", "address"}), question_to),
    (frozenset({"clause"}), bare_clause),
    (frozenset({"body", "body_that"}), held_to_be),
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
    (frozenset({"names"}), called),
    (frozenset({"sees"}), seen),
    (frozenset({"blames"}), blamed),
)


@cache
def _looks(frames: frozenset[str]) -> tuple[_Finders, _Finders]:
    """What looks for the contents of a verb with these frames, right behind it and behind asides, with the kinds of words that open it."""
    right, behind = (
        tuple((_OPENS.get(finder, _ANY), finder) for wanted, finder in rows if wanted & frames) for rows in (_RIGHT_BEHIND, _BEHIND_ASIDES)
    )
    return right, behind


def _names_a_body(place: Place, at: int) -> bool:
    """Is it the subject of what is said, where a verb tells no hearer: "said | the BBC had", but "told | the BBC it had"?"""
    found = place.found
    return (
        "hearer" not in place.cue.verb.frames
        and found.has(at, "determiner")
        and found.after(found.lexicon.aside, at) is None
        and found.after(found.lexicon.relay, at) is not None
    )


def contents(place: Place) -> Iterator[Framed]:
    """All contents that may follow the cue, by the frames of its verb."""
    cue, found = place.cue, place.found
    right, behind = _looks(cue.verb.frames)
    at = cue.end + 1 if cue.pronoun == cue.end else cue.end
    for _, finder in right:
        if finder is not colon or ":" in found.plain:
            yield from finder(place, at)
    if behind and "that" not in found.kinds[at]:  # a conjunction opens nothing but its clause
        begin = at if _names_a_body(place, at) else past_asides(found, at, place.limit)
        kinds = found.kinds[begin]
        for opens, finder in behind:
            if (not opens or not kinds.isdisjoint(opens)) and (found.marked or finder not in _MARKED):
                yield from finder(place, begin)
