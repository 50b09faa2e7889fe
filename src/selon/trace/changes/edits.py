"""What was cut from a copied passage, or put in: attributions, hedges, numbers, each as the edit script shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from selon.languages.fold import fold
from selon.model.attribution import Attribution, SpeechKind
from selon.model.lineage import Change, Edge
from selon.model.passage import Edit, Reuse
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.changes.amounts import is_filled_in, runs_on
from selon.trace.changes.credited import credit_dropped
from selon.trace.changes.likeness import is_of_one_thing
from selon.trace.changes.quantities import Quantity, quantities
from selon.trace.changes.quoted import is_inside_marks
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.collection import Collection
from selon.trace.markers import markers
from selon.trace.moments import begins
from selon.trace.names import proper

_MOST_CHANGED, _MOST_ADDED, _MOST_ALONE = 12, 2, 2  # words of an edit that only hedges, or no longer does; alone, where nothing replaces it
_MOST_PUT = 3  # words in the place of who said it; more are another statement
_LIKE = 0.5  # share of the stems of the shorter side of a longer edit that the other has
_LEAST_WORDS = 2  # of a source: one alone may be a pronoun
_COPIES = {"republication", "shared"}
_SOON_DAYS = 3  # between two texts: beyond it the same words with other numbers tell another event (a daily report of an agency)
_MARKS = frozenset('"«»“”„')
_ENDS = re.compile(r"[.!?»\"]\s")
_BEGIN_CHARS = 3  # of a verb in two tenses
_BEGUN_CHARS = 12  # beside an edit, within which a marker may begin or end
_BEFORE_CHARS = 25  # before what was cut: the words it stood behind
_SENTENCE_CHARS = 400  # on both sides of an edit, within which its sentence is looked for


def edit_changes(edge: Edge, reuses: Mapping[tuple[str, str], Sequence[Reuse]], collection: Collection) -> Iterator[Change]:
    """Yield the changes that the edit scripts of an edge's copied passages hold."""
    copied = reuses.get((min(edge.source, edge.target), max(edge.source, edge.target)), ())
    if edge.kind in _COPIES and copied:
        yield from credit_dropped(edge, copied, collection)
    for reuse in copied:
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

    if (
        cut
        and _attributes(edge.source, cut, collection)
        and len(new.split()) <= _MOST_PUT
        and (there := put or _stands_at(edge, cut, passages[1], collection))
        and not _is_named(said, edge.target, passages[1], collection)
        and not _is_attributed(edge.target, passages[1], there, collection)
        and _of_one_time(edge, cut, there, collection)
    ):
        verb = "attribution dropped" if edge.directed else "attribution differs"
        yield changed("attribution_dropped", f"{verb}: «{said}» stands in {edge.source} and not in {edge.target}")
    mine = cut is not None and _hedged(edge.source, cut, collection)
    theirs = put is not None and _hedged(edge.target, put, collection)
    if mine != theirs and _is_small(edge, cut, put, collection) and not _is_unsure(edge, cut, put, collection):
        verb = ("hedge dropped" if mine else "hedge added") if edge.directed else "hedge differs"
        yield changed(
            "hedge_dropped" if mine else "hedge_added", f"{verb}: «{said or '…'}» in {edge.source}, «{new or '…'}» in {edge.target}"
        )
    if cut and put and (numbers := _numbers(edge, cut, put, collection)):
        verb = "number changed" if edge.directed else "number differs"
        yield changed("number_changed", f"{verb}: «{numbers[0]}» in {edge.source}, «{numbers[1]}» in {edge.target}")


def _is_small(edge: Edge, cut: Span | None, put: Span | None, collection: Collection) -> bool:
    """Is a word or two changed, cut or put in, or a clause told with like words, and not another clause?"""
    sides = [(one, span) for one, span in ((edge.source, cut), (edge.target, put)) if span]
    sizes = [len(span.of(collection.article(one).text).split()) for one, span in sides]
    if len(sides) == 1:
        return max(sizes) <= _MOST_ALONE
    if max(sizes) <= _MOST_ADDED:
        return not _is_one_verb(*(span.of(collection.article(one).text) for one, span in sides))
    if max(sizes) > _MOST_CHANGED:
        return False
    mine, theirs = (stems(collection.article(one).text, (span,), collection.language(one)) for one, span in sides)
    return len(mine & theirs) >= _LIKE * min(len(mine), len(theirs))


def _is_one_verb(cut: str, put: str) -> bool:
    """Do both sides begin alike ("aura", "aurait"), so that only the time changes with who tells it?"""
    return fold(cut)[:_BEGIN_CHARS] == fold(put)[:_BEGIN_CHARS]


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
    passage = Span(_sentence(article_id, Span(passage.start, passage.start + 1), collection).start, passage.end)
    if is_inside_marks(text, there.start) or not _MARKS.isdisjoint(_sentence(article_id, there, collection).of(text)):
        return True
    return any((core := _core(one)) is not None and passage.covers(core) for one in told) or any(
        span.overlaps(passage) for one in told for span in one.content
    )


def _stands_at(edge: Edge, cut: Span, passage: Span, collection: Collection) -> Span | None:
    """Where in a copied passage something was cut: behind the words that stood before it; None where they are not found."""
    text, target = collection.article(edge.source).text, collection.article(edge.target).text
    before = text[max(0, cut.start - _BEFORE_CHARS) : cut.start].strip()
    found = target.find(before, passage.start, passage.end) if before else -1
    return Span(found, found + len(before)) if found >= 0 else None


def _of_one_time(edge: Edge, cut: Span, there: Span, collection: Collection) -> bool:
    """Has the sentence of an edit the same numbers in both texts? With others it tells of another day, and another source."""
    mine, theirs = (
        {one.value for one in quantities(_telling(article_id, span, collection)) if one.value is not None}
        for article_id, span in ((edge.source, cut), (edge.target, there))
    )
    return mine == theirs


def _sentence(article_id: str, span: Span, collection: Collection) -> Span:
    return sentence_of(collection.article(article_id), span, collection.language(article_id))


def _core(attribution: Attribution) -> Span | None:
    return attribution.source if attribution.source and attribution.cue else None


def _hedged(article_id: str, span: Span, collection: Collection) -> bool:
    """Does a marker stand in a span, or begin or end in it ("likely" for "believed to", of which "to" was kept)?

    What is only a conditional in form tells in reported speech that something was still to come, and hedges nothing.
    """
    text, language = collection.article(article_id).text, collection.language(article_id)
    around = Span(max(0, span.start - _BEGUN_CHARS), min(len(text), span.end + _BEGUN_CHARS))
    told = collection.readings[article_id].attributions
    reported = any(part.covers(span) for one in told if one.kind is SpeechKind.INDIRECT for part in one.content)
    kinds = ("hedge",) if reported else ("hedge", "conditional")
    return any(one.overlaps(span) for kind in kinds for one in markers(kind, text, around, language))


def _is_unsure(edge: Edge, cut: Span | None, put: Span | None, collection: Collection) -> bool:
    """Has what stands in the place of a hedge something in it that makes a telling no plain one ("hope to")?"""
    sides = [(one, span) for one, span in ((edge.source, cut), (edge.target, put)) if span]
    return any(markers("unsure", collection.article(one).text, span, collection.language(one)) for one, span in sides)


def _numbers(edge: Edge, cut: Span, put: Span, collection: Collection) -> tuple[str, str] | None:
    """The one number of each side, where both count one thing, in texts of the same days."""
    a, b = _telling(edge.source, cut, collection), _telling(edge.target, put, collection)
    mine, theirs = _counted(a, cut), _counted(b, put)
    if not (len(mine) == len(theirs) == 1) or abs((begins(a.article.published) - begins(b.article.published)).days) > _SOON_DAYS:
        return None
    one, other = mine[0], theirs[0]
    if one.value == other.value or one.unit != other.unit or runs_on(one, a, other, b) or is_filled_in(quantities(a), quantities(b)):
        return None
    if not is_of_one_thing(a, one.span, b, other.span, one.unit):
        return None
    return one.span.of(a.article.text), other.span.of(b.article.text)


def _counted(telling: Telling, edited: Span) -> list[Quantity]:
    """The numbers of a sentence of which an edit changed some figures at least."""
    return [one for one in quantities(telling) if one.value is not None and one.span.overlaps(edited)]


def _telling(article_id: str, span: Span, collection: Collection) -> Telling:
    """The sentence of an edit, as nobody's."""
    reading, sentence = collection.readings[article_id], _sentence(article_id, span, collection)
    dates = tuple(date for date in reading.dates if date.span.overlaps(sentence))
    return Telling(reading.article, collection.language(article_id), (sentence,), None, None, dates)
