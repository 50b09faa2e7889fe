"""Source prepositions in a language whose main clauses have the verb second: no comma parts the phrase from its clause.

before   "Laut X sind drei Brücken zu", "Nach Angaben von X, …"       inside   "Drei Brücken sind laut X zu"
after    "X zufolge sind …" (a word after its source)                  closing  "…, so X" (as a verb in parenthesis stands)
The content is all of the clause but the phrase. Not done yet: a phrase that only covers a number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selon.attribute.according import prepositions
from selon.attribute.antecedents import noun_start
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, trimmed, whole
from selon.attribute.cue import Cue
from selon.attribute.forms import has_finite, is_finite
from selon.attribute.incise import incise
from selon.attribute.lexicon import FINITE, Verb
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.place import Place
from selon.attribute.tokens import Passage
from selon.attribute.told import with_rest
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span

_HANDED = Verb("", "", frozenset({"incise", "quote", "that"}), "asserted", None, (), reflexive=False)


def between(
    found: Passage, hands: Sequence[int], first: int, end: int, groups: list[Cue], limits: list[tuple[int, int]]
) -> Iterator[Candidate]:
    """The candidates among the tokens [first, end); `limits` are contents (as tokens) that a phrase inside them does not leave."""
    shift = found.origin
    for match, row in prepositions(found, hands, end):
        begin, after = found.at(match.start() + shift), found.at(match.end() + shift)
        low, high = next(((low, high) for low, high in reversed(limits) if low <= begin < high), (first, end))
        if row.where == "closing":
            yield from _closing(found, row, begin, after, low, high, groups)
        elif row.where == "after":
            start = noun_start(found, begin, low)
            if start < begin and _may_name(found, start):
                yield from _around(found, row, found.span_of(start, begin), start, after, begin, low, high, groups)
        elif after < high and found.after(found.lexicon.unless, after) is None and _may_name(found, after):
            stop = _phrase(found, after, high)
            source = trimmed(found, found.starts[after], found.end(stop - 1))
            if source is not None and _fits(found, row, begin == low, after, stop):
                yield from _around(found, row, source, begin, stop, begin, low, high, groups)


def _fits(found: Passage, row: Preposition, leads: bool, after: int, stop: int) -> bool:
    """Does the phrase name what its row asks for?"""
    if row.where == "account":
        return any("account" in found.kinds[at] for at in range(after, stop))
    return row.where == "any" or (leads and _is_somebody(found, after, stop))


def _may_name(found: Passage, at: int) -> bool:
    """A noun, a determiner or a pronoun; an adjective before a noun."""
    if found.has(at, "determiner", "someone", "title", "oblique", "clitic", "genitive") or found.is_capital(at):
        return True
    return found.is_word(at) and not is_finite(found, at) and any(found.is_capital(here) for here in (at + 1, at + 2))


def _is_somebody(found: Passage, first: int, end: int) -> bool:
    return any(found.has(at, "role", "title", "someone", "clitic") for at in range(first, end)) or (
        found.is_capital(first) and "determiner" not in found.kinds[first]
    )


def _phrase(found: Passage, at: int, high: int) -> int:
    """The end of the noun phrase: where a determiner begins another that is no complement of it, or a small letter follows a noun."""
    if found.has(at, "someone", "clitic") and "determiner" not in found.kinds[at]:
        return at + 1
    stop = phrase_end(found, at, high)
    seen = found.is_capital(at)
    for here in range(at + 1, stop):
        joined = found.has(here, "genitive", "of", "inside", "title") or "and" in found.kinds[here - 1]
        if seen and ("article" in found.kinds[here] or found.form(here)[:1].isdigit()) and not joined:
            return here
        if seen and not found.is_capital(here) and not joined and "and" not in found.kinds[here] and here not in found.quote_at:
            return here
        seen = found.is_capital(here) or (seen and not joined)
    return stop


def _around(
    found: Passage, row: Preposition, source: Span, begin: int, stop: int, cue: int, low: int, high: int, groups: list[Cue]
) -> Iterator[Candidate]:
    """The clause around the phrase [begin, stop): what stands before it, what stands after it."""
    start = _clause(found, low, begin)
    lead = all(found.has(at, "adverb", "and", "but", "that", "subordinator") or not found.is_word(at) for at in range(start, begin))
    left = None if lead else _unquoted(found, start, begin)
    right = _right(found, stop, high, groups, closed=left is not None and found.form(stop) == "," and has_finite(found, start, begin))
    content = tuple(span for span in (left, right) if span is not None)
    if not content:
        return
    where = "initial" if left is None else "split" if right is not None else "final"
    shown = found.span_of(cue, cue + len(row.form.split()))
    if row.where == "after":
        shown = found.span_of(stop - len(row.form.split()), stop)
    yield _candidate(found, row, source, shown, content, where)


def _clause(found: Passage, low: int, begin: int) -> int:
    start = low
    for at in range(low, begin):
        if found.forms[at] in ";:" or (found.forms[at] == "," and found.has(at + 1, "but", "and") and has_finite(found, low, at)):
            start = at + 1
    return start


def _unquoted(found: Passage, start: int, begin: int) -> Span | None:
    span = whole(found, start, begin)
    return span if span is not None and found.words(start, begin) >= 1 else None


def _right(found: Passage, stop: int, high: int, groups: list[Cue], *, closed: bool) -> Span | None:
    """What follows the phrase, to the end of its clause."""
    at = stop
    while at < high and not found.is_word(at) and at not in found.quote_at:
        at += 1
    if closed or at >= high:
        return None
    end, _ = content_end(found, at, high, "clause", groups)
    return whole(found, at, end)


def _closing(found: Passage, row: Preposition, begin: int, after: int, low: int, high: int, groups: list[Cue]) -> Iterator[Candidate]:
    """The word stands where a verb in parenthesis stands: after a comma or a quotation, before whoever speaks, and nothing more."""
    if after >= high or (found.is_word(begin - 1) and begin - 1 not in found.quote_at) or begin == low or not _may_name(found, after):
        return
    cue = Cue(begin, begin, begin, after, _HANDED, FINITE)
    place = Place(found, cue, low, high, high, groups, None)
    for one in incise(place):
        stop = found.at(one.source.end) if one.source is not None else after
        while "adverb" in found.kinds[stop]:
            stop += 1
        ends = stop >= high or not found.is_word(stop) or stop in found.quote_at or "preposition" in found.kinds[stop]
        if one.rule == "verb.incise" and ends:
            reasons = (f"{found.lexicon.code}/prepositions.toml {row.form}",)
            yield replace(with_rest(place, one, stop), rule="preposition.final", verb=None, stance=row.stance, reasons=reasons)


def _candidate(found: Passage, row: Preposition, source: Span, cue: Span, content: tuple[Span, ...], where: str) -> Candidate:
    return Candidate(
        rule=f"preposition.{where}",
        source=source,
        cue=cue,
        content=content,
        features=(f"preposition.{where}", "preposition.any"),
        stance=row.stance,
        reasons=(f"{found.lexicon.code}/prepositions.toml {row.form}",),
        reach=max(source.end, *(span.end for span in content)),
    )
