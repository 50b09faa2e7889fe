"""What was cut from a copied passage, or put in: attributions, hedges, numbers, each as the edit script shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selon.model.attribution import Attribution
from selon.model.lineage import Change, Edge
from selon.model.passage import Edit, Reuse
from selon.model.span import Span
from selon.trace.changes.credited import credit_dropped
from selon.trace.changes.edited import edited_sentence, ends_sentence, sentence_told, stands_at
from selon.trace.changes.edited_hedges import edited_hedges
from selon.trace.changes.edited_numbers import edited_numbers
from selon.trace.changes.quantities import quantities
from selon.trace.changes.quoted import is_inside_marks
from selon.trace.changes.subjects import are_of_one_event
from selon.trace.collection import Collection
from selon.trace.moments import is_before
from selon.trace.names import proper

_MOST_PUT = 3  # words in the place of who said it; more are another statement
_LEAST_WORDS = 2  # of a source: one alone may be a pronoun
_COPIES = {"republication", "shared"}
_MARKS = frozenset('"«»“”„')
_SENTENCE_CHARS = 400  # on both sides of an edit, within which its sentence is looked for


def edit_changes(edge: Edge, reuses: Mapping[tuple[str, str], Sequence[Reuse]], collection: Collection) -> Iterator[Change]:
    """Yield the changes that the edit scripts of an edge's copied passages hold.

    Most hold none, and whether their texts are of one event takes long: it is asked last.
    """
    edge = _in_order(edge, collection)
    copied = reuses.get((min(edge.source, edge.target), max(edge.source, edge.target)), ())
    found = list(_edited(edge, copied, collection))
    if found and _are_of_one_event(edge, collection):
        yield from found


def _edited(edge: Edge, copied: Sequence[Reuse], collection: Collection) -> Iterator[Change]:
    if edge.kind in _COPIES and copied:
        yield from credit_dropped(edge, copied, collection)
    for reuse in copied:
        for edit in reuse.edits:
            sides = [(reuse.a, edit.a), (reuse.b, edit.b)]
            (source, cut), (target, put) = sides if edge.source == reuse.a.article_id else sides[::-1]
            yield from _changes(edge, (source.span, target.span), (cut, put), edit, collection)


def _are_of_one_event(edge: Edge, collection: Collection) -> bool:
    a, b = edge.source, edge.target
    return are_of_one_event(collection.article(a), collection.article(b), collection.language(a), collection.language(b))


def _in_order(edge: Edge, collection: Collection) -> Edge:
    """An edge without a direction from the text that was published before the other, where that is known; nothing else is said by it."""
    times = [collection.article(one).published for one in (edge.source, edge.target)]
    if edge.directed or not is_before(times[1], times[0]):
        return edge
    return replace(edge, source=edge.target, target=edge.source)


def _changes(
    edge: Edge, passages: tuple[Span, Span], spans: tuple[Span | None, Span | None], edit: Edit, collection: Collection
) -> Iterator[Change]:
    cut, put = spans
    said, new = _words(edge.source, cut, collection), _words(edge.target, put, collection)
    if (
        cut
        and _attributes(edge.source, cut, collection)
        and len(new.split()) <= _MOST_PUT
        and (there := put or stands_at((edge.source, cut), (edge.target, passages[1]), collection))
        and not _is_named(said, edge.target, passages[1], collection)
        and not _is_attributed(edge.target, passages[1], there, collection)
        and _of_one_time(edge, cut, there, collection)
    ):
        verb = "attribution dropped" if edge.directed else "attribution differs"
        yield Change(
            from_article=edge.source,
            to_article=edge.target,
            kind="attribution_dropped",
            from_span=cut,
            to_span=put or edited_sentence(edge.target, there, collection),
            sentence=f"{verb}: «{said}» stands in {edge.source} and not in {edge.target}",
            directed=edge.directed,
        )
    yield from edited_hedges(edge, passages, spans, collection)
    if cut and put:
        yield from edited_numbers(edge, cut, put, collection)


def _words(article_id: str, span: Span | None, collection: Collection) -> str:
    """The words of one side of an edit, on one line."""
    return " ".join(span.of(collection.article(article_id).text).split()) if span else ""


def _attributes(article_id: str, span: Span, collection: Collection) -> bool:
    """Does a span hold who says something, by more than a pronoun, and the words that say so?"""
    text = collection.article(article_id).text
    if ends_sentence(article_id, span, collection):
        return False  # more than who says it was cut
    held = (source for source, cue in collection.tellings(article_id, span) if span.covers(source) and span.covers(cue))
    return any(len(source.of(text).split()) >= _LEAST_WORDS for source in held)


def _is_named(said: str, article_id: str, passage: Span, collection: Collection) -> bool:
    """Does a name that was cut stand in the other text all the same, before a copied passage or in it?"""
    near = collection.article(article_id).text[max(0, passage.start - _SENTENCE_CHARS) : passage.end]
    return not proper(said).isdisjoint(proper(near))


def _is_attributed(article_id: str, passage: Span, there: Span, collection: Collection) -> bool:
    """Does somebody say a part of a copied passage, stands a source with its cue in it, or quotation marks beside what was edited?"""
    told, text = collection.readings[article_id].attributions, collection.article(article_id).text
    passage = Span(edited_sentence(article_id, Span(passage.start, passage.start + 1), collection).start, passage.end)
    if is_inside_marks(text, there.start) or not _MARKS.isdisjoint(edited_sentence(article_id, there, collection).of(text)):
        return True
    return any((core := _core(one)) is not None and passage.covers(core) for one in told) or any(
        span.overlaps(passage) for one in told for span in one.content
    )


def _of_one_time(edge: Edge, cut: Span, there: Span, collection: Collection) -> bool:
    """Has the sentence of an edit the same numbers in both texts? With others it tells of another day, and another source."""
    mine, theirs = (
        {one.value for one in quantities(sentence_told(article_id, span, collection)) if one.value is not None}
        for article_id, span in ((edge.source, cut), (edge.target, there))
    )
    return mine == theirs


def _core(attribution: Attribution) -> Span | None:
    return attribution.source if attribution.source and attribution.cue else None
