"""The body behind a role, and whether its holder acts for it: a spokesperson does; a member, a former head, a guest does not."""

from msgspec import Struct

from selon.resolve.lexicon import Lexicon, Named, Noun
from selon.resolve.parts import Phrase
from selon.resolve.shown import clean
from selon.resolve.tokens import Token, longest

_BODIES = frozenset({"body", "state", "outlet", "group"})


class Body(Struct, frozen=True, gc=False):
    """The body that a role names."""

    name: str
    is_acted_for: bool  # by whoever has the role


def body_of(said: Phrase, tokens: list[Token], text: str, lexicon: Lexicon) -> Body | None:
    """The body of a role: "porte-parole du *ministère russe de la Défense*", "*Harbour Board* spokesman"."""
    begin = _complement_at(tokens, said, lexicon)
    for at in range(begin, len(tokens)):
        span = _body_at(tokens, at, begin, lexicon)
        if span is not None:
            return Body(clean(text[span[0] : span[1]]), _acts(said, tokens, at, lexicon))
    return None


def noun_and_name(tokens: list[Token], at: int, lexicon: Lexicon) -> tuple[tuple[Noun, int] | None, tuple[Named, int] | None]:
    """The noun and the proper name that begin there, with how many words each has."""
    first = tokens[at].folded
    noun = longest(lexicon.nouns, tokens, at) if first in lexicon.nouns.reach else None
    return noun, longest(lexicon.named, tokens, at) if first in lexicon.named.reach else None


def _body_at(tokens: list[Token], at: int, begin: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where a body's name stands that begins there, or whose noun does."""
    noun, named = noun_and_name(tokens, at, lexicon)
    if named and named[0].kind != "state" and tokens[at].form[0].isupper():
        return tokens[at].start, tokens[at + named[1] - 1].end
    if not noun or noun[0].kind not in _BODIES:
        return None
    if lexicon.grammar.head == "first":
        end = _before_a_role(tokens, at, lexicon)
        return None if _is_of_no_one(tokens, at, end, lexicon) else (tokens[at].start, tokens[end - 1].end)
    end = tokens[at + noun[1] - 1].end if begin == 0 and at + noun[1] < len(tokens) else tokens[-1].end
    start = next(here for here in range(begin, at + 1) if here == at or tokens[here].folded not in lexicon.former)
    return tokens[start].start, end


def _is_of_no_one(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """As in "chef d'entreprise", "présentatrice de télévision": a body's noun without article and name says what kind of role."""
    bare = at > 0 and tokens[at - 1].folded in lexicon.grammar.of_name
    return bare and not any(word.form[0].isupper() for word in tokens[at:end])


def _before_a_role(tokens: list[Token], at: int, lexicon: Lexicon) -> int:
    """As in "rédacteur en chef de Lune Hebdo | et spécialiste des marées": where another role of the same person begins; else the end."""
    joints = lexicon.grammar.coordination
    for place in range(at + 1, len(tokens) - 1):
        noun = longest(lexicon.nouns, tokens, place + 1) if tokens[place].folded in joints else None
        if noun is not None and noun[0].kind == "role" and noun[0].number != "p":
            return place
    return len(tokens)


def _acts(said: Phrase, tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Is it an office of the body that stands there, and does its holder have it now ("ambassadeur *auprès de* l'ONU": of another)?"""
    if said.head is None or not said.head.acts:
        return False
    words = [word.folded for word in tokens]
    head = said.head.key.split()
    place = next((here for here in range(len(words)) if words[here : here + len(head)] == head), None)
    if place is None or any(word in lexicon.former for word in words[:place]):  # none: "ex-président"
        return False
    between = words[place + len(head) : at]
    return lexicon.prepositions.isdisjoint(set(between) - lexicon.of)


def _complement_at(tokens: list[Token], said: Phrase, lexicon: Lexicon) -> int:
    """Where what a role is of begins: after its head, or after the small words behind it; none there: before the head, at its beginning."""
    if lexicon.grammar.head == "first":
        return len(said.head.key.split()) if said.head is not None else 0
    at = next((i for i, word in enumerate(tokens) if i and word.folded in lexicon.ties and not _body_before(tokens, i, lexicon)), 0)
    while 0 < at < len(tokens) and tokens[at].folded in lexicon.small:
        at += 1
    return at if at < len(tokens) else 0


def _body_before(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Does a body's own noun stand right before a small word ("the Ministry of the Sea spokesman")?"""
    noun = longest(lexicon.nouns, tokens, at - 1, at)
    return noun is not None and noun[0].kind != "role"
