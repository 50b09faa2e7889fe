"""Through whom a content came: "à l'AFP", "sur Facebook", "dans un communiqué", "cité par l'agence Nord"."""

from selon.attribute.choose import Candidate
from selon.attribute.tokens import Passage
from selon.model.span import Span

_REACH = 90  # characters after cue and source in which a relay is looked for


def relay(found: Passage, candidate: Candidate, end: int) -> Span | None:
    """The relay of a reading, outside its content: right after its cue or source."""
    anchors = [span for span in (candidate.cue, candidate.source) if span is not None]
    for anchor in sorted(anchors, key=lambda span: span.start):
        span = _first(found, found.at(anchor.end), min(end, anchor.end + _REACH))
        if span is not None and not any(span.overlaps(part) for part in (*candidate.content, *anchors)):
            return span
    return None


def _first(found: Passage, at: int, stop: int) -> Span | None:
    """The first relay that begins at a token or after it, and ends before an offset."""
    relays, forms = found.lexicon.relay, found.forms
    for here in range(at, found.at(stop)):
        if relays.opened[forms[here]] is None:
            continue  # a word with which no relay begins, as most are
        reach = found.reach(relays, here)
        if reach is not None and reach <= stop:
            skipped = found.after(found.lexicon.skips, here)
            begin = here if skipped is None or found.starts[skipped] >= reach else skipped
            return Span(found.starts[begin], reach)
    return None
