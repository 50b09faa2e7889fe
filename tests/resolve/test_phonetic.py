"""Spellings of one name, and names that only look alike: pairs written before the code."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selon.languages.phonetic import DRESSES, name_keys, same_spelling, skeleton
from selon.languages.syllables import syllable_keys
from selon.resolve import same_name

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))
SYSTEMS = tomllib.loads((Path(__file__).parent / "pairs_systems.toml").read_text(encoding="utf-8"))

FAMILIES = tomllib.loads((Path(__file__).parent / "pairs_families.toml").read_text(encoding="utf-8"))


def test_sixty_and_sixty() -> None:
    assert (len(PAIRS["one"]), len(PAIRS["apart"])) == (60, 60)


@pytest.mark.parametrize(("a", "b"), PAIRS["one"], ids=str)
def test_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), PAIRS["apart"], ids=str)
def test_two_names(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize(("a", "b"), PAIRS["one"], ids=str)
def test_spellings_of_one_name_share_a_skeleton(a: str, b: str) -> None:
    assert {skeleton(a, code) for code in DRESSES} & {skeleton(b, code) for code in DRESSES}


@pytest.mark.parametrize(("a", "b"), [pair for rows in SYSTEMS.values() for pair in rows["one"]], ids=str)
def test_systems_that_write_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)
    assert name_keys(a) & name_keys(b)


@pytest.mark.parametrize(("a", "b"), [pair for rows in SYSTEMS.values() for pair in rows["apart"]], ids=str)
def test_systems_that_write_two_names(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize(("a", "b"), [pair for rows in FAMILIES.values() for pair in rows["one"]], ids=str)
def test_one_name_in_two_countries(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), [pair for rows in FAMILIES.values() for pair in rows["apart"]], ids=str)
def test_two_names_that_look_alike(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


NAME = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèïüœ-' ", min_size=1, max_size=14)


@given(NAME, NAME)
def test_order_does_not_matter(a: str, b: str) -> None:
    assert same_spelling(a, b) == same_spelling(b, a)


@given(NAME.filter(lambda name: any(char.isalpha() for char in name)))
def test_a_name_is_itself_in_any_case(name: str) -> None:
    assert same_spelling(name, name)
    assert skeleton(name, "fr") == skeleton(name.upper().lower(), "fr")


@given(st.text(max_size=40))
@example("Кремль")
@example("{{ 7 * 7 }}")
@example("")
@example("IC")
def test_any_name_has_its_keys_or_none(name: str) -> None:
    assert name_keys(f" {name} ") == name_keys(name)
    assert not syllable_keys("".join(letter for letter in name if not letter.isalpha()))
