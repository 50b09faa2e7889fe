"""Readings of a verb behind its subject, with the content before both: "« … », X a dit"; "The bridge, she said, would stay open"."""

from collections.abc import Iterator

from selon.attribute.choose import Candidate
from selon.attribute.forms import has_finite
from selon.attribute.incise import before_incise, continuation, goes_on, is_person
from selon.attribute.place import Place, candidate
from selon.attribute.sources import subject

_SPOKEN = 5  # words of a quotation at a sentence's beginning that is no name


def straight(place: Place) -> Iterator[Candidate]:
    """The reading of "« … », X a dit": the source stands between content and verb."""
    found, cue = place.found, place.cue
    if "that" in found.kinds[cue.end] or not ("," in found.forms[place.first : cue.first] or found.quoted(place.first, cue.first)):
        return
    source = subject(found, cue.first, place.first)
    begin = found.at(source.start) if source is not None else place.first
    if begin == place.first and begin + 1 < cue.first and begin in found.quote_at and found.quoted_words(begin) >= _SPOKEN:
        begin += 1  # "“We lost the bridge” | the mayor said": no name that stands in marks
        source = found.span_of(begin, cue.first)
    if source is not None and begin <= place.first and (nearest := _nearest(place, begin)) is not None:
        source, begin = found.span_of(nearest, cue.first), nearest
    if (
        source is None
        or begin <= place.first
        or "who" in found.kinds[begin]
        or (found.is_word(begin - 1) and begin - 1 not in found.quote_at)
    ):
        return
    content, more = before_incise(place, begin)
    if not content or _opens_content(place):
        return
    tail, how = continuation(place, cue.end, bool(more & {"before.quote"}), short="before.short" in more)
    features = (
        "straight",
        *(f"straight.{name}" for name in sorted(more)),
        *how,
        *(("straight.inserted",) if _is_inserted(place, more, how) else ()),
        "incise.person" if is_person(found, source) else "incise.thing",
    )
    yield candidate(place, "verb.straight", source, content + tail, features)


def _nearest(place: Place, begin: int) -> int | None:
    """The noun phrase right before a verb between commas, which is no apposition: "The bridge, Mr. Orme said, would close"."""
    found, cue = place.found, place.cue
    comma = next((at for at in range(cue.first - 1, begin, -1) if found.forms[at] == ","), None)
    if comma is None or comma + 1 >= cue.first or found.form(cue.end) != ",":
        return None
    if not goes_on(found, cue.end + 1, place.end) and not found.has(cue.end + 1, "subordinator", "if", "while", "but"):
        return None
    return comma + 1 if is_person(found, found.span_of(comma + 1, cue.first)) else None


def _opens_content(place: Place) -> bool:
    """Does a clause follow the verb: "Asked about it, she said | it was safe"?"""
    found, at = place.found, place.cue.end
    if at >= place.end or not (found.has(at, "subject", "determiner", "title") or found.is_capital(at)) or found.has(at, "day", "month"):
        return False
    stop = next((here for here in range(at, min(place.end, at + 12)) if found.forms[here] in ",;:"), min(place.end, at + 12))
    return has_finite(found, at, stop)


def _is_inserted(place: Place, more: set[str], how: tuple[str, ...]) -> bool:
    """Does the verb stand between commas inside a clause: "The bridge, she said, | would stay open"?"""
    return bool(more & {"before.phrase"}) and "after.clause" in how and place.found.form(place.cue.end) == ","
