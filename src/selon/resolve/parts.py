"""The record of a source phrase, and the pieces that all readings of one share: heads, roles, states."""

from msgspec import Struct

from selon.languages.firms import partners
from selon.model.span import Span
from selon.resolve.lexicon import Lexicon, Named, Noun
from selon.resolve.tokens import Token, key_of, longest


class Phrase(Struct, frozen=True, gc=False):
    """One source phrase. Spans count in the article's text."""

    span: Span
    shape: str  # pronoun, person, role, name, named, body, state, outlet, group, document, anonymous, thing
    core: Span  # what names it: without determiner, relative clause, apposition
    determiner: str = ""  # definite, indefinite, demonstrative, possessive, quantity
    gender: str = ""
    number: str = "s"
    head: Noun | None = None
    head_key: str = ""
    name: Span | None = None  # of a person
    titled: bool = False
    role: Span | None = None
    countries: tuple[str, ...] = ()
    content: frozenset[str] = frozenset()  # folded words of the role or body, without small words
    named: Named | None = None
    same: bool = False  # "la même source"
    counterpart: bool = False
    pronoun: str = ""  # its key
    offices: frozenset[str] = frozenset()  # ids, filled in for the roles of the cast


def span_of(tokens: list[Token]) -> Span:
    """From the first word to the last."""
    return Span(tokens[0].start, tokens[-1].end)


def role_phrase(tokens: list[Token], head: tuple[Noun, int] | None, lexicon: Lexicon) -> Phrase:
    """The words of a role as a phrase without a name; `head`: its noun, as `head_of` tells it."""
    noun = head[0] if head else None
    whole, words = span_of(tokens), [word.folded for word in tokens]
    return Phrase(
        whole, "role", whole, head=noun, head_key=noun.key if noun else "", gender=noun.gender if noun else "",
        number=(noun.number if noun else "") or "s", role=whole, countries=countries_in(tokens, lexicon),
        content=frozenset(words) - lexicon.small - lexicon.qualifiers,
        counterpart=not lexicon.counterpart.isdisjoint(words),
    )  # fmt: skip


def head_of(tokens: list[Token], lexicon: Lexicon) -> tuple[Noun, int] | None:
    """The head noun of a chunk and where it stands, by the habit of the language."""
    last, small, reach = lexicon.grammar.head == "last", lexicon.small, lexicon.nouns.reach
    found = None
    at = 0
    while at < len(tokens):
        word = tokens[at]
        noun = longest(lexicon.nouns, tokens, at) if word.folded in reach else None
        if noun is not None and not last and _qualifies(tokens, at, noun[1], lexicon):
            noun = None
        noun = noun or (_prefixed(word, lexicon) if "-" in word.folded else None)
        if noun is not None:
            found = (noun[0], at)
            if not last:
                return found
        after = at + (noun[1] if noun else 1)
        for place in range(at + 1, min(after + 1, len(tokens))):
            if tokens[place].folded in small and not _ties_partners(tokens, place, lexicon):
                return found
        at = after
    return found


def _ties_partners(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Is it the "and" inside a firm's name ("Talmar | and Co analyst")?"""
    return tokens[at].folded in lexicon.grammar.coordination and at + 1 < len(tokens) and tokens[at + 1].form in partners()


def _qualifies(tokens: list[Token], at: int, count: int, lexicon: Lexicon) -> bool:
    """As in "le principal musée", no "le principal du collège": a noun that is a qualifier as well, before another noun."""
    if count > 1 or tokens[at].folded not in lexicon.qualifiers or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].form[0].islower() and tokens[at + 1].folded not in lexicon.small


def _prefixed(word: Token, lexicon: Lexicon) -> tuple[Noun, int] | None:
    """As in "ex-président", "president-elect": the noun behind a qualifier, or a role that stands first."""
    first, dash, rest = word.folded.partition("-")
    noun = lexicon.nouns.get(rest) if dash and first in lexicon.qualifiers else hyphened(word, lexicon)
    return (noun, 1) if noun is not None else None


def hyphened(word: Token, lexicon: Lexicon) -> Noun | None:
    """As in "President-elect", "Editor-in-Chief", "Vice-President": the role that a word with hyphens begins with or is; no "chef-lieu"."""
    first, dash, _ = word.folded.partition("-")
    noun = lexicon.nouns.get(first) or lexicon.nouns.get(word.folded.replace("-", " ")) if dash and lexicon.grammar.head == "last" else None
    return noun if noun is not None and noun.kind == "role" else None


def countries_in(tokens: list[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """Codes of the states that the words name, in order, once each."""
    if lexicon.states.reach.keys().isdisjoint([word.folded for word in tokens]):  # so it is with most
        return ()
    found: dict[str, None] = {}
    at = 0
    while at < len(tokens):
        code, word = longest(lexicon.states, tokens, at), tokens[at]
        if code is not None and code[0] and (word.form[0].isupper() or key_of(tokens[at : at + code[1]]) in lexicon.adjectives):
            found[code[0]] = None
        at += code[1] if code is not None else 1
    return tuple(found)
