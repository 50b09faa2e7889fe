"""Spellings of one name, and names that only look alike: pairs written before the code."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages.phonetic import DRESSES, same_spelling, skeleton
from selon.resolve import same_name

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))
HARD = {("Youssef", "Yusuf")}  # e for u: let in, it would join Kalder and Kaldor


def _cases(kind: str) -> list[object]:
    hard = pytest.mark.xfail(reason="a vowel that no rule bridges", strict=True)
    return [pytest.param(a, b, id=f"{a}, {b}", marks=[hard] if (a, b) in HARD else []) for a, b in PAIRS[kind]]


def test_sixty_and_sixty() -> None:
    assert (len(PAIRS["one"]), len(PAIRS["apart"])) == (60, 60)


@pytest.mark.parametrize(("a", "b"), _cases("one"))
def test_one_name(a: str, b: str) -> None:
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(("a", "b"), _cases("apart"))
def test_two_names(a: str, b: str) -> None:
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize(("a", "b"), [(a, b) for a, b in PAIRS["one"] if (a, b) not in HARD])
def test_spellings_of_one_name_share_a_skeleton(a: str, b: str) -> None:
    assert {skeleton(a, code) for code in DRESSES} & {skeleton(b, code) for code in DRESSES}


NAME = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéèïüœ-' ", min_size=1, max_size=14)


@given(NAME, NAME)
def test_order_does_not_matter(a: str, b: str) -> None:
    assert same_spelling(a, b) == same_spelling(b, a)


@given(NAME.filter(lambda name: any(char.isalpha() for char in name)))
def test_a_name_is_itself_in_any_case(name: str) -> None:
    assert same_spelling(name, name)
    assert skeleton(name, "fr") == skeleton(name.upper().lower(), "fr")
