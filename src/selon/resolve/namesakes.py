"""Names that stand like a person's and are none: of what is named after somebody, and firms'."""

from selon.resolve.firms import is_firm
from selon.resolve.lexicon import Lexicon
from selon.resolve.tokens import Token, key_of


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


def _is_hyphenated(tokens: list[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Is one word a given name and a surname ("Georges-Corvin", and no "Jean-Marc Corvin")?"""
    first, dash, last = tokens[at].folded.partition("-")
    alone = at + 1 >= end or tokens[at + 1].folded in lexicon.particles
    return bool(dash) and alone and first in lexicon.given and last not in lexicon.given
