"""One place under its names in several languages and spellings.

States, capitals and the towns of `places.toml` have an id; all other places stay names, compared by sound.
A capital is a town here: that it speaks for its state is told in `who.py`. Not done yet: two towns of one name in two countries.
"""

from functools import cache

from selon.languages import Language
from selon.languages.phonetic import same_spelling
from selon.languages.rows.resolve import Country, Exonym
from selon.resolve.tokens import key


@cache
def _places(language: Language) -> dict[str, str]:
    found = {key(form): f"town:{row.id}" for row in language.rows(Exonym) for form in row.forms}
    found |= {key(form): f"capital:{row.code}" for row in language.rows(Country) for form in row.capitals}
    return found | {key(form): f"state:{row.code}" for row in language.rows(Country) for form in row.names}


def place(name: str, language: Language) -> str | None:
    """The id of a place that the tables know; None: it stays a name."""
    return _places(language).get(key(name))


def same_place(a: str, b: str, language_a: Language, language_b: Language) -> bool:
    """Are the two names of one place? By the tables where they know both, else by sound."""
    known_a, known_b = place(a, language_a), place(b, language_b)
    if known_a is not None and known_b is not None:
        return known_a == known_b
    return same_spelling(a, b)
