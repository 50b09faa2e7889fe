"""Inside one article: headline and body, quotation and paraphrase, a state beside one of its people, an embed beside its paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

from selon.languages.fold import fold
from selon.languages.words import words
from selon.model.article import BlockKind
from selon.model.attribution import Stance
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Change
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.alike import function_words, overlap, stems
from selon.trace.changes.differences import differences
from selon.trace.changes.numerals import joining_words
from selon.trace.changes.quoted import QUOTED
from selon.trace.changes.surroundings import sentence_of
from selon.trace.changes.tellings import Telling, by_sentence, of_attribution
from selon.trace.changes.told import said, source
from selon.trace.collection import Collection
from selon.trace.markers import markers
from selon.trace.names import key

_SAME_THING = 0.3  # share of stems: two tellings of one article that speak of one thing. First form, set on our own examples
_LIKE_WORDS = 0.4  # share of the stems of both that two tellings have in common: of eight changes below it that were read all were wrong
_HEDGES = {"hedge_dropped", "hedge_added"}
_OF_OTHER_WORDS = {*_HEDGES, "precision_changed"}  # of a paraphrase: its numbers and qualifiers are of something else
_LEAST_OF_OTHERS = 5  # stems in common: of four hedges that two tellings with fewer were said to differ in, none was right
_MOST_WORDS = 6  # of a headline's source; a longer one holds words that are no part of it
_BESIDE, _LEAST_BESIDE = 0.5, 3  # the same for two that stand next to each other in one paragraph, and how many stems
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
_FOREIGN = 0.15  # share of function words of the article's language in a text of another one; of its own, a third and more
_TOLD = {Stance.ASSERTED, Stance.HEDGED}


def inside_changes(reading: Reading, collection: Collection) -> Iterator[Change]:
    """Yield what differs between the tellings of one article."""
    tellings = [
        (_kind(one, collection), one)
        for attribution in reading.attributions
        if attribution.stance in _TOLD and not attribution.parent
        for one in [of_attribution(reading.article.id, attribution, collection)]
    ]
    title = [one for kind, one in tellings if kind is BlockKind.TITLE]
    body = [one for kind, one in tellings if kind in (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE)]
    yield from _headline(title, body)
    yield from _paraphrase(body)
    yield from _state_beside_person(body)
    yield from _embeds(reading, tellings, collection)


def _kind(telling: Telling, collection: Collection) -> BlockKind | None:
    block = collection.block(telling.article.id, telling.place)
    return block.kind if block else None


def _headline(title: list[Telling], body: list[Telling]) -> Iterator[Change]:
    """Each headline against the one sentence of the body's tellings that is most alike."""
    parts = [part for one in body for part in by_sentence(one)] if title else []
    for head in title:
        alike = [one for one in parts if bool(one.marked("negation")) == bool(head.marked("negation"))]
        best = max(alike, key=lambda one: (overlap(head.stems, one.stems), -one.place.start), default=None)
        if best and overlap(head.stems, best.stems) >= _SAME_THING:
            found = differences(best, head, directed=False)
            same = _says_the_same(head, best)
            titled = _is_titled(head, best) and _are_named_surely(head, best)
            wanted = (one for one in found if (titled if one.kind == "claimant_changed" else same))
            yield from (one for one in wanted if one.kind not in _HEDGES or not (head.is_direct and _quotes_beside(best, head)))


def _are_named_surely(head: Telling, body: Telling) -> bool:
    """Does a word of the body say who says it, or marks, and is the headline's source so short that it is no sentence of its own?"""
    cue = body.attribution.cue if body.attribution else None
    by_a_word = cue is not None and any(char.isalpha() for char in said(body, cue))
    return (by_a_word or body.is_direct) and len(key(said(head, source(head)))) <= _MOST_WORDS


def _paraphrase(body: list[Telling]) -> Iterator[Change]:
    """A quotation and a paraphrase of one speaker in two sentences, where each is what the other is most alike to."""
    for quoted in (one for one in body if one.is_direct and one.claimant):
        told = _nearest(quoted, body)
        if told and _nearest(told, body) is quoted and not sentence_of(quoted.article, quoted.place, quoted.language).overlaps(told.place):
            found, same = differences(quoted, told, directed=False), _says_the_same(quoted, told)
            near = len(quoted.stems & told.stems) >= _LEAST_OF_OTHERS
            wanted = (one for one in found if (near if one.kind in _OF_OTHER_WORDS else same and one.kind != "date_changed"))
            yield from (one for one in wanted if one.kind not in _HEDGES or not _quotes_beside(told, quoted))


def _quotes_beside(told: Telling, quoted: Telling) -> bool:
    """Does a paraphrase quote the other's words in marks, so that what it hedges outside of these is something else?"""
    text = told.article.text
    inside = tuple(Span(*one.span()) for span in told.spans for one in QUOTED.finditer(text, span.start, span.end))
    return bool(inside) and 2 * len(stems(text, inside, told.language) & quoted.stems) >= len(quoted.stems)


def _is_titled(head: Telling, body: Telling) -> bool:
    """Are two sources of one body, or a state and one of its people, so that a headline of few words may name the wrong one?"""
    sources = [said(one, source(one)) for one in (head, body)]
    last = [key(one.claimant.name)[-1] if one.claimant and one.claimant.kind is ClaimantKind.PERSON else "" for one in (head, body)]
    if any(name and name in key(other) for name, other in zip(last, sources[::-1], strict=True)):
        return False  # one person
    if any(word in _WORD.findall(fold(other)) for one, other in (sources, sources[::-1]) for word in map(fold, _ACRONYM.findall(one))):
        return False  # one of the two names the other in short, or in capitals
    named = [stems(one.article.text, (source(one),), one.language) for one in (head, body)]
    if not named[0].isdisjoint(named[1]):
        return True
    states = [one.claimant.country if one.claimant else None for one in (head, body)]
    return bool(head.claimant and head.claimant.kind is ClaimantKind.STATE and states[0] and states[0] == states[1])


def _is_foreign(telling: Telling) -> bool:
    """Is a telling in another language than its article, so that no words of it can be compared?"""
    forms = [fold(word.form) for word in words(telling.article.text, telling.place.start, telling.place.end)]
    return sum(form in function_words(telling.language) for form in forms) <= _FOREIGN * len(forms)


def _says_the_same(a: Telling, b: Telling) -> bool:
    """Do two tellings have enough in common that what differs is told of one thing?"""
    return len(a.stems & b.stems) >= _LIKE_WORDS * len(a.stems | b.stems)


def _nearest(one: Telling, body: list[Telling]) -> Telling | None:
    """The telling of the other kind by the same claimant that is most alike; the first in the text where two are."""
    others = [other for other in body if other.is_direct != one.is_direct and _same_claimant(one, other)]
    best = max(others, key=lambda other: (overlap(one.stems, other.stems), -other.place.start), default=None)
    return best if best and overlap(one.stems, best.stems) >= _SAME_THING else None


def _same_claimant(a: Telling, b: Telling) -> bool:
    return a.claimant is not None and b.claimant is not None and a.claimant.id == b.claimant.id


def _state_beside_person(body: list[Telling]) -> Iterator[Change]:
    for a, b in pairwise(body):
        if (
            a.claimant is None
            or b.claimant is None
            or a.claimant.kind is not ClaimantKind.STATE
            or b.claimant.kind is not ClaimantKind.PERSON
        ):
            continue
        if a.place.overlaps(b.place) or _are_several(a):
            continue  # one quotation, given to two; states of which each may have one who speaks
        near = "\n" not in a.article.text[a.place.end : b.place.start] and not _is_set_against(a, b)
        alike = overlap(a.stems, b.stems)
        if not near or len(a.stems & b.stems) < _LEAST_BESIDE or alike < _BESIDE:
            continue
        if b.claimant.country is None or a.claimant.country == b.claimant.country:
            yield from (one for one in differences(a, b, directed=False) if one.kind == "claimant_changed")


def _are_several(telling: Telling) -> bool:
    """Is its source more than one ("London, Paris and Madrid")?"""
    words = said(telling, source(telling))
    return "," in words or not set(fold(words).split()).isdisjoint(joining_words(telling.language))


def _is_set_against(a: Telling, b: Telling) -> bool:
    """Does a word stand between two tellings that sets one against the other ("but")?"""
    end = _begin(b)
    return a.place.start < end and bool(markers("contrast", a.article.text, Span(a.place.start, end), a.language))


def _begin(telling: Telling) -> int:
    source = telling.attribution.source if telling.attribution else None
    return min(telling.place.start, source.start) if source else telling.place.start


def _embeds(reading: Reading, tellings: list[tuple[BlockKind | None, Telling]], collection: Collection) -> Iterator[Change]:
    """An embed illustrates the paragraph before it: what it adds or lacks is shown, if both name one thing."""
    before: Telling | None = None
    for kind, telling in tellings:
        if kind is BlockKind.EMBED and before is not None and (_is_foreign(telling) or _says_the_same(telling, before)):
            yield from (
                one
                for one in differences(telling, before, directed=False)
                if one.kind in ("qualifier_lost", "precision_changed", "number_changed")
            )
            before = None
        elif kind is BlockKind.PARAGRAPH:
            before = telling
