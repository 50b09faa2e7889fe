"""Who wrote a text, after the words that say so: without place, office and date."""

import re
from collections.abc import Iterator

from selon.clean.credit_words import Credits
from selon.clean.names import is_name, trim
from selon.clean.notices import notices
from selon.clean.signed import is_desk
from selon.languages.fold import fold
from selon.model.article import CreditKind

CLAUSE = re.compile(r"\s*;\s*|(?<=[\w)])\.\s+(?=[A-ZÀ-Ý])")
_BESIDE = re.compile(  # after an author: outlet, place, office, account, a count of comments
    r"\s*[|•·]|\s+[-–—]\s|\s*\(|,\s+(?=[a-zà-ÿ])|,\s+(?=\w+\s+[a-zà-ÿ]{4,})|,\s+(?=[^\s,]+$)|\s+@|\s+\d+\s+[a-zà-ÿ]"
)
DATED = re.compile(r",?\s+(?:(?:[a-z]{2,3}\s+)?\d{1,2}(?:er)?\.?\s+[^\W\d]+|[A-Z][a-z]+\.?\s+\d{1,2}),?\s+\d{4}")
_BYLINE_WORDS = 12  # of a line that names its author: a longer one is a sentence


def authors(rest: str, words: Credits, *, placed: bool) -> Iterator[tuple[CreditKind, str]]:
    """Who wrote it, without place, office and date; what others did ("Editing by Y") is left out.

    Args:
        rest: what follows the words of the credit.
        words: the tables.
        placed: a place may stand before the name ("de notre correspondant à X, Y").
    """
    if placed and rest[:1].islower() and "," in rest:
        rest = rest.split(",", 1)[1].strip()
    if rest[:1].isdigit() or len(CLAUSE.split(rest)[0].split()) > _BYLINE_WORDS:
        return
    for at, clause in enumerate(CLAUSE.split(rest)):
        said = clause.strip()
        if at and words.aside.match(fold(said)):
            continue
        lead = words.lead.match(fold(said)) if at else None
        name = None if at and lead is None else _author(said[lead.end() :] if lead else said, words)
        if name is None:
            return
        yield (CreditKind.SOURCE if name in words.agencies else CreditKind.AUTHOR), name


def _author(said: str, words: Credits) -> str | None:
    """The name of an author, without what follows it; None: it is no name."""
    said = DATED.split(said.strip(), maxsplit=1)[0]
    for ending in (words.stamp, words.numbered, words.author_for, words.aside_inside):
        if (found := ending.search(fold(said))) and found.start():
            said = said[: found.start()]
    name = trim(_BESIDE.split(said, maxsplit=1)[0])
    while len(name.split()) > 1 and fold(name.split()[-1]) in notices().whole:  # a button beside the name
        name = trim(name.rsplit(maxsplit=1)[0])
    return name if name in words.agencies or is_name(name) or is_desk(name) else None
