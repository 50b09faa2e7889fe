"""The tables cover every state in the same way: what is told of one is told of all, and no state has two of a kind."""

from collections import Counter
from collections.abc import Iterator

import pytest

from selon.languages import Language, load
from selon.languages.rows.resolve import Country, Metonym, Office
from selon.model.span import Span
from selon.resolve.bodies import body_key
from selon.resolve.lexicon import lexicon
from selon.resolve.offices import offices
from selon.resolve.phrase import phrase

LANGUAGES = [load("fr"), load("en")]
BODIES = {
    "fr": (
        "gouvernement {m}", "présidence {f}", "parlement {m}", "armée {f}", "diplomatie {f}", "police {f}", "ambassade {f}", "justice {f}",
        "ministère {m} de la Défense", "ministère {m} des Affaires étrangères", "ministère {m} de l'Intérieur", "ministère {m} de la Santé",
    ),
    "en": (
        "{m} government", "{m} presidency", "{m} parliament", "{m} army", "{m} police", "{m} embassy",
        "{m} Defence Ministry", "{m} Foreign Ministry", "{m} Interior Ministry", "{m} Health Ministry",
    ),
}  # fmt: skip
OFFICES = {
    "fr": (
        ("président {m}", "head-of-state"),
        ("ministre {m} des Affaires étrangères", "minister:foreign"),
        ("chef de la diplomatie {f}", "minister:foreign"),
    ),
    "en": (("{m} president", "head-of-state"), ("{m} foreign minister", "minister:foreign")),
}  # fmt: skip


def states(language: Language) -> list[Country]:
    """All but those whose adjective another one has too."""
    count = Counter(row.masculine[0] for row in language.rows(Country))
    return [row for row in language.rows(Country) if count[row.masculine[0]] == 1]


def written(form: str, row: Country) -> str:
    return form.format(m=row.masculine[0], f=row.feminine[0])


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_every_state_has_every_body(language: Language) -> None:
    known = lexicon(language)
    kinds: dict[str, Counter[str]] = {}
    for form in BODIES[language.code]:
        for row in states(language):
            key = body_key(written(form, row), "", known)
            assert key is not None, written(form, row)
            kind, code, domain = key.split("|")[:3]
            assert code == row.code, (written(form, row), key)
            kinds.setdefault(row.code, Counter())[f"{kind}|{domain}"] += 1
    assert len({tuple(sorted(count.items())) for count in kinds.values()}) == 1


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_every_state_has_every_office(language: Language) -> None:
    known = lexicon(language)
    for form, office in OFFICES[language.code]:
        for row in states(language):
            text = written(form, row)
            said = phrase(text, Span(0, len(text)), known)
            assert (said.countries, office in offices(said, text, known)) == ((row.code,), True), text


def standing(language: Language) -> Iterator[tuple[str, str]]:
    """State and body that each building stands for."""
    for row in language.rows(Metonym):
        key = body_key(row.stands_for, row.country, lexicon(language)) if row.country else None
        if key is not None:
            yield row.country, key


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_no_state_has_two_buildings_of_one_body(language: Language) -> None:
    assert {pair for pair, count in Counter(standing(language)).items() if count > 1} == set()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_buildings_are_not_those_of_a_few(language: Language) -> None:
    """A building only adds a name for a body that every state has; half of all are of states that have one or two."""
    count = Counter(row.country for row in language.rows(Metonym) if row.country)
    assert len(count) >= 70
    assert max(count.values()) <= 8
    assert sum(1 for number in count.values() if number <= 2) >= 0.8 * len(count)


def test_offices_of_one_state_are_told() -> None:
    """A name that means another office in one state than in all others; there is no other inequality among offices."""
    assert {(row.id, row.country) for row in LANGUAGES[0].rows(Office) if row.country} == {("minister:foreign", "US")}
