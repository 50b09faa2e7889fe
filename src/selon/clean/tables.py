"""Rows of the language tables of this stage, those of all languages together.

A page's furniture is often in another language than its article; a folder may hold these tables alone.
"""

from functools import cache
from typing import TypeVar

from selon.languages import folders, load
from selon.languages.fold import fold
from selon.languages.rows.clean import SentenceStart

Row = TypeVar("Row")


def rows_of(kind: type[Row]) -> list[Row]:
    """The rows of one kind in all languages."""
    return [row for code in folders() for row in load(code).rows(kind)]


def folded_form(form: str) -> str:
    """A form as text is compared with it: folded, its words one blank apart."""
    return " ".join(fold(form).split())


@cache
def sentence_starts() -> frozenset[str]:
    """Words that open a sentence, capitalised there, in any language."""
    return frozenset(fold(word) for row in rows_of(SentenceStart) for word in row.words)
