"""A source preposition before what is said: "selon X, …"."""

from collections.abc import Iterator

from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, is_clause, whole
from selon.attribute.cue import Cue
from selon.attribute.forms import moods
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.phrasing import opens_relative, reading
from selon.attribute.tokens import Passage
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span


def leading(found: Passage, row: Preposition, source: Span, cue: Span, stop: int, high: int, groups: list[Cue]) -> Iterator[Candidate]:
    """The reading of a phrase that ends at a token and opens its clause: what follows is said."""
    at = stop
    while at < high and not found.is_word(at) and at not in found.quote_at:
        at += 1
    if at >= high or (found.form(stop) != "," and not found.has(at, "determiner", "subject", "title") and not found.is_capital(at)):
        at = _past_comma(found, stop, high)
    at = _past_besides(found, at, high)
    if at >= high:
        return
    end, name = content_end(found, at, high, "clause", groups)
    span = whole(found, at, end)
    if span is not None and found.words(at, end) >= 2:
        yield reading(found, row, source, cue, (span,), "initial", f"stop.{name}")


def _past_besides(found: Passage, at: int, high: int) -> int:
    """After relatives and participles that stand between the source and its content: "selon la cour, saisie lundi, …"."""
    while opens_relative(found, at) or (PARTICIPLE in moods(found, at) and not found.has(at, "determiner", "subject", "auxiliary")):
        comma = next((here for here in range(at, high) if found.forms[here] == ","), None)
        if comma is None or comma + 1 >= high or not is_clause(found, comma + 1, high):
            break
        at = comma + 1
    return at


def _past_comma(found: Passage, at: int, high: int) -> int:
    for here in range(at, min(high, at + 30)):
        if found.forms[here] == ",":
            return here + 1
    return at
