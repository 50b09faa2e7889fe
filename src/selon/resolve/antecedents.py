"""Whom a personal pronoun may mean, outside what others say: who spoke before, and who came in since."""

import re
from itertools import pairwise

from selon.languages.fold import fold
from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import ClaimantKind
from selon.resolve.between import another_noun
from selon.resolve.came_in import beside
from selon.resolve.memory import Memory, Turn
from selon.resolve.names import is_acronym
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.scene import THRESHOLD
from selon.resolve.scores import EARLIER, LAST_SPEAKER, OPENING, SPEAKER_BEFORE, SUBJECT, THING, UNLIKELY, doubted
from selon.resolve.subjects import (
    acts_there,
    described_subject,
    fronted,
    is_behind_another,
    is_fronted,
    named_since,
    opens,
    opens_clause,
    starts,
)
from selon.resolve.tokens import word_tokens
from selon.resolve.voices import Voice, may_mean

_DASHES = ("–", "—", "-")
_PARTS = re.compile(r"[\n«»“”\"]")  # what nothing that is inserted goes on across
_CLOSING = '"”»'
_BACK = 4  # turns that a pronoun looks back
_FAR_CHARS = (
    200  # of narration between; on fr_dev and fr_dev2 150 to 250 are the same, 100 loses seven right ones, 300 lets three wrong ones in
)
_FAR_ON_CHARS = 700  # the same before a verb of going on
_SOON_CHARS = 250  # from a pronoun that opens a text to the name
CLOSE = 0.04  # two scores of which neither decides
Ranked = list[tuple[Voice | Person, float]]


def candidates(said: Phrase, attribution: Attribution, memory: Memory) -> Ranked:
    """Whom it may mean, best first: the last speakers who agree, less likely where somebody else came in since."""
    at = said.span.start
    turns = memory.before(at, None)
    found: Ranked = [*_speakers(said, attribution, memory, turns)]
    since = _spoken(turns[0], memory) if turns else -1
    riddle = memory.riddle(since, at, said.gender, None) if said.number == "s" else None
    if riddle is not None:
        found, since = [], riddle.at
    if said.number == "s" and said.gender != "n" and not (riddle is None and _goes_on(said, attribution, memory, turns, found)):
        before = riddle.end if riddle is not None and riddle.gender == said.gender else None
        found = _with_those_since(said, memory, since, found, open_before=before)
    if not turns and not _sure(found):
        found = [*found, *_named_at_once(said, memory)]
    if not _sure(found):
        found = [*found, *_opening_what_is_said(said, attribution, memory)]
    return sorted(found, key=lambda pair: -pair[1])


def _spoken(turn: Turn, memory: Memory) -> int:
    """Where whoever spoke last is named in full, with what is inserted before the verb: "Ada Bry, who once owned Mr Orme's ferry, said"."""
    source, cue = turn.attribution.source, turn.attribution.cue
    if source is None or cue is None:
        return turn.end
    between = memory.text[source.end : cue.start]
    first, person = between.lstrip()[:1], turn.voice.person
    named = person is not None and any(source.covers(span) for span in person.mentions)
    if not (first in _DASHES or (first == "," and named and not _PARTS.search(between))):
        return turn.end  # "one of the lawyers, Ada Bry, said"
    return max(turn.end, cue.start)


def _goes_on(said: Phrase, attribution: Attribution, memory: Memory, turns: list[Turn], found: Ranked) -> bool:
    """As in "a-t-il ajouté": does the verb say that whoever spoke last goes on, a person who agrees?"""
    last = turns[0].voice if turns else None
    if last is None or last.person is None or not any(one is last and score >= THRESHOLD for one, score in found):
        return False
    return is_told_on(said, attribution, memory)


def is_told_on(said: Phrase, attribution: Attribution, memory: Memory) -> bool:
    """Is the verb one of going on ("ajouté", "poursuivi")?"""
    cue = attribution.cue
    if cue is None:
        return False
    words = word_tokens(memory.text, min(cue.start, said.span.start), max(cue.end, said.span.end))
    return not memory.lexicon.ongoing.isdisjoint([word.folded for word in words])


def _sure(found: Ranked) -> bool:
    return any(score >= THRESHOLD for _, score in found)


def _speakers(said: Phrase, attribution: Attribution, memory: Memory, turns: list[Turn]) -> list[tuple[Voice, float]]:
    """The last speakers who agree, up to the last person among them."""
    found: list[tuple[Voice, float]] = []
    for rank, turn in enumerate(turns[:_BACK]):
        kind = turn.voice.claimant.kind
        several = (ClaimantKind.GROUP,) if turn.voice.number == "p" else ()  # "le groupe Lune" is one
        mute = (*several, ClaimantKind.OUTLET) if said.number == "s" and said.gender != "n" else ()
        lone = said.number == "s" and _may_be_a_person(said, turn.voice, memory)
        if kind is ClaimantKind.DOCUMENT and said.gender != "n" and not _opens_its_clause(said, attribution, memory):
            continue
        if kind in mute or not (lone or may_mean(said, turn.voice, memory.lexicon)):
            continue
        personal = turn.voice.person is not None or said.number == "p" or kind is ClaimantKind.ANONYMOUS or lone
        score = (LAST_SPEAKER if rank == 0 else EARLIER) if personal else THING
        if _far(memory, turn, attribution, said, last=rank == 0) or (kind is ClaimantKind.ANONYMOUS and rank):
            score = UNLIKELY
        if score == THING and (_is_somebody_named(said, memory, turn) or _is_another_noun(said, attribution, memory, turn)):
            score = UNLIKELY
        if score == EARLIER and found and found[0][1] == THING:  # "le groupe Lune a promis …. « … », a-t-il dit": either
            score = THING
        wary = said.gender == "n" or kind in (ClaimantKind.ANONYMOUS, ClaimantKind.GROUP)
        if wary and _told_between(memory, turn, attribution, said) > 1:
            score = UNLIKELY
        found.append((turn.voice, doubted(score, said.gender, turn.voice.gender)))
        if personal and not lone:
            break
    sure = any(voice.gender == said.gender for voice, _ in found)
    return [(voice, min(score, UNLIKELY) if sure and voice.gender == "n" and said.gender != "n" else score) for voice, score in found]


def _opens_its_clause(said: Phrase, attribution: Attribution, memory: Memory) -> bool:
    """Neither "a-t-il confié" nor "selon lui": so the press speaks of persons and bodies, of a document only "Il souligne"."""
    inverted = memory.text[said.span.start - 1 : said.span.start] in ("-", "\u2011")
    return not inverted and not attribution.rule.startswith("preposition")


def _may_be_a_person(said: Phrase, voice: Voice, memory: Memory) -> bool:
    """As in "Talmar said … He added": one name of which nothing tells whose it is."""
    name = voice.claimant.name
    told = memory.lexicon
    lone = name.isalpha() and not is_acronym(name) and fold(name) not in told.nouns.reach and fold(name) not in told.named
    return lone and said.gender in ("m", "f") and voice.claimant.kind is ClaimantKind.BODY and voice.gender == "n"


def _is_another_noun(said: Phrase, attribution: Attribution, memory: Memory, turn: Turn) -> bool:
    """Does the narrator speak of somebody or of a body since, whom the pronoun may mean?"""
    until = min(said.span.start, attribution.content[0].start)
    return another_noun(said, memory, _end_of(turn, said, memory.text), until=until) is not None


def _end_of(turn: Turn, said: Phrase, text: str) -> int:
    """Where the source and what it says end, as far as they stand before the pronoun.

    A paragraph of its own that the words go on in is not counted: who comes in behind it is not told by who spoke before it.
    """
    end = turn.end
    for before, span in pairwise((None, *turn.attribution.content)):
        if span is None or span.end > said.span.start or (before is not None and _is_apart(text[before.end : span.start])):
            break
        end = max(end, span.end)
    return end


def _is_apart(between: str) -> bool:
    """Do a mark that closes a quotation and a new paragraph stand between two parts?"""
    first, parted, _ = between.partition("\n")
    return bool(parted) and any(mark in first for mark in _CLOSING)


def _told_between(memory: Memory, turn: Turn, attribution: Attribution, said: Phrase) -> int:
    """How many sentences of the narrator's own begin between what somebody said and the pronoun's sentence."""
    begin, end = _end_of(turn, said, memory.text), min(said.span.start, attribution.content[0].start)
    found = {at + (memory.text[at : at + 1] == "\n") for at in starts(memory, begin, end) if at < end}
    return sum(not memory.in_contents(at) for at in found)


def _with_those_since(said: Phrase, memory: Memory, since: int, found: Ranked, *, open_before: int | None) -> Ranked:
    """With who opens a sentence since the last speaker, else with who is named in one.

    `open_before`: where the words end of one who is not known and may be meant; None: of nobody.
    """
    at = said.span.start
    told = fronted(said, memory)
    if told is not None:
        return [*((person, SUBJECT) for person in told), *((one, min(score, UNLIKELY) if told else score) for one, score in found)]
    own = opens_clause(said, memory)
    if own is not None:
        return [
            *((one, min(score, UNLIKELY)) for one, score in found if not (isinstance(one, Voice) and one.person is own)),
            (own, SUBJECT),
        ]
    described = described_subject(said, memory, since, at)
    if described is not None:
        return [*((person, SUBJECT) for person in described), *((one, UNLIKELY) for one, _ in found)]
    for rank, (person, mention) in enumerate(named_since(memory, since, at, said.gender)):
        subject = (opens(memory, mention.start) and not is_behind_another(memory, mention)) or (rank == 0 and acts_there(memory, mention))
        if subject and not is_fronted(memory, mention, at) and (person.gender or not _told_of_another(said, memory, since)):
            likely = doubted(SUBJECT, said.gender, person.gender)
            most = SPEAKER_BEFORE if person.gender else UNLIKELY if " " in person.name else likely
            return [*((one, min(score, most)) for one, score in found), (person, likely)]
    return beside(said, memory, since, found, open_before=open_before)


def _told_of_another(said: Phrase, memory: Memory, since: int) -> bool:
    """Is somebody named since of whom the text tells that gender?"""
    return bool(said.gender) and any(person.gender == said.gender for person, _ in named_since(memory, since, said.span.start, said.gender))


def _is_somebody_named(said: Phrase, memory: Memory, turn: Turn) -> bool:
    """Does what a body or a document says, or what follows it, name a person who agrees, and may be meant sooner?"""
    begin = min(turn.end, turn.attribution.content[0].start)
    return next(named_since(memory, begin, said.span.start, said.gender), None) is not None


def _far(memory: Memory, turn: Turn, attribution: Attribution, said: Phrase, *, last: bool) -> bool:
    """Does a good deal of narration lie between that speaker and this one, in another paragraph? Then others may have come in.

    `last`: nobody spoke since; before a verb of going on ("a-t-il ajouté") more may lie between, where nobody else is named in it.
    """
    begin, end = _end_of(turn, said, memory.text), min(said.span.start, attribution.content[0].start)
    if end - begin <= _FAR_CHARS or "\n" not in memory.text[begin:end]:
        return False
    if end - begin > _FAR_ON_CHARS or not last or turn.voice.person is None or not is_told_on(said, attribution, memory):
        return True
    return next(named_since(memory, turn.end, said.span.start, said.gender), None) is not None


def _named_at_once(said: Phrase, memory: Memory) -> Ranked:
    """As in "Il a promis un pont. Ivo Talmar est venu lundi": a text that opens with a pronoun, then names that person."""
    at = said.span.start
    if said.number != "s" or any(person.first < at for person in memory.cast.persons):
        return []
    first = next((person for person in memory.cast.persons), None)
    soon = first is not None and first.first < at + _SOON_CHARS and first.gender == said.gender
    return [(first, OPENING)] if first is not None and soon and opens(memory, first.first) else []


def _opening_what_is_said(said: Phrase, attribution: Attribution, memory: Memory) -> Ranked:
    """As in "Ivo Talmar a vu la digue céder, a-t-il dit": who opens what is told, where nobody else can be meant."""
    begin = attribution.content[0].start
    if attribution.kind is SpeechKind.DIRECT or not begin < said.span.start or said.number != "s" or not said.gender:
        return []
    first = next(((person, span) for person, span in memory.cast.since(begin, said.span.start) if span.start == begin), None)
    if first is None or first[0].gender != said.gender:
        return []
    others = [person for person, _ in memory.cast.since(begin, said.span.start) if person is not first[0] and person.may_be(said.gender)]
    return [] if others else [(first[0], OPENING)]


def is_open(able: Ranked) -> bool:
    """Are the first two, who are not one, as likely?"""
    return len(able) > 1 and able[1][1] >= THRESHOLD and able[0][1] - able[1][1] < CLOSE and name_of(able[0][0]) != name_of(able[1][0])


def name_of(one: Voice | Person) -> str:
    """The name of somebody who may be meant."""
    return one.name if isinstance(one, Person) else one.claimant.name
