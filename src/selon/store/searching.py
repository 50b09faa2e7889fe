"""Words a person types -> a query of the full-text index; what it finds, newest first.

The index holds folded words: without accents, ligatures opened ("œuvre" is "oeuvre"), so that any spelling finds any. Words must all be
there, "…" asks for a phrase, a star at the end for a beginning.
"""

import re
from dataclasses import dataclass

from selon.errors import UsageError
from selon.languages.fold import fold

_OPENED = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "’": " ", "'": " ", "ʼ": " "}
)
_PART = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a search asks for; all of it must hold."""

    words: str = ""
    claimant: str | None = None  # words of the name
    outlet: str | None = None
    lang: str | None = None  # ISO 639-1
    stance: str | None = None
    since: str | None = None  # YYYY-MM-DD, inclusive; publication of the article
    until: str | None = None
    most: int = 20


def folded(text: str) -> str:
    """The words of a text as the index holds them.

    >>> folded("L’Œuvre d'Élise"), folded("Straße")
    ('l oeuvre d elise', 'strasse')
    """
    return fold(text.translate(_OPENED))


def query(words: str, *, column: str) -> str:
    """The query for words as a person types them.

    Raises:
        UsageError: there is no word in it.

    >>> query('barrière "poste de commande" sirèn*', column="words")
    'words : ("barriere" AND "poste de commande" AND "siren" *)'
    """
    parts = []
    for match in _PART.finditer(words):
        phrase = next(group for group in match.groups() if group is not None)
        forms = _WORD.findall(folded(phrase))
        if forms:
            parts.append(f'"{" ".join(forms)}"' + (" *" if phrase.endswith("*") else ""))
    if not parts:
        raise UsageError(f"there is no word in '{words}'", where="the call", fix='give words, or a phrase in "…"')
    return f"{column} : ({' AND '.join(parts)})"
