"""Who rejects what is laid at his door, without a word of denial: "they try to pin it on us", "an arbitrary arrest, says his lawyer".

A sentence of what somebody says is a rejection where it holds a word of rejecting, or contests an accusation or what was done about it, and
the article tells that somebody is charged, held or blamed. It is tied to the accusation that most articles tell, and never to what the
speaker says himself. Who speaks must be on that side: he says "we", the accusation names him, or he is counsel. That something never
happened ("there was no call") rejects only in the mouth of one who rejects beside it too.
Not done yet: rejections that no word of the tables shows ("we only wanted to have dinner").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selon.languages import Language
from selon.languages.sentences import sentences
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.accusations import Accusation, Accusations, accusing_words, speaker
from selon.trace.collection import whole
from selon.trace.markers import markers
from selon.trace.sayings import Against, Saying

_QUOTES_ANOTHER = re.compile(r":\s*['‘’“\"«]")  # what somebody else is quoted with inside of what is said
_BESIDE_CHARS = 30  # between what is contested and the word that contests it
_BEFORE_CHARS = 250  # of an accusation before who rejects it: about a sentence and its neighbour
_HARD = frozenset({"rejection", "campaign", "contested"})  # of markers: an article without them rejects nothing
_KINDS = _HARD | {"absence"}  # without which no sentence does
_NEAR_SENTENCES = 2  # the accusation's and the one behind it, before a sentence that points at it


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of what somebody says that may reject."""

    reading: Reading
    attribution: Attribution
    claimant: Claimant | None
    span: Span
    speaker: str | None
    hard: bool  # whoever speaks; else only in the mouth of one who rejects beside it
    rejects: bool  # in a word of rejecting
    of_himself: bool  # in the first person
    contested: int | None  # where what is contested begins, in a sentence that has no word of rejecting

    @property
    def text(self) -> str:
        """The text of its article."""
        return self.reading.article.text


@dataclass(frozen=True, slots=True)
class Rejections:
    """What the speakers of a collection reject."""

    accusations: Accusations

    def of(self, said: Sequence[Saying], language: Language) -> Iterator[Against]:
        """Yield the rejections of one article, in text order of their attributions."""
        if all(one.kinds.isdisjoint(_HARD) for one in said):
            return
        told = list(_rejecting(said, language))
        if not any(one.hard for one in told):
            return
        accusations = self.accusations.of(said[0].reading, language)
        hard = [(one, found) for one in told if one.hard and (found := _rejected(one, accusations, language))]
        soft = [(one, found) for one in told if not one.hard and (found := _beside(one, hard))]
        for sentence, found in sorted((*hard, *soft), key=lambda pair: pair[0].span):
            word = accusing_words(sentence.text, found.span, language)[0].of(sentence.text)
            is_measure = _is_of_a_measure(sentence, language)
            how = "contests what was done, as the article tells it" if is_measure else "rejects what the article tells"
            yield Against(sentence.attribution, _with_cue(sentence), found.claim_id, f"{how}: «{word}»", is_of_measure=is_measure)


def _rejected(sentence: _Sentence, accusations: Sequence[Accusation], language: Language) -> Accusation | None:
    """The accusation that most articles tell, the nearest before him of those; what the speaker says himself is none."""
    own = sentence.attribution.content
    others = [one for one in accusations if not any(one.span.overlaps(span) for span in own) and one.speaker != sentence.speaker]
    others = [one for one in others if one.speaker is not None or not _goes_on_to(sentence, one)]
    others = [one for one in others if not one.by_cue or (sentence.rejects and one.span.end <= sentence.span.start)]
    others = [one for one in others if one.span.start < sentence.span.start or _is_right_behind(sentence, one, language)]
    mine = [one for one in others if _is_of_that_side(sentence, one, language) and _is_in_reach(sentence, one, language)]
    mine = [one for one in mine if sentence.contested is None or _is_of_one_kind(sentence, one, language)]
    mine = [one for one in mine if one.articles > 1 or _is_right_before(sentence, one) or _names(sentence, one, language)]
    begin = sentence.span.start
    return max(mine, key=lambda one: (one.articles, one.span.start < begin, -abs(one.span.start - begin), one.claim_id), default=None)


def _is_of_one_kind(sentence: _Sentence, accusation: Accusation, language: Language) -> bool:
    """Where a measure is contested ("an arbitrary arrest"), does the accusation tell of this one, and not of a charge or a trial alone?"""
    if not _is_of_a_measure(sentence, language):
        return True
    told = markers("measure", sentence.text, accusation.span, language)
    if markers("trial", sentence.text, sentence.span, language):
        return bool(told)
    trials = markers("trial", sentence.text, accusation.span, language)
    return any(not any(one.overlaps(trial) for trial in trials) for one in told)


def _is_of_a_measure(sentence: _Sentence, language: Language) -> bool:
    """Does he contest what was done ("an arbitrary arrest"), which says nothing against that it was done?"""
    return sentence.contested is not None and bool(markers("measure", sentence.text, sentence.span, language))


def _is_in_reach(sentence: _Sentence, accusation: Accusation, language: Language) -> bool:
    """Do the words point at an accusation right before them ("these accusations are absurd"), or at none?"""
    text, span = sentence.text, sentence.span
    pointing = [one for one in markers("anaphor", text, span, language) if markers("accusation", text, one, language)]
    if not pointing:
        return True
    between = sentences(text, Span(accusation.span.start, span.end), language) if accusation.span.start < span.start else []
    return 0 < sum(one.start < span.start and one.end > accusation.span.start for one in between) <= _NEAR_SENTENCES


def _is_right_before(sentence: _Sentence, accusation: Accusation) -> bool:
    """Does an accusation that one article alone tells, which may be of anybody, stand near before the words that reject it?"""
    return 0 <= sentence.span.start - accusation.span.end <= _BEFORE_CHARS


def _is_right_behind(sentence: _Sentence, accusation: Accusation, language: Language) -> bool:
    """Does the accusation open the sentence behind, as in a text that begins with the answer to it?"""
    between = sentences(sentence.text, Span(sentence.span.start, accusation.span.start + 1), language)
    return len(between) <= _NEAR_SENTENCES


def _names(sentence: _Sentence, accusation: Accusation, language: Language) -> bool:
    return sentence.claimant is not None and accusation.names(sentence.claimant, sentence.text, language)


def _goes_on_to(sentence: _Sentence, accusation: Accusation) -> bool:
    """Do the speaker's own words go on to an accusation, in a quotation of his paragraph that no rule gives to anybody?"""
    start = sentence.text.rfind("\n", 0, accusation.span.start) + 1
    before = sentence.text[start : accusation.span.start]
    opened = before.count('"') % 2 == 1 or before.count("«") > before.count("»") or before.count("“") > before.count("”")
    return opened and start <= sentence.span.start


def _beside(sentence: _Sentence, hard: Sequence[tuple[_Sentence, Accusation]]) -> Accusation | None:
    """What the same speaker rejects in the sentence nearest to this one."""
    same = [(one, found) for one, found in hard if one.speaker == sentence.speaker]
    return min(same, key=lambda pair: (abs(pair[0].span.start - sentence.span.start), pair[0].span), default=(None, None))[1]


def _is_of_that_side(sentence: _Sentence, accusation: Accusation, language: Language) -> bool:
    """Does he speak of himself, where nobody else is accused, or for somebody, or does the accusation name him?"""
    source, claimant = sentence.attribution.source, sentence.claimant
    if sentence.of_himself:
        return not accusation.names_another(claimant, sentence.text, language)
    if source and markers("counsel", sentence.text, source, language):
        return True
    if claimant is None:
        return False
    counsel = claimant.role is not None and bool(markers("counsel", claimant.role, Span(0, len(claimant.role)), language))
    return counsel or accusation.names(claimant, sentence.text, language)


def _rejecting(said: Sequence[Saying], language: Language) -> Iterator[_Sentence]:
    """Yield the sentences of an article that may reject something."""
    for one in said:
        text, span = one.text, one.span
        if not any(markers(kind, text, span, language) for kind in _KINDS & one.kinds):
            continue
        if markers("evasion", text, span, language) or markers("condition", text, span, language):
            continue  # "I hope we were not involved", "if they have nothing to hide"
        rejecting = markers("rejection", text, span, language)
        rejects = bool(rejecting) and not _QUOTES_ANOTHER.search(text, span.start, rejecting[0].start)
        contested = None if rejects else _contests(text, span, language)
        hunted = bool(markers("campaign", text, span, language))  # only in the mouth of whom an accusation names
        hard = rejects or hunted or contested is not None
        if hard or markers("absence", text, span, language):
            by = speaker(one.reading, one.attribution, one.claimant)
            of_himself = rejects and bool(markers("first person", text, span, language))
            yield _Sentence(one.reading, one.attribution, one.claimant, span, by, hard, rejects, of_himself, contested)


def _contests(text: str, span: Span, language: Language) -> int | None:
    """Where an accusation, or what was done about it, and a word beside it that contests it begin."""
    pairs = ((one, other) for one in markers("contested", text, span, language) for other in accusing_words(text, span, language))
    beside = (min(one.start, other.start) for one, other in pairs if _gap(one, other) <= _BESIDE_CHARS and not one.overlaps(other))
    return next(beside, None)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end)


def _with_cue(sentence: _Sentence) -> Span:
    """The sentence; with source and cue where it is all that is said; of one that only contests what its last comma parts off."""
    content, source = sentence.attribution.content, sentence.attribution.source
    told = whole(sentence.attribution) if len(content) == 1 and sentence.span.covers(content[0]) else sentence.span
    if sentence.contested is None or (source and source.start < sentence.contested):
        return told
    comma = sentence.text.rfind(", ", told.start, sentence.contested)
    return told if comma < 0 else Span(comma + 2, told.end)
