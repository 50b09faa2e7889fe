"""The tables of one language, turned into look-ups once."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import TypeVar

from selon.attribute.conjugation import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE, forms
from selon.attribute.phrases import Phrases, one_row, phrases_of
from selon.errors import TableError
from selon.languages import Language, codes, load
from selon.languages.rows.attribute import (
    Aside,
    End,
    Ending,
    Label,
    Noun,
    Opening,
    Order,
    Plain,
    Preposition,
    Relay,
    Stop,
    Unless,
    Verbs,
    Weight,
    Words,
)
from selon.languages.rows.base import Profile
from selon.languages.rows.resolve import Role

VERB, BOUND, OPENER, HANDING, TITLE = 1, 2, 4, 8, 16  # may be a cue verb; only with words of its own; begins a verb group; a noun or a
# preposition that may be a cue; a title
GENITIVE = "genitive"  # a noun that owns what follows, told by its ending

PART = re.compile(r"[^\W_]+")  # what words are made of
R = TypeVar("R")

KINDS = (
    "auxiliary", "being", "been", "modal", "soon", "clitic", "reflexive", "subject", "first", "determiner", "preposition", "of",
    "to", "and", "but", "subordinator", "who", "which", "that", "if", "not", "adverb", "day", "month", "title", "inverted", "by",
    "as", "without", "role", "someone", "pointer", "hedge", "conditional", "impersonal", "indefinite", "wording", "can", "opener",
    "relative_that", "mark_infinitive", "not_label", "report", "while", "never_that", "comparative", "against", "neither",
    "comment", "comment_noun", "blame", "for", "genitive", "oblique", "reported", "inside", "article", "hence",
    "particle", "as_object", "relative", "account", "alone", "unhesitating",
    "therein", "none", "euphonic", "whoever", "beside", "many", "regret",
)  # fmt: skip
FRAMES = (
    "that", "quote", "incise", "bare", "infinitive", "object", "address", "as", "to", "about", "by", "by_alone", "agentless",
    "charge", "predicate", "cites", "written", "clause", "hearer", "witness", "declines", "declines_not", "comments", "forgoes", "blames",
    "for", "told", "against", "light", "likens", "pro", "personal", "sees", "names", "gerund", "uninverted",
)  # fmt: skip


ALWAYS_FINITE = frozenset({"auxiliary", "being", "modal"})  # kinds
_NOTHING: frozenset[str] = frozenset()
_MOST_FORMS = 200_000  # whose moods are kept: more than a language has


@dataclass(frozen=True, slots=True, eq=False)
class Verb:
    """A cue verb: what it takes, how it tells, and which words must follow it."""

    lemma: str
    name: str  # the lemma with the words that belong to it: "mettre en garde"
    frames: frozenset[str]
    stance: str
    negated: str | None
    then: tuple[tuple[str, ...], ...]  # for each word the forms it may have
    reflexive: bool
    apart: str = ""


class Moods(dict[str, frozenset[str]]):
    """Form -> the moods it may be in: those of the tables' verbs, else what its ending tells; what was asked once is kept."""

    def __init__(self, plain: dict[str, frozenset[str]], endings: tuple[Ending, ...]) -> None:
        super().__init__(plain)
        self._plain, self._endings = plain, endings

    def __missing__(self, form: str) -> frozenset[str]:
        if len(self) > _MOST_FORMS:
            self.clear()
            self.update(self._plain)
        ends = (row for row in self._endings if form.endswith(row.ending) and len(form) >= len(row.ending) + row.least)
        told = self[form] = frozenset(row.mood for row in ends if form not in row.unless)
        return told


class Known(dict[str, bool]):
    """Form -> what a question about it was answered; what was asked once is kept."""

    def __init__(self, asked: Callable[[str], bool]) -> None:
        super().__init__()
        self._asked = asked

    def __missing__(self, form: str) -> bool:
        if len(self) > _MOST_FORMS:
            self.clear()
        told = self[form] = self._asked(form)
        return told


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """Forms that are alike have one number: one look-up tells their kinds, and whether a cue may begin with them."""

    number: dict[str, int]  # form -> its class; 0, that of all other forms: of no kind
    kinds: tuple[frozenset[str], ...]  # of each class
    flags: tuple[int, ...]  # of each class: VERB, BOUND, OPENER, HANDING, TITLE
    flagged: int  # the first class that has any; those behind it have, too
    titled: int  # the first class of titles; those behind it are, too


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All look-ups of one language."""

    code: str
    compounds: dict[str, frozenset[str]]  # the end of a compound -> kinds
    elisions: tuple[str, ...]  # words that lose their vowel: with the apostrophe they are words of their own
    kinds: dict[str, frozenset[str]]  # form -> kinds of word
    verbs: dict[str, tuple[tuple[Verb, str], ...]]  # form -> cue verbs with the mood; those that ask for more words first
    verb_moods: dict[str, frozenset[str]]  # form -> the moods that it may have as a cue verb
    belongings: dict[str, frozenset[str]]  # form that is no cue verb alone -> the words one of which must follow it
    openers: frozenset[str]  # forms with which a verb group may begin
    prepositions: dict[str, tuple[Preposition, ...]]  # first form -> rows, the longest first
    classes: Classes
    hints: frozenset[str]  # words one of which stands where a cue of any kind does: no hyphen and no apostrophe is in them
    handing: dict[str, frozenset[str] | None]  # with which a noun or a preposition that may be a cue begins -> what follows; None: anything
    titles: frozenset[str]  # forms whose full stop ends no sentence
    conditionals: frozenset[str]  # forms that may be a conditional of reports
    reporting: frozenset[str]  # forms that tell somebody else's news
    reports: bool  # has the language a mood of reported speech?
    moods: Moods
    finite: Known  # may a form be a finite verb in some place?
    thats: frozenset[str]  # forms of conjunctions that open what is said
    aside: Phrases
    relay: Phrases
    skips: Phrases  # the beginning of a relay that is not the relay
    unless: Phrases
    stops: dict[str, Phrases]  # of a "content", of a "source"
    openings: Phrases  # named by the stance they tell
    weights: dict[str, float] = field(default_factory=dict)
    ends: dict[str, frozenset[str]] = field(default_factory=dict)  # shape of a content -> names of the stops that end it
    order: Order = field(default_factory=Order)
    particles: frozenset[str] = frozenset()  # words that may stand apart from their verb
    infinitive_marks: tuple[str, ...] = ()
    labels: frozenset[str] = frozenset()  # words before marks that make a name of them


def shared(kind: type[R], language: Language) -> tuple[R, ...]:
    """The rows of one kind; of the first language that has any where this one has none: features are the same in all."""
    if rows := language.rows(kind):
        return rows
    return next((rows for code in codes() if (rows := load(code).rows(kind))), ())


def _may_be_finite(kinds: dict[str, frozenset[str]], moods: Moods, form: str) -> bool:
    return not moods[form].isdisjoint((FINITE, BASE)) or not kinds.get(form, _NOTHING).isdisjoint(ALWAYS_FINITE)


@cache
def lexicon(language: Language) -> Lexicon:
    """The look-ups of one language."""
    kinds = _kinds(language)
    verbs, plain = _verbs(language)
    openers = frozenset(verbs) | {form for form, names in kinds.items() if names & {"auxiliary", "being", "soon", "can"}}
    prepositions = _prepositions(language)
    handing = _handing(prepositions, language)
    moods = Moods(plain, language.rows(Ending))
    belongings = {form: _belongings(rows) for form, rows in verbs.items() if all(verb.then for verb, _ in rows)}
    titles = frozenset(form for form, names in kinds.items() if "title" in names)
    flags = ((VERB, verbs), (BOUND, belongings), (OPENER, openers), (HANDING, handing), (TITLE, titles))
    stops = {of: [(row.name, row.phrases) for row in language.rows(Stop) if of in row.of] for of in ("content", "source")}
    return Lexicon(
        code=language.code,
        compounds={form[1:]: kinds.pop(form) for form in list(filter(_is_compound, kinds))},
        elisions=tuple(form for row in language.rows(Profile) for form in row.elisions),
        kinds=kinds,
        verbs=verbs,
        verb_moods={form: frozenset(mood for _, mood in rows) for form, rows in verbs.items()},
        belongings=belongings,
        openers=openers,
        prepositions=prepositions,
        classes=_classes(kinds, flags),
        hints=frozenset(_hints(verbs, handing)),
        handing=handing,
        titles=titles,
        conditionals=frozenset(form for form, names in kinds.items() if "conditional" in names),
        reporting=frozenset(form for form, names in kinds.items() if "report" in names),
        reports=any(names & {"reported", "hence"} for names in kinds.values()),
        moods=moods,
        finite=Known(partial(_may_be_finite, kinds, moods)),
        thats=frozenset(form for form, names in kinds.items() if "that" in names),
        aside=one_row((phrase for row in language.rows(Aside) for phrase in row.phrases), kinds),
        relay=one_row((phrase for row in language.rows(Relay) for phrase in row.phrases), kinds),
        skips=one_row((row.skip for row in language.rows(Relay) if row.skip), kinds),
        unless=one_row((phrase for row in language.rows(Unless) for phrase in row.words), kinds),
        stops={of: phrases_of(rows, kinds) for of, rows in stops.items()},
        openings=phrases_of([(row.stance, row.phrases) for row in language.rows(Opening)], kinds),
        weights={row.feature: row.value for row in shared(Weight, language)},
        ends={row.shape: frozenset(row.stops) for row in language.rows(End)},
        order=next(iter(language.rows(Order)), Order()),
        particles=frozenset(row.apart for row in language.rows(Verbs) if row.apart)
        | {form for form, names in kinds.items() if "particle" in names},
        labels=frozenset(word for row in language.rows(Label) for word in row.words),
        infinitive_marks=tuple(form for form, names in kinds.items() if "mark_infinitive" in names),
    )


def _kinds(language: Language) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for row in language.rows(Words):
        _known(row.kind, KINDS, language, "words")
        for form in row.forms:
            kinds.setdefault(form, set()).add(row.kind)
    for form in _roles(language):
        kinds.setdefault(form, set()).add("role")
    return {form: frozenset(names) for form, names in kinds.items()}


def _classes(kinds: dict[str, frozenset[str]], flags: Sequence[tuple[int, Collection[str]]]) -> Classes:
    """The classes of all forms; `flags` are given with the forms that have them."""
    told = {form: (sum(flag for flag, forms in flags if form in forms), kinds.get(form, _NOTHING)) for form in _every(kinds, flags)}
    every = sorted({(0, _NOTHING), *told.values()}, key=lambda one: (one[0], sorted(one[1])))
    numbers = {one: number for number, one in enumerate(every)}
    return Classes(
        number={form: numbers[one] for form, one in told.items()},
        kinds=tuple(names for _, names in every),
        flags=tuple(flag for flag, _ in every),
        flagged=sum(flag == 0 for flag, _ in every),
        titled=sum(flag < TITLE for flag, _ in every),
    )


def _hints(verbs: Collection[str], handing: dict[str, frozenset[str] | None]) -> Iterator[str]:
    """Of each form with which a cue may begin the longest part; of one that is a cue only before certain words, that of those."""
    for form in sorted({*verbs, *handing}):
        for word in sorted((None if form in verbs else handing[form]) or (form,)):
            yield max(PART.findall(word), key=len)


def _every(kinds: dict[str, frozenset[str]], flags: Sequence[tuple[int, Collection[str]]]) -> list[str]:
    return sorted({*kinds, *(form for _, forms in flags for form in forms)})


def _belongings(rows: Sequence[tuple[Verb, str]]) -> frozenset[str]:
    """The forms of the first word that must follow one of these verbs."""
    return frozenset(form for verb, _ in rows for form in verb.then[0])


def _prepositions(language: Language) -> dict[str, tuple[Preposition, ...]]:
    elisions = {form + "'" for row in language.rows(Profile) for form in row.elisions}
    found: dict[str, list[Preposition]] = {}
    for row in sorted(language.rows(Preposition), key=lambda row: -len(row.form)):
        word = row.form.split()[0]
        elided = word[: word.find("'") + 1]
        found.setdefault(elided if elided in elisions else word, []).append(row)
    return {form: tuple(rows) for form, rows in found.items()}


def _handing(prepositions: dict[str, tuple[Preposition, ...]], language: Language) -> dict[str, frozenset[str] | None]:
    """The forms with which a noun or a preposition begins that may be a cue, each with the forms one of which must follow."""
    elided = tuple(form + "'" for row in language.rows(Profile) for form in row.elisions)
    found: dict[str, frozenset[str] | None] = {}
    for first, rows in prepositions.items():
        rest = [row.form[len(first) :].lstrip() for row in rows]
        second = (next((form for form in elided if words.startswith(form)), words.split()[0]) for words in rest if words)
        found[first] = frozenset(second) if all(rest) else None
    return found | dict.fromkeys((noun for row in language.rows(Noun) for noun in row.nouns), None)


def _is_compound(form: str) -> bool:
    return form[0] == "*"


_LONGEST_END = 20  # letters of the last word of a compound: quotations stand in a text as one long form


@lru_cache(maxsize=100_000)
def compound_kinds(lexicon: Lexicon, form: str, otherwise: frozenset[str]) -> frozenset[str]:
    """The kinds of a form: its own, and those of the word it ends in ("außenminister")."""
    own = lexicon.kinds.get(form, otherwise)
    ends = (form[at:] for at in range(max(0, len(form) - _LONGEST_END), len(form) - 1))  # the longest first
    return own | next((lexicon.compounds[end] for end in ends if end in lexicon.compounds), frozenset())


def _roles(language: Language) -> Iterator[str]:
    """The nouns for who speaks by office or trade, of one word."""
    for row in language.rows(Role):
        yield from (form for form in (*row.masculine, *row.feminine, *row.plural) if " " not in form)


def _known(name: str, names: Sequence[str], language: Language, table: str) -> None:
    if name not in names:
        raise TableError(
            f"unknown name '{name}'", where=f"languages/{language.code}/{table}.toml", fix=f"one of: {', '.join(sorted(names))}"
        )


def _verbs(language: Language) -> tuple[dict[str, tuple[tuple[Verb, str], ...]], dict[str, frozenset[str]]]:
    found: dict[str, list[tuple[Verb, str]]] = {}
    plain: dict[str, set[str]] = {}
    seen: set[tuple[str, ...]] = set()
    for row in language.rows(Verbs):
        for frame in row.frames:
            _known(frame, FRAMES, language, "verbs")
        for lemma in row.lemmas:
            key = (lemma, row.then, row.apart, str(row.reflexive))
            if key in seen:
                raise TableError(
                    f"the verb '{lemma}' stands in two rows",
                    where=f"languages/{language.code}/verbs.toml",
                    fix="keep the row with the frames it needs",
                )
            seen.add(key)
            then = tuple(tuple(word.split("|")) for word in row.then.split())
            verb = Verb(
                lemma,
                row.apart + " ".join((lemma, *(forms[0] for forms in then))),
                frozenset(row.frames),
                row.stance,
                row.negated,
                then,
                row.reflexive,
                row.apart,
            )
            for form, mood in _forms(verb, language):
                found.setdefault(form, []).append((verb, mood))
                plain.setdefault(form, set()).add(mood)
    for row_plain in language.rows(Plain):
        for lemma in row_plain.lemmas:
            for form, mood in forms(lemma, language):
                plain.setdefault(form, set()).add(mood)
    ordered = {form: tuple(sorted(items, key=lambda item: (-len(item[0].then), not item[0].reflexive))) for form, items in found.items()}
    return ordered, {form: frozenset(moods) for form, moods in plain.items()}


def _forms(verb: Verb, language: Language) -> Iterator[tuple[str, str]]:
    """The forms of a cue verb; where a part of it may stand apart, each is told without it and with it."""
    for form, mood in forms(verb.lemma, language):
        yield form, mood
        if verb.apart:
            yield verb.apart + form, mood


__all__ = ["BASE", "FINITE", "FRAMES", "GERUND", "INFINITIVE", "KINDS", "PARTICIPLE", "Lexicon", "Verb", "lexicon"]
