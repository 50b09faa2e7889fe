"""Names that stand like a person's and are none: of what is named after somebody, firms' and other bodies'."""

from selon.resolve.firms import is_firm
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, key_of, longest

_LEAST_OF_A_BODY = 3  # words of its name: with two the noun may be a surname ("Ivor Bank")


def is_namesake(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Is a name that of what is named after a person ("l'hôpital Georges-Corvin", "Ida Corvin High School", "St. Louis"), or a firm's?

    Where the noun stands first a hyphen shows it: "le directeur de l'école Ivo Talmar" may as well name the head of the school.
    """
    if (at and tokens[at - 1].folded in lexicon.saints) or is_firm(tokens, at, end, lexicon):
        return True
    if lexicon.grammar.head == "last":
        return tokens[end - 1].folded in lexicon.namesakes or (end < len(tokens) and tokens[end].folded in lexicon.namesakes)
    if not at or not _is_hyphenated(tokens, at, end, lexicon):
        return False
    return tokens[at - 1].folded in lexicon.namesakes or key_of(tokens[max(0, at - 2) : at]) in lexicon.namesakes


def is_a_bodys(text: str, tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """As in "the Kervel Media Centre": does a body's noun end several capitals, where the noun stands last?"""
    if lexicon.grammar.head != "last" or end - at < _LEAST_OF_A_BODY - 1:
        return False
    noun = longest(lexicon.nouns, tokens, end - 1, end)
    goes_on = at > 0 and tokens[at - 1].form[0].isupper() and text[tokens[at - 1].end : tokens[at].start] == " "
    return noun is not None and noun[0].kind in ("body", "group", "outlet") and end - at + goes_on >= _LEAST_OF_A_BODY


def _is_hyphenated(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Is one word a given name and a surname ("Georges-Corvin", and no "Jean-Marc Corvin")?"""
    first, dash, last = tokens[at].folded.partition("-")
    alone = at + 1 >= end or tokens[at + 1].folded in lexicon.particles
    return bool(dash) and alone and first in lexicon.given and last not in lexicon.given
