"""Who has spoken so far in an article, and whom a pronoun may mean.

Scores are ordered by hand and checked on the first half of fr_dev and on fr_dev2: the last speaker who agrees is meant in nine of ten.
"""

import re
from dataclasses import dataclass, field

from selon.languages.fold import fold
from selon.model.attribution import Attribution, SpeechKind
from selon.model.claimant import ClaimantKind
from selon.model.span import Span
from selon.resolve.cast import Cast, Person
from selon.resolve.lexicon import Lexicon
from selon.resolve.phrase import Phrase, phrase
from selon.resolve.roles import holders
from selon.resolve.tokens import Token, longest, word_tokens
from selon.resolve.voices import Voice

LAST_SPEAKER, RECENT = 0.85, 0.75
SUBJECT, SPEAKER_BEFORE, BESIDE, INSIDE, EARLIER = 0.66, 0.62, 0.61, 0.6, 0.6
OUTER, ELSEWHERE, THING, UNLIKELY = 0.55, 0.52, 0.52, 0.45
UNSURE_GENDER = 0.1  # taken off where nothing tells the gender


_SENTENCE = re.compile(r"\n|(?P<word>[^\W\d_]*)[.!?…]+[\"”»]?\s?(?=[\W]*[^\W\d_a-z])|[»”\"]\s")
_BACK = 4  # turns that a pronoun looks back
_NEAR_CHARS = 300  # between a name and the pronoun that opens a clause after it
_OPENING_CHARS = 60  # a role before a name that opens a sentence


@dataclass(frozen=True, slots=True)
class Turn:
    """One attribution that found its voice."""

    at: int  # where its source stands
    voice: Voice
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Riddle:
    """One attribution whose singular source stayed open: a pronoun after it may mean the one who is not known."""

    at: int
    gender: str
    parent: str | None


@dataclass(slots=True)
class Memory:
    """The turns of one article, in the order of their sources."""

    cast: Cast
    text: str
    lexicon: Lexicon
    turns: list[Turn] = field(default_factory=list)
    riddles: list[Riddle] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)  # contents in quotation marks

    def before(self, at: int, parent: str | None) -> list[Turn]:
        """Turns before that place, the last first; inside a content only that content's own."""
        return [turn for turn in reversed(self.turns) if turn.at < at and turn.attribution.parent == parent]

    def riddle(self, since: int, at: int, gender: str, parent: str | None) -> bool:
        """Did somebody of that gender, who is not known, speak between two places?"""
        return any(
            since < one.at < at and one.parent == parent and not (gender and one.gender and gender != one.gender) for one in self.riddles
        )

    def in_quotes(self, at: int) -> bool:
        """Does that place lie inside somebody's quoted words?"""
        return any(span.start <= at < span.end for span in self.quoted)


def agrees(gender: str, number: str, voice: Voice) -> bool:
    """Do gender and number allow it? What is not known speaks against nothing, but a person is never "it"."""
    if number != voice.number:
        return False
    if gender == "n":
        return voice.person is None
    return not (gender and voice.gender and gender != voice.gender) and not (gender and voice.gender == "n")


def candidates(
    said: Phrase, attribution: Attribution, memory: Memory, outer: Attribution | None, outer_voice: Voice | None
) -> list[tuple[Voice | Person, float]]:
    """Whom a personal pronoun may mean, best first."""
    at = said.span.start
    if outer is not None:
        return _inside(said, attribution, memory, outer, outer_voice)
    found: list[tuple[Voice | Person, float]] = []
    turns = memory.before(at, None)
    for rank, turn in enumerate(turns[:_BACK]):
        if not agrees(said.gender, said.number, turn.voice) or (said.number == "s" and turn.voice.claimant.kind is ClaimantKind.GROUP):
            continue
        personal = turn.voice.person is not None or said.number == "p" or turn.voice.claimant.kind is ClaimantKind.ANONYMOUS
        score = (LAST_SPEAKER if rank == 0 else EARLIER) if personal else THING
        found.append((turn.voice, _doubted(score, said.gender, turn.voice.gender)))
        if personal:
            break
    since = turns[0].at if turns else -1
    if said.number == "s" and memory.riddle(since, at, said.gender, None):
        found = []
    if said.number == "s" and said.gender != "n":
        described = _described_subject(said, memory, since, at)
        if described is not None:
            return [*((person, SUBJECT) for person in described), *((one, UNLIKELY) for one, _ in found)]
        for person, mention in _named_since(memory, since, at, said.gender):
            if _opens(memory, mention.start):
                found = [(one, min(score, SPEAKER_BEFORE)) for one, score in found]
                found.append((person, _doubted(SUBJECT, said.gender, person.gender)))
                break
        else:
            found = _beside(said, memory, since, found)
    return sorted(found, key=lambda pair: -pair[1])


def _doubted(score: float, gender: str, other: str) -> float:
    return score if not gender or other else score - UNSURE_GENDER


def _inside(
    said: Phrase, attribution: Attribution, memory: Memory, outer: Attribution, outer_voice: Voice | None
) -> list[tuple[Voice | Person, float]]:
    """A pronoun inside a content: who spoke there, else who is named there, else, outside quotation marks, the speaker."""
    found: list[tuple[Voice | Person, float]] = []
    at = said.span.start
    for turn in memory.before(at, attribution.parent):
        if agrees(said.gender, said.number, turn.voice):
            found.append((turn.voice, _doubted(SUBJECT, said.gender, turn.voice.gender)))
            break
    begin = min(span.start for span in outer.content)
    for person in memory.cast.persons if said.number == "s" else ():
        near = [mention for mention in person.mentions if begin <= mention.start < at]
        if near and not (said.gender and person.gender and said.gender != person.gender):
            found.append((person, _doubted(INSIDE, said.gender, person.gender)))
    elsewhere = [
        turn for turn in reversed(memory.turns) if turn.at < at and turn.voice is not outer_voice and turn.voice.person is not None
    ]
    if not found and elsewhere and outer_voice is not None:
        found += [
            (turn.voice, ELSEWHERE)
            for turn in elsewhere
            if turn.voice.person is not outer_voice.person and agrees(said.gender, said.number, turn.voice)
        ][:1]
    if outer.kind is not SpeechKind.DIRECT and outer_voice is not None and agrees(said.gender, said.number, outer_voice):
        found.append((outer_voice, _doubted(OUTER, said.gender, outer_voice.gender)))
    return sorted(found, key=lambda pair: -pair[1])


def _described_subject(said: Phrase, memory: Memory, since: int, at: int) -> list[Person] | None:
    """As in "La maire est venue. Elle …": who holds the role that opens a sentence since; nobody known: an empty list; no role: None."""
    starts = [match.end() for match in _SENTENCE.finditer(memory.text, max(0, since, at - _NEAR_CHARS), at)]
    for start in reversed(starts):
        tokens = word_tokens(memory.text, start, min(at, start + _NEAR_CHARS))[:10]
        role = _role_at(tokens, memory) if not memory.in_quotes(start) else None
        if role is None:
            continue
        found = phrase(memory.text, role, memory.lexicon)
        fits = not (said.gender and found.gender and said.gender != found.gender)
        if found.shape == "role" and found.head is not None and found.determiner == "definite" and fits and not found.head.rank:
            people = holders(found, memory.cast, start, memory.text, memory.lexicon)
            return [person for person, score in people[:1] if score > UNLIKELY]
    return None


def _role_at(tokens: list[Token], memory: Memory) -> Span | None:
    """The words of a definite role that open a sentence, up to its verb."""
    told = memory.lexicon
    determiner = longest(told.determiners, tokens, 0)
    noun = longest(told.nouns, tokens, determiner[1]) if determiner else None
    if determiner is None or noun is None or noun[0].kind != "role" or noun[0].number == "p":
        return None
    end = next((i for i, word in enumerate(tokens) if word.folded in told.verbs or word.folded in told.pronouns), 0)
    return Span(tokens[0].start, tokens[end - 1].end) if end > determiner[1] else None


def _beside(said: Phrase, memory: Memory, since: int, found: list[tuple[Voice | Person, float]]) -> list[tuple[Voice | Person, float]]:
    """Who was named since the last speaker, inside a sentence; before a pronoun that opens a clause rather than the last speaker."""
    at = said.span.start
    free = [(person, mention) for person, mention in _named_since(memory, since, at, said.gender) if _free(memory, mention)]
    if not free:
        return found
    person, mention = free[0]
    near = at - mention.start < _NEAR_CHARS and memory.text[at - 1 : at] not in ("-", "\u2011") and bool(person.gender)
    if near:
        found = [(one, min(score, SPEAKER_BEFORE)) for one, score in found]
    return [*found, (person, _doubted(SUBJECT if near else BESIDE, said.gender, person.gender))]


def _named_since(memory: Memory, since: int, at: int, gender: str) -> list[tuple[Person, Span]]:
    """Persons of that gender named between two places outside quotations, the last first."""
    found = [
        (person, mention)
        for person in memory.cast.persons
        if not (gender and person.gender and gender != person.gender)
        for mention in person.mentions
        if since < mention.start < at and not memory.in_quotes(mention.start)
    ]
    return sorted(found, key=lambda pair: -pair[1].start)


def _free(memory: Memory, mention: Span) -> bool:
    """Is the name no complement of another word?"""
    before = word_tokens(memory.text, max(0, mention.start - 20), mention.start)
    return not before or before[-1].folded not in memory.lexicon.of


def _opens(memory: Memory, at: int) -> bool:
    """Does the sentence begin with that name, but for a role and a form of address before it?"""
    start = max(0, at - _OPENING_CHARS)
    cut = start if start == 0 else -1
    for match in _SENTENCE.finditer(memory.text, start, at):
        if fold(match["word"] or "") not in memory.lexicon.titles:
            cut = match.end()
    if cut < 0 or "," in memory.text[cut:at].rstrip(", "):
        return False
    before = word_tokens(memory.text, cut, at)
    return not before or before[-1].folded not in memory.lexicon.small


def recent(said: Phrase, memory: Memory) -> list[tuple[Person, float]]:
    """As in "ce dernier": the person who was named last and agrees."""
    at = said.span.start
    found = [
        (person, mention.start)
        for person in memory.cast.persons
        for mention in person.mentions
        if mention.start < at and not (said.gender and person.gender and said.gender != person.gender)
    ]
    last = max(found, key=lambda pair: pair[1], default=None)
    if last is not None and _another_noun(said, memory, last[1]):
        return []
    return [(last[0], _doubted(RECENT, said.gender, last[0].gender))] if last and said.number == "s" else []


def _another_noun(said: Phrase, memory: Memory, since: int) -> bool:
    """Does a role or a body of that gender stand nearer than the last name ("…, dit Talmar au président. Ce dernier …")?"""
    tokens = word_tokens(memory.text, since, said.span.start)
    told = memory.lexicon
    for at in range(1, len(tokens)):
        noun = longest(told.nouns, tokens, at)
        article = told.determiners.get(tokens[at - 1].folded)
        if noun is None or article is None or article.number == "p" or noun[0].number == "p":
            continue
        gender = noun[0].gender or article.gender
        if noun[0].kind != "document" and not (gender and said.gender and gender != said.gender):
            return True
    return False
