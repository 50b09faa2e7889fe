"""Somebody will not say: "X s'est refusé à confirmer cette information", "X declined to comment on Y".

The content is what is not confirmed or commented; where the text names nothing, it is what is declined ("de commenter").
Not done yet: what is declined before the verb ("le chiffre, qu'il n'a pas souhaité confirmer").
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.control import source_of
from selon.attribute.framed import is_infinitive, opens_object
from selon.attribute.place import Place, candidate, reach
from selon.model.span import Span


def declined(place: Place) -> Iterator[Candidate]:
    """The reading of a group that declines; none where nobody is named."""
    found, cue = place.found, place.cue
    source, how = source_of(place)
    if source is None or cue.declined is None:
        return
    content, features = _content(place)
    if not content and cue.declined <= cue.shown:
        return  # "la régie ne commente pas": nothing is named that is declined
    shown = found.span_of(cue.shown, cue.end if content else cue.declined)
    content = content or (found.span_of(cue.declined, cue.end),)
    made = candidate(place, "verb.declined", source, content, ("declined", f"source.{how}", *features), shown)
    yield replace(made, stance="unconfirmed", features=tuple(name for name in made.features if name != "negated"))


def _content(place: Place) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    found, limit = place.found, place.limit
    at = past_asides(found, place.cue.end, limit)
    if at >= limit:
        return (), ()
    if "that" in found.kinds[at]:
        return reach(place, at + 1, "clause") if at + 1 < limit else ((), ())
    if found.has(at, "if", "who"):
        return reach(place, at, "clause")
    if is_infinitive(found, at, limit):
        return reach(place, at, "phrase")
    if found.has(at, "preposition", "against") and not found.has(at, "to", "of") and at + 1 < limit and opens_object(found, at + 1):
        at += 1
    if opens_object(found, at) or "to" in found.kinds[at]:
        return reach(place, at, "object")
    return (), ()
