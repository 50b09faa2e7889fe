"""What of the words behind a noun for a body is its name: "Centre pour le secours aux Danois", "préfecture du Nord"."""

import re
from dataclasses import dataclass

from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.names import is_acronym
from selon.resolve.nouns import body_core
from selon.resolve.tokens import Token

_REACH = 12  # words of a body's name
_OPENING = frozenset({"«", '"', "“"})
_CLOSING = re.compile(r'[»"”]')


@dataclass(frozen=True, slots=True)
class FullName:
    """A body's name as it stands somewhere in the text."""

    span: Span
    noun: Noun
    content: frozenset[str]  # folded words besides the head
    own: bool = False  # the span is a proper name alone
    short: bool = False  # an acronym stands in brackets at its end


def full_name(text: str, tokens: list[Token], at: int, noun: tuple[Noun, int], told: Lexicon) -> FullName | None:
    """From the head to the last capital or adjective that belongs to it."""
    last, short = _reach(text, tokens, at, noun, told)
    if last == at + noun[1] or _is_another_word(tokens, at + noun[1], told):
        return None
    content = frozenset(word.folded for word in tokens[at + noun[1] : last]) - told.small
    proper = any(word.form[0].isupper() for word in tokens[at + noun[1] : last])
    if noun[0].kind == "outlet" and not proper:  # "un site arabe" names no site
        return None
    span = _own_name(tokens[at:last], noun, told)
    span = Span(tokens[_begin(text, tokens, at, told)].start, span.end) if span.start == tokens[at].start else span
    whole = Span(span.start, tokens[last].end + 1) if short else span
    return FullName(whole, noun[0], content, span.start > tokens[at].start, short)


def _is_another_word(tokens: list[Token], at: int, told: Lexicon) -> bool:
    """Where the head stands last, what a small word does not tie to it is no part of its name ("Norr Coalition | blames Vell")."""
    return told.grammar.head == "last" and tokens[at].folded not in told.small


def _begin(text: str, tokens: list[Token], at: int, told: Lexicon) -> int:
    """Where a name begins whose head stands last: with the capitals before it ("Norr Observatory for Tides")."""
    first = at
    while (
        told.grammar.head == "last"
        and first > 0
        and tokens[at].form[0].isupper()
        and text[tokens[first - 1].end : tokens[first].start] == " "
    ):
        before = tokens[first - 1]
        if not before.form[0].isupper() or before.folded in told.small or before.folded in told.openers or before.folded in told.calendar:
            break
        if "-" in before.form and before.folded.rpartition("-")[2] in told.grammar.compounded:
            break  # "Norway-based | Tide Observatory"
        first -= 1
    return first


def _reach(text: str, tokens: list[Token], at: int, noun: tuple[Noun, int], told: Lexicon) -> tuple[int, bool]:
    """The word behind the last one that belongs to a name that begins at a head; does an acronym in brackets close it?"""
    end = last = at + noun[1]
    plain = 0
    while end < len(tokens) and end - at < _REACH:
        gap = text[tokens[end - 1].end : tokens[end].start]
        form = tokens[end].folded
        if gap.strip() == "(" and _is_short_form(text, tokens[end]):
            return end, True
        if gap.strip() in _OPENING and (closed := _closed(text, tokens, end)):
            return closed, False
        if end == at + noun[1] and form in told.grammar.coordination:  # "the company and Norway"
            break
        if gap.strip(" \u00a0\u202f'’-") or _ends_name(tokens, end, told) or _opens_person(tokens, end, noun, told):
            break
        closes = form in told.closing and last == end > at + noun[1]
        if (tokens[end].form[0].isupper() and len(form) > 1) or form in told.adjectives or closes:
            last = end + 1
        elif form not in told.small and tokens[end - 1].folded not in told.small:
            plain += 1
            if plain > (2 if noun[0].kind == "outlet" else 1):
                break
        elif form in told.prepositions and form not in told.of and form not in told.grammar.purpose:
            break
        end += 1
    return last, False


def _closed(text: str, tokens: list[Token], at: int) -> int:
    """As in "le collectif « Sauvons la mer »": the word behind those that quotation marks hold; 0: they hold no name."""
    mark = _CLOSING.search(text, tokens[at].start)
    end = next((place for place in range(at, min(len(tokens), at + _REACH)) if mark is not None and tokens[place].start > mark.start()), 0)
    return end if tokens[at].form[0].isupper() else 0


def _ends_name(tokens: list[Token], at: int, told: Lexicon) -> bool:
    """Does no name go on across a word: a verb, a relative, a pronoun, or "and" before another name?"""
    form, after = tokens[at].folded, tokens[at + 1] if at + 1 < len(tokens) else None
    joined = form in told.grammar.coordination and after is not None and _opens_another(after, told)
    return joined or form in told.verbs or form in told.relatives or form in told.pronouns or _is_an_object(tokens, at, told)


def _is_an_object(tokens: list[Token], at: int, told: Lexicon) -> bool:
    """As in "l'association dénonce | la loi": an article that no small word ties to the name ("Ligue pour la mer")."""
    row = told.determiners.get(tokens[at].folded)
    article = row is not None and row.kind in ("definite", "indefinite") and tokens[at].form[0].islower()
    return article and tokens[at].folded not in told.ties and tokens[at - 1].folded not in told.ties


def _opens_person(tokens: list[Token], at: int, noun: tuple[Noun, int], told: Lexicon) -> bool:
    """As in "le président de la Cour | Ivo Talmar": a full name that nothing ties to the noun, which is named after nobody."""
    if at + 1 >= len(tokens) or tokens[at].folded not in told.given or not tokens[at + 1].form[0].isupper():
        return False
    return tokens[at - 1].folded not in told.small and noun[0].key not in told.namesakes


def _opens_another(word: Token, told: Lexicon) -> bool:
    """As in "l'école de Nancy et | l'école de Lyon": behind "and" an article begins another name, unless it is tied to the same noun."""
    return word.folded in told.determiners and word.folded not in told.of


def _is_short_form(text: str, word: Token) -> bool:
    """Is it an acronym that closes its brackets ("(GFA)")?"""
    return is_acronym(word.form) and text[word.end : word.end + 1] == ")"


def _own_name(tokens: list[Token], noun: tuple[Noun, int], told: Lexicon) -> Span:
    """What of a body's words is its name: an outlet's capitals, a centre without the ministry that it belongs to."""
    if noun[0].kind == "outlet":
        at = noun[1]
        while at < len(tokens) and (not tokens[at].form[0].isupper() or len(tokens[at].form) == 1):  # "le 13 H de Lune"
            at += 1
        if 0 < at < len(tokens) and tokens[at - 1].folded not in told.small:
            return Span(tokens[at].start, tokens[-1].end)
    return body_core(tokens, noun[0], told)
