"""What somebody calls somebody or something: an object, and the name that it is given."""

from collections.abc import Iterator

from selon.attribute.forms import is_finite
from selon.attribute.framed import Framed, framed, opens_object
from selon.attribute.place import Place
from selon.attribute.sources import subject
from selon.attribute.tokens import Passage
from selon.model.span import Span

_ACCOUNT = 3  # tokens up to the noun for what somebody told
_GO_ON = frozenset({"preposition", "of", "to", "by", "that", "who", "relative_that", "and", "but", "as", "day", "month"})  # behind it
_NAMED = 16  # tokens up to the name that somebody is given


def named(place: Place, at: int) -> Iterator[Framed]:
    """Somebody gives somebody a name: "called the plan “a joke”", an object with a quotation at its end."""
    found = place.found
    quote = next((here for here in range(at, min(place.limit, at + _NAMED)) if here in found.quote_at), None)
    object_ = opens_object(found, at) or (found.lexicon.order.analytic and "neuter" in found.kinds[at])  # "called | it “a joke”"
    fused = quote == at and _is_related(place)
    if quote is None or not (fused or (object_ and quote > at)) or _has_verb(found, at, quote):
        return
    last = found.chain(quote, place.limit) - 1
    yield "names", (Span(found.starts[at], found.end(last)),), ()


def _is_related(place: Place) -> bool:
    """Does a relative stand before the subject: "in | what Ada Bry called “a game”", "the mayor, | who Ada Bry called “a joke”"?"""
    found = place.found
    source = subject(found, place.cue.first, place.first) if found.lexicon.order.analytic else None
    return source is not None and found.has(found.at(source.start) - 1, "fused", "who")


def _has_verb(found: Passage, at: int, end: int) -> bool:
    """Is there a finite verb in an object, but that of a relative clause in it: "called the storm that hit them “a shock”"?"""
    first = next((here for here in range(at, end) if is_finite(found, here)), None)
    if first is None or not found.lexicon.order.analytic:
        return first is not None
    return not any(found.has(here, "who", "that") for here in range(at, first))


def called(place: Place, at: int) -> Iterator[Framed]:
    """Somebody calls what was told something, without marks: "called the report false"."""
    found = place.found
    noun = next((here for here in range(at + 1, min(place.limit, at + _ACCOUNT)) if "account" in found.kinds[here]), None)
    if noun is None or "determiner" not in found.kinds[at] or noun + 1 >= place.limit or noun + 1 in found.quote_at:
        return
    if found.is_word(noun + 1) and found.kinds[noun + 1].isdisjoint(_GO_ON):
        yield from framed(place, at, "object", "names", past=noun + 1)
