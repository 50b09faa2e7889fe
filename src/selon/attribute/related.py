"""A verb of saying inside a relative clause, whose pronoun is the subject of what is said.

As in "the quotas, which the mayor says | must stay", "buildings that they said | would be closed". "What ferrymen say is a reef": held.py.
The content is the pronoun with its own verb behind the verb of saying.
Not done yet: pronouns that are objects of what is said ("the boat that she said the port had sold").
"""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, whole
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import ALWAYS_FINITE, GERUND, PARTICIPLE
from selon.attribute.place import Place, candidate
from selon.attribute.sources import main_subject, phrase
from selon.attribute.tokens import Passage

_SOURCE = 10  # tokens of whoever speaks
_PARTS = ("and", "but", "who", "which", "that", "subject", "subordinator", "if")  # kinds of the words behind which another clause begins
_GROUP = (*ALWAYS_FINITE, "not", "adverb", "been")


def related(place: Place) -> Iterator[Candidate]:
    """The reading of a verb of saying between a relative pronoun and the verb of that pronoun."""
    found, cue = place.found, place.cue
    if not found.lexicon.order.analytic or "relative" not in cue.verb.frames or cue.negated:
        return
    pronoun = _pronoun(found, cue.first, place.first)
    verb = past_asides(found, cue.end, place.limit)
    if pronoun is None or verb >= place.limit or not _is_verb(found, verb) or "first" in found.kinds[pronoun + 1]:
        return
    source = phrase(found, pronoun + 1, cue.first)
    if source is not None and "subject" in found.kinds[found.at(source.start)] and _names_another(found, place.first, pronoun):
        return
    stop = _end(place, verb)
    content = whole(found, verb, stop)
    if source is not None and content is not None and found.words(verb, stop) > 1:
        yield candidate(place, "verb.related", source, (found.span_of(pronoun, pronoun + 1), content), ("related",))


def _pronoun(found: Passage, end: int, first: int) -> int | None:
    """The relative pronoun before the subject of a verb; no more than a noun phrase stands between."""
    for at in range(end - 1, max(first - 1, end - _SOURCE), -1):
        if found.has(at, "who", "relative_that"):
            return at if at + 1 < end and _is_relative(found, at, first) and _may_speak(found, at + 1, end) else None
        if not found.is_word(at) or at in found.quote_at or is_finite(found, at) or moods(found, at) == {GERUND}:
            return None
    return None


def _is_relative(found: Passage, at: int, first: int) -> bool:
    """Is it about a noun: not "asked who they think won"?"""
    return at > first and not any("address" in verb.frames for verb, _ in found.lexicon.verbs.get(found.form(at - 1), ()))


def _names_another(found: Passage, first: int, pronoun: int) -> bool:
    """Does a name stand before the pronoun that is not in the subject: "Ada Bry blamed Paul Orme for the raid, which he says …"?"""
    subject = main_subject(found, first, pronoun)
    last = found.at(subject.end) if subject is not None else first + 1
    return any(found.is_capital(at) and not found.has(at, "day", "month") for at in range(last, pronoun))


def _may_speak(found: Passage, first: int, end: int) -> bool:
    """A pronoun, an article, a capital or nouns for several open the phrase."""
    opens = found.has(first, "subject", "determiner", "title", "role", "many") or found.is_capital(first)
    return opens or found.forms[end - 1].endswith("s")


def _is_verb(found: Passage, at: int) -> bool:
    """Does a finite verb without a subject of its own follow?"""
    return not found.is_capital(at) and is_finite(found, at) and found.kinds[at].isdisjoint(("things", "subject", "role"))


def _end(place: Place, verb: int) -> int:
    """Where what is said ends: at a comma before another clause, or before the main verb ("the man who police say sank it | was seen")."""
    found = place.found
    stop, _ = content_end(found, verb, place.limit, "clause", [group for group in place.groups if group.head > place.cue.head])
    group = verb
    while group + 1 < stop and (found.has(group + 1, *_GROUP) or moods(found, group + 1) & {GERUND, PARTICIPLE}):
        group += 1
    parted = False
    for at in range(group + 1, stop):
        parted = parted or found.has(at, *_PARTS)
        if found.forms[at] == "," and has_finite(found, at + 1, stop):
            return at
        if not parted and found.has(at, *ALWAYS_FINITE) and is_finite(found, at):
            return at
    return stop
