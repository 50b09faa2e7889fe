"""One grammar for one passage: its sentences, each read for verbs, prepositions, names without a verb, loose quotations.

The same function reads a block and the inside of a quotation.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice

from selon.attribute.according import according
from selon.attribute.announced import Announced, announced
from selon.attribute.between import between
from selon.attribute.brackets import bracketed
from selon.attribute.choose import Candidate, best, is_taken
from selon.attribute.contents import main_clause, subordinate_end, trimmed, whole
from selon.attribute.cue import Cue
from selon.attribute.cues import cues
from selon.attribute.cutting import passage
from selon.attribute.floating import floating
from selon.attribute.forms import has_finite, is_finite, moods
from selon.attribute.headline import headlines
from selon.attribute.inverted import past_asides
from selon.attribute.lexicon import PARTICIPLE, Lexicon
from selon.attribute.masks import may_hold_cue
from selon.attribute.nouns import nouns
from selon.attribute.place import Place
from selon.attribute.quotation import Quotation
from selon.attribute.relay import relay
from selon.attribute.reported import reported
from selon.attribute.tokens import Passage
from selon.attribute.verbs import readings
from selon.languages import Language
from selon.languages.sentences import ends
from selon.model.span import Span

# No sentence of the press is longer: the longest of fr_dev2 has 190 tokens outside quotations, and 14 cues. Both keep the cost linear.
_LONGEST = 300  # tokens
_MOST = 40  # cues
_NAMED = 40  # tokens from a quoted heading to the verb of saying that makes it no heading
_NOBODY = frozenset({"first", "impersonal"})  # kinds of the words that name nobody else
_CLOSES = re.compile(r"[.!?…,;:)–—»]")  # what ends a parenthesis
_BEHIND = frozenset({"verb.incise", "verb.straight"})  # readings whose content stands before the verb
_WORDS = 4  # quoted words in a content that is mixed, of somebody who is quoted on
_GAP = 120  # characters between a reading and a quotation that goes on: the rest of its sentence


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
    for first, end in _stretches(found, language):
        sentence = _Sentence(found, first, end, cued(found, first, end)[:_MOST], [], [])
        if sentence.groups:
            _verbs(sentence, memory)
        if hands := found.handing(first, end):
            _others(sentence, hands)
        if loose:
            if not sentence.chosen:
                _verbless(sentence, memory, is_heading=is_heading)
            if found.lexicon.reports or found.quoted(first, end):
                _loose(sentence, memory, language, is_heading=is_heading)
        memory.sentence = partial(whole, found, first, end)
        if sentence.chosen:
            memory.last = _latest(sentence) or memory.last
            _add(told, [_relayed(found, one, found.end(end - 1)) for one in sentence.chosen], found)
        if found.forms[end - 1] == ":" and end == len(found):
            waiting = announced(found, sentence.first, sentence.end, sentence.groups, sentence.chosen)
    memory.announced = waiting
    return told


def _add(told: list[Candidate], fresh: list[Candidate], found: Passage) -> None:
    """The readings of one sentence behind those of the sentences before it."""
    if told and (place := _quoted_before(found, told, fresh[0])) is not None:
        told[place] = replace(told[place], content=told[place].content + fresh[0].content, reach=fresh[0].reach)
        del fresh[0]
    elif found.lexicon.weights.get("floating.apart", 0.0) < 0:
        fresh = [one for one in fresh if one.rule != "floating.alone"]
    told += fresh


def _relayed(found: Passage, one: Candidate, end: int) -> Candidate:
    via = None if one.via else relay(found, one, end)
    return replace(one, via=via) if via else one


def _quoted_before(found: Passage, told: list[Candidate], after: Candidate) -> int | None:
    """The reading that a quotation goes on with: the last, or the one before by the same speaker ("“A,” said X, who added B. “C”")."""
    if _goes_on(found, told[-1], after):
        return len(told) - 1
    if len(told) < 2 or told[-1].source is None or told[-2].source is None or not told[-1].source.overlaps(told[-2].source):
        return None
    return len(told) - 2 if _goes_on(found, replace(told[-2], reach=told[-1].reach), after) else None


def _goes_on(found: Passage, before: Candidate, after: Candidate) -> bool:
    """Does a quotation simply go on: "« A », a dit X. « B »"? Whether that is one relation or two, weights.toml says ("join.next")."""
    if found.lexicon.weights.get("join.next", 0.0) <= 0 or after.rule != "floating.alone" or before.cue is None:
        return False
    gap = found.text[before.reach : after.content[0].start]
    if len(gap) > _GAP or after.content[0].start < before.reach:
        return False
    last = before.content[-1]
    if found.quote_at.get(found.before(last.start) - 1) is not None:
        return True
    return before.rule in _BEHIND and any(found.quoted_words(at) >= _WORDS for at in found.quoted(found.at(last.start), found.at(last.end)))


def _stretches(found: Passage, language: Language) -> Iterator[tuple[int, int]]:
    """The sentences as tokens; a quoted heading glued to the text is one of its own ("« Une longue nuit » Le maire a dit …")."""
    first, stops = 0, list(ends(found.plain, 0, len(found.plain), language))
    for stop, next_stop in zip(stops, [*stops[1:], None], strict=True):
        end = bisect_left(found.starts, stop + found.origin, first)
        if (
            next_stop is not None
            and found.lexicon.order.subject_first
            and _asks(found, end - 1)
            and not found.loose_words(first, end)
            and _names(found, end)
        ):
            after = bisect_left(found.starts, next_stop + found.origin, end)
            if _is_told(found, end, after):
                continue  # "“Who closed it?” Orme said."
        while first + 2 < end and first in found.quote_at and _is_glued(found, first) and not _is_told(found, first + 1, end):
            yield first, first + 1
            first += 1
        while end - first > _LONGEST:
            yield first, first + _LONGEST
            first += _LONGEST
        if first < end:
            yield first, end
        first = end


def _asks(found: Passage, at: int) -> bool:
    """Is it a quotation that ends in a question or an exclamation?"""
    quote = found.quote_at.get(at)
    return quote is not None and found.text[quote.inner.end - 1] in "?!"


def _names(found: Passage, at: int) -> bool:
    """May whoever speaks begin here: a name, an article, a pronoun?"""
    return found.has(at, "subject", "determiner", "title") or (found.is_capital(at) and not found.kinds[at])


def _is_glued(found: Passage, at: int) -> bool:
    last = found.text[found.quote_at[at].inner.end - 1]
    return last not in ".!?…," and (at + 1 in found.quote_at or found.is_capital(at + 1)) and found.quoted_words(at) >= 2


def _is_told(found: Passage, at: int, end: int) -> bool:
    """Do a name and a verb of saying close the sentence behind a quotation: "“We lost the bridge” Orme said on Friday."?"""
    stop = min(end, at + _NAMED)
    while at < stop and found.is_word(at) and found.forms[at] not in found.lexicon.verbs and not is_finite(found, at):
        at += 1
    if at >= stop or not any("incise" in verb.frames for verb, _ in found.lexicon.verbs.get(found.forms[at], ())):
        return False
    after = past_asides(found, at + 1, end)
    return after >= end or not found.is_word(after) or found.has(after, "of")


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
        floor = max([low for low, _ in around]) if around else sentence.first
        before = sentence.chosen[-1].content if sentence.chosen else ()
        place = Place(found, group, floor, sentence.end, limit, sentence.groups, last, before, speaker, memory.sentence)
        candidate = best([one for one in readings(place) if _is_sound(one, sentence.chosen, found)], weights)
        if candidate is not None:
            sentence.keep(candidate)
            last = last if candidate.source is None else candidate.source


def _others(sentence: _Sentence, hands: Sequence[int]) -> None:
    """The readings of prepositions and nouns; `hands` are the tokens with which those begin."""
    found, weights = sentence.found, sentence.found.lexicon.weights
    first, end, groups, limits = sentence.first, sentence.end, sentence.groups, sentence.limits
    handed = between if found.lexicon.order.second else partial(according, chosen=sentence.chosen)
    others = chain(handed(found, hands, first, end, groups, limits), nouns(found, hands, first, end, groups))
    for candidate in islice(others, _MOST):
        if is_taken(candidate, weights) and _is_sound(candidate, sentence.chosen, found):
            sentence.chosen.append(candidate)


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
            if _is_sound(candidate, sentence.chosen, found):
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
    stop = _CLOSES.search(inside.text, at, min(end, at + _GAP))
    if stop is None:
        return at
    behind = inside.at(stop.end())
    if stop.group() != "," or not (inside.has(behind, "who", "which") or _describes(inside, behind)):
        return stop.start()
    close = _CLOSES.search(inside.text, stop.end(), min(end, stop.end() + _GAP))
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


def _is_sound(candidate: Candidate, chosen: list[Candidate], found: Passage) -> bool:
    """Can its source speak at all, and does no span lie across its own or another reading's source and cue?"""
    source, cue, content = candidate.source, candidate.cue, candidate.content
    if not content or (source is not None and cue is not None and (source.overlaps(cue) or _says_nothing(found, candidate, source))):
        return False
    for taken in (source, cue):
        if taken is not None:
            start, end = taken.start, taken.end
            for part in content:
                if part.start < end and start < part.end:
                    return False
    return not chosen or cue is None or not any(_takes(one, cue) for one in chosen)


def _takes(one: Candidate, cue: Span) -> bool:
    """Does a reading take a cue for its own, or for a part of its source?"""
    return (one.cue is not None and one.cue.overlaps(cue)) or (one.source is not None and one.source.covers(cue))


def _says_nothing(found: Passage, candidate: Candidate, source: Span) -> bool:
    first = found.at(source.start)
    if found.kinds[first].isdisjoint(_NOBODY) or first >= len(found) or found.starts[first] != source.start:
        return False  # as most are, or inside a quotation, where it was asked already
    alone = found.end(first) == source.end or "who" in found.kinds[first + 1]  # "ce qui montre que"
    if alone and "neuter" in found.kinds[first]:
        return not _may_be_body(candidate)
    return "first" in found.kinds[first] or (alone and "impersonal" in found.kinds[first])


def _may_be_body(candidate: Candidate) -> bool:
    """Is "it" before the verb a body that speaks ("It said the bridge was closed", never "it added a lane")?"""
    frames = candidate.verb.frames if candidate.verb is not None else frozenset()
    if "mood.infinitive" in candidate.features:
        return False  # "it is too early to say"
    return "body" in frames or ("body_that" in frames and candidate.rule != "verb.clause")


def _latest(sentence: _Sentence) -> tuple[Span, int] | None:
    told: tuple[Span, int] | None = None
    for one in sentence.chosen:
        if one.source is not None and (told is None or one.reach > told[1]):
            told = one.source, one.reach
    return told
