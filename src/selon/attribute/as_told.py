"""Clauses that say who said so already: "…, comme elle l'a dit", "Comme Ada Bry l'a confié à l'Écho, …", "…, as the mayor said"."""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.contents import clause_before, content_end, is_clause, whole
from selon.attribute.forms import has_finite, is_finite
from selon.attribute.incise import is_person
from selon.attribute.place import Place, candidate
from selon.attribute.sources import phrase
from selon.model.span import Span

_SPEAKER = 20  # tokens from "as" to the verb
_HEARER = 16  # tokens from the verb to the comma behind who is told


def as_told(place: Place) -> Iterator[Candidate]:
    """The readings of "as", who speaks and a verb: the clause before the comma is said, or the one behind it."""
    found, cue = place.found, place.cue
    if "incise" not in cue.verb.frames or cue.verb.stance != "asserted" or cue.negated:
        return
    opening = _opening(place)
    if opening is None:
        return
    last = cue.first
    while "adverb" in found.kinds[last - 1]:
        last -= 1
    source = phrase(found, opening + 1, last)
    if source is None or not is_person(found, source):
        return
    content = _behind(place) if opening == place.first else _before(place, opening)
    if content is not None:
        yield candidate(place, "verb.as_told", source, (content,), ("as_said",))


def _opening(place: Place) -> int | None:
    """The "as" before who speaks; where verbs have a word for what is told ("l'a dit"), that word stands there, else nothing follows."""
    found, cue = place.found, place.cue
    told = "clitic" in found.kinds[cue.first] and cue.first < cue.shown
    if not told and not (found.lexicon.order.analytic and _is_closed(place)):
        return None
    for at in range(cue.first - 1, max(place.first, cue.first - _SPEAKER) - 1, -1):
        if "as" in found.kinds[at]:
            return at if at < cue.first - 1 else None
        if not found.is_word(at) or at in found.quote_at or is_finite(found, at) or found.has(at, "who", "that"):
            return None
    return None


def _is_closed(place: Place) -> bool:
    """Does nothing that the verb could take follow it: "as the mayor said | ."?"""
    found = place.found
    after = past_asides(found, place.cue.end, place.end)
    return after >= place.end or not (found.is_word(after) or found.form(after) == ":")


def _before(place: Place, opening: int) -> Span | None:
    """The clause before "…, comme elle l'a dit"; what it denies may be what was said ("he did not pay, as he had announced")."""
    found, end = place.found, place.cue.end
    goes_on = any(found.form(at) == "," and not found.has(at + 1, "and", "but") for at in range(end, place.end))
    if found.form(opening - 1) != "," or goes_on or found.form(place.end - 1) == "?":
        return None
    start = clause_before(found, place.first, opening - 1)
    if not has_finite(found, start, opening - 1) or any(start <= group.head < opening for group in place.groups):
        return None
    if any("not" in found.kinds[at] for at in range(start, opening)):
        return None
    return whole(found, start, opening - 1)


def _behind(place: Place) -> Span | None:
    """The clause behind "Comme elle l'a confié à l'Écho, …"."""
    found, cue = place.found, place.cue
    if found.lexicon.order.analytic:
        return None
    comma = next((at for at in range(cue.end, min(place.end, cue.end + _HEARER)) if found.form(at) == ","), None)
    if comma is None or has_finite(found, cue.end, comma) or found.has(comma + 1, "and", "but", "who", "which"):
        return None
    stop, _ = content_end(found, comma + 1, place.end, "clause", place.groups)
    return whole(found, comma + 1, stop) if is_clause(found, comma + 1, stop) else None
