"""The role that stands beside a name in a text: before it, or after a comma."""

import re

from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.parts import Phrase
from selon.resolve.phrase import phrase_of
from selon.resolve.tokens import Token, longest

_WINDOW = 16  # words of a role before a name
_STOP = re.compile(r'[.;:!?«»"“”()\n]')
_STOP_OR_COMMA = re.compile(r'[,.;:!?«»"“”()\n]')


def role_beside(text: str, tokens: list[Token], at: int, end: int, told: Lexicon) -> Phrase | None:
    """The role of the name whose words are `tokens[at:end]`; None: nothing tells one."""
    return _role_before(text, tokens, at, told) or _role_after(text, tokens, end, told) or _trade_after(text, tokens, end, told)


def _role_before(text: str, tokens: list[Token], at: int, told: Lexicon) -> Phrase | None:
    """As in "le ministre de la Santé, Ivo Talmar", "le ministre Talmar": the last role noun before the name that is no complement."""
    start = _window(text, tokens, at, told)
    complement = None
    for head in range(at - 1, start - 1, -1):
        noun = longest(told.nouns, tokens, head, at) if tokens[head].folded in told.nouns.reach else None
        before = tokens[head - 1].folded if head > 0 else ""
        if noun is None or noun[0].kind != "role" or noun[0].number == "p":
            continue
        if head > 0 and longest(told.nouns, tokens, head - 1, at):  # "secrétaire général": a longer noun begins before
            continue
        if before not in told.of:
            return _role_at(text, tokens, head, at, start, told)
        complement = head
    return _role_at(text, tokens, complement, at, start, told) if complement is not None else None


def _window(text: str, tokens: list[Token], at: int, told: Lexicon) -> int:
    """The first word of those before a name that may tell its role; only right before it may a comma stand."""
    start = at
    while start > 0 and at - start < _WINDOW and tokens[start - 1].folded not in told.stops:
        end, begin = tokens[start - 1].end, tokens[start].start
        plain = begin - end == 1 and text[end] == " "
        if not plain and (_STOP if start == at else _STOP_OR_COMMA).search(text, end, begin):
            break
        start -= 1
    return start


def _role_at(text: str, tokens: list[Token], head: int, at: int, start: int, told: Lexicon) -> Phrase | None:
    begin = head
    if told.grammar.head == "last":
        while begin > start and tokens[begin - 1].folded not in told.small:
            begin -= 1
    if begin > 0 and begin - 1 >= start and tokens[begin - 1].folded in told.determiners:
        begin -= 1
    found = phrase_of(text, Span(tokens[begin].start, tokens[at - 1].end), tokens[begin:at], told)
    return found if found.head is not None and found.head.kind == "role" and found.number == "s" and found.name is None else None


def _role_after(text: str, tokens: list[Token], end: int, told: Lexicon) -> Phrase | None:
    """As in "Ivo Talmar, ministre de la Santé": a role noun soon after a comma or a bracket."""
    if end >= len(tokens) or not text[tokens[end - 1].end : tokens[end].start].lstrip("\u00a0").startswith((",", " (", "(")):
        return None
    stop = end
    while stop < len(tokens) and stop - end < _WINDOW:
        last = tokens[max(stop - 1, end)].end
        if tokens[stop].folded in told.stops or (
            stop > end and (_STOP.search(text, last, tokens[stop].start) or "," in text[last : tokens[stop].start])
        ):
            break
        stop += 1
    if not any(word.folded in told.nouns.reach or "-" in word.form for word in tokens[end:stop]):
        return None
    found = phrase_of(text, Span(tokens[end].start, tokens[stop - 1].end), tokens[end:stop], told)
    right = found.head is not None and found.head.kind == "role" and found.number == "s" and found.name is None
    return found if right else None


def _trade_after(text: str, tokens: list[Token], end: int, told: Lexicon) -> Phrase | None:
    """As in "Ivo, un couvreur de Sorneville,": a noun of no table after a comma and an indefinite article is a role."""
    if end + 1 >= len(tokens) or text[tokens[end - 1].end : tokens[end].start].strip() != ",":
        return None
    article, noun = told.determiners.get(tokens[end].folded), tokens[end + 1]
    if article is None or article.kind != "indefinite" or article.number != "s" or noun.folded in told.small or noun.folded in told.given:
        return None
    if longest(told.nouns, tokens, end + 1) or len(noun.form) < 4:
        return None
    span, head = Span(noun.start, noun.end), Noun("role", noun.folded, article.gender)
    return Phrase(span, "role", span, gender=article.gender, head=head, head_key=head.key, role=span, content=frozenset({head.key}))
