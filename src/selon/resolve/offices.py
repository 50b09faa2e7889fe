"""The offices that a role names: one office has several names, and holders in several states."""

from selon.languages.rows.resolve import Office
from selon.resolve.lexicon import MINISTER, Lexicon
from selon.resolve.parts import Phrase
from selon.resolve.tokens import key


def offices(said: Phrase, text: str, lexicon: Lexicon) -> frozenset[str]:
    """The offices that a role names, by id: forms wherever they stand, nouns alone or with a country."""
    flat = " ".join(sorted_words(said, text, lexicon))
    found = {row.id for _, _, row in lexicon.offices.found(flat) if _there(row, said)}
    if found:
        return frozenset(found)
    head = said.head.key if said.head is not None else ""
    domain = lexicon.domains.longest(flat) if head in lexicon.ministers else None
    if domain is not None:
        return frozenset({f"{MINISTER}:{domain[1]}"})
    only = {word for word in said.content - set(head.split()) if word not in lexicon.states}
    return frozenset({lexicon.bare[head]}) if head in lexicon.bare and not only else frozenset()


def sorted_words(said: Phrase, text: str, lexicon: Lexicon) -> list[str]:
    """The folded words of the role in their order, adjectives of states left out ("secrétaire américain à la Défense")."""
    span = said.role or said.core
    return [word for word in key(span.of(text)).split() if word not in lexicon.adjectives]


def _there(row: Office, said: Phrase) -> bool:
    return not row.country or row.country in said.countries
