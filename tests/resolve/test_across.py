"""One id across articles: bodies by their key, persons by two signals."""

import itertools
import sys
from pathlib import Path

import pytest

from selon.model.reading import Reading
from selon.resolve import across, nodes

sys.path.insert(0, str(Path(__file__).parent))
from staged import read


def _ids(*texts: tuple[str, str]) -> list[str]:
    readings = [read(text, code, ident=f"a{number}") for number, (code, text) in enumerate(texts)]
    return [item.claimant.id for reading in across(readings) for item in reading.resolutions if item.claimant is not None]


FR_SPOKESMAN = ("fr", "[Le porte-parole du ministère norvégien de la Défense, Igor Konachev,] a parlé {de neige}.")
EN_SPOKESMAN = ("en", "[Norwegian Defence Ministry spokesman Igor Konashev] spoke of {snow}.")
ONE = {
    "a person with a body, in two spellings": (FR_SPOKESMAN, EN_SPOKESMAN),
    "a person with an office": (
        ("fr", "[Le ministre danois de la Culture, Niels Holmgård,] a parlé {d'opéra}."),
        ("en", "[Danish Culture Minister Niels Holmgård] spoke of {opera}."),
    ),
    "a surname alone, with the same body": (
        FR_SPOKESMAN,
        ("fr", "[M. Konachev, porte-parole du ministère norvégien de la Défense,] a parlé {de pluie}."),
    ),
    "a body in two languages": (("fr", "[L'OTAN] a parlé {de neige}."), ("en", "[NATO] spoke of {snow}.")),
    "a ministry in two languages": (
        ("fr", "[Le ministère norvégien de la Défense] a parlé {de neige}."),
        ("en", "[The Norwegian Defence Ministry] spoke of {snow}."),
    ),
    "a state and its capital": (("fr", "[Oslo] a parlé {de neige}."), ("en", "[Norway] spoke of {snow}.")),
    "an agency and its acronym in brackets": (
        ("fr", "[L'Institut norvégien des marées] a parlé {de neige}."),
        ("fr", "[L'Institut norvégien des marées (INM)] a parlé {de pluie}."),
    ),
}
APART = {
    "a name alone": (("fr", "[Paul Talmar] a parlé {de neige}."), ("fr", "[Paul Talmar] a parlé {de pluie}.")),
    "another first name, the same body": (
        FR_SPOKESMAN,
        ("fr", "[Le porte-parole du ministère norvégien de la Défense, Oleg Konachev,] a parlé {de neige}."),
    ),
    "the same name in two states": (
        ("fr", "[Le ministre danois de la Culture, Niels Holm,] a parlé {d'opéra}."),
        ("fr", "[Le ministre norvégien de la Culture, Niels Holm,] a parlé {d'opéra}."),
    ),
    "a surname alone without a second signal": (FR_SPOKESMAN, ("fr", "[M. Konachev] a parlé {de pluie}.")),
    "a palace and a ministry of one state": (
        ("fr", "[Le Kremlin] a parlé {de ballet}."),
        ("fr", "[Le ministère russe de la Culture] a parlé {de ballet}."),
    ),
    "two ministries": (
        ("fr", "[Le ministère norvégien de la Défense] a parlé {de neige}."),
        ("fr", "[Le ministère norvégien de la Culture] a parlé {de neige}."),
    ),
    "stations with a number": (("fr", "[Fjord 7] a parlé {de neige}."), ("fr", "[Fjord 9] a parlé {de neige}.")),
    "acronyms of one sound": (("fr", "[Le BEA] a parlé {de neige}."), ("fr", "[Le BA] a parlé {de neige}.")),
    "a firm and its branch": (("fr", "[Fjordex] a parlé {de neige}."), ("fr", "[Fjordex Danemark] a parlé {de neige}.")),
    "a body and two together": (("fr", "[Fjordex] a parlé {de neige}."), ("fr", "[Fjordex et Danemark] a parlé {de neige}.")),
    "one name with two acronyms": (
        ("fr", "[L'Institut des marées (INM)] a parlé {de neige}."),
        ("fr", "[L'Institut des marées (IDM)] a parlé {de neige}."),
    ),
    "officials of two states": (("en", "[Danish officials] spoke of {snow}."), ("en", "[Norwegian officials] spoke of {snow}.")),
    "officials of one state": (("en", "[Danish officials] spoke of {snow}."), ("en", "[Danish officials] spoke of {rain}.")),
    "two shares of a people": (("fr", "[39% des Danois] ont parlé {de neige}."), ("fr", "[60% des Danois] ont parlé {de neige}.")),
    "the government of one state and those of two": (
        ("fr", "[Le gouvernement danois] a parlé {de neige}."),
        ("fr", "[Les gouvernements danois et norvégien] ont parlé {de neige}."),
    ),
    "a ministry whose state is not told": (
        ("fr", "[Le ministère de la Culture] a parlé {de neige}."),
        ("fr", "[Le ministère de la Culture] a parlé {de pluie}."),
    ),
    "anonymous sources of two articles": (
        ("fr", "[Une source portuaire] a parlé {de neige}."),
        ("fr", "[Une source portuaire] a parlé {de neige}."),
    ),
}


@pytest.mark.parametrize("texts", ONE.values(), ids=ONE)
def test_one_claimant(texts: tuple[tuple[str, str], ...]) -> None:
    a, b = _ids(*texts)
    assert a == b


@pytest.mark.parametrize("texts", APART.values(), ids=APART)
def test_two_claimants(texts: tuple[tuple[str, str], ...]) -> None:
    a, b = _ids(*texts)
    assert a != b


def _all() -> list[Reading]:
    texts = dict.fromkeys(text for pair in (*ONE.values(), *APART.values()) for text in pair)
    return [read(text, code, ident=f"a{number}") for number, (code, text) in enumerate(texts)]


def test_order_of_articles_does_not_matter() -> None:
    readings = _all()
    told = {reading.article.id: reading for reading in across(readings)}
    for turn in itertools.islice(itertools.permutations(range(len(readings))), 0, 5000, 613):
        again = across([readings[number] for number in turn])
        assert [reading.article.id for reading in again] == [readings[number].article.id for number in turn]
        assert {reading.article.id: reading for reading in again} == told


def test_spellings_of_all_articles_are_aliases_and_the_name_stays() -> None:
    a, b = across([read(text, code, ident=code) for code, text in (FR_SPOKESMAN, EN_SPOKESMAN)])
    one, other = a.resolutions[0].claimant, b.resolutions[0].claimant
    assert one is not None
    assert other is not None
    assert (one.name, other.name) == ("Igor Konachev", "Igor Konashev")
    assert set(one.aliases) == set(other.aliases) == {"Igor Konachev", "Igor Konashev"}
    assert {article for article, _ in one.spans} == {"fr"}  # each holds the mentions of its own article


def test_nothing_is_nothing() -> None:
    assert across([]) == ()


def _partition(readings: tuple[Reading, ...]) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for reading in readings:
        for item in reading.resolutions:
            if item.claimant is not None:
                groups.setdefault(item.claimant.id, set()).add(f"{reading.article.id} {item.attribution_id}")
    return {frozenset(group) for group in groups.values()}


def test_twice_is_once() -> None:
    once = across(_all())
    assert _partition(across(once)) == _partition(once)


def test_what_was_kept_of_each_article_gives_the_same() -> None:
    readings = _all()
    assert across(readings, (), [nodes(reading) for reading in readings]) == across(readings)
    assert len({node.id for reading in readings for node in nodes(reading)}) == sum(len(nodes(reading)) for reading in readings)
