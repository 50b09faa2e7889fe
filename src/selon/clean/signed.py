"""What signs a text: a person's name, initials, a desk of the outlet."""

import re

from selon.clean.credit_words import credit_words
from selon.clean.names import RUN, trim
from selon.clean.stamps import header_words
from selon.clean.tables import sentence_starts
from selon.languages.fold import fold

INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.?[ -]?){1,4}$|[a-z]{1,5}$")
PERSON = re.compile(r"(?:[A-ZÀ-Ý](?:\.|[\w'’.-]+)(?:[ -]|$)){2,4}$")
_DESK_WORDS = 6


def is_desk(name: str) -> bool:
    """Is it a part of an outlet that writes: "La rédaction", "Service Monde"?"""
    tokens = RUN.findall(fold(name))
    return 0 < len(tokens) <= _DESK_WORDS and not credit_words().desks.isdisjoint(tokens[:2])


def looks_signed(said: str) -> bool:
    """Is it a person's name, or initials with their dots?"""
    return bool(PERSON.match(trim(said, keep_dot=True))) or bool(INITIALS.match(trim(said, keep_dot=True)) and "." in said)


def signs(said: str) -> bool:
    """Does a line hold nothing but a person's name: two to four capitalised words, the first a given name?"""
    tokens = said.split()
    return closes(said) and fold(tokens[0]).strip("-") in header_words().given


def closes(said: str) -> bool:
    """Does a line that closes a text hold nothing but a person's name: a family name in capitals, or two or three capitalised words?"""
    tokens = said.split()
    if (
        not 2 <= len(tokens) <= 4
        or said[-1] in '.!?:;,»”"'
        or not PERSON.match(said)
        or any(token in credit_words().agencies for token in tokens)
    ):
        return False
    if fold(tokens[0]) in sentence_starts():
        return False
    return (len(tokens[-1]) > 2 and tokens[-1].isupper()) or len(tokens) <= 3
