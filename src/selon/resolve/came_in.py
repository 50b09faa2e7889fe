"""Who was named since the last speaker: whether a pronoun means that person, or whoever spoke before."""

from selon.model.span import Span
from selon.resolve.memory import Memory
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.scores import BESIDE, SPEAKER_BEFORE, SUBJECT, UNLIKELY, doubted
from selon.resolve.subjects import COMMA_CHARS, NEAR_CHARS, is_fronted, named_since, starts, words_before
from selon.resolve.tokens import Token
from selon.resolve.voices import Voice

_BACK_CHARS = 20  # before a name, for the word right before it


def beside(
    said: Phrase, memory: Memory, since: int, found: list[tuple[Voice | Person, float]], *, open_before: int | None
) -> list[tuple[Voice | Person, float]]:
    """Who was named since the last speaker, inside a sentence; where that is somebody not known, no complement of a word.

    Before a pronoun that opens a clause, or where the name is new to the article, rather that person than the last speaker; but
    whoever stands there only as the complement of a word is meant where nobody else can be.
    """
    at = said.span.start
    near_to_it = [pair for pair in named_since(memory, since, at, said.gender) if not is_fronted(memory, pair[1], at)]
    free = next((pair for pair in near_to_it if _free(memory, *pair)), None)
    if free is None or (free is near_to_it[0] and _is_one_of_two(memory, free[1])):
        return found
    person, mention = free
    if any(isinstance(one, Voice) and one.person is person for one, _ in found):
        return [(one, max(score, SUBJECT)) for one, score in found]
    governed = _is_governed(person, mention, memory)
    if governed and _has_other_subject(person, mention, said.gender, memory):
        return [(one, score if score > BESIDE else min(score, UNLIKELY)) for one, score in found]
    if governed and open_before is not None and mention.start >= open_before:
        return found
    near = at - mention.start < NEAR_CHARS and bool(person.gender) and memory.text[at - 1 : at] not in ("-", "\u2011")
    new = person.first == mention.start and bool(person.gender) and "\n" not in memory.text[mention.start : at]
    if governed and (near or new) and any(isinstance(one, Voice) and one.person and score > BESIDE for one, score in found):
        return [*((one, min(score, BESIDE)) for one, score in found), (person, BESIDE)]  # either
    if near or new:
        found = [(one, min(score, SPEAKER_BEFORE if near else UNLIKELY)) for one, score in found]
    return [*found, (person, doubted(SUBJECT if near else BESIDE, said.gender, person.gender))]


def _is_one_of_two(memory: Memory, mention: Span) -> bool:
    """As in "ses rivaux, Ivo Talmar et Ada Bry": does "and" stand before the name?"""
    before = words_before(memory, max(0, mention.start - _BACK_CHARS), mention.start)
    return bool(before) and before[-1].folded in memory.lexicon.grammar.coordination


def _free(memory: Memory, person: Person, mention: Span) -> bool:
    """Is the name no complement of another word, nor, where it stood before, behind a preposition ("gifts from Lord Talmar")?

    Whoever is told of there for the first time, with a role behind the name, is free ("it is so for Ivo Talmar, a geologist").
    """
    before, told = words_before(memory, max(0, mention.start - _BACK_CHARS), mention.start), memory.lexicon
    while before and before[-1].folded in told.titles:
        before = before[:-1]
    if not before or _is_presented(person, mention):
        return True
    new = person.first == mention.start
    return before[-1].folded not in told.leads.reach and before[-1].folded not in (told.of if new else told.ties)


def _is_presented(person: Person, mention: Span) -> bool:
    """Is the name new to the article, with a role behind it?"""
    behind = (role.span.start - mention.end for role in person.roles)
    return person.first == mention.start and any(0 <= gap <= COMMA_CHARS for gap in behind)


def _is_governed(person: Person, mention: Span, memory: Memory) -> bool:
    """Is the name, with the role before it, an object or behind a preposition ("a reçu le maire Ivo Talmar", "dirigé par Ivo Talmar")?"""
    if _is_presented(person, mention):
        return False
    told = memory.lexicon
    begin = next((role.span.start for role in person.roles if 0 <= mention.start - role.span.end < COMMA_CHARS), mention.start)
    words = _sentence_before(memory, begin)
    while words and not memory.text[words[-1].end : begin].strip():
        last = words.pop()
        if last.folded in told.ties:
            return last.form not in told.grammar.purpose and last.form[0].islower()  # "(premier jour) pour Ivo Talmar": who is told of
        begin = last.start
        noun = bool(words) and (words[-1].folded in told.determiners or words[-1].folded in told.qualifiers)
        if not noun and last.folded not in told.titles and last.folded not in told.determiners and last.folded not in told.nouns.reach:
            links = last.folded in told.openers or last.folded in told.grammar.coordination or last.folded in told.relatives
            return not links and bool(words) and last.form[0].islower()
    return False


def _has_other_subject(person: Person, mention: Span, gender: str, memory: Memory) -> bool:
    """Does a pronoun of that gender, or another name that no word governs, stand before the name in its sentence?"""
    words = [word for word in _sentence_before(memory, mention.start) if not memory.in_contents(word.start)]
    rows = [memory.lexicon.pronouns.get(word.folded) for word in words]
    if any(row is not None and row.kind == "personal" and row.gender == gender and row.number == "s" for row in rows):
        return True
    near = memory.cast.since(words[0].start, mention.start) if words else ()
    others = [pair for pair in near if pair[0] is not person and pair[0].may_be(gender) and not memory.in_contents(pair[1].start)]
    return any(not _is_governed(*pair, memory) for pair in others)


def _sentence_before(memory: Memory, at: int) -> list[Token]:
    """The words of the sentence up to one that begins at a place."""
    begin = max(starts(memory, -1, at), default=at)
    return words_before(memory, begin, at) if begin < at else []
