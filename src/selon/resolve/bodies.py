"""One key for one body or state under its names in any language; None where a name alone cannot tell ("le parquet")."""

from functools import lru_cache

from selon.model.claimant import Claimant, ClaimantKind
from selon.resolve.lexicon import Lexicon, Noun
from selon.resolve.parts import countries_in
from selon.resolve.tokens import key, key_of, longest, plain_tokens

_MINISTRY = frozenset({"ministry", "department"})  # a department with a domain is a ministry


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
    tokens = plain_tokens(name)
    head = head_noun(name, lexicon)
    state = next(iter(countries_in(tokens, lexicon)), country)
    form, domain = lexicon.domains.longest(key_of(tokens)) or ("", "")
    rest = _rest(name, head, form, lexicon)
    if head is None:
        return f"name|{' '.join(sorted(rest))}" if rest else None
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
    """The words that only this body has; an acronym in brackets beside them tells no more."""
    flat = key(name.partition("(")[0] or name).split()
    known = set((head.key if head is not None else "").split()) | set(domain.split())
    return frozenset(word for word in flat if word not in known and word not in lexicon.small and word not in lexicon.states)


def claimant_key(claimant: Claimant, lexicon: Lexicon) -> str | None:
    """The key under which a claimant that is no person is one in all articles; None: only in its own."""
    if claimant.kind in (ClaimantKind.PERSON, ClaimantKind.ANONYMOUS):
        return None
    if claimant.kind in (ClaimantKind.DOCUMENT, ClaimantKind.GROUP) and not any(char.isupper() for char in claimant.name):
        return None
    return body_key(claimant.name, claimant.country or "", lexicon)
