"""The tables of one language against those of another, and numbers in words."""

import pytest

from selon.languages import codes, load
from selon.languages.rows.match import Concept
from selon.match.quantities import Quantity, meet, quantities
from selon.match.text import read
from support.handmade import Text


def numbers(text: str, code: str) -> list[Quantity]:
    found = read(Text("a", text, lang=code).read(), [])
    return quantities(found, range(len(found.starts)))


def test_concepts_mean_the_same_in_every_language() -> None:
    tables = {code: {row.name: (row.kind, row.broader, row.against, row.manner) for row in load(code).rows(Concept)} for code in codes()}
    assert len(tables["fr"]) >= 150
    assert tables["fr"] == tables["en"]
    for table in tables.values():
        assert {name: told for name, told in tables["fr"].items() if name in table} == table


def test_a_contrary_is_a_concept_and_mutual() -> None:
    rows = {row.name: row for row in load("fr").rows(Concept)}
    for row in rows.values():
        assert all(row.name in rows[name].against for name in row.against)


@pytest.mark.parametrize(
    ("code", "text", "low", "high", "unit"),
    [
        ("fr", "17 000 habitants", 17_000, 17_000, "c:anybody"),
        ("fr", "17\u00a0000 habitants", 17_000, 17_000, "c:anybody"),
        ("fr", "dix-sept mille habitants", 17_000, 17_000, "c:anybody"),
        ("fr", "quatre-vingt-dix-sept euros", 97, 97, "c:euro"),
        ("fr", "4,5 millions d'euros", 4_500_000, 4_500_000, "c:euro"),
        ("fr", "vingt et deux", 20, 20, ""),
        ("fr", "des dizaines de morts", 20, 99, "c:death"),
        ("fr", "25 % des voix", 25, 25, "c:percent"),
        ("en", "thirteen billion euros", 13e9, 13e9, "c:euro"),
        ("en", "1,300 civilians were injured", 1_300, 1_300, "c:wound"),
        ("en", "twenty-one ships", 21, 21, "c:shipping"),
        ("en", "two hundred benches", 200, 200, "w:bench"),
        ("en", "dozens of people were killed", 20, 99, "c:death"),
    ],
)
def test_number(code: str, text: str, low: float, high: float, unit: str) -> None:
    found = numbers(text, code)[0]
    assert (found.low, found.high, found.unit) == (low, high, unit)


def test_a_year_is_no_number_of_something() -> None:
    assert [found.year for found in numbers("Le pont fut bâti en 1931.", "fr")] == [True]


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [("environ 100 euros", "103 euros", True), ("plus de 20 morts", "des dizaines de morts", True), ("3 morts", "4 morts", False)],
)
def test_bounds_let_numbers_meet(a: str, b: str, wanted: bool) -> None:
    one, other = (numbers(text, "fr")[0] for text in (a, b))
    assert meet(one, other) is wanted
