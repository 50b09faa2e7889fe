"""The claimants of one article with all that tells who of another article each of them is: `nodes`, a pure function of one reading."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from selon.languages import codes, load
from selon.languages.phonetic import name_keys, name_parts
from selon.languages.syllables import syllable_keys
from selon.model.article import Article
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.reading import Reading
from selon.resolve.acronyms import acronyms
from selon.resolve.bodies import body_key, claimant_key, told_beside
from selon.resolve.firms import without_legal_form
from selon.resolve.lexicon import Lexicon, lexicon
from selon.resolve.names import is_acronym
from selon.resolve.signals import kinds, pages, signals

_NAME = "name|"  # how the key of a proper name opens
MONTH_DAYS = 31  # between two articles in which one name with one kind of role is one person's


@dataclass(frozen=True, slots=True)
class Node:
    """One claimant as one article knows it."""

    id: str  # content hash of article and claimant
    article: str  # the article's id
    claimant: Claimant
    key: str | None  # of bodies
    signals: frozenset[str] = frozenset()  # of persons: "body …", "office …", "role …"
    pages: frozenset[str] = frozenset()  # addresses: the article's own, and those that links on the name lead to
    kinds: frozenset[str] = frozenset()  # of persons, too weak without a date: "head …", "domain …"
    day: date | None = None  # of publication, of persons and of acronyms; None: not known
    forms: tuple[str, ...] = ()  # of persons, and of bodies that only a proper name tells: keys that spellings of one name share
    short: tuple[str, str] | None = None  # of bodies: the keys of an acronym and of the name for which its article gives it

    @property
    def countries(self) -> frozenset[str]:
        """The state that the text tells, if it does."""
        return frozenset({self.claimant.country}) if self.claimant.country else frozenset()

    def is_near(self, other: "Node") -> bool:
        """Are the days of both articles known, and within a month?"""
        return are_near(self, other, MONTH_DAYS)


def second_signal(a: Node, b: Node) -> bool:
    """Does anything besides the name show that two persons of different articles are one, and nothing that they are two?"""
    if are_apart(a, b):
        return False
    weak = a.kinds & b.kinds and are_near(a, b, MONTH_DAYS)
    return bool(a.signals & b.signals or a.pages & b.pages or a.countries & b.countries or weak)


def are_apart(a: Node, b: Node) -> bool:
    """Does something show that two persons are two: one article tells them apart, or they are of two states?"""
    return a.article == b.article or bool(a.countries and b.countries and not a.countries & b.countries)


def are_near(a: Node, b: Node, days: int) -> bool:
    """Are the days of two articles known, and so close?"""
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) <= days


def nodes(reading: Reading) -> tuple[Node, ...]:
    """The claimants of one article, each once, in the order in which they speak."""
    told = tables(reading.article.lang)
    found: dict[str, Claimant] = {}
    for item in reading.resolutions:
        one = item.claimant
        if one is not None:
            known = found.setdefault(f"{one.kind} {one.id}", one)
            if known is not one and known != one:
                found[f"{one.kind} {one.id}"] = _both(known, one)
    short = _short(reading.article, found.values(), told)
    return tuple(_node(reading.article, claimant, told, short) for claimant in found.values())


def _short(article: Article, claimants: Iterable[Claimant], told: Lexicon) -> dict[str, tuple[str, str]]:
    """The acronyms that an article gives for bodies: under the key of either, both keys."""
    if all(one.kind is ClaimantKind.PERSON for one in claimants):
        return {}
    found: dict[str, tuple[str, str]] = {}
    for short, name in acronyms(article.text, told, [one.name for one in claimants]).items():
        own, full = body_key(short, "", told), body_key(name, "", told)
        if own is not None and own.startswith(_NAME) and full is not None and own != full:  # what the tables know they know better
            found.setdefault(own, (own, full))
            found.setdefault(full, (own, full))
    return found


@cache
def tables(code: str) -> Lexicon:
    """The tables of a language; those of English for one that has none."""
    return lexicon(load(code if code in codes() else "en"))


def _both(a: Claimant, b: Claimant) -> Claimant:
    """One claimant under two names in one article ("Moscou", "la Russie"): with the spellings and mentions of both."""
    return replace(a, aliases=tuple(dict.fromkeys((*a.aliases, *b.aliases))), spans=tuple(dict.fromkeys((*a.spans, *b.spans))))


def _node(article: Article, claimant: Claimant, told: Lexicon, short: Mapping[str, tuple[str, str]]) -> Node:
    ident = content_hash(claimant.kind.value, claimant.id, article.digest, article.id)
    if claimant.kind is not ClaimantKind.PERSON:
        key = claimant_key(claimant, told)
        is_name = key is not None and key.startswith(_NAME)
        forms = tuple(sorted(name_keys(claimant.name))) if is_name else ()
        given = short.get(key) if key is not None else None
        when = day(article) if given or is_acronym(claimant.name) else None
        return Node(ident, article.id, claimant, _of_one_word(key, claimant.name, article.text), day=when, forms=forms, short=given)
    own, signs, weak = _person_forms(claimant.name), signals(claimant, told), kinds(claimant, told)
    return Node(ident, article.id, claimant, None, signs, pages(claimant, article), weak, day(article), own)


def _of_one_word(key: str | None, name: str, text: str) -> str | None:
    """The key of a firm; with its legal form, where what is left is one word that its article has in lower case too ("Coastal Corp")."""
    bare = without_legal_form(name)
    if key is None or bare == name or " " in bare:
        return key
    return f"{key} ({told_beside(name)})" if bare.lower() in text else key


def _person_forms(name: str) -> tuple[str, ...]:
    """What spellings of a person's name share: keys of its last word, or of its syllables."""
    parts = name_parts(name)
    return tuple(sorted(name_keys(parts[-1]) | syllable_keys(name))) if parts else ()


def content_hash(*parts: str) -> str:
    """16 hexadecimal digits for some words."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def day(article: Article) -> date | None:
    """The first day on which the article can have been published."""
    when = article.published
    return date.fromisoformat(when.earliest[:10]) if when is not None and when.earliest is not None else None
