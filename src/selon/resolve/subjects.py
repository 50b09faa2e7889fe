"""Who stands in a text as the subject of a sentence, or beside it: what a pronoun may mean besides the speakers."""

import re
from collections.abc import Iterator

from selon.languages.fold import fold
from selon.model.span import Span
from selon.resolve.memory import Memory
from selon.resolve.parts import Phrase
from selon.resolve.persons import Person
from selon.resolve.phrase import phrase
from selon.resolve.roles import holders
from selon.resolve.scores import BESIDE, SPEAKER_BEFORE, SUBJECT, UNLIKELY, doubted
from selon.resolve.tokens import Token, longest, word_tokens
from selon.resolve.voices import Voice

_SENTENCE = re.compile(r"[\n.!?…»”\"](?:(?<=\n)|(?<=[.!?…])[.!?…]*[\"”»]?\s?(?=[\W]*[^\W\d_a-z])|(?<=[»”\"])\s)")
BODIES = frozenset({"body", "state", "outlet", "group"})
SPEAKING = BODIES | {"role", "anonymous", "rumour", "words"}  # kinds of nouns that a pronoun may mean: all but documents
_POINTING = frozenset({"demonstrative"})
_DEFINITE = frozenset({"definite"})
_FIRST = re.compile(r"\w[\w'’]*")
_NEAR_CHARS = 300  # between a name and the pronoun that opens a clause after it
_ROLE_CHARS = 90  # of a role that opens a sentence
_COMMA_CHARS = 3  # between a comma and the pronoun behind it
_OPENING_CHARS = 60  # a role before a name that opens a sentence


def described_subject(said: Phrase, memory: Memory, since: int, at: int) -> list[Person] | None:
    """As in "La maire est venue. Elle …": who holds the role that opens a sentence since; nobody known: an empty list; no role: None."""
    for start, kinds in _openings(memory, since, at):
        if memory.in_quotes(start) or not _may_determine(memory, start, at):
            continue
        tokens = word_tokens(memory.text, start, min(at, start + _ROLE_CHARS))
        role = _role_at(tokens, memory)
        if role is None:
            continue
        found = phrase(memory.text, role, memory.lexicon)
        fits = not (said.gender and found.gender and said.gender != found.gender)
        if found.shape == "role" and found.head is not None and found.determiner in kinds and fits and not found.head.rank:
            people = holders(found, memory.cast, start, memory.text, memory.lexicon)
            return [person for person, score in people[:1] if score > UNLIKELY]
    return None


def _openings(memory: Memory, since: int, at: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield where a role may open a sentence, the last first, and with which determiners; behind an aside only one that points."""
    for start in reversed(_starts(memory, since, at)):
        comma = memory.text.find(", ", start, min(at, start + _ROLE_CHARS))
        if comma >= 0:
            yield comma + 2, _POINTING
        yield start, _DEFINITE


def _may_determine(memory: Memory, start: int, end: int) -> bool:
    """Can the first word there be a determiner? So it is with few."""
    first = _FIRST.search(memory.text, start, end)
    if first is None:
        return False
    form, reach = fold(first[0]), memory.lexicon.determiners.reach
    return form in reach or form.partition("'")[0] + "'" in reach


def fronted(said: Phrase, memory: Memory) -> list[Person] | None:
    """As in "Conseiller de la maire, il …", "A former ferryman, he …": who holds the role that stands before the pronoun; no role: None."""
    at = said.span.start
    comma = len(memory.text[max(0, at - _COMMA_CHARS) : at].rstrip()) + max(0, at - _COMMA_CHARS) - 1
    if comma < 0 or memory.text[comma] != ",":
        return None
    start = max(_starts(memory, -1, comma), default=-1)
    if start < 0 or comma - start > _ROLE_CHARS or "," in memory.text[start:comma]:
        return None
    tokens = word_tokens(memory.text, start, comma)
    told = memory.lexicon
    article = longest(told.determiners, tokens, 0)
    if not tokens or (article is not None and article[0].kind != "indefinite"):
        return None
    noun = longest(told.nouns, tokens, article[1] if article is not None else 0)
    if told.grammar.head == "first" and (noun is None or noun[0].kind != "role"):
        return None
    found = phrase(memory.text, Span(tokens[0].start, tokens[-1].end), told)
    if found.shape != "role" or found.number != "s" or found.head is None or any(word.folded in told.verbs for word in tokens):
        return None
    able = holders(found, memory.cast, start, memory.text, told)
    return [person for person, score in able[:1] if score > UNLIKELY and person.may_be(said.gender)]


def _starts(memory: Memory, since: int, at: int) -> list[int]:
    """Where sentences begin between two places that are not far apart."""
    begin = max(0, since, at - _NEAR_CHARS)
    return [*([0] if begin == 0 else []), *(match.end() for match in _SENTENCE.finditer(memory.text, begin, at))]


def _role_at(tokens: list[Token], memory: Memory) -> Span | None:
    """The words of a definite role that open a sentence, up to its verb."""
    told = memory.lexicon
    determiner = longest(told.determiners, tokens, 0)
    noun = longest(told.nouns, tokens, determiner[1]) if determiner else None
    if determiner is None or noun is None or noun[0].kind != "role" or noun[0].number == "p":
        return None
    end = next((i for i, word in enumerate(tokens) if word.folded in told.verbs or word.folded in told.pronouns), 0)
    return Span(tokens[0].start, tokens[end - 1].end) if end > determiner[1] else None


def plural_subject(said: Phrase, memory: Memory, since: int, at: int) -> Phrase | None:
    """As in "Les délégués du port ont remercié la ville. Ils …": several people who open a sentence since, the last first."""
    starts = _starts(memory, since, at)
    for start in reversed(starts):
        tokens = _after_an_aside(word_tokens(memory.text, start, min(at, start + _NEAR_CHARS))[:14], memory)
        determiner = longest(memory.lexicon.determiners, tokens, 0) if tokens and not memory.in_quotes(start) else None
        noun = longest(memory.lexicon.nouns, tokens, determiner[1]) if determiner and determiner[1] < len(tokens) else None
        people = noun is not None and noun[0].kind == "role" and noun[0].number == "p"
        people = people or (determiner is not None and _is_people(tokens, determiner[1], memory))
        end = next((i for i, word in enumerate(tokens) if word.folded in memory.lexicon.verbs or word.folded in memory.lexicon.pronouns), 0)
        if people and determiner is not None and end > determiner[1]:
            return phrase(memory.text, Span(tokens[0].start, tokens[end - 1].end), memory.lexicon)
    return None


def _is_people(tokens: list[Token], at: int, memory: Memory) -> bool:
    """As in "De nombreux Norvégiens": the name of a people, written with its capital."""
    return at < len(tokens) and tokens[at].form[0].isupper() and tokens[at].folded in memory.lexicon.adjectives


def _after_an_aside(tokens: list[Token], memory: Memory) -> list[Token]:
    """Without the words before a first comma ("Pour leur part, les délégués …")."""
    comma = next((i for i in range(1, min(5, len(tokens))) if "," in memory.text[tokens[i - 1].end : tokens[i].start]), 0)
    return tokens[comma:]


def beside(said: Phrase, memory: Memory, since: int, found: list[tuple[Voice | Person, float]]) -> list[tuple[Voice | Person, float]]:
    """Who was named since the last speaker, inside a sentence.

    Before a pronoun that opens a clause, or where the name is new to the article, rather that person than the last speaker.
    """
    at = said.span.start
    free = next((pair for pair in named_since(memory, since, at, said.gender) if _free(memory, pair[1])), None)
    if free is None:
        return found
    person, mention = free
    if any(isinstance(one, Voice) and one.person is person for one, _ in found):
        return [(one, max(score, SUBJECT)) for one, score in found]
    near = at - mention.start < _NEAR_CHARS and bool(person.gender) and memory.text[at - 1 : at] not in ("-", "\u2011")
    new = person.first == mention.start and bool(person.gender) and "\n" not in memory.text[mention.start : at]
    if near or new:
        found = [(one, min(score, SPEAKER_BEFORE if near else UNLIKELY)) for one, score in found]
    return [*found, (person, doubted(SUBJECT if near else BESIDE, said.gender, person.gender))]


def named_since(memory: Memory, since: int, at: int, gender: str) -> Iterator[tuple[Person, Span]]:
    """Persons of that gender named between two places outside quotations, the last first."""
    for person, mention in memory.cast.since(since + 1, at):
        if person.may_be(gender) and not memory.in_contents(mention.start):
            yield person, mention


def _free(memory: Memory, mention: Span) -> bool:
    """Is the name no complement of another word?"""
    before = _words_before(memory, max(0, mention.start - 20), mention.start)
    return not before or before[-1].folded not in memory.lexicon.of


def opens(memory: Memory, at: int, *, alone: bool = False) -> bool:
    """Does the sentence begin with that name, but for a role and a form of address before it?

    Alone: and no aside and no clause of somebody else ("Aux côtés du maire Ivo Talmar, …", "The port closes, said Mayor Ivo Talmar, …").
    """
    start = max(0, at - _OPENING_CHARS)
    cut = start if start == 0 else -1
    for match in _SENTENCE.finditer(memory.text, start, at):
        if fold(_word_before(memory.text, start, match.start())) not in memory.lexicon.titles:
            cut = match.end()
    if cut < 0 or "," in memory.text[cut:at].rstrip(", "):
        return False
    before, told = _words_before(memory, cut, at), memory.lexicon
    if not before:
        return True
    aside = alone and (before[0].folded in told.prepositions or any(word.folded in told.verbs for word in before))
    return before[-1].folded not in told.small and not aside


def _word_before(text: str, start: int, at: int) -> str:
    """The letters right before a place."""
    begin = at
    while begin > start and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:at]


def _words_before(memory: Memory, start: int, at: int) -> list[Token]:
    """The words up to one that begins at a place; an elided one keeps its apostrophe ("d'Ivo")."""
    return word_tokens(memory.text, start, at + 1)[:-1]


def another_noun(said: Phrase, memory: Memory, since: int, kinds: frozenset[str] = SPEAKING) -> Span | None:
    """The role or body of that gender that stands nearer than the last name ("…, dit Talmar au président. Ce dernier …").

    Of bodies alone, the bare noun: what it is short for stands elsewhere.
    """
    tokens = word_tokens(memory.text, since, said.span.start)
    told = memory.lexicon
    for at in range(len(tokens) - 1, 0, -1):
        noun = longest(told.nouns, tokens, at) if tokens[at].folded in told.nouns.reach else None
        article = told.determiners.get(tokens[at - 1].folded)
        if (
            noun is None
            or article is None
            or article.number == "p"
            or noun[0].number == "p"
            or (at > 1 and tokens[at - 2].folded in told.of)
        ):
            continue
        gender = noun[0].gender or article.gender
        if noun[0].kind in kinds and not (gender and said.gender and gender != said.gender):
            end = tokens[at + noun[1] - 1].end if kinds is BODIES else _until(tokens, at + noun[1], memory)
            return Span(tokens[at - 1].start, end)
    return None


def _until(tokens: list[Token], at: int, memory: Memory) -> int:
    """Where the phrase of a noun ends: at a mark or a word that no phrase goes on across."""
    while at < len(tokens) and tokens[at].folded not in memory.lexicon.stops:
        if memory.text[tokens[at - 1].end : tokens[at].start].strip():
            break
        at += 1
    return tokens[at - 1].end
