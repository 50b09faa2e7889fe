"""What columns tell of many pairs of statements at once is what is found for each pair by itself, or leaves more open."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selon.match.both import Both
from selon.match.columns import Columns, is_among
from selon.match.counts import Counts
from selon.match.factors import NEAR_DAYS, days_apart, factors, most_of_time
from selon.match.facts import Facts, number_met
from selon.match.nearness import nearness
from selon.match.quantities import Quantity, differing
from selon.match.statements import statements
from selon.match.times import Times
from support.handmade import Text

PLAIN = statements(Text("a", "Le ferry Aurore a coulé devant Port-Alba.", day="2031-05-01").read())[0].facts
PRICE, DEAD = "c:euro", "c:death"

first_days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
ranges = st.builds(lambda first, more: (first.isoformat(), (first + timedelta(more)).isoformat()), first_days, st.integers(0, 20))
days = st.lists(ranges, max_size=3).map(tuple)
numbers = st.builds(
    lambda low, more, unit, bound: Quantity(low, low + more, unit, 0, 1, bound, False, str(low)),
    st.integers(1, 60),
    st.sampled_from([0, 0, 5]),
    st.sampled_from([PRICE, DEAD, ""]),
    st.sampled_from(["", "about", "least", "most"]),
)
told = st.builds(lambda days, numbers: replace(PLAIN, days=days, numbers=tuple(numbers)), days, st.lists(numbers, max_size=3))
ONE, OTHER = np.array([0]), np.array([1])


@given(told, told)
def test_dates_are_never_said_to_be_further_apart_than_they_are(a: Facts, b: Facts) -> None:
    times, apart = Times.of([a.days, b.days]), days_apart(a, b)
    least = times.least(ONE, OTHER)
    assert np.isnan(least[0]) == (apart is None)
    assert apart is None or least[0] <= apart
    assert times.may_exceed(NEAR_DAYS, least, ONE, OTHER)[0] or apart is None or apart <= NEAR_DAYS


@given(told, told)
def test_a_score_is_never_raised_by_dates_more_than_is_said(a: Facts, b: Facts) -> None:
    by_time = [
        factor for factor, why in factors(a, b, Both.of(a, b, nearness(a.around, b.around)), [], None, 0) if why.startswith("dates ")
    ]
    assert np.prod(by_time) <= most_of_time(Times.of([a.days, b.days]).least(ONE, OTHER), np.array(False))[0]


@given(told, told)
def test_numbers_meet_as_they_do_pair_by_pair(a: Facts, b: Facts) -> None:
    weighed = [replace(one, keys={f"#:{number.low:g}": 1.0 for number in one.numbers}) for one in (a, b)]
    met = Counts.of([one.numbers for one in weighed]).met(ONE, OTHER)
    assert met.met[0] == (number_met(*weighed) > 0)
    assert met.other_measure[0] or not any(x.unit == PRICE for x, _ in differing(a.numbers, b.numbers))


@given(st.lists(st.integers(0, 9), max_size=9), st.sets(st.integers(0, 9)))
def test_who_is_among_them(values: list[int], known: set[int]) -> None:
    found = is_among(np.array(values, np.int64), np.array(sorted(known), np.int64))
    assert found.tolist() == [value in known for value in values]


texts = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 2.0), min_size=1)


@given(st.lists(texts, min_size=1, max_size=40), st.data())
def test_products_are_those_of_each_pair(many: list[dict[str, float]], data: st.DataObject) -> None:
    at = st.integers(0, len(many) - 1)
    pairs = sorted(data.draw(st.lists(st.tuples(at, at), max_size=80)))
    found = Columns.of(many).products(np.array([a for a, _ in pairs], np.int64), np.array([b for _, b in pairs], np.int64))
    wanted = [sum(weight * many[b].get(key, 0.0) for key, weight in many[a].items()) for a, b in pairs]
    assert np.allclose(found, wanted)
