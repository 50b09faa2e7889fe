"""Through whom a content came: "à l'AFP", "sur Facebook", "dans un communiqué", "cité par l'agence Nord"."""

from selon.attribute.choose import Candidate
from selon.attribute.tokens import Passage
from selon.model.span import Span

_REACH = 90  # characters after cue and source in which a relay is looked for


def relay(found: Passage, candidate: Candidate, end: int) -> Span | None:
    """The relay of a reading, outside its content: right after its cue or source."""
    anchors = [span for span in (candidate.cue, candidate.source) if span is not None]
    for anchor in sorted(anchors, key=lambda span: span.start):
        stop = min(end, anchor.end + _REACH)
        match = found.lexicon.relay.pattern.search(found.plain, anchor.end - found.origin, max(anchor.end, stop) - found.origin)
        if match is None or match.start() == match.end():
            continue
        span = Span(_skipped(found, match.start(), match.end()) + found.origin, match.end() + found.origin)
        if not any(span.overlaps(part) for part in (*candidate.content, *anchors)):
            return span
    return None


def _skipped(found: Passage, start: int, end: int) -> int:
    match = found.lexicon.skips.pattern.match(found.plain, start, end)
    begin = match.end() if match else start
    while begin < end and found.plain[begin].isspace():
        begin += 1
    return begin if begin < end else start
