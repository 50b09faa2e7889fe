"""The offices that a role names: one office has several names, and holders in several states."""

from selon.languages.rows.resolve import Office
from selon.resolve.lexicon import MINISTER, Lexicon
from selon.resolve.parts import Phrase
from selon.resolve.tokens import longest, plain_tokens


def offices(said: Phrase, text: str, lexicon: Lexicon) -> frozenset[str]:
    """The offices that a role names, by id: forms wherever they stand, nouns alone or with a country."""
    words = sorted_words(said, text, lexicon)
    flat = " ".join(words)
    found = {row.id for _, _, row in lexicon.offices.found(flat) if _there(row, said)}
    if found:
        return frozenset(found)
    head = said.head.key if said.head is not None else ""
    domain = lexicon.domains.longest(flat) if head in lexicon.ministers else None
    if domain is not None:
        return frozenset({f"{MINISTER}:{domain[1]}"})
    only = said.content.intersection(words) - set(head.split()) - lexicon.states.keys()
    return frozenset({lexicon.bare[head]}) if head in lexicon.bare and not only else frozenset()


def sorted_words(said: Phrase, text: str, lexicon: Lexicon) -> list[str]:
    """The folded words of the role in their order, adjectives of states left out ("secrétaire américain à la Défense")."""
    span = said.role or said.core
    tokens = plain_tokens(span.of(text))
    found: list[str] = []
    at = 0
    while at < len(tokens):
        state = longest(lexicon.adjectives, tokens, at)
        if state is None:
            found.append(tokens[at].folded)
        at += state[1] if state is not None else 1
    return found


def _there(row: Office, said: Phrase) -> bool:
    return not row.country or row.country in said.countries
