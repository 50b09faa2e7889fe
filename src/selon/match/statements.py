"""What one article states: all that can be known of it before it meets another.

A pure function of one reading, so that it can be kept beside it. Of what other articles tell, a statement holds the claimant alone, whose
name and id are those of the reading that is given: `with_claimants` puts those of another day into statements that were kept.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern

from selon.languages import codes, load
from selon.match.appearances import appearances, sentence_spans
from selon.match.around import NOWHERE, Around
from selon.match.cut_words import with_cut_word
from selon.match.evidence import Statement
from selon.match.facts import facts
from selon.match.text import read
from selon.match.tolls import with_tolls
from selon.model.attribution import Attribution, SpeechKind, Stance
from selon.model.claim import Appearance
from selon.model.claimant import Resolution
from selon.model.fresh import put
from selon.model.reading import Reading
from selon.model.span import Interval, Span

_NONE: frozenset[str] = frozenset()
_WEIGHTS: dict[float, float] = {}  # each weight once: there are some two hundred in millions of keys


def statements(reading: Reading) -> tuple[Statement, ...]:
    """The statements of one article with what they hold, in text order."""
    language = load(reading.article.lang if reading.article.lang in codes() else "en")
    found = sentence_spans(reading.article, language)
    text = read(reading, found)
    told = _denied(reading.attributions)
    starts = [span.start for span in found]
    by_id = {one.id: one for one in reading.attributions}
    quoted = {one.id for one in reading.attributions if one.kind is SpeechKind.DIRECT}
    whole = (
        with_cut_word(
            Statement(
                one,
                facts(reading, text, one.spans, None if one.attribution_id in told else _sentence(one, found, starts)),
                is_quoted=one.attribution_id in quoted,
            ),
            by_id.get(one.attribution_id or ""),
            text,
            language,
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


def with_claimants(made: Sequence[Statement], resolutions: Iterable[Resolution]) -> Iterator[Statement]:
    """Yield the statements of an article with the claimants that are named now for the attributions they were made of."""
    who = {one.attribution_id: one.claimant for one in resolutions}
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

    article_id: str
    when: Interval | None
    around: Around
    told: tuple[Statement, ...]


def folded(made: Sequence[Statement]) -> Folded:
    """The statements of one article, to be kept."""
    own = made[0].appearance if made else None
    return Folded(
        article_id=own.article_id if own else "",
        when=own.when if own else None,
        around=made[0].facts.around if made else NOWHERE,
        told=tuple(
            [
                replace(one, appearance=replace(one.appearance, article_id="", when=None), facts=replace(one.facts, around=NOWHERE))
                for one in made
            ]
        ),
    )


def unfolded(kept: Folded) -> tuple[Statement, ...]:
    """The statements again; what they have of their article is one record."""
    for one in kept.told:
        put(one.facts, around=kept.around)
        put(one.appearance, article_id=kept.article_id, when=kept.when)
    return kept.told


def shared(made: Sequence[Statement]) -> Sequence[Statement]:
    """The statements of one article, to be held with those of all others: each key, and what is empty, once."""
    if made:
        around = made[0].facts.around
        put(around, weights=_keys(around.weights), names=_members(around.names), topics=_members(around.topics))
    for one in made:
        told = one.facts
        put(told, keys=_keys(told.keys), names=_members(told.names), negated=_members(told.negated), manners=_members(told.manners))
    return made


def _keys(weights: Mapping[str, float]) -> dict[str, float]:
    return {intern(key): _WEIGHTS.setdefault(weight, weight) for key, weight in weights.items()}


def _members(found: frozenset[str]) -> frozenset[str]:
    return frozenset(map(intern, found)) if found else _NONE
