"""What a marker that looks like a hedge is said of, and whether it hedges at all."""

import re

from selon.languages import Language
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.markers import markers

_CLAUSE_CHARS = 60  # on one side of a marker, as far as its clause goes
_CLAUSE_END = re.compile(r"[.,;:!?()«»\"“”…\n]")
_WORD = re.compile(r"\w+")


def hedges_nothing(text: str, marker: Span, language: Language) -> bool:
    """Is what a marker stands in only supposed ("au cas où un essai aurait lieu"), or not what happened ("aurait dû permettre")?"""
    around = Span(marker.start, min(len(text), marker.end + _CLAUSE_CHARS))
    if any(one.overlaps(marker) for one in markers("unreal", text, around, language)):
        return True
    start = _opens(text, marker)
    return start < marker.start and bool(markers("condition", text, Span(start, marker.start), language))


def said_of(text: str, marker: Span, language: Language) -> frozenset[str]:
    """The stem of the first content word behind a marker in its clause, of the last one before it where none follows; empty without any."""
    end = min(len(text), marker.end + _CLAUSE_CHARS)
    stop = _CLAUSE_END.search(text, marker.end, end)
    behind = _WORD.finditer(text, marker.end, stop.start() if stop else end)
    before = list(_WORD.finditer(text, _opens(text, marker), marker.start))
    for match in (*behind, *reversed(before)):
        stem = stems(text, (Span(*match.span()),), language)
        if stem:
            return stem
    return frozenset()


def _opens(text: str, marker: Span) -> int:
    """Where the clause of a marker begins."""
    start = max(0, marker.start - _CLAUSE_CHARS)
    return max((match.end() for match in _CLAUSE_END.finditer(text, start, marker.start)), default=start)
