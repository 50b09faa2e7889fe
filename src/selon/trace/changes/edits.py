"""What was cut from a copied passage, or put in: attributions, hedges, numbers, each as the edit script shows it."""

from collections.abc import Iterator, Mapping, Sequence

from selon.model.attribution import Attribution
from selon.model.lineage import Change, Edge
from selon.model.passage import Edit, Reuse
from selon.model.span import Span
from selon.trace.changes.quantities import quantities
from selon.trace.changes.tellings import Telling
from selon.trace.collection import Collection
from selon.trace.markers import markers

_MOST_CHANGED, _MOST_ADDED = 12, 4  # words of an edit that only hedges, or no longer does


def edit_changes(edge: Edge, reuses: Mapping[tuple[str, str], Sequence[Reuse]], collection: Collection) -> Iterator[Change]:
    """Yield the changes that the edit scripts of an edge's copied passages hold."""
    pair = (min(edge.source, edge.target), max(edge.source, edge.target))
    for reuse in reuses.get(pair, ()):
        for edit in reuse.edits:
            sides = [(reuse.a, edit.a), (reuse.b, edit.b)]
            (source, cut), (target, put) = sides if edge.source == reuse.a.article_id else sides[::-1]
            yield from _changes(edge, (source.span, target.span), (cut, put), edit, collection)


def _changes(
    edge: Edge, passages: tuple[Span, Span], spans: tuple[Span | None, Span | None], edit: Edit, collection: Collection
) -> Iterator[Change]:
    cut, put = spans
    said = " ".join(cut.of(collection.article(edge.source).text).split()) if cut else ""
    new = " ".join(put.of(collection.article(edge.target).text).split()) if put else ""

    def changed(kind: str, sentence: str) -> Change:
        return Change(
            from_article=edge.source,
            to_article=edge.target,
            kind=kind,
            from_span=cut or passages[0],
            to_span=put or passages[1],
            sentence=sentence,
            directed=edge.directed,
        )

    if cut and _attributes(edge.source, cut, collection) and not _is_attributed(edge.target, passages[1], collection):
        verb = "attribution dropped" if edge.directed else "attribution differs"
        yield changed("attribution_dropped", f"{verb}: «{said}» stands in {edge.source} and not in {edge.target}")
    mine = cut is not None and _hedged(edge.source, cut, collection)
    theirs = put is not None and _hedged(edge.target, put, collection)
    if mine != theirs and _is_small(said, new):
        verb = ("hedge dropped" if mine else "hedge added") if edge.directed else "hedge differs"
        yield changed(
            "hedge_dropped" if mine else "hedge_added", f"{verb}: «{said or '…'}» in {edge.source}, «{new or '…'}» in {edge.target}"
        )
    if cut and put and (numbers := _numbers(edge, cut, put, collection)):
        verb = "number changed" if edge.directed else "number differs"
        yield changed("number_changed", f"{verb}: «{numbers[0]}» in {edge.source}, «{numbers[1]}» in {edge.target}")


def _is_small(cut: str, put: str) -> bool:
    """Is a word or two changed, cut or put in, and no clause of its own?"""
    sizes = sorted((len(cut.split()), len(put.split())))
    return sizes[1] <= (_MOST_CHANGED if sizes[0] else _MOST_ADDED)


def _attributes(article_id: str, span: Span, collection: Collection) -> bool:
    return any(_core(one) and span.covers(_core(one) or span) for one in collection.readings[article_id].attributions)


def _is_attributed(article_id: str, passage: Span, collection: Collection) -> bool:
    """Does somebody say a part of a copied passage, or stands a source with its cue in it?"""
    told = collection.readings[article_id].attributions
    return _attributes(article_id, passage, collection) or any(span.overlaps(passage) for one in told for span in one.content)


def _core(attribution: Attribution) -> Span | None:
    return attribution.source if attribution.source and attribution.cue else None


def _hedged(article_id: str, span: Span, collection: Collection) -> bool:
    text, language = collection.article(article_id).text, collection.language(article_id)
    return any(markers(kind, text, span, language) for kind in ("hedge", "conditional"))


def _numbers(edge: Edge, cut: Span, put: Span, collection: Collection) -> tuple[str, str] | None:
    found = []
    for article_id, span in ((edge.source, cut), (edge.target, put)):
        reading = collection.readings[article_id]
        dates = tuple(date for date in reading.dates if date.span.overlaps(span))
        telling = Telling(reading.article, collection.language(article_id), (span,), None, None, dates)
        found.append([one for one in quantities(telling) if one.value is not None])
    if len(found[0]) == len(found[1]) == 1 and found[0][0].value != found[1][0].value:
        texts = [collection.article(one).text for one in (edge.source, edge.target)]
        return found[0][0].span.of(texts[0]), found[1][0].span.of(texts[1])
    return None
