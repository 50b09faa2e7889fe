"""One key for one body or state under its names in any language; None where a name alone cannot tell ("le parquet").

The states that a name tells are part of it: a firm and its branch in another state are two. People in the plural ("des experts", "39 % des
Bordures") are one in all articles only under a name of their own.
"""

import re
from functools import lru_cache

from selon.languages.fold import fold
from selon.languages.phonetic import same_spelling
from selon.model.claimant import Claimant, ClaimantKind
from selon.resolve.firms import without_legal_form
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.parts import countries_in
from selon.resolve.tokens import key, key_of, longest, plain_tokens

_MINISTRY = frozenset({"ministry", "department"})  # a department with a domain is a ministry
_BESIDE = re.compile(r"\s*\(([^()]*)\)$")  # what is in brackets behind a name, as a rule its acronym
_WORD = re.compile(r"\w+")
_LEAST_LETTERS = 5  # of a name of one word that may be spelt in two ways
_LEAST_CAPITALS = 2  # words with a capital that make a name of people in the plural


@lru_cache(maxsize=1 << 14)  # a ministry is met in thousands of articles
def body_key(name: str, country: str, lexicon: Lexicon) -> str | None:
    """As in "ministère russe de la Défense" and "Russian Defence Ministry": ministry|RU|defence.

    Args:
        name: as it stands in a text of that language.
        country: ISO 3166-1 alpha-2 where the text tells it besides; empty: not.
        lexicon: of the name's language.
    """
    named = lexicon.named.get(key(name))
    if named is not None:
        other = named.organisation and key(named.organisation) != key(name)
        stands = body_key(named.organisation, named.country, lexicon) if other else None
        return stands if stands is not None and stands.startswith("ministry|") else named.id
    name = without_legal_form(name)
    tokens = plain_tokens(name)
    head = head_noun(name, lexicon)
    told = "+".join(sorted(countries_in(tokens, lexicon)))
    state = told or country
    form, domain = lexicon.domains.longest(key_of(tokens)) or ("", "")
    rest = _rest(name, head, form, lexicon)
    if head is None:
        return "|".join(("name", told, domain, *sorted(rest))) if rest else None
    kind = ("ministry" if head.id in _MINISTRY and domain else head.id) if head.one else head.key
    if not rest and not domain and (not state or kind in _MINISTRY):
        return None
    if not rest and not state:
        return None
    return "|".join((kind, state, domain, *sorted(rest)))


def head_noun(name: str, lexicon: Lexicon) -> Noun | None:
    """The first noun for a body in a name; None: it has none, as most proper names."""
    tokens = plain_tokens(name)
    for at in range(len(tokens)):
        found = longest(lexicon.nouns, tokens, at)
        if found and found[0].kind != "role":
            return found[0]
    return None


def _rest(name: str, head: Noun | None, domain: str, lexicon: Lexicon) -> frozenset[str]:
    """The words that only this body has; an acronym in brackets behind them tells no more."""
    flat = key(_BESIDE.sub("", name) or name).split()
    known = set((head.key if head is not None else "").split()) | set(domain.split())
    return frozenset(word for word in flat if word not in known and word not in lexicon.small and word not in lexicon.states)


def claimant_key(claimant: Claimant, lexicon: Lexicon) -> str | None:
    """The key under which a claimant that is no person is one in all articles; None: only in its own."""
    if claimant.kind in (ClaimantKind.PERSON, ClaimantKind.ANONYMOUS):
        return None
    if claimant.kind in (ClaimantKind.DOCUMENT, ClaimantKind.GROUP) and not any(char.isupper() for char in claimant.name):
        return None
    if claimant.kind is ClaimantKind.GROUP and not _is_named(claimant.name, lexicon):
        return None
    return body_key(claimant.name, claimant.country or "", lexicon)


def _is_named(people: str, lexicon: Lexicon) -> bool:
    """Have people in the plural a name of their own, and no more than a number, a trade and a state?"""
    if key(people) in lexicon.named:
        return True
    if any(char.isdigit() for char in people):
        return False
    words, own, at = plain_tokens(people), 0, 0
    while at < len(words):
        state = longest(lexicon.states, words, at)
        own += state is None and words[at].folded not in lexicon.small and words[at].form[0].isupper()
        at += state[1] if state else 1
    return own >= _LEAST_CAPITALS or own == len(words) == 1


def told_beside(name: str) -> str:
    """What tells two bodies of one name apart, folded: an acronym in brackets behind it, or a firm's legal form; empty: nothing."""
    found = _BESIDE.search(name)
    return fold(found[1] if found else name[len(without_legal_form(name)) :].strip(" ,."))


@lru_cache(maxsize=1 << 14)
def same_body_name(a: str, b: str) -> bool:
    """Can two proper names of bodies be spellings of one? Acronyms, numbers and short words are spelt in one way only.

    >>> same_body_name("Nosra", "Nusra"), same_body_name("BEA", "BA"), same_body_name("Canal 7", "Canal 9")
    (True, False, False)
    """
    return _as_it_stands(a) == _as_it_stands(b) and same_spelling(a, b)


def _as_it_stands(name: str) -> tuple[str, ...]:
    """The words of a name that are spelt in one way."""
    words = _WORD.findall(name.replace(".", ""))
    short = len(words) == 1 and len(words[0]) < _LEAST_LETTERS
    return tuple([fold(word) for word in words if short or (len(word) > 1 and word.isupper()) or any(char.isdigit() for char in word)])
