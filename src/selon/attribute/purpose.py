"""What somebody does something to say: "des bateliers ont défilé pour réclamer un pont".

Only verbs of the kind "purpose", behind the verb of somebody who may speak: no participle and no relative stands between that might be what
the purpose belongs to ("ils ont tiré sur la foule rassemblée pour réclamer un pont").
"""

from selon.attribute.forms import moods
from selon.attribute.lexicon import GERUND, PARTICIPLE
from selon.attribute.place import Place
from selon.attribute.sources import nearest_subject, nearest_verb
from selon.attribute.tokens import Passage
from selon.model.span import Span

_OFFICE = 6  # tokens in which a noun for who speaks is looked for
_LINKS = frozenset({"who", "which", "that", "and", "but", "subordinator", "for"})  # kinds of the words that open something else


def purpose_of(place: Place) -> Span | None:
    """Who does something to say what follows; None where it is no such infinitive, or nobody is told to do it."""
    found, cue = place.found, place.cue
    if cue.mood != "infinitive" or "purpose" not in found.kinds[cue.head] or "for" not in found.kinds[cue.first - 1]:
        return None
    verb = nearest_verb(found, place.first, cue.first - 1)
    end = _past_group(found, verb) if verb is not None else 0
    if verb is None or _is_of_another(found, end, cue.first - 1):
        return None
    if end == verb + 1 and "auxiliary" in found.kinds[verb] and found.has(end, "determiner", "preposition"):
        return None  # "la régie a dix jours | pour contester la peine"
    source = nearest_subject(found, place.first, cue.first - 1)
    return source if source is not None and _is_somebody(found, source) else None


def _past_group(found: Passage, at: int) -> int:
    """The token behind a verb and the participles that belong to it ("ont été invités")."""
    at += 1
    while found.has(at, "adverb", "been", "not", "shared") or PARTICIPLE in moods(found, at):
        at += 1
    return at


def _is_of_another(found: Passage, at: int, end: int) -> bool:
    """Does something open between a verb and "pour" that has a purpose of its own?"""
    return any(not found.kinds[here].isdisjoint(_LINKS) or moods(found, here) & {PARTICIPLE, GERUND} for here in range(at, end))


def _is_somebody(found: Passage, source: Span) -> bool:
    """A pronoun, a noun for who speaks, or a name that no beginning of a sentence makes."""
    first, end = found.at(source.start), found.at(source.end)
    if end == first + 1 and "subject" in found.kinds[first]:
        return not found.has(first, "indefinite", "impersonal")
    if found.is_capital(first) and "determiner" not in found.kinds[first] and (end == first + 1 or found.is_capital(first + 1)):
        return first > 0 or end > first + 1
    near = range(first, min(end, first + _OFFICE))
    if any(found.has(at, "role", "title", "plural") or found.forms[at] in found.lexicon.speaking for at in near):
        return True
    return any(found.is_capital(at) for at in near[1:])
