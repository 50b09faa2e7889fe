"""The cue verbs of the tables by their forms, and the moods of all verbs that the tables know."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon.attribute.conjugation import forms
from selon.errors import TableError
from selon.languages import Language
from selon.languages.rows.attribute import Plain, Verbs

FRAMES = (
    "that", "quote", "incise", "bare", "infinitive", "object", "address", "as", "to", "about", "by", "by_alone", "agentless",
    "charge", "predicate", "cites", "written", "clause", "hearer", "witness", "declines", "declines_not", "comments", "forgoes", "blames",
    "for", "told", "against", "light", "likens", "pro", "personal", "sees", "names", "gerund", "uninverted", "body", "body_that", "clausal",
    "relative", "asks", "as_said", "alone",
)  # fmt: skip


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
    unless: frozenset[str] = frozenset()  # nouns behind it, with which it says nothing


ByForm = dict[str, tuple[tuple[Verb, str], ...]]  # form -> cue verbs with the mood


def cue_verbs(language: Language) -> ByForm:
    """The cue verbs of each form; those that ask for more words first."""
    found: dict[str, list[tuple[Verb, str]]] = {}
    seen: set[tuple[str, ...]] = set()
    for row in language.rows(Verbs):
        for frame in row.frames:
            known(frame, FRAMES, language, "verbs")
        for lemma in row.lemmas:
            _once((lemma, row.then, row.apart, str(row.reflexive)), seen, language)
            verb = _verb(lemma, row)
            for form, mood in _forms(verb, language):
                found.setdefault(form, []).append((verb, mood))
    return {form: tuple(sorted(items, key=lambda item: (-len(item[0].then), not item[0].reflexive))) for form, items in found.items()}


def plain_moods(verbs: ByForm, language: Language) -> dict[str, frozenset[str]]:
    """The moods of each form of a cue verb, and of the other verbs that the tables know."""
    told = {form: {mood for _, mood in rows} for form, rows in verbs.items()}
    for row in language.rows(Plain):
        for lemma in row.lemmas:
            for form, mood in forms(lemma, language):
                told.setdefault(form, set()).add(mood)
    return {form: frozenset(moods) for form, moods in told.items()}


def known(name: str, names: tuple[str, ...], language: Language, table: str) -> None:
    """Nothing, where a table may use a name.

    Raises:
        TableError: the name stands for nothing.
    """
    if name not in names:
        raise TableError(
            f"unknown name '{name}'", where=f"languages/{language.code}/{table}.toml", fix=f"one of: {', '.join(sorted(names))}"
        )


def _once(key: tuple[str, ...], seen: set[tuple[str, ...]], language: Language) -> None:
    if key in seen:
        raise TableError(
            f"the verb '{key[0]}' stands in two rows",
            where=f"languages/{language.code}/verbs.toml",
            fix="keep the row with the frames it needs",
        )
    seen.add(key)


def _verb(lemma: str, row: Verbs) -> Verb:
    then = tuple(tuple(word.split("|")) for word in row.then.split())
    unless = frozenset(filter(None, row.unless.split("|")))
    name = row.apart + " ".join((lemma, *(its[0] for its in then)))
    return Verb(lemma, name, frozenset(row.frames), row.stance, row.negated, then, row.reflexive, row.apart, unless)


def _forms(verb: Verb, language: Language) -> Iterator[tuple[str, str]]:
    """The forms of a cue verb; where a part of it may stand apart, each is told without it and with it."""
    for form, mood in forms(verb.lemma, language):
        yield form, mood
        if verb.apart:
            yield verb.apart + form, mood
