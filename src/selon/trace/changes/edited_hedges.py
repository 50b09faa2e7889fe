"""A hedge that an edit of a copied passage took away, or put in."""

from collections.abc import Iterator

from selon.model.lineage import Change, Edge
from selon.model.span import Span
from selon.trace.changes.edited import edited_sentence, hedge_in, is_hedged_too, is_small, is_unsure, keeps_what_is_hedged, stands_at
from selon.trace.collection import Collection

_MOST_SHOWN = 4  # words on each side of an edit that are shown; of a longer one the hedge alone

_ENDS = frozenset(".!?…")

_Sides = tuple[Span | None, Span | None]


def edited_hedges(edge: Edge, passages: tuple[Span, Span], edits: _Sides, collection: Collection) -> Iterator[Change]:
    """Yield a hedge that one side of an edit has and the other lacks, with what stands in its place or the sentence without it."""
    names = (edge.source, edge.target)
    found = [hedge_in(one, span, collection) if span else None for one, span in zip(names, edits, strict=True)]
    if (found[0] is None) == (found[1] is None) or not is_small(edge, *edits, collection) or is_unsure(edge, *edits, collection):
        return
    if is_hedged_too(edge, edits, passages, collection) or not keeps_what_is_hedged(edge, edits, passages, collection):
        return
    kind, verb = ("hedge_dropped", "hedge dropped") if found[0] else ("hedge_added", "hedge added")
    shown = _in_place(names, edits, collection) or _alone(names, passages, edits, found, collection)
    if shown is None:
        return
    spans, told = shown
    yield Change(
        from_article=edge.source,
        to_article=edge.target,
        kind=kind,
        from_span=spans[0],
        to_span=spans[1],
        sentence=f"{verb if edge.directed else 'hedge differs'}: {told}",
        directed=edge.directed,
    )


def _in_place(names: tuple[str, str], edits: _Sides, collection: Collection) -> tuple[tuple[Span, Span], str] | None:
    """Both sides of an edit of few words; None where one is empty or long."""
    cut, put = edits
    if cut is None or put is None:
        return None
    words = [span.of(collection.article(one).text).split() for one, span in zip(names, (cut, put), strict=True)]
    if max(map(len, words)) > _MOST_SHOWN:
        return None
    told = ", ".join(f"«{' '.join(said)}» in {one}" for one, said in zip(names, words, strict=True))
    return (cut, put), told


def _alone(
    names: tuple[str, str], passages: tuple[Span, Span], edits: _Sides, found: list[Span | None], collection: Collection
) -> tuple[tuple[Span, Span], str] | None:
    """The hedge alone, and the sentence that lacks it; None where that is not found."""
    at = 0 if found[0] else 1
    marker, edit, other = found[at], edits[at], 1 - at
    if marker is None or edit is None:
        return None
    there = edits[other] or stands_at((names[at], edit), (names[other], passages[other]), collection)
    if there is None:
        return None
    if edits[other] is None:
        there = _behind(there, collection.article(names[other]).text)
    sentence, word = edited_sentence(names[other], there, collection), " ".join(marker.of(collection.article(names[at]).text).split())
    return (marker, sentence) if at == 0 else (sentence, marker), f"«{word}» stands in {names[at]} and not in {names[other]}"


def _behind(before: Span, text: str) -> Span:
    """The last character of the words before a place, or the first behind it where a sentence ends with them."""
    at = before.end - 1
    if text[at] in _ENDS:
        at = next((place for place in range(before.end, len(text)) if not text[place].isspace()), at)
    return Span(at, at + 1)
