"""Rows of long columns: sorted, grouped, and looked at some at a time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon import match
from selon.match import anchors
from selon.match.rows import groups, portions, stretches
from selon.match.sorting import order_by
from support.handmade import Text

numbers = st.integers(-(1 << 40), 1 << 40) | st.integers(-2, 2)


@given(st.lists(st.tuples(numbers, numbers, st.integers(0, 3)), min_size=1, max_size=30))
def test_rows_are_sorted_as_tuples_and_equal_ones_stay_in_order(rows: list[tuple[int, int, int]]) -> None:
    columns = [np.array(column, np.int64) for column in zip(*rows, strict=True)]
    assert order_by(*columns).tolist() == sorted(range(len(rows)), key=lambda row: (rows[row], row))


@given(st.lists(st.integers(0, 5)).map(sorted))
def test_groups_and_their_stretches_are_all_rows(column: list[int]) -> None:
    begins, sizes = groups(np.array(column, np.int64))
    assert [column[begin] for begin in begins] == sorted(set(column))
    assert stretches(begins, sizes).tolist() == list(range(len(column)))


def test_portions_are_all_rows() -> None:
    assert [row for part in portions(100_000) for row in (part.start, part.stop)] == [
        0,
        32_768,
        32_768,
        65_536,
        65_536,
        98_304,
        98_304,
        100_000,
    ]


def test_pairs_looked_at_one_by_one_have_the_same_passages(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [f"parole{number % 97}x{number}" for number in range(120)]
    thinned = [" ".join(word for at, word in enumerate(said) if (at + shift) % 5 != 4) for shift in range(4)]
    articles = [Text(f"a{number}", text).read().article for number, text in enumerate([" ".join(said), *thinned])]
    found = match.reuses(articles)
    assert found
    monkeypatch.setattr(anchors, "_MOST_PAIRS", 1)
    assert match.reuses(articles) == found
