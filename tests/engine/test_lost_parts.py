"""What a worker had made before it died is not lost with it."""

import os
from collections.abc import Iterator

import pytest

from selon.engine import Local
from selon.errors import LimitExceeded


def numbers_until(last: int) -> Iterator[int]:
    """Numbers, and then the end of the process that makes them."""
    yield from range(last)
    os._exit(3)


@pytest.mark.parametrize("last", [0, 5, 64, 70, 200])
def test_all_that_came_before_is_told_once(last: int) -> None:
    found: list[int] = []
    with pytest.raises(LimitExceeded) as said:
        found.extend(Local().apart(numbers_until, last, where="numbers"))
    assert found == list(range(last))
    assert (f"after {last} records" in said.value.what) == (last > 0)
