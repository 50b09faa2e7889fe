"""Records made many at once are the records that their classes make."""

import pickle

import numpy as np
import pytest

from selon.match.records import records, spans
from selon.model.passage import Edit
from selon.model.span import Span


def test_records_made_at_once_are_those_made_one_by_one() -> None:
    made = records(Edit, 2, op=["insert", "replace"], a=[None, Span(1, 3)], b=[Span(2, 4), Span(5, 6)])
    assert made == [Edit(op="insert", a=None, b=Span(2, 4)), Edit(op="replace", a=Span(1, 3), b=Span(5, 6))]
    assert [hash(one) for one in made] == [hash(pickle.loads(pickle.dumps(one))) for one in made]


def test_every_field_is_given() -> None:
    with pytest.raises(TypeError, match="Edit has other fields than op, a"):
        records(Edit, 1, op=["insert"], a=[None])


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (4, 2)])
def test_what_is_no_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such spans"):
        spans(np.array([0, start]), np.array([5, end]))
