"""Where an edit of a copied passage stands in both texts, and whether a hedge or the end of a sentence stands in it."""

import re
from collections.abc import Iterator, Sequence

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.attribution import SpeechKind
from selon.model.lineage import Edge
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.changes.hedging import hedges_nothing, is_said_of
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling
from selon.trace.collection import Collection
from selon.trace.markers import markers

_MOST_CHANGED, _MOST_ADDED, _MOST_ALONE = 12, 2, 2  # words of an edit that only hedges, or no longer does; alone, where nothing replaces it
_LIKE = 0.5  # share of the stems of the shorter side of a longer edit that the other has
_ENDS = re.compile(r"[.!?»\"]\s")
_KINDS = ("hedge", "conditional")
_BEGIN_CHARS = 3  # of a verb in two tenses
_BEGUN_CHARS = 12  # beside an edit, within which a marker may begin or end
_BEFORE_CHARS = (25, 8)  # before what was cut: the words it stood behind; fewer where two pages have other marks


def is_small(edge: Edge, cut: Span | None, put: Span | None, collection: Collection) -> bool:
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


def hedge_in(article_id: str, span: Span, collection: Collection) -> Span | None:
    """The first marker that stands in a span, or begins or ends in it ("likely" for "believed to", of which "to" was kept), if any.

    What is only a conditional in form tells in reported speech that something was still to come, and hedges nothing.
    """
    text, language = collection.article(article_id).text, collection.language(article_id)
    told = collection.readings[article_id].attributions
    reported = any(part.covers(span) for one in told if one.kind is SpeechKind.INDIRECT for part in one.content)
    kinds = ("hedge",) if reported else _KINDS
    return next((one for one in _hedging(kinds, text, span, language) if not hedges_nothing(text, one, language)), None)


def _hedging(kinds: Sequence[str], text: str, span: Span, language: Language) -> list[Span]:
    """The markers of some kinds that stand in a span, or begin or end in it."""
    around = Span(max(0, span.start - _BEGUN_CHARS), min(len(text), span.end + _BEGUN_CHARS))
    return [one for kind in kinds for one in markers(kind, text, around, language) if one.overlaps(span)]


def is_unsure(edge: Edge, cut: Span | None, put: Span | None, collection: Collection) -> bool:
    """Has what stands in the place of a hedge something in it that makes a telling no plain one ("hope to")?"""
    sides = [(one, span) for one, span in ((edge.source, cut), (edge.target, put)) if span]
    return any(markers("unsure", collection.article(one).text, span, collection.language(one)) for one, span in sides)


def is_hedged_too(edge: Edge, edits: tuple[Span | None, Span | None], passages: tuple[Span, Span], collection: Collection) -> bool:
    """Does the sentence that lacks a hedge hold another ("devrait finir probablement", "finira probablement")?"""
    return any(
        markers("hedge", collection.article(other).text, sentence, collection.language(other))
        for _, (other, sentence) in _against(edge, edits, passages, collection)
    )


def keeps_what_is_hedged(edge: Edge, edits: tuple[Span | None, Span | None], passages: tuple[Span, Span], collection: Collection) -> bool:
    """Does the sentence that lacks a hedge hold what it is said of ("protected from possible damage", "protected since": it does not)?"""
    for (one, span), (other, sentence) in _against(edge, edits, passages, collection):
        text, language = collection.article(one).text, collection.language(one)
        held = stems(collection.article(other).text, (sentence,), collection.language(other))
        if not any(is_said_of(held, text, marker, language) for marker in _hedging(_KINDS, text, span, language)):
            return False
    return True


def _against(
    edge: Edge, edits: tuple[Span | None, Span | None], passages: tuple[Span, Span], collection: Collection
) -> Iterator[tuple[tuple[str, Span], tuple[str, Span]]]:
    """Yield what hedges, by its article, and the sentence of the other article that stands against it."""
    cut, put = edits
    for (one, span), (other, replaced), passage in (
        ((edge.source, cut), (edge.target, put), passages[1]),
        ((edge.target, put), (edge.source, cut), passages[0]),
    ):
        if span is None or hedge_in(one, span, collection) is None:
            continue
        there = replaced or stands_at((one, span), (other, passage), collection)
        if there:
            yield (one, span), (other, edited_sentence(other, there, collection))


def stands_at(cut: tuple[str, Span], passage: tuple[str, Span], collection: Collection) -> Span | None:
    """Where in a copied passage something was cut: behind the words that stood before it; None where they are not found."""
    (article_id, span), (copy_id, copied) = cut, passage
    text, copy = collection.article(article_id).text, collection.article(copy_id).text
    for size in _BEFORE_CHARS:
        before = text[max(0, span.start - size) : span.start].strip()
        found = copy.find(before, copied.start, copied.end) if before else -1
        if found >= 0:
            return Span(found, found + len(before))
    return None


def ends_sentence(article_id: str, span: Span, collection: Collection) -> bool:
    """Does a sentence end inside an edit?"""
    return _ENDS.search(collection.article(article_id).text, span.start, span.end) is not None


def edited_sentence(article_id: str, span: Span, collection: Collection) -> Span:
    """The sentence of an edit."""
    return sentence_of(collection.article(article_id), span, collection.language(article_id))


def sentence_told(article_id: str, span: Span, collection: Collection) -> Telling:
    """The sentence of an edit, as nobody's."""
    reading, sentence = collection.readings[article_id], edited_sentence(article_id, span, collection)
    dates = collection.dates(article_id, sentence)
    return Telling(reading.article, collection.language(article_id), (sentence,), None, None, dates)
