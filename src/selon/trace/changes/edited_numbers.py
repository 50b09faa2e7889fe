"""Numbers that an edit of a copied passage changed."""

from collections.abc import Iterator

from selon.model.lineage import Change, Edge
from selon.model.span import Span
from selon.trace.changes.amounts import counted, is_filled_in, runs_on
from selon.trace.changes.bulletins import have_other_figures
from selon.trace.changes.edited import ends_sentence, sentence_told
from selon.trace.changes.hours import tell_other_hours
from selon.trace.changes.likeness import is_of_one_thing, words_alike
from selon.trace.changes.quantities import Quantity, quantities
from selon.trace.changes.rounding import is_rounded
from selon.trace.changes.tellings import Telling
from selon.trace.changes.told import change
from selon.trace.changes.units import measures
from selon.trace.collection import Collection
from selon.trace.moments import begins

_LIKE_WORDS = 0.4  # share of the stems of both sentences: a price, a rate or a speed in both is one thing's
_SOON_DAYS = 3  # between two texts: beyond it the same words with other numbers tell another event (a daily report of an agency)


def edited_numbers(edge: Edge, cut: Span, put: Span, collection: Collection) -> Iterator[Change]:
    """Yield the one number of each side that differs, where both count one thing, in one sentence of texts of the same days."""
    times = [collection.article(one).published for one in (edge.source, edge.target)]
    if abs((begins(times[0]) - begins(times[1])).days) > _SOON_DAYS:
        return
    if ends_sentence(edge.source, cut, collection) or ends_sentence(edge.target, put, collection):
        return
    a, b = sentence_told(edge.source, cut, collection), sentence_told(edge.target, put, collection)
    if _are_of_two_times(a, cut, b, put):
        return
    mine, theirs = _counted(a, cut), _counted(b, put)
    if not (len(mine) == len(theirs) == 1):
        return
    one, other = mine[0], theirs[0]
    if one.value == other.value or one.unit != other.unit or runs_on(one, a, other, b) or is_filled_in(quantities(a), quantities(b)):
        return
    if one.unit in measures(a.language) and words_alike(a, b) < _LIKE_WORDS:
        return  # one of two things that are told in a set phrase ("with a top speed of")
    if have_other_figures(a, one.span, b, other.span, one.unit):
        return
    if tell_other_hours(a, one.span, b, other.span) or not is_of_one_thing(a, one.span, b, other.span, one.unit):
        return
    kind = "precision_changed" if is_rounded(one, a, other, b) else "number_changed"
    verb = "precision differs" if kind == "precision_changed" else ("number changed" if edge.directed else "number differs")
    sentence = f"{verb}: «{counted(a, one)}» in {edge.source}, «{counted(b, other)}» in {edge.target}"
    yield change(a, b, kind, (one.span, other.span), sentence, edge.directed)


def _are_of_two_times(a: Telling, cut: Span, b: Telling, put: Span) -> bool:
    """Was the time changed with the number ("Friday 257", "Saturday 179")?"""
    times = [{(one.earliest, one.latest) for one in telling.dates if one.span.overlaps(span)} for telling, span in ((a, cut), (b, put))]
    return all(times) and times[0].isdisjoint(times[1])


def _counted(telling: Telling, edited: Span) -> list[Quantity]:
    """The numbers of a sentence of which an edit changed some figures at least."""
    return [one for one in quantities(telling) if one.value is not None and one.span.overlaps(edited)]
