"""Roles told in one breath: "secrétaire général du parti et député du Cap" is two roles of one person, each to be met again alone."""

from collections.abc import Iterator

from selon.resolve.lexicon import Lexicon
from selon.resolve.parts import Phrase, span_of
from selon.resolve.phrase import phrase_of
from selon.resolve.tokens import Token, longest, word_tokens


def each_role(role: Phrase, text: str, told: Lexicon) -> Iterator[Phrase]:
    """Yield a role without what "and" joins to it, and each role that is joined."""
    if " " not in text[role.span.start : role.span.end]:
        yield role
        return
    tokens = word_tokens(text, role.span.start, role.span.end)
    begin = 0
    for at in range(1, len(tokens) - 1):
        if tokens[at].folded in told.grammar.coordination and _opens_a_role(tokens, at + 1, told):
            yield from _made(text, tokens[begin:at], told)
            begin = at + 1
    if begin:
        yield from _made(text, tokens[begin:], told)
    else:
        yield role


def _opens_a_role(tokens: list[Token], at: int, told: Lexicon) -> bool:
    """Does a noun for what one person is stand there, behind an article or a word like "former" at most?"""
    while at < len(tokens) - 1 and (tokens[at].folded in told.determiners or tokens[at].folded in told.former):
        at += 1
    noun = longest(told.nouns, tokens, at)
    return noun is not None and noun[0].kind == "role" and noun[0].number != "p"


def _made(text: str, tokens: list[Token], told: Lexicon) -> Iterator[Phrase]:
    if not tokens:
        return
    made = phrase_of(text, span_of(tokens), tokens, told)
    if made.head is not None and made.head.kind == "role" and made.number == "s":
        yield made
