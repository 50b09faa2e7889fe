"""What a marker that looks like a hedge is said of, and whether it hedges at all."""

import re

from selon.languages import Language
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.markers import markers

_CLAUSE_CHARS = 60  # on one side of a marker, as far as its clause goes
_OF_CHARS = 6  # behind a marker, within which the word stands that opens what a noun is of
_BEHIND_A_VERB = 2  # content words
_CLAUSE_END = re.compile(r"[.,;:!?()«»\"“”…\n]")
_WORD = re.compile(r"\w+")


def hedges_nothing(text: str, marker: Span, language: Language) -> bool:
    """Is what a marker stands in only supposed ("au cas où un essai aurait lieu"), or not what happened ("aurait dû permettre")?"""
    around = Span(marker.start, min(len(text), marker.end + _CLAUSE_CHARS))
    if any(one.overlaps(marker) for one in markers("unreal", text, around, language)):
        return True
    start = _opens(text, marker)
    return start < marker.start and bool(markers("condition", text, Span(start, marker.start), language))


def is_said_of(held: frozenset[str], text: str, marker: Span, language: Language) -> bool:
    """Do some stems hold what a marker is said of: the first content word behind it in its clause, the last before it where none follows?

    Behind a verb ("could keep the port open") it may be the second: the first is another verb, which has many forms. An adjective that
    parts a noun from what it is of ("les vertus présumées de …") is said of the noun.
    """
    end = min(len(text), marker.end + _CLAUSE_CHARS)
    stop = _CLAUSE_END.search(text, marker.end, end)
    told = _content(text, marker.end, stop.start() if stop else end, language)
    before = _content(text, _opens(text, marker), marker.start, language)[-1:]
    if not told or (before and _opens_what_it_is_of(text, marker.end, language)):
        return not before or not held.isdisjoint(before)
    return not held.isdisjoint(told[: _BEHIND_A_VERB if markers("conditional", text, marker, language) else 1])


def _opens_what_it_is_of(text: str, at: int, language: Language) -> bool:
    """Does a word stand right behind an offset that opens what the noun before is of ("of")?"""
    behind = Span(at, min(len(text), at + _OF_CHARS)) if at < len(text) else None
    return behind is not None and any(one.start == at + 1 for one in markers("of what", text, behind, language))


def _content(text: str, start: int, end: int, language: Language) -> list[str]:
    """The stems of the content words of a stretch, in order."""
    found = (stems(text, (Span(*match.span()),), language) for match in _WORD.finditer(text, start, end))
    return [stem for some in found for stem in some]


def _opens(text: str, marker: Span) -> int:
    """Where the clause of a marker begins."""
    start = max(0, marker.start - _CLAUSE_CHARS)
    return max((match.end() for match in _CLAUSE_END.finditer(text, start, marker.start)), default=start)
