"""What somebody denies stands before the verb, or is only pointed at: "il le nie", "she denies it", "…, which he denies".

pronoun   "il le nie", "she denies it"                      the pronoun is the content; it points back
account   "des accusations qu'il rejette", "claims he denies"   the noun is the content; it points back
which     "…, which he denies"                              the clause before the comma is the content

Only verbs that deny are read so: what others take as an object is told by their own frames.
Not done yet: relatives at the end of a sentence that stand for the sentence before.
"""

from collections.abc import Iterator

from selon.attribute.antecedents import noun_start
from selon.attribute.choose import Candidate
from selon.attribute.contents import clause_before, is_clause, whole
from selon.attribute.control import source_of
from selon.attribute.forms import has_finite
from selon.attribute.place import Place, candidate
from selon.attribute.tokens import Passage
from selon.model.span import Span

_SUBJECT = 12  # tokens of who denies, between what is denied and the verb


def pointed(place: Place) -> Iterator[Candidate]:
    """The readings of a finite verb of denying whose object is a pronoun, or stands before it."""
    cue = place.cue
    if cue.negated or "object" not in cue.verb.frames:
        return
    pronoun = _pronoun(place)
    if pronoun is not None:
        source, how = source_of(place)
        if source is not None:
            yield candidate(place, "verb.pointed", source, (pronoun,), (f"source.{how}", "pointed"))
    elif _closes(place.found, cue.end, place.end):
        yield from _before(place)


def _pronoun(place: Place) -> Span | None:
    """The object: a clitic before the verb ("le nie"), or a pointing word behind it with nothing else ("denies it")."""
    found, cue = place.found, place.cue
    clitic = next((at for at in range(cue.first, cue.head) if "clitic" in found.kinds[at] and "determiner" in found.kinds[at]), None)
    if clitic is not None:
        return found.span_of(clitic, clitic + 1) if _closes(found, cue.end, place.end) else None
    if "pointer" in found.kinds[cue.end] and _closes(found, cue.end + 1, place.end):
        return found.span_of(cue.end, cue.end + 1)
    return None


def _closes(found: Passage, at: int, end: int) -> bool:
    """Does the clause of the verb end here?"""
    return at >= end or not found.is_word(at) or found.has(at, "and", "but")


def _before(place: Place) -> Iterator[Candidate]:
    """What a relative clause denies: an account by name, or all that the clause before the comma tells."""
    found, cue = place.found, place.cue
    for at in range(cue.first - 1, max(place.first, cue.first - _SUBJECT), -1):
        if not found.is_word(at):
            return
        relative = found.has(at, "who", "that", "relative_that") and not found.has(at, "subject", "pointer")
        noun = at - 1 if relative else at
        subject = at + 1
        if not _is_subject(found, subject, cue.first):
            continue
        if "account" in found.kinds[noun] and found.is_word(noun):
            yield _told(place, "verb.pointed", subject, found.span_of(noun_start(found, noun + 1, place.first), noun + 1))
            return
        if relative and found.form(at - 1) == "," and is_clause(found, place.first, at - 1):
            content = whole(found, clause_before(found, place.first, at - 1), at - 1)
            if content is not None:
                yield _told(place, "verb.which", subject, content)
            return


def _told(place: Place, rule: str, subject: int, content: Span) -> Candidate:
    return candidate(place, rule, place.found.span_of(subject, place.cue.first), (content,), ("which",))


def _is_subject(found: Passage, at: int, verb: int) -> bool:
    """May who denies stand between a token and the verb, with nothing else?"""
    if at >= verb or has_finite(found, at, verb):
        return False
    return found.has(at, "subject", "determiner", "title") or found.is_capital(at)
