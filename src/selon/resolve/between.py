"""Who else a pronoun may mean: several people who open a sentence, and roles or bodies that stand nearer than the last name."""

from selon.model.span import Span
from selon.resolve.memory import Memory
from selon.resolve.parts import Phrase
from selon.resolve.phrase import phrase
from selon.resolve.subjects import NEAR_CHARS, starts
from selon.resolve.tokens import Token, first_words, longest, word_tokens

BODIES = frozenset({"body", "state", "outlet", "group"})
SPEAKING = BODIES | {"role", "anonymous", "rumour", "words"}  # kinds of nouns that a pronoun may mean: all but documents
_MOST_WORDS = 7  # of several people who open a sentence
_FIRST_WORDS = 14  # of that sentence, with an aside before them


def plural_subject(said: Phrase, memory: Memory, since: int, at: int) -> Phrase | None:
    """As in "Les délégués du port ont remercié la ville. Ils …": several people who open a sentence since, the last first."""
    for start in reversed(starts(memory, since, at)):
        tokens = after_an_aside(first_words(memory.text, start, min(at, start + NEAR_CHARS), _FIRST_WORDS), memory)
        determiner = longest(memory.lexicon.determiners, tokens, 0) if tokens and not memory.in_quotes(start) else None
        noun = longest(memory.lexicon.nouns, tokens, determiner[1]) if determiner and determiner[1] < len(tokens) else None
        people = noun is not None and noun[0].kind == "role" and noun[0].number == "p"
        people = people or (determiner is not None and _is_people(tokens, determiner[1], memory))
        end = next((i for i, word in enumerate(tokens) if word.folded in memory.lexicon.verbs or word.folded in memory.lexicon.pronouns), 0)
        if people and determiner is not None and end > determiner[1]:
            end = end if end <= _MOST_WORDS else determiner[1] + 1  # a verb of no table stands before the one that was found
            return phrase(memory.text, Span(tokens[0].start, tokens[end - 1].end), memory.lexicon)
    return None


def _is_people(tokens: list[Token], at: int, memory: Memory) -> bool:
    """As in "De nombreux Norvégiens": the name of a people, written with its capital."""
    return at < len(tokens) and tokens[at].form[0].isupper() and tokens[at].folded in memory.lexicon.adjectives


def after_an_aside(tokens: list[Token], memory: Memory) -> list[Token]:
    """Without the words before a first comma ("Pour leur part, les délégués …")."""
    comma = next((i for i in range(1, min(5, len(tokens))) if "," in memory.text[tokens[i - 1].end : tokens[i].start]), 0)
    return tokens[comma:]


def another_noun(said: Phrase, memory: Memory, since: int, kinds: frozenset[str] = SPEAKING, *, until: int | None = None) -> Span | None:
    """The role or body of that gender that stands nearer than the last name ("…, dit Talmar au président. Ce dernier …").

    Of bodies alone, the bare noun: what it is short for stands elsewhere.
    """
    tokens = word_tokens(memory.text, since, max(since, said.span.start if until is None else until))
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
