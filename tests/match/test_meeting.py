"""Who meets whom under a key is what plain loops find."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selon.match.meeting import Filed

rows = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 30), st.booleans()), max_size=40, unique_by=lambda row: row[:2])


def columns(filed: list[tuple[int, int, bool]]) -> tuple[Filed, np.ndarray]:
    key, one = (np.array([row[at] for row in filed], np.int64) for at in (0, 1))
    return Filed.of(key, one), np.array([row[2] for row in filed], bool)


def earliest(filed: list[tuple[int, int, bool]], key: int, most: int, before: int = 1000) -> list[int]:
    return sorted(one for other, one, _ in filed if other == key and one < before)[:most]


@given(rows, st.integers(0, 5))
def test_each_meets_the_earliest_before_it(filed: list[tuple[int, int, bool]], most: int) -> None:
    held, looking = columns(filed)
    found = sorted(zip(*(side.tolist() for side in held.met(looking, most).pairs()), strict=True))
    ranks = {key: sorted(one for other, one, _ in filed if other == key) for key, _, _ in filed}
    wanted = [(first, one) for key, one, looks in filed if looks for first in earliest(filed, key, min(most, ranks[key].index(one)), one)]
    assert found == sorted(wanted)


@given(rows, st.integers(0, 5))
def test_under_another_key_it_meets_the_earliest_of_all(filed: list[tuple[int, int, bool]], most: int) -> None:
    held, looking = columns(filed)
    other = np.array([key - 1 for key, _, _ in filed], np.int64)
    found = sorted(zip(*(side.tolist() for side in held.met_under(other, looking, most).pairs()), strict=True))
    assert found == sorted((first, one) for key, one, looks in filed if looks for first in earliest(filed, key - 1, most))
