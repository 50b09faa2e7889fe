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
from selon.resolve.scores import UNLIKELY
from selon.resolve.tokens import Token, first_words, longest, word_tokens

_SENTENCE = re.compile(r"[\n.!?…»”\"](?:(?<=\n)|(?<=[.!?…])[.!?…]*[\"”»]?\s?(?=[\W]*[^\W\d_a-z])|(?<=[»”\"])\s)")
_MARKS = re.compile(r"[\n«»“”\"]")
_POINTING = frozenset({"demonstrative"})
_DEFINITE = frozenset({"definite"})
_FIRST = re.compile(r"\w[\w'’]*")
NEAR_CHARS = 300  # between a name and the pronoun that opens a clause after it
_ROLE_CHARS = 90  # of a role that opens a sentence
COMMA_CHARS = 3  # between a comma and what stands behind it
_VERB_CHARS = 20  # behind a name, for the verb
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
    for start in reversed(starts(memory, since, at)):
        comma = memory.text.find(", ", start, min(at, start + _ROLE_CHARS))
        if comma >= 0:
            yield comma + 2, _POINTING
        yield _behind_opener(memory, start, at), _DEFINITE


def _behind_opener(memory: Memory, start: int, at: int) -> int:
    """Past a word that only opens the sentence ("Mais le maire …", "But the mayor …")."""
    first = _FIRST.search(memory.text, start, at)
    if first is None or fold(first[0]) not in memory.lexicon.openers or memory.text[first.end() : first.end() + 1] != " ":
        return start
    return first.end() + 1


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
    comma = len(memory.text[max(0, at - COMMA_CHARS) : at].rstrip()) + max(0, at - COMMA_CHARS) - 1
    if comma < 0 or memory.text[comma] != ",":
        return None
    start = max(starts(memory, -1, comma), default=-1)
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


def opens_clause(said: Phrase, memory: Memory) -> Person | None:
    """As in "When Ivo Talmar came, he …": whose name stands right behind the word that opens the pronoun's own sentence."""
    at, told = said.span.start, memory.lexicon
    begin = max(starts(memory, -1, at), default=-1)
    if begin < 0 or "," not in memory.text[begin:at]:
        return None
    tokens = first_words(memory.text, begin, min(at, begin + _ROLE_CHARS), 2)
    if len(tokens) < 2 or tokens[0].folded not in told.openers or "," not in memory.text[tokens[1].start : at]:
        return None
    near = [(person, mention) for person, mention in memory.cast.since(begin, at) if person.may_be(said.gender)]
    return near[0][0] if len({id(person) for person, _ in near}) == 1 and near[-1][1].start == tokens[1].start else None


def starts(memory: Memory, since: int, at: int) -> list[int]:
    """Where sentences begin between two places that are not far apart."""
    begin = max(0, since, at - NEAR_CHARS)
    found = memory.sentences.get((begin, at))
    if found is None:
        found = [*([0] if begin == 0 else []), *[match.end() for match in _SENTENCE.finditer(memory.text, begin, at)]]
        memory.sentences[begin, at] = found
    return found


def _role_at(tokens: list[Token], memory: Memory) -> Span | None:
    """The words of a definite role that open a sentence, up to its verb."""
    told = memory.lexicon
    determiner = longest(told.determiners, tokens, 0)
    noun = longest(told.nouns, tokens, determiner[1]) if determiner else None
    if determiner is None or noun is None or noun[0].kind != "role" or noun[0].number == "p":
        return None
    end = next((i for i, word in enumerate(tokens) if word.folded in told.verbs or word.folded in told.pronouns), 0)
    return Span(tokens[0].start, tokens[end - 1].end) if end > determiner[1] else None


def named_since(memory: Memory, since: int, at: int, gender: str) -> Iterator[tuple[Person, Span]]:
    """Persons of that gender named between two places outside quotations, the last first."""
    for person, mention in memory.cast.since(since + 1, at):
        if person.may_be(gender) and not memory.in_contents(mention.start):
            yield person, mention


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
    before, told = words_before(memory, cut, at), memory.lexicon
    if not before:
        return True
    aside = alone and (before[0].folded in told.prepositions or any(word.folded in told.verbs for word in before))
    return before[-1].folded not in told.small and not aside


def is_behind_another(memory: Memory, mention: Span) -> bool:
    """As in "Ada Bry is the daughter of Mayor Ivo Talmar": do another's name and a verb stand before the name in its sentence?"""
    begin = max((at for at in starts(memory, -1, mention.end) if at <= mention.start), default=-1)
    if begin < 0 or begin == mention.start:
        return False
    words = words_before(memory, begin, mention.start)
    verb = next((word.start for word in reversed(words) if word.folded in memory.lexicon.verbs), None)
    return verb is not None and any(one.end <= verb for _, one in memory.cast.since(begin, verb))


def acts_there(memory: Memory, mention: Span) -> bool:
    """As in "Deux semaines plus tard, Ivo Talmar est revenu": is the name, right behind a comma, the subject of what follows?"""
    told = memory.lexicon
    before = memory.text[max(0, mention.start - COMMA_CHARS) : mention.start].rstrip()
    after = word_tokens(memory.text, mention.end, mention.end + _VERB_CHARS)[:1]
    if before[-1:] != "," or not after or memory.text[mention.end : after[0].start].strip():
        return False
    return after[0].folded in told.verbs and after[0].form.islower()


def is_fronted(memory: Memory, mention: Span, at: int) -> bool:
    """As in "En réponse à Ivo Talmar, il …": does the name stand in a phrase without a verb that opens the pronoun's own sentence?"""
    told = memory.lexicon
    begin = max(starts(memory, -1, at), default=-1)
    between = memory.text[mention.end : at]
    if begin < 0 or mention.start <= begin or "," not in between or _MARKS.search(between):
        return False
    words = word_tokens(memory.text, begin, at)
    if not words or words[0].folded not in told.prepositions or words[0].start == mention.start:
        return False
    return not any(word.folded in told.stops and word.folded not in told.leading for word in words[1:])


def _word_before(text: str, start: int, at: int) -> str:
    """The letters right before a place."""
    begin = at
    while begin > start and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:at]


def words_before(memory: Memory, start: int, at: int) -> list[Token]:
    """The words up to one that begins at a place; an elided one keeps its apostrophe ("d'Ivo")."""
    return word_tokens(memory.text, start, at + 1)[:-1]
