"""Words a person types, days, and names in their other spellings."""

import sqlite3

import pytest

from selon.errors import UsageError
from selon.store.searching import Wanted, _bounds, floor, found
from selon.store.sounds import is_told, sounds, sounds_of


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2031", None, "2031-01-01", None),
        ("2031-02", "2031-02", "2031-02-01", "2031-03-01"),
        (None, "2031-12", None, "2032-01-01"),
        ("2031-04-05", "2031-04-05", "2031-04-05", "2031-04-06"),
    ],
)
def test_days_are_bounds_of_numbers(since: str | None, until: str | None, first: str | None, last: str | None) -> None:
    low, high = _bounds(Wanted(since=since, until=until))
    assert low == (floor(first) if first else 1 << 32)
    assert high == (floor(last) if last else 1 << 62)


@pytest.mark.parametrize("asked", [Wanted(words="mot " * 600), Wanted(claimant="x" * 3_000)])
def test_a_search_without_end_is_refused(asked: Wanted) -> None:
    with pytest.raises(UsageError, match="longer than"):
        found(sqlite3.connect(":memory:"), asked)


@pytest.mark.parametrize("day", ["2031-13", "hier", "31-04-2031", "2031-02-30"])
def test_what_is_no_day(day: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        _bounds(Wanted(since=day))


@pytest.mark.parametrize(("one", "other"), [("Idlib", "Idleb"), ("Konachenkov", "Konashenkov"), ("Zakharova", "Sacharowa")])
def test_spellings_of_one_name_share_a_sound(one: str, other: str) -> None:
    assert set(sounds(one)) & set(sounds(other))
    assert is_told(one, f"À {other}, on attend.")


@pytest.mark.parametrize("word", ["sirène", "Lý", "AFP", "2031", ""])
def test_what_is_no_name_has_none(word: str) -> None:
    assert sounds(word) == ()


def test_words_and_claimants_are_told_apart() -> None:
    words, claimant = (set(told.split()) for told in (sounds_of("À Idlib", ""), sounds_of("", "Idlib")))
    assert words
    assert not words & claimant


def test_another_name_of_one_sound_is_not_told() -> None:
    assert not is_told("Martin", "Martine attend le bac.")
