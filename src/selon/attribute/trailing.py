"""A source preposition behind what is said, or inside it: "… , selon X", "… , selon X, …"."""

from collections.abc import Iterator

from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, is_clause, whole
from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.framed import is_infinitive
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.phrasing import before, opens_relative, reading
from selon.attribute.stretches import clause_start
from selon.attribute.tokens import Passage
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span


def trailing(
    found: Passage, row: Preposition, source: Span, cue: Span, begin: int, stop: int, low: int, high: int, groups: list[Cue]
) -> Iterator[Candidate]:
    """The reading of a phrase between two tokens whose clause stands before it, or around it."""
    inner = clause_start(found, begin, low)
    verbless = found.form(stop) == "," and "and" not in found.kinds[inner - 1] and not has_finite(found, inner, begin)
    verbless = verbless and _left(found, inner, begin) is not None  # what stands right behind a quotation is its comma
    start = inner if verbless else _clause(found, low, begin)
    left = _left(found, start, begin)
    if left is None:
        return
    right = None
    open_left = _is_unfinished(found, start, begin, stop)
    parted = found.form(stop) == ","
    on = stop + parted
    goes_on = open_left or (parted and (_completes(found, on, high) or not is_clause(found, start, begin)))
    if on < high and goes_on and not opens_relative(found, on):
        end, _ = content_end(found, on, high, "clause", groups)
        of_source = PARTICIPLE in moods(found, on) and not found.has(on, "determiner", "auxiliary")  # "…, selon X, cité par Y"
        right = whole(found, on, end) if open_left or (found.words(on, end) > 1 and not of_source) else None
    content = (left, right) if right else (left,)
    yield reading(
        found,
        row,
        source,
        cue,
        content,
        "split" if right else "final",
        *(("final.verbless",) if not has_finite(found, start, begin) else ()),
    )


def _is_unfinished(found: Passage, start: int, begin: int, stop: int) -> bool:
    """Does the clause still wait for its predicate: "ils étaient, selon elle, | trois", "le feu a selon la régie | pris tôt"?

    Between commas for what its verb governs, too: "il tenait, selon elle, | le bac".
    """
    at = before(found, begin, stop)
    if at is None or at <= start:
        return False
    if found.has(at, "being", "auxiliary", "modal") and is_finite(found, at):
        return True
    if found.form(stop) != "," or at == begin - 1:
        return False
    return waits_behind(found, at, start) and found.has(stop + 1, "determiner", "of", "to", "that", "not", "by")


def waits_behind(found: Passage, at: int, first: int) -> bool:
    """Is a token a verb behind which what it governs may still stand: "il tenait, …", "après avoir été, …"?"""
    return not found.lexicon.order.analytic and at > first and ("being" in found.kinds[at] or is_finite(found, at) or found.has(at, "been"))


def _completes(found: Passage, at: int, high: int) -> bool:
    """Does a complement open behind the phrase: "cela reviendrait, selon elle, | à fermer le port", "…, selon elle, | que le bac coule"?"""
    if found.lexicon.order.analytic or at >= high:
        return False
    return (found.has(at, "of", "to") and is_infinitive(found, at + 1, high)) or found.has(at, "by")


def _clause(found: Passage, low: int, begin: int) -> int:
    start = low
    for at in range(low, begin):
        if found.forms[at] in (";", ":") or ("but" in found.kinds[at] and at > low and found.form(at - 1) == ","):
            start = at + 1
    return start if found.words(start, begin) >= 2 else low


def _left(found: Passage, start: int, begin: int) -> Span | None:
    stop = begin
    while stop > start and not found.is_word(stop - 1) and stop - 1 not in found.quote_at and found.form(stop - 1) != ")":
        stop -= 1
    quotes = [at for at in range(start, stop) if at in found.quote_at]
    if quotes and not found.loose_words(start, stop):
        return Span(found.quote_at[quotes[0]].inner.start, found.quote_at[quotes[-1]].inner.end)
    return whole(found, start, stop)
