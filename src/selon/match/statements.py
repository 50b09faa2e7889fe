"""What one article states: all that can be known of it before it meets another.

A pure function of one reading, so that it can be kept beside it. Of what other articles tell, a statement holds the claimant alone, whose
name and id are those of the reading that is given: `with_claimants` puts those of another day into statements that were kept.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from sys import intern

from selon.languages import codes, load
from selon.match.appearances import appearances, sentence_spans
from selon.match.around import Around
from selon.match.evidence import Statement
from selon.match.facts import facts
from selon.match.text import read
from selon.match.tolls import with_tolls
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Appearance
from selon.model.reading import Reading
from selon.model.span import Span


def statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of one article with what they hold, in text order."""
    language = load(reading.article.lang if reading.article.lang in codes() else "en")
    found = sentence_spans(reading.article, language)
    text = read(reading, found)
    told = _denied(reading.attributions)
    starts = [span.start for span in found]
    quoted = {one.id for one in reading.attributions if one.kind is SpeechKind.DIRECT}
    whole = (
        Statement(
            one,
            facts(reading, text, one.spans, None if one.attribution_id in told else _sentence(one, found, starts)),
            is_quoted=one.attribution_id in quoted,
        )
        for one in appearances(reading, found, text, language)
    )
    return tuple([one for found in whole for one in (with_tolls(found, text, reading) if found.facts.numbers else (found,))])


def _denied(attributions: Sequence[Attribution]) -> frozenset[str]:
    """The attributions that are denied, or stand inside one that is: their stance tells what the words before them say."""
    denied: set[str] = set()
    for one in attributions:  # parents come before their children
        if one.stance is Stance.DENIED or one.parent in denied:
            denied.add(one.id)
    return frozenset(denied)


def _sentence(appearance: Appearance, found: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """The sentence a statement begins in."""
    place = bisect_right(starts, appearance.spans[0].start) - 1
    return found[place] if place >= 0 else None


def with_claimants(made: Sequence[Statement], reading: Reading) -> Iterator[Statement]:
    """Yield the statements of an article with the claimants that its reading names now; its attributions are those they were made of."""
    who = {one.id: told.claimant for one, told in zip(reading.attributions, reading.resolutions, strict=False)}
    for statement in made:
        own = statement.appearance
        claimant = who.get(own.attribution_id) if own.attribution_id else None
        name, ident = (claimant.name, claimant.id) if claimant else (None, None)
        if (own.claimant, own.claimant_id) == (name, ident):
            yield statement
        else:
            yield replace(statement, appearance=replace(own, claimant=name, claimant_id=ident))


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """The statements of one article as they are kept: what they all have of their article stands once."""

    around: Around
    told: tuple[Statement, ...]


_NOWHERE = Around(code="", weights={}, length=0.0, wordless_length=0.0, names=frozenset(), beside=frozenset(), topics=frozenset(), day=None)


def folded(made: Sequence[Statement]) -> Folded:
    """The statements of one article, to be kept."""
    return Folded(
        around=made[0].facts.around if made else _NOWHERE,
        told=tuple([replace(one, facts=replace(one.facts, around=_NOWHERE)) for one in made]),
    )


def unfolded(kept: Folded) -> tuple[Statement, ...]:
    """The statements again; of their article they have one record together, and with all others each key once."""
    for one in kept.told:  # just read, and nobody's yet: a copy of each with another field takes ten times as long
        object.__setattr__(one.facts, "around", kept.around)
        object.__setattr__(one.facts, "keys", {intern(key): weight for key, weight in one.facts.keys.items()})
        object.__setattr__(one.appearance, "article_id", kept.told[0].appearance.article_id)
        object.__setattr__(one.appearance, "when", kept.told[0].appearance.when)
    return kept.told
