"""What was cut from a copied passage, or put in: attributions, hedges, numbers, each as the edit script shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selon.model.attribution import Attribution
from selon.model.lineage import Change, Edge
from selon.model.passage import Edit, Reuse
from selon.model.span import Span
from selon.trace.changes.amounts import is_filled_in, runs_on
from selon.trace.changes.credited import credit_dropped
from selon.trace.changes.edited import edited_sentence, is_hedged, is_hedged_too, is_small, is_unsure, keeps_what_is_hedged, stands_at
from selon.trace.changes.hours import tell_other_hours
from selon.trace.changes.likeness import is_of_one_thing, words_alike
from selon.trace.changes.quantities import Quantity, quantities
from selon.trace.changes.quoted import is_inside_marks
from selon.trace.changes.rounding import is_rounded
from selon.trace.changes.subjects import are_of_one_event
from selon.trace.changes.tellings import Telling
from selon.trace.changes.units import measures
from selon.trace.collection import Collection
from selon.trace.moments import begins, is_before
from selon.trace.names import proper

_MOST_PUT = 3  # words in the place of who said it; more are another statement
_LEAST_WORDS = 2  # of a source: one alone may be a pronoun
_LIKE_WORDS = 0.4  # share of the stems of both sentences: a price, a rate or a speed in both is one thing's
_COPIES = {"republication", "shared"}
_SOON_DAYS = 3  # between two texts: beyond it the same words with other numbers tell another event (a daily report of an agency)
_MARKS = frozenset('"«»“”„')
_ENDS = re.compile(r"[.!?»\"]\s")
_SENTENCE_CHARS = 400  # on both sides of an edit, within which its sentence is looked for


def edit_changes(edge: Edge, reuses: Mapping[tuple[str, str], Sequence[Reuse]], collection: Collection) -> Iterator[Change]:
    """Yield the changes that the edit scripts of an edge's copied passages hold."""
    edge = _in_order(edge, collection)
    copied = reuses.get((min(edge.source, edge.target), max(edge.source, edge.target)), ())
    if copied and not _are_of_one_event(edge, collection):
        return
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
        yield changed("attribution_dropped", f"{verb}: «{said}» stands in {edge.source} and not in {edge.target}")
    mine = cut is not None and is_hedged(edge.source, cut, collection)
    theirs = put is not None and is_hedged(edge.target, put, collection)
    if (
        mine != theirs
        and is_small(edge, cut, put, collection)
        and not is_unsure(edge, cut, put, collection)
        and not is_hedged_too(edge, (cut, put), passages, collection)
        and keeps_what_is_hedged(edge, (cut, put), passages, collection)
    ):
        verb = ("hedge dropped" if mine else "hedge added") if edge.directed else "hedge differs"
        yield changed(
            "hedge_dropped" if mine else "hedge_added", f"{verb}: «{said or '…'}» in {edge.source}, «{new or '…'}» in {edge.target}"
        )
    if cut and put and (numbers := _numbers(edge, cut, put, collection)):
        kind, *told = numbers
        verb = "precision differs" if kind == "precision_changed" else ("number changed" if edge.directed else "number differs")
        yield changed(kind, f"{verb}: «{told[0]}» in {edge.source}, «{told[1]}» in {edge.target}")


def _attributes(article_id: str, span: Span, collection: Collection) -> bool:
    """Does a span hold who says something, by more than a pronoun, and the words that say so?"""
    text = collection.article(article_id).text
    if _ENDS.search(text, span.start, span.end):
        return False  # more than who says it was cut
    told = (one for one in collection.readings[article_id].attributions if one.source and len(one.source.of(text).split()) >= _LEAST_WORDS)
    return any(one.source and one.cue and span.covers(one.source) and span.covers(one.cue) for one in told)


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
        {one.value for one in quantities(_telling(article_id, span, collection)) if one.value is not None}
        for article_id, span in ((edge.source, cut), (edge.target, there))
    )
    return mine == theirs


def _core(attribution: Attribution) -> Span | None:
    return attribution.source if attribution.source and attribution.cue else None


def _numbers(edge: Edge, cut: Span, put: Span, collection: Collection) -> tuple[str, str, str] | None:
    """What changes, and the one number of each side, where both count one thing, in one sentence of texts of the same days."""
    if any(_ENDS.search(collection.article(one).text, span.start, span.end) for one, span in ((edge.source, cut), (edge.target, put))):
        return None
    a, b = _telling(edge.source, cut, collection), _telling(edge.target, put, collection)
    if _are_of_two_times(a, cut, b, put):
        return None
    mine, theirs = _counted(a, cut), _counted(b, put)
    if not (len(mine) == len(theirs) == 1) or abs((begins(a.article.published) - begins(b.article.published)).days) > _SOON_DAYS:
        return None
    one, other = mine[0], theirs[0]
    if one.value == other.value or one.unit != other.unit or runs_on(one, a, other, b) or is_filled_in(quantities(a), quantities(b)):
        return None
    if one.unit in measures(a.language) and words_alike(a, b) < _LIKE_WORDS:
        return None  # one of two things that are told in a set phrase ("with a top speed of")
    if tell_other_hours(a, one.span, b, other.span) or not is_of_one_thing(a, one.span, b, other.span, one.unit):
        return None
    kind = "precision_changed" if is_rounded(one, a, other, b) else "number_changed"
    return kind, one.span.of(a.article.text), other.span.of(b.article.text)


def _are_of_two_times(a: Telling, cut: Span, b: Telling, put: Span) -> bool:
    """Was the time changed with the number ("Friday 257", "Saturday 179")?"""
    times = [{(one.earliest, one.latest) for one in telling.dates if one.span.overlaps(span)} for telling, span in ((a, cut), (b, put))]
    return all(times) and times[0].isdisjoint(times[1])


def _counted(telling: Telling, edited: Span) -> list[Quantity]:
    """The numbers of a sentence of which an edit changed some figures at least."""
    return [one for one in quantities(telling) if one.value is not None and one.span.overlaps(edited)]


def _telling(article_id: str, span: Span, collection: Collection) -> Telling:
    """The sentence of an edit, as nobody's."""
    reading, sentence = collection.readings[article_id], edited_sentence(article_id, span, collection)
    dates = tuple(date for date in reading.dates if date.span.overlaps(sentence))
    return Telling(reading.article, collection.language(article_id), (sentence,), None, None, dates)
