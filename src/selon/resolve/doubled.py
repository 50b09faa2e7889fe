"""Family names that go on behind a particle ("Ida Roux de Talmar"), told from somebody "of" a place or a body by what their article says.

"Ivo Corvin de Marbourg" may as well be one Corvin who comes from Marbourg, or works there. It is one name where a form of address stands
before its second part elsewhere ("M. Corvin de Marbourg"), where a role follows it behind a comma ("…, maire de Valbrune"), or where it
stands between commas for a role that comes before ("le gouverneur de la banque, Ivo Corvin de Marbourg, …").
"""

import re
from functools import lru_cache

from selon.resolve.lexicon import Lexicon
from selon.resolve.names import is_acronym
from selon.resolve.tokens import Token, last_words, longest, word_tokens

_CHARS = 90  # of a clause beside a name that are looked at
_AHEAD = 3  # words behind a comma among which a role stands ("l'ancienne | maire")
_BREAK = re.compile(r"[,;:.!?()«»“”\"\n]")
_CLOSED = re.compile(r"\s?(?:[,;.!?)»”\"\n]|$)")
_COMMA = re.compile(r"\s?, ?")


def goes_on(text: str, tokens: list[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Do a name that opens with a given one, from `at` on, and what stands behind its particle, up to word `last`, make one name?"""
    end = tokens[last]
    if tokens[at].folded not in lexicon.given or is_acronym(end.form) or _names_a_body(tokens, last, lexicon):
        return False
    return _is_one_name(text, text[tokens[at].start : end.end], len(tokens[at].form) + 1, lexicon)


def _names_a_body(tokens: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Does a body, a state or a longer name begin behind the particle ("de l'Institut", "d'Espagne", "de Radio Talmar")?"""
    folded = tokens[at].folded
    if folded in lexicon.nouns or folded in lexicon.states or folded in lexicon.named:
        return True
    return at + 1 < len(tokens) and tokens[at + 1].form[0].isupper() and tokens[at + 1].start - tokens[at].end <= 1


@lru_cache(maxsize=1 << 6)
def _is_one_name(text: str, name: str, given: int, lexicon: Lexicon) -> bool:
    """Does any place of the article show it? `given`: characters before the second part."""
    family = name[given:]
    at = text.find(family)
    while at >= 0:
        end = at + len(family)
        if not text[end : end + 1].isalnum():
            if text.startswith(name, at - given):
                if _has_a_role_behind(text, end, lexicon) or _stands_for_a_role(text, at - given, end, lexicon):
                    return True
            elif _is_addressed(text, at, lexicon):
                return True
        at = text.find(family, end)
    return False


def _is_addressed(text: str, at: int, lexicon: Lexicon) -> bool:
    before = last_words(text, max(0, at - _CHARS), at)
    return bool(before) and before[-1].folded in lexicon.titles and text[before[-1].end : at].strip(" .\u00a0\u202f") == ""


def _has_a_role_behind(text: str, end: int, lexicon: Lexicon) -> bool:
    comma = _COMMA.match(text, end)
    if comma is None:
        return False
    stop = _BREAK.search(text, comma.end(), comma.end() + _CHARS)
    return _is_a_role_in(word_tokens(text, comma.end(), stop.start() if stop else min(len(text), comma.end() + _CHARS))[:_AHEAD], lexicon)


def _stands_for_a_role(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Is it closed in by commas, behind a clause that tells a role?"""
    if text[max(0, start - 2) : start] != ", " or not _CLOSED.match(text, end):
        return False
    begin = max([0, start - _CHARS, *(found.end() for found in _BREAK.finditer(text, max(0, start - _CHARS), start - 2))])
    return _is_a_role_in(word_tokens(text, begin, start - 2), lexicon)


def _is_a_role_in(words: list[Token], lexicon: Lexicon) -> bool:
    found = (longest(lexicon.nouns, words, at) for at in range(len(words)) if words[at].folded in lexicon.nouns.reach)
    return any(noun is not None and noun[0].kind == "role" and noun[0].number != "p" for noun in found)
