"""The tables treat every state in the same way, and the languages name the same bodies."""

from collections import Counter
from dataclasses import fields

import pytest

from selon.languages import Language, codes, load
from selon.languages.rows.resolve import Body, Country, Domain, Exonym, Metonym, Office, Organisation
from selon.resolve import place, same_place
from selon.resolve.bodies import body_key
from selon.resolve.lexicon import lexicon

LANGUAGES = [load("fr"), load("en")]
EVERY = [language for language in map(load, codes()) if language.rows(Country)]
BESIDES = {"PS", "VA", "TW", "XK"}  # observers, and two whose standing is disputed


@pytest.mark.parametrize("language", EVERY, ids=lambda language: language.code)
def test_every_member_state_has_one_row_with_every_column(language: Language) -> None:
    rows = language.rows(Country)
    assert len({row.code for row in rows} - BESIDES) == 193
    assert max(Counter(row.code for row in rows).values()) == 1
    for row in rows:
        assert all(getattr(row, field.name) for field in fields(row)), row.code
        assert row.metonym == "state"


@pytest.mark.parametrize("language", EVERY, ids=lambda language: language.code)
def test_every_capital_and_every_state_speaks(language: Language) -> None:
    known = lexicon(language)
    for row in language.rows(Country):
        for form in (*row.names, *row.capitals):
            assert body_key(form, "", known) == f"state:{row.code}" or form in _SHARED, form


_SHARED = {"Dominique", "Guatemala"}


@pytest.mark.parametrize("kind", [Country, Metonym, Organisation, Domain, Body, Office, Exonym], ids=lambda kind: kind.__name__)
def test_the_languages_have_the_same_ids(kind: type) -> None:
    name = "code" if kind is Country else "id"
    fr, en = ({getattr(row, name) for row in language.rows(kind)} for language in LANGUAGES)
    assert fr == en
    for language in EVERY:
        assert {getattr(row, name) for row in language.rows(kind)} <= fr, language.code


def test_metonyms_name_states_that_exist() -> None:
    for language in EVERY:
        known = {row.code for row in language.rows(Country)} | {""}
        assert {row.country for row in language.rows(Metonym)} <= known
        assert {row.country for row in language.rows(Organisation)} <= known


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("ministère norvégien de la Défense", "Norwegian Defence Ministry"),
        ("ministère des Affaires étrangères danois", "Danish foreign ministry"),
        ("OTAN", "NATO"),
        ("Kremlin", "Kremlin"),
        ("Moscou", "Russia"),
        ("gouvernement canadien", "Canadian government"),
        ("Maison-Blanche", "White House"),
        ("Pentagone", "US Department of Defense"),
    ],
)
def test_one_body_in_two_languages(fr: str, en: str) -> None:
    told = [body_key(name, "", lexicon(language)) for name, language in zip((fr, en), LANGUAGES, strict=True)]
    assert told[0] is not None
    assert told[0] == told[1]


def test_a_palace_and_the_ministries_are_three_bodies() -> None:
    names = ("Kremlin", "ministère russe de la Défense", "ministère russe des Affaires étrangères", "Moscou")
    assert len({body_key(name, "", lexicon(LANGUAGES[0])) for name in names}) == 4


@pytest.mark.parametrize("name", ["ministère de la Défense", "gouvernement", "parquet", "préfecture"])
def test_a_body_without_its_state_or_town_has_no_key(name: str) -> None:
    assert body_key(name, "", lexicon(LANGUAGES[0])) is None


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("Alep", "Aleppo"),
        ("Londres", "London"),
        ("Idlib", "Idleb"),
        ("Saraqib", "Saraqeb"),
        ("Syrie", "Syria"),
        ("Cisjordanie", "West Bank"),
        ("Bakhmout", "Bakhmut"),
        ("Tchongking", "Chongqing"),
        ("Sahara occidental", "Western Sahara"),
        ("Deir Ezzor", "Deir ez-Zor"),
        ("La Haye", "The Hague"),
    ],
)
def test_one_place(fr: str, en: str) -> None:
    assert same_place(fr, en, *LANGUAGES)


@pytest.mark.parametrize(
    ("fr", "en"),
    [("Alep", "Algiers"), ("Damas", "Syria"), ("Sorneville", "Sornmouth"), ("Irlande du Nord", "Ireland"), ("Donetsk", "Dnipro")],
)
def test_two_places(fr: str, en: str) -> None:
    assert not same_place(fr, en, *LANGUAGES)


def test_a_place_that_no_table_knows_stays_a_name() -> None:
    assert place("Sorneville", LANGUAGES[0]) is None
