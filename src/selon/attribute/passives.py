"""Passives: "… a été confirmé par X", "X est accusé de …", "décrits par X comme …".

"X est invité à …". The agent is the source; without an agent there is none.
"""

from collections.abc import Iterator
from dataclasses import replace

from selon.attribute.antecedents import noun_start
from selon.attribute.asides import past_asides
from selon.attribute.choose import Candidate
from selon.attribute.contents import content_end, trimmed, whole
from selon.attribute.forms import is_finite, moods
from selon.attribute.framed import is_infinitive
from selon.attribute.inverted import inverted
from selon.attribute.lexicon import FINITE, INFINITIVE
from selon.attribute.parenthesis import before_incise
from selon.attribute.phrase_ends import phrase_end
from selon.attribute.place import Place, candidate, reach
from selon.attribute.reputed import informed, reputed
from selon.attribute.sources import subject
from selon.attribute.stretches import clause_start
from selon.attribute.tokens import Passage
from selon.model.span import Span


def passive(place: Place) -> Iterator[Candidate]:
    """The readings of a passive group."""
    found, cue, frames = place.found, place.cue, place.cue.verb.frames
    if cue.pronoun is not None:
        yield from _written(place)
        return
    source: Span | None = None
    at = after = past_asides(found, cue.end, place.end)
    if "by" in found.kinds[at]:
        source, after = inverted(found, at + 1, place.end)
        if source is None:
            return
        if "address" in frames:
            source, after = _cut(place, source, after)
    shown = found.span_of(cue.shown, at + 1) if source else found.span_of(cue.shown, cue.end)
    if source and "as" in frames and cue.verb.stance != "denied" and found.has(after, "as", "of"):
        yield from _as(place, source, after, shown)
    elif "charge" in frames and "of" in found.kinds[after]:
        yield from _charge(place, source, after, shown)
    elif "address" in frames and cue.verb.stance == "demanded" and _opens_infinitive(place, after):
        yield from _addressed(place, source, after, shown)
    elif source and frames & ({"by", "by_alone"} if cue.compound else {"by_alone"}):
        yield from _agent(place, source, after, shown)
    elif cue.compound:
        yield from informed(place, source, after, shown) if source else _nobody(place, after, shown)


def _written(place: Place) -> Iterator[Candidate]:
    """What stands in a text, told behind it: "« … », est-il écrit dans le rapport"; the text is the source, or nobody is."""
    found, cue = place.found, place.cue
    content, features = before_incise(place, cue.first)
    if not content or "before.quote" not in features:
        return
    at = _past_adverbs(found, cue.end)
    stop = phrase_end(found, at + 1, place.end) if "preposition" in found.kinds[at] and at + 1 < place.end else at
    source = found.span_of(at + 1, stop) if stop > at + 1 else None
    yield candidate(place, "passive.written", source, content, ("written",))


def _past_adverbs(found: Passage, at: int) -> int:
    """The token after adverbs."""
    while "adverb" in found.kinds[at]:
        at += 1
    return at


def _nobody(place: Place, after: int, shown: Span) -> Iterator[Candidate]:
    """The readings of a passive without an agent."""
    yield from reputed(place, after)
    if "for" in place.cue.verb.frames and "for" in place.found.kinds[after]:
        yield from _blamed(place, after, shown)
    elif "agentless" in place.cue.verb.frames:
        yield from _agentless(place, after, shown)


def _cut(place: Place, source: Span, after: int) -> tuple[Span, int]:
    """The agent without the infinitive that follows it: "invités par la régie | à partir"."""
    first = place.found.at(source.start)
    stop = next((at for at in range(first + 1, after) if _opens_infinitive(place, at)), after)
    return place.found.span_of(first, stop), stop


def _opens_infinitive(place: Place, at: int) -> bool:
    return place.found.has(at, "of", "to") and is_infinitive(place.found, at + 1, place.limit)


def _addressed(place: Place, source: Span | None, at: int, shown: Span) -> Iterator[Candidate]:
    """Who is called upon stands before the verb: "les bateliers sont invités à partir"."""
    found, cue = place.found, place.cue
    before, (content, features) = subject(found, cue.first, place.first), reach(place, at, "phrase")
    if before is None or not content or ("of" in found.kinds[at] and "subject" in found.kinds[found.at(before.start)]):
        return  # "il est conseillé de …" calls upon nobody
    yield candidate(place, "passive.address", source, (before, *content), ("passive.address", *features), shown)


def _blamed(place: Place, at: int, shown: Span) -> Iterator[Candidate]:
    """Who is blamed, and for what: "la régie est critiquée pour avoir fermé le pont"."""
    before, (content, features) = subject(place.found, place.cue.first, place.first), reach(place, at, "phrase")
    if before is not None and content:
        yield candidate(place, "passive.for", None, (before, *content), ("passive.for", *features), shown)


def _agentless(place: Place, at: int, shown: Span) -> Iterator[Candidate]:
    """Nobody is named: "des retards ont été signalés sur la ligne"."""
    found, cue = place.found, place.cue
    before = subject(found, cue.first, place.first)
    if before is None or found.has(found.at(before.start), "subject", "someone"):
        return
    rest, features = reach(place, at, "object") if at < place.limit and found.is_word(at) else ((), ())
    made = candidate(place, "passive.agentless", None, (before, *rest), ("passive.agentless", *features), shown)
    if "none" in found.kinds[found.at(before.start)]:  # "aucune fermeture n'est annoncée": what is told is that there is none
        made = replace(made, features=("passive.none", *(name for name in made.features if name != "negated")))
    yield made


def _as(place: Place, source: Span, at: int, shown: Span) -> Iterator[Candidate]:
    found = place.found
    end, _ = content_end(found, at, place.limit, "object", place.groups)
    end = next((here for here in range(at + 2, end) if here - 1 in found.quote_at or is_finite(found, here)), end)
    span = whole(found, at + 1, end)
    if span:
        yield candidate(place, "passive.as", source, (span,), ("passive.as",), shown)


def _charge(place: Place, source: Span | None, at: int, shown: Span) -> Iterator[Candidate]:
    content, features = reach(place, at, "phrase")
    if content:
        yield candidate(place, "passive.charge", source, content, ("passive.charge", *features), shown)


def _has_verb(found: Passage, span: Span) -> bool:
    return any(
        moods(found, at) & {FINITE, INFINITIVE} for at in range(found.at(span.start), found.at(span.end)) if not found.is_capital(at)
    )


def _noun_before(place: Place) -> Span | None:
    """The noun phrase that a bare participle goes with: "des chiffres avancés par X", "des chiffres, confirmés par X"."""
    found, end = place.found, place.cue.first
    if found.form(end - 1) == ",":
        end -= 1
    start = noun_start(found, end, place.first)
    while start < end and found.has(start, "adverb", "being", "auxiliary") and "determiner" not in found.kinds[start]:
        start += 1
    return found.span_of(start, end) if start < end and not is_finite(found, end - 1) else None


def _agent(place: Place, source: Span, after: int, shown: Span) -> Iterator[Candidate]:
    found, cue = place.found, place.cue
    before = subject(found, cue.first, place.first)
    if not cue.compound and (before is None or _has_verb(found, before)):
        before = _noun_before(place)
        if before is None:
            return
    if before is not None and "subject" in found.kinds[found.at(before.start)] and "that" in found.kinds[after]:
        content, features = reach(place, after + 1, "clause")  # "il a été annoncé par X que …"
        if content:
            yield candidate(place, "passive.that", source, content, ("passive.by", *features), shown)
        return
    if before is None:
        start = clause_start(found, cue.first, place.first)
        named = cue.first > start and "preposition" not in found.kinds[start]
        before = trimmed(found, found.starts[start], found.end(cue.first - 1)) if named else None
    if before:
        yield candidate(place, "passive.by", source, (before,), ("passive.by",), shown)
