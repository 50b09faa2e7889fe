"""The body that opens a pronoun's own sentence: "The marine board shut the lock after it said …", "Norr shut it over what it said was …".

Asked of "it" alone, which no person is, and where nothing that speaks and no other body stands between.
"""

from selon.model.span import Span
from selon.resolve.between import BODIES, after_an_aside, another_noun
from selon.resolve.memory import Memory
from selon.resolve.parts import Phrase
from selon.resolve.phrase import phrase
from selon.resolve.subjects import starts
from selon.resolve.tokens import Token, longest, word_tokens

_MOST_WORDS = 9  # of the body with its article


def opening_body(said: Phrase, memory: Memory) -> Phrase | None:
    """The body that the sentence of "it" opens with; None where none does, or others may be meant."""
    at = said.span.start
    begin = max(starts(memory, -1, at), default=-1)
    if said.gender != "n" or said.number != "s" or begin < 0 or memory.in_quotes(begin) or memory.in_contents(begin):
        return None
    tokens = after_an_aside(word_tokens(memory.text, begin, at), memory)
    end = _end(tokens, memory)
    if not end or end >= len(tokens):
        return None
    found = phrase(memory.text, Span(tokens[0].start, tokens[end - 1].end), memory.lexicon)
    kind = found.named.kind if found.named is not None else found.shape
    if kind not in BODIES or found.number != "s" or another_noun(said, memory, tokens[end].start, BODIES) is not None:
        return None
    return None if any(turn.at >= begin for turn in memory.before(at, None)[:1]) else found


def _end(tokens: list[Token], memory: Memory) -> int:
    """How many words the body has that a sentence opens with; 0 where it opens with something else."""
    told = memory.lexicon
    article = longest(told.determiners, tokens, 0)
    if article is not None and article[0].kind != "definite":
        return 0
    at = article[1] if article is not None else 0
    while at < min(_MOST_WORDS, len(tokens)):
        word = tokens[at]
        parted = at > 0 and bool(memory.text[tokens[at - 1].end : word.start].strip())
        if parted or word.folded in told.stops or word.folded in told.prepositions:
            return 0
        known = longest(told.named, tokens, at) if article is None or word.form[0].isupper() else None
        noun = longest(told.nouns, tokens, at)
        size = known[1] if known is not None else noun[1] if noun is not None and noun[0].kind in BODIES else 0
        if size and (article is not None or (known is not None and at == 0)) and _closes(tokens, at + size, memory):
            return at + size
        at += size or 1
    return 0


def _closes(tokens: list[Token], at: int, memory: Memory) -> bool:
    """Does a verb or what describes the body follow, and no word that goes on with its phrase?"""
    if at >= len(tokens):
        return False
    told, word = memory.lexicon, tokens[at]
    between = memory.text[tokens[at - 1].end : word.start]
    if between.strip() not in ("", ",") or not word.form[0].islower() or word.folded in told.of:
        return False
    return word.folded not in told.nouns.reach and word.folded not in told.grammar.coordination


def is_anothers(said: Phrase, memory: Memory) -> bool:
    """Does the sentence of "it" open with something that is no pronoun, and does nobody speak in it before?"""
    at = said.span.start
    begin = max(starts(memory, -1, at), default=-1)
    first = word_tokens(memory.text, max(0, begin), at)[:1]
    if said.gender != "n" or any(turn.at >= begin for turn in memory.before(at, None)[:1]):
        return False
    return not first or first[0].folded not in memory.lexicon.pronouns
