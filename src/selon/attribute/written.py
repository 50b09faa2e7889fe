"""Words that stand written somewhere: "« … », pouvait-on lire sur une pancarte", "on lit dans le rapport : « … »".

What carries the words is the source. Not done yet: "aux cris de « … »".
"""

from collections.abc import Iterator

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.parenthesis import before_incise
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.place import Place, candidate
from selon.model.span import Span


def written(place: Place) -> Iterator[Candidate]:
    """The reading of a verb of reading with an indefinite subject."""
    found, cue = place.found, place.cue
    here = cue.end + 1 if cue.pronoun == cue.end else cue.end
    at = past_asides(found, here, place.end)
    at = at if "preposition" in found.kinds[at] else here  # "lit-on dans un rapport": elsewhere that tells only where he spoke
    if not (cue.pronoun is not None and "indefinite" in found.kinds[cue.pronoun]) and "indefinite" not in found.kinds[cue.first - 1]:
        return
    if "preposition" not in found.kinds[at] or at + 1 >= place.end:
        return
    stop = phrase_end(found, at + 1, place.end)
    content = _before(place) or _after(place, stop) or _clause_before(place)
    if content is not None:
        yield candidate(place, "verb.written", found.span_of(at + 1, stop), (content,), ("written",))


def _before(place: Place) -> Span | None:
    found, last = place.found, place.cue.first - 1
    if found.form(last) == ",":
        last -= 1
    if last not in found.quote_at:
        return None
    first = next((at for at in range(place.first, last + 1) if at in found.quote_at and found.chain(at, place.end) > last), last)
    return Span(found.quote_at[first].inner.start, found.quote_at[last].inner.end)


def _clause_before(place: Place) -> Span | None:
    """A whole clause, not quoted, with a comma behind it: "Le pont est fermé, peut-on lire dans le rapport"."""
    content, features = before_incise(place, place.cue.first)
    return content[0] if content and features & {"before.clause", "before.mixed"} and place.found.form(place.cue.first - 1) == "," else None


def _after(place: Place, at: int) -> Span | None:
    found = place.found
    while at < place.end and at not in found.quote_at and found.form(at) in (",", ":"):
        at += 1
    if at not in found.quote_at:
        return None
    return Span(found.quote_at[at].inner.start, found.quote_at[found.chain(at, place.end) - 1].inner.end)
