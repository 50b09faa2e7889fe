"""Nouns for several without an article, of whom something is asked: "urged | people on the quay to stay", "told | pilots not to sail"."""

from selon.attribute.forms import is_finite, moods
from selon.attribute.framed import is_infinitive
from selon.attribute.lexicon import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.place import Place

_PEOPLE = frozenset({"role", "plural"})  # kinds
_VERBS = frozenset({BASE, FINITE, GERUND, INFINITIVE})
_ASKED, _DESCRIBED = 3, 9  # tokens up to a noun for who is asked, and of what describes it


def is_asked(place: Place, at: int) -> bool:
    """Does such a noun begin here, with two words before it at most, and an infinitive behind it?"""
    found, verb = place.found, place.cue.verb
    if not found.lexicon.order.analytic or not ("that" in verb.frames or verb.then):
        return False
    for here in range(at, at + _ASKED):
        if not found.is_word(here) or here in found.quote_at or not found.kinds[here] <= _PEOPLE or is_finite(found, here):
            return False
        several = "plural" in found.kinds[here] or found.forms[here].endswith("s")
        if several and moods(found, here).isdisjoint(_VERBS):
            return _is_told_to(place, here + 1)
        if moods(found, here) - {PARTICIPLE, FINITE}:
            return False
    return False


def _is_told_to(place: Place, at: int) -> bool:
    """Does an infinitive follow, right behind the noun or behind what describes it: "residents of the quay | not to go"?"""
    found = place.found
    for here in range(at, min(place.limit, at + _DESCRIBED)):
        if "mark_infinitive" in found.kinds[here] and is_infinitive(found, here + 1, place.limit):
            return here == at or "not" in found.kinds[here - 1] or found.has(at, "of", "preposition")
        if not found.is_word(here) or is_finite(found, here) or found.has(here, "that", "who"):
            return False
    return False
