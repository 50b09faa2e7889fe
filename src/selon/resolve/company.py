"""In what company an article names somebody: the names it says, which show that two articles of the same days tell one story.

One full name in two articles of one story is one person's: the text that tells it first says the office, the next one often does not.
Names that any article may say (states, months, what opens a sentence) show nothing. Source: none; measured on the same names in press of
many outlets (docs/overfitting.md, "One name in one story").
"""

import re
from collections.abc import Mapping

from selon.languages.fold import fold
from selon.model.article import Article
from selon.resolve.nodes import Node, tables

COMPANY_DAYS = 3  # between two articles of one story, whose names may show it
_LEAST_NAMES, _LEAST_SHARE = 3, 0.25  # that both articles say, and of those of the one that says fewer
_NAME = re.compile(r"(?<=[^\W\d_][ \u00a0\u202f'’])[A-ZÀ-ÖØ-Þ][^\W\d_]{3,}")  # behind a word, where a capital tells something
_WORD = re.compile(r"\w+")


class Company:
    """The names that articles say, found when they are asked for."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles
        self._names: dict[str, frozenset[str]] = {}

    def is_one(self, a: Node, b: Node) -> bool:
        """Do the articles of two persons of one name say enough of the same names beside it?"""
        own = {fold(word) for one in (a, b) for word in _WORD.findall(one.claimant.name)}
        mine, theirs = (self._of(one.article) - own for one in (a, b))
        shared = len(mine & theirs)
        return shared >= _LEAST_NAMES and shared >= _LEAST_SHARE * min(len(mine), len(theirs))

    def _of(self, ident: str) -> frozenset[str]:
        if ident not in self._names:
            article = self._articles[ident]
            told = tables(article.lang)
            found = {fold(name) for name in set(_NAME.findall(article.text))}
            self._names[ident] = frozenset([name for name in found if name not in told.states and name not in told.calendar])
        return self._names[ident]
