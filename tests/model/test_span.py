"""Spans: half-open, never empty, never negative."""

import pickle
from dataclasses import FrozenInstanceError, replace

import msgspec
import pytest

from selon.model.span import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3)])
def test_no_such_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(start, end)


def test_a_span_counts_code_points() -> None:
    assert Span(1, 3).of("a😀b") == "😀b"
    assert len(Span(1, 3)) == 2


@pytest.mark.parametrize(
    ("a", "b", "covers", "overlaps"),
    [
        (Span(0, 5), Span(1, 5), True, True),
        (Span(1, 5), Span(0, 5), False, True),
        (Span(0, 3), Span(3, 5), False, False),
        (Span(0, 4), Span(3, 5), False, True),
    ],
)
def test_two_spans(a: Span, b: Span, covers: bool, overlaps: bool) -> None:
    assert a.covers(b) is covers
    assert a.overlaps(b) is overlaps
    assert b.overlaps(a) is overlaps


def test_a_span_is_a_frozen_record_like_any_other() -> None:
    span = Span(1, 5)
    assert replace(span, end=9) == Span(start=1, end=9)
    assert pickle.loads(pickle.dumps(span)) == span
    assert hash(span) == hash(Span(1, 5))
    assert sorted([Span(2, 3), span]) == [span, Span(2, 3)]
    assert msgspec.convert({"start": 1, "end": 5}, Span) == span
    with pytest.raises(FrozenInstanceError):
        span.start = 2  # type: ignore[misc]
    with pytest.raises(msgspec.ValidationError, match="no such span"):
        msgspec.convert({"start": 5, "end": 1}, Span)
