"""A source preposition in what describes somebody: "le navire qui, selon X, a coulé", "la régie, accusée selon X de …"."""

from collections.abc import Iterator

from selon.attribute.antecedents import antecedent
from selon.attribute.choose import Candidate
from selon.attribute.contents import whole
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.lexicon import PARTICIPLE
from selon.attribute.phrasing import before, reading
from selon.attribute.tokens import Passage
from selon.languages.rows.attribute import Preposition
from selon.model.span import Span

_DESCRIBED = 5  # tokens from a comma to the phrase, where nothing but a participle or an adjective stands between


def in_relative(found: Passage, begin: int, stop: int) -> int | None:
    """The relative pronoun whose verb stands behind the phrase: "le navire qui, selon X, | a coulé", "qui selon lui | a coulé"."""
    who = before(found, begin, stop)
    if who is None or who < 1 or not found.has(who, "who", "which"):
        return None
    at = stop + (found.form(stop) == ",")
    while found.has(at, "clitic", "reflexive", "not"):
        at += 1
    return who if at in found.quote_at or is_finite(found, at) else None


def of_antecedent(
    found: Passage, row: Preposition, source: Span, cue: Span, who: int, stop: int, low: int, high: int
) -> Iterator[Candidate]:
    """The reading of "le navire qui, selon X, a coulé": what is said of the noun before, up to the comma."""
    noun = antecedent(found, who, low)
    on = stop + (found.form(stop) == ",")
    close = next((at for at in range(on, high) if found.forms[at] in ",;:"), high)
    rest = whole(found, on, close)
    if noun is None or has_finite(found, found.at(noun.start), who):
        noun = found.span_of(who, who + 1)
    if rest is not None:
        yield reading(found, row, source, cue, (noun, rest), "split")


def described(found: Passage, begin: int, low: int) -> int | None:
    """Where a participle or an adjective opens that stands between a comma and the phrase: "la régie, | accusée selon X de …"."""
    comma = next((at for at in range(begin - 1, max(low, begin - _DESCRIBED), -1) if found.forms[at] == ","), None)
    if comma is None or comma + 1 >= begin or not all(found.is_word(at) for at in range(comma + 1, begin)):
        return None
    opens = PARTICIPLE in moods(found, comma + 1) or "blame" in found.kinds[comma + 1]
    return comma + 1 if opens and not found.has(comma + 1, "determiner", "auxiliary") and not has_finite(found, comma + 1, begin) else None


def of_somebody(
    found: Passage, row: Preposition, source: Span, cue: Span, opens: int, begin: int, stop: int, high: int
) -> Iterator[Candidate]:
    """The reading of "…, responsable selon X de …": what is said of somebody, up to the comma."""
    if "blame" in found.kinds[opens]:  # its complement is no part of the source
        first = found.at(source.start)
        links = [at for at in range(first + 1, stop) if "of" in found.kinds[at]]
        if len(links) > 1 and (found.is_capital(links[0] + 1) or found.is_capital(links[0] + 2)):
            links = links[1:]  # "selon le ministère de la Mer | de l'accident"
        stop = links[0] if links else stop
        source = found.span_of(first, stop)
    close = next((at for at in range(stop, high) if found.forms[at] in ",;:"), high)
    rest = whole(found, stop, close) if stop < close else None
    content = (found.span_of(opens, begin), *((rest,) if rest is not None else ()))
    yield reading(found, row, source, cue, content, "final", "final.verbless")
