"""Whoever is quoted by somebody else: "the agency quoted the minister as saying …", "…, the agency quoted her as saying"."""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.forms import is_finite
from selon.attribute.lexicon import GERUND
from selon.attribute.parenthesis import before_incise
from selon.attribute.place import Place, candidate
from selon.attribute.sources import subject
from selon.model.span import Span

_WHO = 16  # tokens of whoever is quoted


def quoted_as(place: Place) -> Iterator[Candidate]:
    """The reading with the content before: nothing follows "as saying"."""
    found, cue = place.found, place.cue
    end = as_saying(place, cue.end)
    if end is None:
        return
    after = past_asides(found, end + 2, place.end)
    quoting = subject(found, cue.first, place.first)
    begin = found.at(quoting.start) if quoting is not None else place.first
    if (after < place.end and found.is_word(after)) or begin <= place.first:
        return
    if found.is_word(begin - 1) and begin - 1 not in found.quote_at:
        return
    content, more = before_incise(place, begin)
    if content:
        yield candidate(place, "verb.cited", found.span_of(cue.end, end), content, ("cited", *sorted(more)))


def as_saying(place: Place, at: int) -> int | None:
    """Where "as" stands before the gerund of a verb of saying, behind whoever is quoted."""
    found = place.found
    for here in range(at + 1, min(place.end - 1, at + _WHO)):
        if "as" in found.kinds[here]:
            rows = found.lexicon.verbs.get(found.forms[here + 1], ())
            return here if any(mood == GERUND and "incise" in verb.frames for verb, mood in rows) else None
        if is_finite(found, here) or found.forms[here] in ";:" or here in found.quote_at:
            return None
    return None


def whom_quoted(place: Place) -> Span | None:
    """Of "quoted the minister as | saying that …" and "the minister was quoted by the agency as | saying that …": the minister."""
    found, cue = place.found, place.cue
    if "as" not in found.kinds[cue.first - 1]:
        return None
    quoting = next((one for one in place.groups if "cites" in one.verb.frames and 0 < cue.first - one.end <= _WHO), None)
    if quoting is None or quoting.mood == "passive":
        return subject(found, quoting.first, place.first) if quoting is not None else None
    return found.span_of(quoting.end, cue.first - 1) if quoting.end < cue.first - 1 else None
