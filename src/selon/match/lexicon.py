"""What the tables of one language tell of a word: its concepts, country, stem, weight, and whether it negates.

Forms are folded once; a form that ends in "*" is the beginning of a word, one that begins with it the end; the longest wins.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from selon.languages import Language, codes, load
from selon.languages.fold import fold
from selon.languages.rows.match import Capital, Concept, Ending, Lemma, Light, Negation
from selon.languages.rows.resolve import Country
from selon.languages.words import words

_LEAST_BEGINNING, _TOLD_BY = 2, 3  # letters of the beginning of a word; so many tell which lengths are worth looking up


Pattern = tuple[tuple[str, ...], str]  # the words of a phrase, and its key
Begun = tuple[dict[str, tuple[Pattern, ...]], tuple[Pattern, ...]]  # phrases by their second word, and those of any second word


class Meaning(NamedTuple):
    """What is known of one word form."""

    stem: str
    concepts: tuple[str, ...]
    country: str | None  # ISO 3166-1 alpha-2
    weight: float | None  # of a light word; None: a content word
    negation: str | None  # particle, verb, proof
    begun: Begun | None  # the phrases it may begin


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """Folded forms: whole words, beginnings and ends of words, each with what they stand for."""

    whole: dict[str, tuple[str, ...]]
    begins: dict[str, tuple[str, ...]]
    ends: dict[str, tuple[str, ...]]

    def of(self, form: str, begins: Sequence[str]) -> tuple[str, ...]:
        """What the word stands for: as a whole word, else by its longest known beginning, else by its longest known end.

        Args:
            form: the word, folded.
            begins: its beginnings that some table knows, the longest first.
        """
        if form in self.whole:
            return self.whole[form]
        for begin in begins:
            if begin in self.begins:
                return self.begins[begin]
        return next((self.ends[form[at:]] for at in range(1, len(form) - 1) if form[at:] in self.ends), ()) if self.ends else ()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The tables of one language, ready for look-ups."""

    language: Language
    begins: frozenset[str]  # of words, of any table below
    sizes: dict[str, tuple[int, ...]]  # the lengths of these, the longest first, by their first letters
    wholes: frozenset[str]  # the words that any table below knows, and first words of phrases
    ends: bool  # does any table know words by their end
    concepts: Patterns
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word -> (all words, concept), the longest first
    phrase_begins: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    countries: Patterns
    country_phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    light: Patterns
    negations: Patterns
    lemmas: dict[str, str]
    endings: dict[str, int]  # ending -> letters that must stay
    ending_sizes: dict[str, tuple[int, ...]]  # the lengths of these, the longest first, by their last letter
    noun_endings: tuple[str, ...] | None  # where every noun has a capital: endings that no name has; None elsewhere


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language; a language without a folder has an empty one: no wrong stems, nothing that is known of its words."""
    language = load(code) if code in codes() else Language(code, {})
    concepts = [
        (form, name) for row in language.rows(Concept) if row.kind != "measure" for form in row.forms for name in (row.name, *row.broader)
    ]
    countries = [(form, row.code) for row in language.rows(Country) for form in _country_forms(row)]
    light = [(form, str(row.weight)) for row in language.rows(Light) for form in row.forms]
    others = [form for row in language.rows(Concept) for form in row.but]
    negations = [(form, row.kind) for row in language.rows(Negation) for form in row.forms]
    endings: dict[str, int] = {}
    for row in language.rows(Ending):
        endings.update({form: min(row.least, endings.get(form, row.least)) for form in row.forms})
    phrases = _phrases(concepts)
    phrase_begins = {first[:-1]: rows for first, rows in phrases.items() if first.endswith("*")}
    tables = [_patterns(rows) for rows in (concepts, countries, light, negations)]
    tables[0] = _without(tables[0], others, {form for form, _ in concepts}, {form for form, _ in light})
    begins = frozenset(phrase_begins).union(*(table.begins for table in tables))
    country_phrases = _phrases(countries)
    return Lexicon(
        language=language,
        begins=begins,
        sizes=_sizes(begins),
        ends=any(table.ends for table in tables),
        wholes=frozenset(phrases).union(country_phrases, *(table.whole for table in tables)),
        concepts=tables[0],
        phrases={first: rows for first, rows in phrases.items() if not first.endswith("*")},
        phrase_begins=phrase_begins,
        countries=tables[1],
        country_phrases=country_phrases,
        light=tables[2],
        negations=tables[3],
        lemmas={folded(form): folded(row.lemma) for row in language.rows(Lemma) for form in (*row.forms, row.lemma)},
        endings=endings,
        ending_sizes=_lengths((ending[-1], len(ending)) for ending in endings),
        noun_endings=next((tuple(folded(form) for form in row.endings) for row in language.rows(Capital) if row.nouns), None),
    )


def _sizes(begins: Iterable[str]) -> dict[str, tuple[int, ...]]:
    return _lengths((begin[:_TOLD_BY], len(begin)) for begin in begins if len(begin) >= _LEAST_BEGINNING)


def _lengths(rows: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """For each name its lengths, the longest first."""
    found: dict[str, set[int]] = {}
    for name, length in rows:
        found.setdefault(name, set()).add(length)
    return {name: tuple(sorted(lengths, reverse=True)) for name, lengths in found.items()}


@lru_cache(maxsize=1 << 17)
def meaning(form: str, code: str) -> Meaning:
    """What the tables of a language tell of one folded word."""
    known = lexicon(code)
    begins = _begins(form, known)
    if not begins and form not in known.wholes and not known.ends:  # most words: no table knows them
        return Meaning(_stem(known.lemmas.get(form, form), known), (), None, None, None, None)
    weight = known.light.of(form, begins)
    country = known.countries.of(form, begins)
    negation = known.negations.of(form, begins)
    return Meaning(
        stem=_stem(known.lemmas.get(form, form), known),
        concepts=known.concepts.of(form, begins),
        country=country[0] if country else None,
        weight=float(weight[0]) if weight else None,
        negation=negation[0] if negation else None,
        begun=_begun(form, begins, known),
    )


def _begins(form: str, known: Lexicon) -> list[str]:
    """The beginnings of a word that some table knows, the longest first."""
    sizes = known.sizes.get(form[:_TOLD_BY], ())
    found = [begin for size in sizes if (begin := form[:size]) in known.begins] if sizes else []
    if len(form) > _LEAST_BEGINNING and form[:_LEAST_BEGINNING] in known.begins:
        found.append(form[:_LEAST_BEGINNING])
    return found


def _begun(form: str, begins: Sequence[str], known: Lexicon) -> Begun | None:
    """The phrases whose first word this may be."""
    begun = next((known.phrase_begins[begin] for begin in begins if begin in known.phrase_begins), ())
    if not begun and form not in known.phrases and form not in known.country_phrases:
        return None
    rows = [(pattern, f"c:{name}") for pattern, name in (*known.phrases.get(form, ()), *begun)]
    rows += [(pattern, f"p:{country}") for pattern, country in known.country_phrases.get(form, ())]
    open_ended = tuple(row for row in rows if row[0][1].endswith("*"))
    seconds = {row[0][1] for row in rows} - {row[0][1] for row in open_ended}
    exact = {second: (*(row for row in rows if row[0][1] == second), *open_ended) for second in sorted(seconds)}
    return exact, open_ended


class Flat(Protocol):
    """A word that is folded already."""

    @property
    def flat(self) -> str:
        """Folded, as the tables are read."""


def phrase(begun: Begun | None, forms: Sequence[Flat], at: int) -> tuple[int, tuple[str, ...]] | None:
    """The longest phrase of several words that begins at one word: how many words, and its keys; `begun`: those this word may begin."""
    exact, open_ended = begun or ({}, ())
    rows = exact.get(forms[at + 1].flat, open_ended) if at + 1 < len(forms) else ()
    if not rows:
        return None
    found = [(len(pattern), key) for pattern, key in rows if _stands(pattern, forms, at)]
    if not found:
        return None
    size = max(count for count, _ in found)
    return size, tuple(dict.fromkeys(key for count, key in found if count == size))


@cache
def contraries(code: str) -> dict[str, tuple[str, ...]]:
    """For each concept key those that say the contrary, sorted."""
    rows = lexicon(code).language.rows(Concept)
    return {f"c:{row.name}": tuple(f"c:{name}" for name in sorted(row.against)) for row in rows if row.against}


@cache
def manners(code: str) -> dict[str, str]:
    """For each concept key that makes a statement one of its manner: which manner."""
    return {f"c:{row.name}": row.manner for row in lexicon(code).language.rows(Concept) if row.manner}


@cache
def kinds(code: str) -> dict[str, str]:
    """The kind of each concept key; a broader concept without a row has that of the first row that names it."""
    rows = lexicon(code).language.rows(Concept)
    broad: dict[str, str] = {f"c:{name}": row.kind for row in reversed(rows) for name in row.broader}
    return {**broad, **{f"c:{row.name}": row.kind for row in rows}}


def folded(form: str) -> str:
    """A word as the tables are read: folded, without the apostrophe of an elision."""
    return form.lower() if form.isascii() and form.isalpha() else fold(form).rstrip("'")


def _stands(pattern: tuple[str, ...], forms: Sequence[Flat], at: int) -> bool:
    if at + len(pattern) > len(forms):
        return False
    for want in pattern:
        form = forms[at].flat
        if form != want and not (want[-1] == "*" and form.startswith(want[:-1])):
            return False
        at += 1
    return True


def _patterns(rows: Iterable[tuple[str, str]]) -> Patterns:
    whole: dict[str, tuple[str, ...]] = {}
    begins: dict[str, tuple[str, ...]] = {}
    ends: dict[str, tuple[str, ...]] = {}
    for form, value in rows:
        pattern = _pattern(form)
        if len(pattern) == 1:
            table = ends if form.startswith("*") else begins if pattern[0].endswith("*") else whole
            key = pattern[0].rstrip("*")
            table[key] = tuple(dict.fromkeys((*table.get(key, ()), value)))
    return Patterns(whole, begins, ends)


def _without(concepts: Patterns, others: Iterable[str], forms: Collection[str], light: Iterable[str]) -> Patterns:
    """The concepts, but for words that only begin like a form of one, and for light words that are one with it when folded.

    A row of its own tells more: what some concept names as a whole word, or as a longer beginning, stays. A light word that the tables
    write like a form ("souvent") is that form; one that only looks so without its accents ("ne" beside "né") is not.
    """
    whole, begins = dict(concepts.whole), dict(concepts.begins)
    for form in others:
        table = begins if form.endswith("*") else whole
        table.setdefault(folded(form.rstrip("*")), ())
    for form in light:
        if not form.endswith("*") and form not in forms:
            whole[folded(form)] = ()
    return Patterns(whole, begins, concepts.ends)


def _phrases(rows: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, value in rows:
        pattern = _pattern(form)
        if len(pattern) > 1:
            found.setdefault(pattern[0], []).append((pattern, value))
    return {first: tuple(sorted(patterns, key=lambda row: (-len(row[0]), row))) for first, patterns in found.items()}


def _pattern(form: str) -> tuple[str, ...]:
    """The folded words of a form; a star stays with the word it ends."""
    return tuple(folded(word.form) + ("*" if form[word.end : word.end + 1] == "*" else "") for word in words(form))


def _country_forms(row: Country) -> tuple[str, ...]:
    return (*row.names, *row.masculine, *row.feminine, *row.masculine_plural, *row.feminine_plural, *row.capitals)


def _stem(form: str, known: Lexicon) -> str:
    """The word without the longest ending that leaves enough of it."""
    for size in known.ending_sizes.get(form[-1:], ()):
        start = len(form) - size
        if start > 0 and start >= known.endings.get(form[start:], len(form)):
            return form[:start]
    return form
