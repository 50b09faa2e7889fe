"""The offices that a role names: one office has several names, and holders in several states."""

from functools import lru_cache

from selon.languages.rows.resolve import Office
from selon.resolve.lexicon import MINISTER, Lexicon
from selon.resolve.parts import Phrase
from selon.resolve.tokens import longest, plain_tokens


def offices(said: Phrase, text: str, lexicon: Lexicon) -> frozenset[str]:
    """The offices that a role names, by id: forms wherever they stand, nouns alone or with a country."""
    words, rows, domain = _named((said.role or said.core).of(text), lexicon)
    head = said.head.key if said.head is not None else ""
    found = {row.id for form, row in rows if _there(row, said) and _is_of(head, form) and not _goes_on(form, words, lexicon)}
    if found:
        return frozenset(found)
    if domain and head in lexicon.ministers:
        return frozenset({f"{MINISTER}:{domain}"})
    bare = lexicon.bare.get(head)
    if bare is None:
        return frozenset()
    others = said.content.intersection(words).difference(head.split())
    return frozenset({bare}) if all(word in lexicon.states for word in others) else frozenset()


@lru_cache(maxsize=16384)
def _named(form: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[tuple[str, Office], ...], str]:
    """The words of a role, the offices whose forms stand in them with these, and what a minister of that name is for; "": nothing."""
    words = sorted_words(form, lexicon)
    flat = " ".join(words)
    domain = lexicon.domains.longest(flat)
    return tuple(words), tuple((told, row) for _, told, row in lexicon.offices.found(flat)), domain[1] if domain is not None else ""


def sorted_words(form: str, lexicon: Lexicon) -> list[str]:
    """The folded words of a role in their order, adjectives of states left out ("secrétaire américain à la Défense")."""
    tokens = plain_tokens(form)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        state = longest(lexicon.adjectives, tokens, at)
        if state is None:
            found.append(tokens[at].folded)
        at += state[1] if state is not None else 1
    return found


def _is_of(head: str, form: str) -> bool:
    """Does a form of an office hold the noun of a role? "Opposant numéro un" is no "numéro un"."""
    return not head or bool(set(head.split()) & set(form.split()))


def _goes_on(form: str, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """As in "président du conseil régional": does a role go on behind a form that tells too little alone?"""
    behind = f"{' '.join(words)} ".partition(f"{form} ")[2].split()
    return tells_little(form, lexicon) and bool(behind) and behind[-1] not in lexicon.states


def tells_little(form: str, lexicon: Lexicon) -> bool:
    """Does a form end in a body's noun that names none alone ("président du conseil")?"""
    last = lexicon.nouns.get(form.split()[-1])
    return last is not None and not last.alone


def _there(row: Office, said: Phrase) -> bool:
    return not row.country or row.country in said.countries
