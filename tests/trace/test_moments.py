"""Intervals of time compared."""

import pytest

from selon.model.span import Interval
from selon.trace.moments import is_before


def interval(earliest: str | None, latest: str | None) -> Interval:
    return Interval(earliest=earliest, latest=latest, source="test")


@pytest.mark.parametrize(
    ("a", "b", "before"),
    [
        (("2031-03-01", "2031-03-01"), ("2031-03-02", "2031-03-02"), True),
        (("2031-03-01", "2031-03-02"), ("2031-03-02", "2031-03-03"), False),
        (("2031-03-01T10:00:00+01:00", "2031-03-01T10:00:00+01:00"), ("2031-03-01T09:30:00+00:00", "2031-03-01T09:30:00+00:00"), True),
        (("2031-03-01", None), ("2031-03-02", "2031-03-02"), False),
        ((None, "2031-03-01"), ("2031-03-02", None), True),
    ],
)
def test_is_before(a: tuple[str, str], b: tuple[str, str], before: bool) -> None:
    assert is_before(interval(*a), interval(*b)) is before


def test_an_undated_text_has_no_order() -> None:
    assert not is_before(None, interval("2031-03-02", "2031-03-02"))
    assert not is_before(interval("2031-03-02", "2031-03-02"), None)
