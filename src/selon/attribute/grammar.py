"""One grammar for one passage: its sentences, each read for verbs, prepositions, names without a verb, loose quotations.

The same function reads a block and the inside of a quotation.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice

from selon.attribute.according import according
from selon.attribute.announced import Announced, announced
from selon.attribute.between import between
from selon.attribute.brackets import bracketed
from selon.attribute.choose import Candidate, best, is_taken
from selon.attribute.citing import cites
from selon.attribute.contents import main_clause, subordinate_end, trimmed, whole
from selon.attribute.cue import Cue
from selon.attribute.cues import cues
from selon.attribute.cutting import passage
from selon.attribute.floating import floating
from selon.attribute.forms import has_finite, moods
from selon.attribute.headline import headlines
from selon.attribute.interposed import interposed_end
from selon.attribute.lexicon import PARTICIPLE, Lexicon
from selon.attribute.masks import may_hold_cue
from selon.attribute.nouns import nouns
from selon.attribute.parting import sentences
from selon.attribute.place import Place
from selon.attribute.quotation import Quotation
from selon.attribute.quoted_on import add
from selon.attribute.relay import apart, relay
from selon.attribute.reported import reported
from selon.attribute.sound import is_sound
from selon.attribute.stance import ASKED
from selon.attribute.tokens import Passage
from selon.attribute.turning import turned
from selon.attribute.verbs import readings
from selon.languages import Language
from selon.model.span import Span

_MOST = 40  # cues of one sentence: the press has up to 14 (fr_dev2); it keeps the cost linear
_CLOSES = re.compile(r"[.!?…,;:)–—»]")  # what ends a parenthesis
_HEARER_CHARS = 120  # of whoever is told, behind a parenthesis


@dataclass(slots=True)
class Memory:
    """What is carried from sentence to sentence: the source of the reading before, and where it ended."""

    last: tuple[Span, int] | None = None
    sentence: Callable[[], Span | None] | None = None  # the sentence before, as a content
    announced: Announced | None = None  # whose words the next paragraph holds
    labels: frozenset[str] = frozenset()  # names before a colon that open several paragraphs of the article
    inside: dict[Span, "Inside"] = field(default_factory=dict)  # quotations of this passage that were read for interruptions


@dataclass(frozen=True, slots=True)
class Inside:
    """The inside of one quotation, with its readings; quotations in it are not told apart."""

    found: Passage | None  # None: no word stands there that may be a cue
    told: list[Candidate]


@dataclass(slots=True)
class _Sentence:
    found: Passage
    first: int
    end: int
    groups: list[Cue]
    chosen: list[Candidate]
    limits: list[tuple[int, int]]

    def keep(self, candidate: Candidate) -> None:
        self.chosen.append(candidate)
        for span in candidate.content:
            self.limits.append((self.found.at(span.start), self.found.at(span.end)))


def read(found: Passage, language: Language, memory: Memory, *, is_heading: bool = False, loose: bool = True) -> list[Candidate]:
    """The readings of a passage, in text order; `loose`: are quotations without a cue read too?"""
    told: list[Candidate] = []
    waiting: Announced | None = None
    cued = bracketed if found.lexicon.order.second else cues
    for first, end in sentences(found, language):
        sentence = _Sentence(found, first, end, cued(found, first, end)[:_MOST], [], [])
        if sentence.groups:
            _verbs(sentence, memory)
        if hands := found.handing(first, end):
            _others(sentence, hands)
        if sentence.chosen and not found.lexicon.order.second:
            sentence.chosen += list(cites(found, sentence.groups, sentence.chosen, first, end))
        if loose:
            if not sentence.chosen:
                _verbless(sentence, memory, is_heading=is_heading)
            if found.lexicon.reports or found.quoted(first, end):
                _loose(sentence, memory, language, is_heading=is_heading)
        memory.sentence = partial(whole, found, first, end)
        memory.last = _last(sentence, memory)
        if sentence.chosen:
            add(told, [_relayed(found, one, found.end(end - 1)) for one in sentence.chosen], found)
        if found.forms[end - 1] == ":" and end == len(found):
            waiting = announced(found, sentence.first, sentence.end, sentence.groups, sentence.chosen)
    memory.announced = waiting
    return told


def _last(sentence: _Sentence, memory: Memory) -> tuple[Span, int] | None:
    """Who spoke last behind a sentence; one without a reading may turn to somebody else, but where a mood shows whose words go on."""
    if any(one.rule != ASKED for one in sentence.chosen) or memory.last is None or sentence.found.lexicon.reports:
        return _latest(sentence) or memory.last
    return turned(sentence.found, sentence.first, sentence.end, memory.last)


def _relayed(found: Passage, one: Candidate, end: int) -> Candidate:
    one = apart(found, one)
    via = None if one.via else relay(found, one, end)
    return replace(one, via=via) if via else one


def _verbs(sentence: _Sentence, memory: Memory) -> None:
    found, weights = sentence.found, sentence.found.lexicon.weights
    last: Span | None = None
    speaker = memory.last[0] if memory.last else None
    for group in sentence.groups:
        around = [limits for limits in sentence.limits if limits[0] <= group.first < limits[1]]
        limit = min([high for _, high in around]) if around else sentence.end
        limit = min(limit, subordinate_end(found, group.first, group.end, sentence.first, sentence.end))
        if (group.dependent or (group.mood != "finite" and not group.compound)) and not has_finite(found, sentence.first, group.first):
            limit = min(limit, main_clause(found, group.end, sentence.end))
        limit = min(limit, interposed_end(found, group, sentence.first, sentence.end))
        floor = max([low for low, _ in around]) if around else sentence.first
        before = sentence.chosen[-1].content if sentence.chosen else ()
        place = Place(found, group, floor, sentence.end, limit, sentence.groups, last, before, speaker, memory.sentence)
        candidate = best([one for one in readings(place) if is_sound(one, sentence.chosen, found)], weights)
        if candidate is not None:
            sentence.keep(candidate)
            last = last if candidate.source is None else candidate.source


def _others(sentence: _Sentence, hands: Sequence[int]) -> None:
    """The readings of prepositions and nouns; `hands` are the tokens with which those begin."""
    found, weights = sentence.found, sentence.found.lexicon.weights
    first, end, groups, limits = sentence.first, sentence.end, sentence.groups, sentence.limits
    handed = between if found.lexicon.order.second else partial(according, chosen=sentence.chosen)
    others = chain(handed(found, hands, first, end, groups, limits), nouns(found, hands, first, end, groups))
    for candidate in (_before_incise(found, one, sentence.chosen) for one in islice(others, _MOST)):
        if is_taken(candidate, weights) and is_sound(candidate, sentence.chosen, found):
            sentence.chosen.append(candidate)


def _before_incise(found: Passage, one: Candidate, chosen: list[Candidate]) -> Candidate:
    """What a noun carries ends where another's parenthesis begins: "a warning by the mayor that the pier is old | , dealers said"."""
    if one.rule != "noun" or len(one.content) != 1:
        return one
    told = one.content[0]
    around = (other for other in chosen if other.source and other.cue and any(span.start < told.start < span.end for span in other.content))
    tails = (min(other.source.start, other.cue.start) for other in around if other.source and other.cue)
    near = min((at for at in tails if told.start < at < told.end), default=None)
    span = trimmed(found, told.start, near) if near is not None else None
    return replace(one, content=(span,), reach=span.end) if span is not None else one


def _verbless(sentence: _Sentence, memory: Memory, *, is_heading: bool) -> None:
    for candidate in headlines(sentence.found, sentence.first, sentence.end, memory.labels, is_heading=is_heading):
        if is_taken(candidate, sentence.found.lexicon.weights):
            sentence.keep(candidate)


def _loose(sentence: _Sentence, memory: Memory, language: Language, *, is_heading: bool) -> None:
    found, weights = sentence.found, sentence.found.lexicon.weights
    told = [span for one in sentence.chosen for span in one.content]
    last = _latest(sentence) or (None if is_heading else memory.last)  # a heading goes on with nobody's words
    for quote in _untold(sentence):
        for candidate in interrupted(found, quote, language, memory):
            if is_sound(candidate, sentence.chosen, found):
                sentence.keep(candidate)
                told.append(quote.inner)
    goes_on = () if sentence.chosen else tuple(reported(found, sentence.first, sentence.end, last))
    if memory.announced is not None and sentence.first == 0:
        last = (memory.announced.source, found.span.start)
    for candidate in goes_on or floating(found, sentence.first, sentence.end, told, last, read=bool(sentence.chosen)):
        if is_taken(candidate, weights):
            sentence.keep(_introduced(candidate, sentence, memory))


def _introduced(candidate: Candidate, sentence: _Sentence, memory: Memory) -> Candidate:
    """With the cue of the paragraph before, when that ended in a colon: "La maire a déclaré :", and her words on a line of their own."""
    if memory.announced is None or sentence.first != 0 or candidate.rule != "floating.alone":
        return candidate
    return replace(candidate, cue=memory.announced.cue, reasons=("a quotation announced by the paragraph before",))


def _untold(sentence: _Sentence) -> Iterator[Quotation]:
    for at in sentence.found.quoted(sentence.first, sentence.end):
        quote = sentence.found.quote_at[at]
        start, end = quote.inner.start, quote.inner.end
        if not any(span.start < end and start < span.end for one in sentence.chosen for span in one.content):
            yield quote


def interrupted(found: Passage, quote: Quotation, language: Language, memory: Memory) -> list[Candidate]:
    """The verbs in parenthesis inside a quotation that no cue outside takes: "« Je viens, a dit la reine, demain »"."""
    if not 20 <= len(quote.inner) <= 4000:
        return []
    read_once = memory.inside[quote.inner] = inner(found.text, quote.inner, (), language, found.lexicon)
    inside = read_once.found
    told = [one for one in read_once.told if one.rule == "verb.incise" and _interrupts(one)]
    if inside is None or len(told) != 1:
        return told
    cut = [span for span in (told[0].cue, told[0].source) if span is not None]
    before = trimmed(inside, quote.inner.start, min(told[0].content[0].end, *(span.start for span in cut)))
    after = trimmed(inside, _past_hearer(inside, max(span.end for span in cut), quote.inner.end), quote.inner.end)
    return [replace(told[0], content=tuple(span for span in (before, after) if span is not None))]


def _past_hearer(inside: Passage, at: int, end: int) -> int:
    """Behind whoever is told and what closes a parenthesis: "raconte Ada Bry | à l'Écho. Le …", "dit Ada Bry | , venue du port. Le …"."""
    stop = _CLOSES.search(inside.text, at, min(end, at + _HEARER_CHARS))
    if stop is None:
        return at
    behind = inside.at(stop.end())
    if stop.group() != "," or not (inside.has(behind, "who", "which") or _describes(inside, behind)):
        return stop.start()
    close = _CLOSES.search(inside.text, stop.end(), min(end, stop.end() + _HEARER_CHARS))
    return stop.start() if close is None else close.start()


def _describes(inside: Passage, at: int) -> bool:
    """Does a past participle open what stands behind a comma: "dit Ada Bry, | venue manifester"?"""
    return moods(inside, at) == {PARTICIPLE} and inside.kinds[at].isdisjoint(("determiner", "auxiliary"))


def inner(text: str, span: Span, quotes: Sequence[Quotation], language: Language, lexicon: Lexicon) -> Inside:
    """The inside of a quotation with its readings; none where no word stands that may be a cue."""
    if not may_hold_cue(text, span, lexicon):
        return Inside(None, [])
    found = passage(text, span, quotes, lexicon)
    return Inside(found, read(found, language, Memory(), loose=False) if found.verbs or found.hands else [])


def _interrupts(candidate: Candidate) -> bool:
    features = candidate.features
    if "incise.thing" in features and "incise.quote_verb" not in features and candidate.cue is not None:
        return candidate.content[0].end < candidate.cue.start  # "…, dit une mère de famille. …": a comma parts them
    return "incise.pronoun" in features or "incise.person" in features


def _latest(sentence: _Sentence) -> tuple[Span, int] | None:
    told: tuple[Span, int] | None = None
    for one in sentence.chosen:
        if one.source is not None and one.rule != ASKED and (told is None or one.reach > told[1]):
            told = one.source, one.reach
    return told
