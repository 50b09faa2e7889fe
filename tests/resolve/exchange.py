"""A text with its people, genders and states exchanged, and where each of its spans stands then."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from selon.languages import Language
from selon.languages.rows.resolve import Country, Given, Metonym, Organisation, Role
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.span import Span
from selon.resolve.lexicon import lexicon
from selon.resolve.tokens import key

Change = tuple[int, int, str]  # code points of the old text, half-open, and what stands there now
SURNAMES = ("Brenik", "Oshira", "Lundmark", "Valdor", "Hestad", "Sarpone", "Fulgiac", "Terwagne", "Moldzan", "Kirpue", "Dastino", "Yolveg")
_WORD = re.compile(r"[^\W\d_]+")
_PAIRS = {
    "fr": {"il": "elle", "elle": "il", "ils": "elles", "elles": "ils", "lui": "elle", "celui": "celle", "celle": "celui"},
    "en": {"he": "she", "she": "he", "himself": "herself", "herself": "himself"},
}
_TITLES = {
    "fr": {"M": "Mme", "Mme": "M", "MM": "Mmes", "Monsieur": "Madame", "Madame": "Monsieur"},
    "en": {"Mr": "Ms", "Ms": "Mr", "Mrs": "Mr"},
}
_ARTICLES = {
    "fr": {"le": "la", "la": "le", "un": "une", "une": "un", "ce": "cette", "cette": "ce", "cet": "cette", "du": "de la", "au": "à la"},
    "en": {},
}
_NAMING = {"fr": {"dernier": "dernière", "dernière": "dernier", "intéressé": "intéressée", "intéressée": "intéressé"}, "en": {}}


class Exchanged:
    """A text after changes that do not overlap."""

    def __init__(self, text: str, changes: Iterable[Change]) -> None:
        self._changes = sorted(changes)
        assert all(a[1] <= b[0] for a, b in pairwise(self._changes))
        self._starts = [start for start, _, _ in self._changes]
        self._moved: list[int] = []
        parts, at, moved = [], 0, 0
        for start, end, form in self._changes:
            self._moved.append(moved)
            parts += [text[at:start], form]
            moved += len(form) - (end - start)
            at = end
        self._moved.append(moved)
        self.text = "".join((*parts, text[at:]))

    def at(self, place: int) -> int:
        """Where a place of the old text stands; inside a changed word, at its end."""
        index = bisect_right(self._starts, place)
        if index and place < self._changes[index - 1][1]:
            start, _, form = self._changes[index - 1]
            return start + self._moved[index - 1] + (0 if place == start else len(form))
        return place + self._moved[index]

    def span(self, span: Span) -> Span:
        """Where a span stands."""
        return Span(self.at(span.start), self.at(span.end))

    def article(self, article: Article) -> Article:
        """The article over the new text."""
        blocks = tuple(replace(block, span=self.span(block.span)) for block in article.blocks)
        return replace(article, text=self.text, blocks=blocks, links=(), credits=())

    def attribution(self, item: Attribution) -> Attribution:
        """The attribution over the new text."""
        source, cue = (self.span(span) if span is not None else None for span in (item.source, item.cue))
        reasons = tuple(
            re.sub(r"(\d+):(\d+)", lambda found: f"{self.at(int(found[1]))}:{self.at(int(found[2]))}", one) for one in item.reasons
        )
        return replace(item, source=source, cue=cue, content=tuple(map(self.span, item.content)), reasons=reasons)


def words(text: str, form_of: Callable[[str], str | None]) -> Iterator[Change]:
    """Yield a change for each word that another one stands for; its capitals are kept."""
    for found in _WORD.finditer(text):
        form = form_of(found[0])
        if form is not None and form != found[0]:
            yield (*found.span(), form)


def like(form: str, model: str) -> str:
    """The form with the capitals of a model."""
    return form.upper() if model.isupper() and len(model) > 1 else form[0].upper() + form[1:] if model[0].isupper() else form


@cache
def states(language: Language) -> dict[str, tuple[str, str]]:
    """Every one-word form of a state -> its code, and the form of the state that it is exchanged with."""
    classes: dict[object, list[Country]] = {}
    given = {form for row in language.rows(Given) for form in row.forms}
    for row in language.rows(Country):
        forms = (*row.names[:1], *row.masculine[:1], *row.feminine[:1], *row.masculine_plural[:1], *row.feminine_plural[:1])
        if all(_WORD.fullmatch(form) for form in (*forms, *row.capitals[:1])) and not given.intersection((*row.names, *row.capitals)):
            vowel = row.names[0][0].lower() in "aeéiouîâhy", forms[1][:1].lower() in "aeéiouîâhy"
            classes.setdefault((row.gender, row.number, vowel, row.masculine == row.feminine), []).append(row)
    found: dict[str, tuple[str, str]] = {}
    for rows in classes.values():
        for one, other in zip(rows[: len(rows) // 2], rows[len(rows) // 2 :], strict=False):
            for a, b in ((one, other), (other, one)):
                for column in ("names", "masculine", "feminine", "masculine_plural", "feminine_plural", "capitals"):
                    found.setdefault(getattr(a, column)[0].lower(), (a.code, getattr(b, column)[0]))
    return found


@cache
def bound(language: Language) -> dict[str, str]:
    """Forms of bodies and buildings that belong to one state -> its code: where one stands, that state is not exchanged."""
    rows = (*language.rows(Metonym), *language.rows(Organisation))
    return {form: row.country for row in rows if row.country for form in row.forms}


def of_states(text: str, language: Language) -> list[Change]:
    """States, their peoples and capitals exchanged in pairs."""
    kept = {code for form, code in bound(language).items() if form in text}
    pairs = {form: one for form, one in states(language).items() if one[0] not in kept and not _partner_kept(one[1], kept, language)}
    return list(words(text, lambda word: like(pairs[word.lower()][1], word) if word.lower() in pairs else None))


def _partner_kept(form: str, kept: set[str], language: Language) -> bool:
    return states(language).get(form.lower(), ("",))[0] in kept


@cache
def given_pairs(language: Language, *, across: bool) -> dict[str, str]:
    """Given names exchanged inside their gender, or across genders."""
    known = lexicon(language)
    others = (known.titles, known.nouns, known.named, known.states, known.particles, known.small)  # "Don" is a form of address too
    forms = dict.fromkeys(form for row in language.rows(Given) for form in row.forms if _WORD.fullmatch(form))
    free = [form for form in forms if not any(key(form) in table for table in others)]
    names = {gender: [form for form in free if known.given[key(form)] == gender] for gender in ("m", "f", "")}
    halves = [(names["m"], names["f"])] if across else [(rows[::2], rows[1::2]) for rows in names.values()]
    found: dict[str, str] = {}
    for left, right in halves:
        for a, b in zip(left, right, strict=False):
            if a not in found and b not in found:
                found |= {a: b, b: a}
    return found


def of_names(text: str, language: Language, surnames: Iterable[str]) -> list[Change]:
    """Given names exchanged in pairs, surnames with invented ones."""
    names = given_pairs(language, across=False) | dict(zip(surnames, SURNAMES, strict=False))
    return list(words(text, lambda word: names.get(word)))


def of_genders(text: str, language: Language) -> list[Change]:
    """Pronouns, forms of address, given names, roles and the articles before them in the other gender."""
    pairs, titles, articles = (table[language.code] for table in (_PAIRS, _TITLES, _ARTICLES))
    names, roles = given_pairs(language, across=True), _roles(language) | _NAMING[language.code]
    found: dict[int, Change] = {}
    before: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        low = word[0].lower()
        form = names.get(word[0]) or titles.get(word[0]) or (like(pairs[low], word[0]) if low in pairs else None)
        if low in roles:
            form = like(roles[low], word[0])
            near = next((one for one in reversed(before) if one[0].lower() in articles), None)
            if near is not None and not re.search(r"[^\w\s-]", text[near.end() : word.start()]):
                found[near.start()] = (*near.span(), like(articles[near[0].lower()], near[0]))
        if form is not None:
            found[word.start()] = (*word.span(), form)
        before = [*before[-1:], word]
    return list(found.values())


@cache
def _roles(language: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in language.rows(Role):
        if row.masculine and row.feminine and _WORD.fullmatch(row.masculine[0]) and _WORD.fullmatch(row.feminine[0]):
            found.setdefault(row.masculine[0], row.feminine[0])
            found.setdefault(row.feminine[0], row.masculine[0])
    return found
