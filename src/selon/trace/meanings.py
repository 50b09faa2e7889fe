"""The words of a stretch of text with what they may stand for: their stem, and the concepts that the tables of a language give them.

What is denied and what was told are often put in other words ("the raid", "the air strike"); a word is told where one of its meanings is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from selon.languages import Language
from selon.languages.fold import fold
from selon.languages.rows.match import Concept, Lemma, Light
from selon.languages.rows.resolve import Country
from selon.languages.rows.trace import Inflection
from selon.languages.words import matches
from selon.model.span import Span
from selon.trace.alike import function_words, stems

_CONCEPT, _COUNTRY, _BASE = "concept:", "country:", "base:"
_TELLING = {"predicate", "thing", "body", "place"}  # kinds of concepts that tell what a sentence is about
_LEAST_LETTERS = 3  # of the beginning of a word
_LONG = "ls"  # letters that a word may end in twice ("kill"), where another was doubled before its ending ("shredded")

Meanings = frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of a stretch: those without a capital, and the names, words for countries among them."""

    common: frozenset[Meanings]
    names: frozenset[Meanings]

    def share(self, told: Meanings) -> float:
        """The share of all words that are told, in [0, 1]."""
        return _share(self.common | self.names, told)

    def share_of_common(self, told: Meanings) -> float:
        """The share of the words without a capital that are told, in [0, 1]."""
        return _share(self.common, told)

    def shared_common(self, told: Meanings) -> int:
        """How many of the words without a capital are told."""
        return sum(not one.isdisjoint(told) for one in self.common)

    def share_of_names(self, told: Meanings) -> float:
        """The share of the names that are told; 1 where there is none."""
        return _share(self.names, told) if self.names else 1.0

    def shared(self, told: Meanings) -> int:
        """How many of all words are told."""
        return sum(not one.isdisjoint(told) for one in self.common | self.names)


def words_of(text: str, spans: Iterable[Span], language: Language) -> Words:
    """The content words of some spans."""
    found: dict[bool, set[Meanings]] = {True: set(), False: set()}
    for span in spans:
        for match in matches(text, span.start, span.end):
            one = Span(*match.span())
            if (meant := meanings(text, (one,), language)) and not is_light(fold(match[0]), language):
                found[match[0][0].isupper() or any(key.startswith(_COUNTRY) for key in meant)].add(meant)
    return Words(frozenset(found[False]), frozenset(found[True]))


def first_of(text: str, spans: Iterable[Span], language: Language) -> Meanings:
    """What the first word of some spans that has no capital may stand for; nothing where there is none."""
    words = (match for span in spans for match in matches(text, span.start, span.end) if match[0].islower())
    found = (meanings(text, (Span(*match.span()),), language) for match in words if not is_light(fold(match[0]), language))
    return next((meant for meant in found if meant), frozenset())


def meanings(text: str, spans: tuple[Span, ...], language: Language) -> Meanings:
    """All that the content words of some spans may stand for."""
    found = set(stems(text, spans, language))
    for span in spans:
        for match in matches(text, span.start, span.end):
            form = fold(match[0]).strip("'")
            found.update(_tabled(form, language))
            if base := _base(form, language):
                found.add(base)
    return frozenset(found)


def _share(words: frozenset[Meanings], told: Meanings) -> float:
    return sum(not one.isdisjoint(told) for one in words) / len(words) if words else 0.0


@lru_cache(maxsize=1 << 16)
def _tabled(form: str, language: Language) -> tuple[str, ...]:
    """The concepts and the country of a word."""
    concepts, countries = _tables(language)
    if form in countries:
        return (_COUNTRY + countries[form],)
    if form in concepts:
        return concepts[form]
    beginnings = (f"{form[:size]}*" for size in range(len(form), _LEAST_LETTERS - 1, -1))
    return next((concepts[beginning] for beginning in beginnings if beginning in concepts), ())


@lru_cache(maxsize=1 << 16)
def _base(form: str, language: Language) -> str:
    """A content word without the ending under which it is the same word ("leaked", "leaking"); empty where a language has no such rows."""
    endings, lemmas = _inflections(language)
    if not endings or len(form) < _LEAST_LETTERS or form in function_words(language):
        return ""
    form = lemmas.get(form, form)
    cut = next((ending for ending, least in endings if form.endswith(ending) and len(form) - len(ending) >= least), "")
    bare = form.removesuffix(cut)
    doubled = cut and len(bare) > _LEAST_LETTERS and bare[-1] == bare[-2] and bare[-1] not in _LONG
    return _BASE + (bare[:-1] if doubled else bare)


@cache
def _inflections(language: Language) -> tuple[tuple[tuple[str, int], ...], Mapping[str, str]]:
    """The endings with the letters that must stay before them, the longest first; and the name of each irregular form."""
    endings = {fold(form): row.least for row in language.rows(Inflection) for form in row.forms}
    lemmas = {fold(form): fold(row.lemma) for row in language.rows(Lemma) for form in row.forms} if endings else {}
    return tuple(sorted(endings.items(), key=lambda row: (-len(row[0]), row[0]))), lemmas


@lru_cache(maxsize=1 << 14)
def is_light(form: str, language: Language) -> bool:
    """Does a word tell little about what a sentence says (an auxiliary, a day of the week)?"""
    whole, beginnings = _light(language)
    return form.strip("'") in whole or any(form[:size] in beginnings for size in range(_LEAST_LETTERS, len(form) + 1))


@cache
def _light(language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The light words, and the beginnings of others."""
    forms = [fold(form) for row in language.rows(Light) for form in row.forms]
    return frozenset(form for form in forms if not form.endswith("*")), frozenset(form[:-1] for form in forms if form.endswith("*"))


@cache
def _tables(language: Language) -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, str]]:
    """The forms of one word that stand for concepts, and those that stand for countries."""
    concepts: dict[str, tuple[str, ...]] = {}
    for row in language.rows(Concept):
        if row.kind in _TELLING:
            for form in (*row.forms, *row.but):
                key, own = fold(form), () if form in row.but else tuple([_CONCEPT + name for name in (row.name, *row.broader)])
                concepts[key] = (*concepts.get(key, ()), *own)
    countries: dict[str, str] = {}
    for country in language.rows(Country):
        countries.update((fold(form), country.code) for form in country.forms)
    return concepts, countries
