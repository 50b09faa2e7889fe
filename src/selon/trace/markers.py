"""Where the words of the table `markers` stand in a text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.trace import Marker
from selon.model.span import Span

_PIECE = re.compile(r"\w+|[^\w\s]")  # a marker begins with one of them
_MOST_WORDS = 1 << 16  # of one language that are kept; beyond, all are found anew


@cache
def _pattern(language: Language, kind: str) -> re.Pattern[str]:
    forms = sorted((fold(row.form) for row in language.rows(Marker) if row.kind == kind), key=lambda form: (-len(form), form))
    alternatives = "|".join(map(_alternative, forms))
    return re.compile(rf"(?<!\w)(?:{alternatives})" if alternatives else r"(?!)")


def _alternative(form: str) -> str:
    """One form as a pattern: * is any ending, and only an elided word ("n'") may stand glued to the next."""
    pattern = re.escape(form).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return pattern if form.endswith("'") else rf"{pattern}(?!\w)"


def markers(kind: str, text: str, span: Span, language: Language) -> list[Span]:
    """The markers of one kind inside a span, in order."""
    folded, places, begun = _stretch(text[span.start : span.end], language)
    if kind not in begun:
        return []
    own = (place for place, kinds in places if kind in kinds)
    found = [Span(span.start + start, span.start + end) for start, end in _standing(_pattern(language, kind), folded, own)]
    return [one for one in found if one.of(text).islower() or fold(one.of(text)) not in _cased(language)]


def kinds_of(text: str, span: Span, language: Language) -> frozenset[str]:
    """The kinds of which a marker may begin inside a span: most stretches are told from others by them alone."""
    return _stretch(text[span.start : span.end], language)[2]


def _standing(pattern: re.Pattern[str], folded: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield where a pattern stands, of the places where it may begin."""
    past = 0
    for place in places:
        if place >= past and (match := pattern.match(folded, place)):
            past = match.end()
            yield match.span()


@lru_cache(maxsize=1 << 11)
def _stretch(text: str, language: Language) -> tuple[str, list[tuple[int, frozenset[str]]], frozenset[str]]:
    """A stretch of text, folded, where markers may begin and of which kinds, and all these kinds: many are asked for, and few are there."""
    folded, begun = fold(text), _kinds(language)
    places = [(match.start(), kinds) for match in _PIECE.finditer(folded) if (kinds := begun[match[0]])]
    return folded, places, frozenset().union(*[kinds for _, kinds in places])


class _Kinds(dict[str, frozenset[str]]):
    """The kinds of which a marker may begin with a word or mark, found when it is first met."""

    def __init__(self, begins: Mapping[str, frozenset[str]]) -> None:
        super().__init__()
        self._begins = begins

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        nothing: frozenset[str] = frozenset()
        by_beginning = (self._begins.get(f"{word[:size]}*", nothing) for size in range(1, len(word) + 1))
        kinds = self[word] = self._begins.get(word, nothing).union(*by_beginning)
        return kinds


@cache
def _kinds(language: Language) -> _Kinds:
    return _Kinds(_begins(language))


@cache
def _begins(language: Language) -> dict[str, frozenset[str]]:
    """The first piece of a form, or its beginning with a *, as the form has it -> the kinds that have such a form."""
    found: dict[str, set[str]] = {}
    for row in language.rows(Marker):
        form = fold(row.form)
        first = next(_PIECE.finditer(form))[0]
        found.setdefault(first + "*" if form.startswith("*", len(first)) else first, set()).add(row.kind)
    return {first: frozenset(kinds) for first, kinds in found.items()}


@cache
def _cased(language: Language) -> frozenset[str]:
    return frozenset(fold(row.form) for row in language.rows(Marker) if row.cased)
