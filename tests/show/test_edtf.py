"""Intervals as EDTF strings."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.model.span import Interval, Span
from selon.model.time import TimeExpression
from selon.show.edtf import edtf

CASES = {
    "a day": ("2019-03-29", "2019-03-29", "2019-03-29"),
    "an instant": ("2019-01-02T22:20:00+01:00", "2019-01-02T22:20:00+01:00", "2019-01-02T22:20:00+01:00"),
    "two instants of one day": ("2019-01-02T08:00:00Z", "2019-01-02T22:20:00Z", "2019-01-02"),
    "two instants": ("2019-01-02T08:00:00Z", "2019-01-04T22:20:00Z", "2019-01-02/2019-01-04"),
    "a month": ("2020-02-01", "2020-02-29", "2020-02"),
    "the last month of all": ("9999-12-01", "9999-12-31", "9999-12"),
    "a month but its last day": ("2020-02-01", "2020-02-28", "2020-02-01/2020-02-28"),
    "three months are no season": ("2020-03-01", "2020-05-31", "2020-03-01/2020-05-31"),
    "a year": ("2019-01-01", "2019-12-31", "2019"),
    "years": ("2011-01-01", "2014-12-31", "2011/2014"),
    "a decade": ("1980-01-01", "1989-12-31", "198X"),
    "ten years that are no decade": ("1985-01-01", "1994-12-31", "1985/1994"),
    "a century": ("1900-01-01", "1999-12-31", "19XX"),
    "a year of three figures": ("0987-01-01", "0987-12-31", "0987"),
    "open towards the future": ("2019-03-29", None, "2019-03-29/.."),
    "open towards the past": (None, "2019-03-29T10:00:00Z", "../2019-03-29"),
    "nothing is known": (None, None, "/"),
}


@pytest.mark.parametrize(("earliest", "latest", "wanted"), CASES.values(), ids=CASES)
def test_an_interval(earliest: str | None, latest: str | None, wanted: str) -> None:
    assert edtf(Interval(earliest=earliest, latest=latest, source="the test")) == wanted


def test_an_expression_keeps_the_string_of_its_rule() -> None:
    whole = TimeExpression(
        span=Span(0, 5), earliest="2019-06-01", latest="2019-08-31", granularity="season", rule="absolute.season", reasons=("EDTF 2019-22",)
    )
    assert edtf(whole) == "2019-22"


def test_an_expression_without_one_is_an_interval() -> None:
    bare = TimeExpression(span=Span(0, 5), earliest="2019-06-01", latest=None, granularity="day", rule="since.absolute.day", reasons=())
    assert edtf(bare) == "2019-06-01/.."


_DAY = r"\d{4}-\d{2}-\d{2}"
_GRAMMAR = re.compile(rf"{_DAY}|\d{{4}}-\d{{2}}|\d{{4}}|\d{{3}}X|\d\dXX|(?:{_DAY}|\.\.)/(?:{_DAY}|\.\.)|\d{{4}}/\d{{4}}|/")


@given(st.lists(st.none() | st.dates().map(str), min_size=2, max_size=2))
def test_any_interval_has_a_string_of_levels_0_and_1(ends: list[str | None]) -> None:
    first, last = sorted(ends, key=lambda end: end or "") if None not in ends else ends
    told = edtf(Interval(earliest=first, latest=last, source="the test"))
    assert _GRAMMAR.fullmatch(told)
    assert told != "../.."
