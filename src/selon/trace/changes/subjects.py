"""Are two texts of one event, as far as their titles tell? Two that are told in one form, or share a topic, are of two.

The words of a title are those that a text is about. Of two texts of one event one tells most of what the other's title says, and names
some of whom it names; a form that is filled in for another firm or another war does neither. Read on 52 changes of 8,600 articles: none
that was right stood between two texts of which neither told more than half of the other's title. Two that name firms by their codes on an
exchange, and none in common, are of two. Nothing is asked of texts without a title, or in two languages.
"""

import re
from functools import lru_cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.model.article import Article
from selon.model.span import Span
from selon.trace.alike import stems
from selon.trace.changes.named import NAME_CHARS, has_noun_capitals

_TOLD = 0.5  # of a title's words, or of the names in it, that another text tells
_LEAST_NAME = 3
_KEPT = 1 << 10  # texts of which that is kept
_MOST_WORDS = 1 << 16  # whose beginnings are kept; beyond, all are found anew
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"<([A-Z][A-Z.]{0,7})>|\([A-Z][A-Za-z ]{1,15}:\s?([A-Z]{1,6})\)")  # of a firm on an exchange, behind its name


def are_of_one_event(a: Article, b: Article, mine: Language, theirs: Language) -> bool:
    """May two texts tell of one event: does one tell most of the other's title, and name half of whom it names?"""
    if a.id == b.id or mine != theirs or not (a.title and b.title):
        return True
    return _are_of_one_event((a.text, a.title), (b.text, b.title), mine)


@lru_cache(maxsize=1 << 12)
def _are_of_one_event(a: tuple[str, str], b: tuple[str, str], language: Language) -> bool:
    """The same of two texts, each with its title: found once for all claims that both tell."""
    codes = _codes("\n".join(a)), _codes("\n".join(b))
    if codes[0] and codes[1] and codes[0].isdisjoint(codes[1]):
        return False  # of two firms
    sides = ((a, b), (b, a))
    return any(_tells(text, title, language) for (text, _), (_, title) in sides) and any(
        _names(text, title, other, language) for (text, _), (other, title) in sides
    )


def _tells(text: str, title: str, language: Language) -> bool:
    """Does a text hold more than half of the words of another's title?"""
    words = _title_stems(title, language)
    return not words or len(words & _stems(text, language)) > _TOLD * len(words)


def _names(text: str, title: str, other: str, language: Language) -> bool:
    """Does a text name half of whom another's title names; one that names nobody asks for nothing?"""
    named = _named_by_title(title, other, language)
    return len(named & _begun(text)) >= _TOLD * len(named)


@lru_cache(maxsize=_KEPT)
def _named_by_title(title: str, text: str, language: Language) -> frozenset[str]:
    """How the names in the title of a text begin."""
    body = text.replace(title, " ", 1)  # a title in capitals names nobody by them
    return _begun(title) & _named(body, language)


@lru_cache(maxsize=_KEPT)
def _codes(text: str) -> frozenset[str]:
    """The codes under which the firms that a text names stand on an exchange."""
    return frozenset(match[1] or match[2] for match in _CODE.finditer(text))


@lru_cache(maxsize=_KEPT)
def _title_stems(title: str, language: Language) -> frozenset[str]:
    """The stems of a title."""
    return stems(title, (Span(0, len(title)),), language)


@lru_cache(maxsize=_KEPT)
def _stems(text: str, language: Language) -> frozenset[str]:
    """The stems of a whole text."""
    return stems(text, (Span(0, len(text)),), language) if text else frozenset()


@lru_cache(maxsize=_KEPT)
def _begun(text: str) -> frozenset[str]:
    """How the words of a text begin, folded."""
    return frozenset(map(_FOLDED.__getitem__, {word[:NAME_CHARS] for word in _WORD.findall(text)}))


def _named(text: str, language: Language) -> frozenset[str]:
    """How the names of a text begin: words that have a capital wherever they stand."""
    if has_noun_capitals(language):
        return frozenset()
    found = {word[:NAME_CHARS] for word in _WORD.findall(text) if len(word) >= _LEAST_NAME}
    small = {_FOLDED[word] for word in found if word[0].islower()}
    return frozenset([_FOLDED[word] for word in found if word[0].isupper()]) - small


class _Folded(dict[str, str]):
    """The beginning of each word, folded, found when it is first met."""

    def __missing__(self, begun: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        folded = self[begun] = fold(begun)
        return folded


_FOLDED = _Folded()
