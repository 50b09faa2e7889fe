"""Through whom a content came: "à l'AFP", "sur Facebook", "dans un communiqué", "cité par l'agence Nord"."""

from dataclasses import replace

from selon.attribute.choose import Candidate
from selon.attribute.tokens import Passage
from selon.model.span import Span

_REACH = 90  # characters after cue and source in which a relay is looked for
_NUMBER_DIGITS = 2  # of a station


def relay(found: Passage, candidate: Candidate, end: int) -> Span | None:
    """The relay of a reading, right after its cue or source, or inside the cue ("was quoted by | Reuters | as saying")."""
    cue, source = candidate.cue, candidate.source
    if cue is not None and (inside := _first(found, cue.start, cue.end, cue.end)) is not None:
        return inside
    anchors = [span for span in (cue, source) if span is not None]
    if len(anchors) == 2 and anchors[1].start < anchors[0].start:
        anchors.reverse()
    for anchor in anchors:
        stop = min(end, anchor.end + _REACH)
        span = _first(found, anchor.end, _open_end(candidate.content, anchor.end, stop), stop)
        if span is not None and not any(span.overlaps(part) for part in (*candidate.content, *anchors)):
            return span
    return None


def apart(found: Passage, candidate: Candidate) -> Candidate:
    """A reading whose source ends with who hands it on ("une source | citée par l'agence Nord"), without that; it is its relay."""
    source = candidate.source
    if source is None:
        return candidate
    first, stop = found.at(source.start), found.at(source.end)
    for at in range(first + 1, stop):
        begin = found.after(found.lexicon.skips, at)
        if begin is not None:
            via = Span(found.starts[begin], source.end) if begin < stop else candidate.via
            while at - 1 > first and (not found.is_word(at - 1) or found.has(at - 1, "and", "adverb")):
                at -= 1  # "un rapport | (également cité par"
            return replace(candidate, source=found.span_of(first, at), via=via)
    return candidate


def _open_end(content: tuple[Span, ...], start: int, stop: int) -> int:
    """Where a part of the content begins that goes on up to `stop`, or to the mark before it; no relay stands in it."""
    for part in content:
        if part.start < stop <= part.end + 1:
            return max(start, part.start)
    return stop


def _first(found: Passage, start: int, end: int, stop: int) -> Span | None:
    """The first relay that begins between two offsets, and ends before `stop`."""
    relays, here, starts, forms = found.lexicon.relay, found.at(start) - 1, found.starts, found.forms
    opened, last = relays.opened, len(starts) - 1
    while here < last and starts[here + 1] < end:
        here += 1
        if opened[forms[here]] is None:
            continue  # a word with which no relay begins, as most are
        reach = found.reach(relays, here)
        if reach is not None and reach <= stop:
            skipped = found.after(found.lexicon.skips, here)
            begin = here if skipped is None or found.starts[skipped] >= reach else skipped
            return Span(found.starts[begin], _whole(found, reach))
    return None


def _whole(found: Passage, reach: int) -> int:
    """Where a relay ends: a station's number is part of its name ("Europe 1"), and an article with a capital is only its beginning."""
    after = found.at(reach)
    if not found.is_capital(after - 1) or after >= len(found):
        return reach
    form = found.form(after)
    is_number = form.isdigit() and len(form) <= _NUMBER_DIGITS
    return found.end(after) if is_number or (found.has(after - 1, "determiner") and found.is_capital(after)) else reach
