"""One place under its names in several languages and spellings; one name of a person, a body or a place.

States, capitals and the towns of `places.toml` have an id; all other places stay names, compared by sound.
A capital is a town here: that it speaks for its state is told in `who.py`. Not done yet: two towns of one name in two countries.
"""

from functools import cache

from selon.languages import Language, codes, load
from selon.languages.phonetic import same_spelling
from selon.languages.rows.resolve import Country, Exonym
from selon.resolve.tokens import key


@cache
def _places(language: Language) -> dict[str, str]:
    found = {key(form): f"state:{row.code}" for row in language.rows(Country) for form in row.names}
    found |= {key(form): f"capital:{row.code}" for row in language.rows(Country) for form in row.capitals}
    return found | {key(form): f"town:{row.id}" for row in language.rows(Exonym) for form in row.forms}


@cache
def _everywhere() -> dict[str, frozenset[str]]:
    """The ids that a name has in any language."""
    found: dict[str, set[str]] = {}
    for code in codes():
        for form, ident in _places(load(code)).items():
            found.setdefault(form, set()).add(ident)
    return {form: frozenset(idents) for form, idents in found.items()}


def place(name: str, language: Language) -> str | None:
    """The id of a place that the tables know; None: it stays a name."""
    return _places(language).get(key(name))


def same_place(a: str, b: str, language_a: Language, language_b: Language) -> bool:
    """Are the two names of one place? By the tables where they know both, else by sound."""
    known_a, known_b = place(a, language_a), place(b, language_b)
    if known_a is not None and known_b is not None:
        return known_a == known_b
    return same_spelling(a, b)


def same_name(a: str, b: str) -> bool:
    """Are the two spellings one full name, across transliterations? No word may be missing. Places: by the tables of all languages.

    >>> same_name("Al-Nosra", "Nusra"), same_name("Hayat Tahrir al-Sham", "Al-Nosra"), same_name("Varsovie", "Warschau")
    (True, False, True)
    """
    known_a, known_b = _everywhere().get(key(a)), _everywhere().get(key(b))
    if known_a is not None and known_b is not None:
        return not known_a.isdisjoint(known_b)
    return same_spelling(a, b)
