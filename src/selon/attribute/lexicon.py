"""The tables of one language, turned into look-ups once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TypeVar

from selon.attribute.classes import BOUND, HANDING, OPENER, TITLE, VERB, Classes, classes_of
from selon.attribute.conjugation import BASE, FINITE, GERUND, INFINITIVE, PARTICIPLE
from selon.attribute.cue_verbs import FRAMES, ByForm, Verb, cue_verbs, plain_moods
from selon.attribute.kinds import KINDS, kinds_of_words, possessives, speaking
from selon.attribute.known import Known, Moods
from selon.attribute.phrases import Phrases, one_row, phrases_of
from selon.languages import Language, codes, load
from selon.languages.rows.attribute import Aside, End, Ending, Label, Noun, Opening, Order, Preposition, Relay, Stop, Unless, Verbs, Weight
from selon.languages.rows.base import Profile

PART = re.compile(r"[^\W_]+")  # what words are made of
GENITIVE = "genitive"  # a noun that owns what follows, told by its ending

R = TypeVar("R")

ALWAYS_FINITE = frozenset({"auxiliary", "being", "modal"})  # kinds
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All look-ups of one language."""

    code: str
    compounds: dict[str, frozenset[str]]  # the end of a compound -> kinds
    elisions: tuple[str, ...]  # words that lose their vowel: with the apostrophe they are words of their own
    kinds: dict[str, frozenset[str]]  # form -> kinds of word
    verbs: ByForm
    verb_moods: dict[str, frozenset[str]]  # form -> the moods that it may have as a cue verb
    belongings: dict[str, frozenset[str]]  # form that is no cue verb alone -> the words one of which must follow it
    openers: frozenset[str]  # forms with which a verb group may begin
    prepositions: dict[str, tuple[Preposition, ...]]  # first form -> rows, the longest first
    classes: Classes
    hints: frozenset[str]  # words one of which stands where a cue of any kind does: no hyphen and no apostrophe is in them
    handing: dict[str, frozenset[str] | None]  # with which a noun or a preposition that may be a cue begins -> what follows; None: anything
    titles: frozenset[str]  # forms whose full stop ends no sentence
    shortened: frozenset[str]  # forms that end a name, with or without a full stop
    conditionals: frozenset[str]  # forms that may be a conditional of reports
    reporting: frozenset[str]  # forms that tell somebody else's news
    reports: bool  # has the language a mood of reported speech?
    moods: Moods
    finite: Known  # may a form be a finite verb in some place?
    speaking: dict[str, str]  # nouns for bodies, documents, groups and unnamed sources -> kind
    possessives: frozenset[str]  # determiners
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
    nominatives: frozenset[str] = frozenset()  # pronouns that are subjects and nothing else
    labels: frozenset[str] = frozenset()  # words before marks that make a name of them
    whole: dict[str, str] = field(default_factory=dict)  # two words in one, the first cut short ("s'il") -> that word ("si")


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
    kinds, compounds = kinds_of_words(language)
    verbs = cue_verbs(language)
    openers = frozenset(verbs) | {form for form, names in kinds.items() if names & {"auxiliary", "being", "soon", "can", "unable"}}
    prepositions = _prepositions(language)
    handing = _handing(prepositions, language)
    moods = Moods(plain_moods(verbs, language), language.rows(Ending))
    belongings = {form: _belongings(rows) for form, rows in verbs.items() if all(verb.then for verb, _ in rows)}
    titles = frozenset(form for form, names in kinds.items() if "title" in names)
    shortened = frozenset(form for form, names in kinds.items() if "shortened" in names)
    flags = ((VERB, verbs), (BOUND, belongings), (OPENER, openers), (HANDING, handing), (TITLE, titles | shortened))
    stops = {of: [(row.name, row.phrases) for row in language.rows(Stop) if of in row.of] for of in ("content", "source")}
    return Lexicon(
        code=language.code,
        compounds=compounds,
        elisions=tuple(form for row in language.rows(Profile) for form in row.elisions),
        kinds=kinds,
        verbs=verbs,
        verb_moods={form: frozenset(mood for _, mood in rows) for form, rows in verbs.items()},
        belongings=belongings,
        openers=openers,
        prepositions=prepositions,
        classes=classes_of(kinds, flags),
        hints=frozenset(max(PART.findall(words), key=len) for words in _hints(verbs, language)),
        handing=handing,
        titles=titles,
        shortened=shortened,
        conditionals=frozenset(form for form, names in kinds.items() if "conditional" in names),
        reporting=frozenset(form for form, names in kinds.items() if "report" in names),
        reports=any(names & {"reported", "hence"} for names in kinds.values()),
        moods=moods,
        finite=Known(partial(_may_be_finite, kinds, moods)),
        speaking=speaking(language),
        possessives=possessives(language),
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
        nominatives=frozenset(form for form, names in kinds.items() if "nominative" in names),
        whole=_whole(kinds),
        infinitive_marks=tuple(form for form, names in kinds.items() if "mark_infinitive" in names),
    )


def _whole(kinds: dict[str, frozenset[str]]) -> dict[str, str]:
    """The word that opens an indirect question, for what stands before it cut short."""
    opens = [form for form, names in kinds.items() if "if" in names]
    cut = [form for form, names in kinds.items() if "elided_if" in names]
    return {form: next(word for word in opens if word.startswith(form.partition("'")[0])) for form in cut}


def _hints(verbs: ByForm, language: Language) -> Iterator[str]:
    """Words one of which stands where a cue does: of a verb that is one only with other words, those; of a phrase all its words."""
    for form, rows in verbs.items():
        alone = any(not verb.then for verb, _ in rows)
        yield from (form,) if alone else (word for verb, _ in rows for word in max(verb.then, key=lambda words: min(map(len, words))))
    yield from (row.form for row in language.rows(Preposition))
    yield from (noun for row in language.rows(Noun) for noun in row.nouns)


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


__all__ = ["BASE", "FINITE", "FRAMES", "GERUND", "INFINITIVE", "KINDS", "PARTICIPLE", "Lexicon", "Verb", "lexicon"]
