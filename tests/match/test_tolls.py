"""Tolls: what is counted in one sentence, and which counts may be of one event."""

from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.match.around import Around
from selon.match.rolled import Tolls
from selon.match.rolling import Count, Toll, one_event
from selon.match.statements import statements
from support.handmade import Text


def counted(words: str, lang: str) -> list[list[tuple[str, str, float]]]:
    """The counts of each toll of one sentence."""
    told = [one for one in statements(Text("a", words, lang=lang, day="2031-05-03").read()) if one.rolls]
    return [[(count.fate[2:], count.who, count.low) for count in toll.counts] for one in told for toll in one.tolls]


@pytest.mark.parametrize(
    ("lang", "words", "wanted"),
    [
        ("fr", "L'éboulement a fait 22 morts et 50 blessés à Brennac.", [[("death", "", 22), ("wound", "", 50)]]),
        ("fr", "22 enfants ont été tués dans l'éboulement de Brennac.", [[("death", "child", 22)]]),
        ("en", "The landslide killed 35 people, 11 of them children, in Brennac.", [[("death", "", 35), ("death", "child", 11)]]),
        ("en", "22 children and six teachers were killed.", [[("death", "child", 22), ("death", "teacher", 6)]]),
        (
            "en",
            "The landslide hit Brennac, killing 26 sailors and wounding dozens of people.",
            [[("death", "crew", 26), ("wound", "", 20)]],
        ),
        ("fr", "L'éboulement a tué 26 marins et blessé 50 personnes à Brennac.", [[("death", "crew", 26), ("wound", "", 50)]]),
        (
            "en",
            "Six sailors were killed in Kervel a day after a landslide in Brennac left 35 people dead.",
            [[("death", "crew", 6)], [("death", "", 35)]],
        ),
        ("de", "Bei dem Erdrutsch in Brennach starben 22 Menschen.", [[("death", "", 22)]]),
        ("es", "El derrumbe de Brenaque dejó 22 muertos.", [[("death", "", 22)]]),
        ("fr", "La bibliothèque a prêté 22 romans.", []),
        ("en", "The harbour counts 35 boats.", []),
        ("en", "The committee heard 35 people.", []),
    ],
)
def test_what_a_sentence_counts(lang: str, words: str, wanted: list[list[tuple[str, str, float]]]) -> None:
    assert counted(words, lang) == wanted


def toll(
    low: float, *, names: str = "", days: tuple[str, ...] = (), who: str = "", period: float | None = None, partial: bool = False
) -> Toll:
    day = tuple((one, one) for one in days)
    return Toll(counts=(Count("c:death", who, low, low),), names=frozenset(names.split()), days=day, period_days=period, partial=partial)


def around(*beside: tuple[str, str], day: int | None = None) -> Around:
    both = frozenset(pair for one in beside for pair in (one, one[::-1]))
    return Around(code="fr", weights={}, length=0.0, wordless_length=0.0, names=frozenset(), beside=both, topics=frozenset(), day=day)


@pytest.mark.parametrize(
    ("a", "b", "sign"),
    [
        (toll(22), toll(22), 1),
        (toll(22), toll(35), 1),  # it rolls
        (toll(22, names="brennac"), toll(22, names="kervel"), 1),  # one number, two names for the place
        (toll(22, names="brennac"), toll(30, names="kervel"), -1),
        (toll(22), toll(220), -1),
        (toll(22), toll(22, who="child"), 0),
        (toll(22), toll(40, period=7), -1),
        (toll(30, period=7), toll(40, period=7), 1),
        (toll(30, period=inf), toll(40, period=7), 0),
        (toll(14, who="child", partial=True), toll(22, who="child"), 0),
        (toll(22, who="child", partial=True), toll(22, who="child"), 1),
        (toll(14, who="child", partial=True), toll(22, who="child", partial=True), 1),
        (toll(22, days=("2031-05-03",)), toll(22, days=("2031-05-09",)), -1),
        (toll(22, days=("2031-05-03",)), toll(22, days=("2031-05-04",)), 1),
    ],
)
def test_one_event_or_two(a: Toll, b: Toll, sign: int) -> None:
    score, why = one_event(a, b, (around(), around()))
    assert (score > 0) - (score < 0) == sign
    assert why


def test_a_place_beside_another_may_hold_it() -> None:
    a, b = toll(22, names="brennac"), toll(30, names="norr")
    assert one_event(a, b, (around(("brennac", "norr")), around()))[0] > 0


def test_what_is_dated_after_a_text_is_not_what_that_text_tells() -> None:
    a, b = toll(22, days=("2031-05-09",)), toll(22)
    assert one_event(a, b, (around(), around(day=741_000)))[0] < 0


tolls = st.builds(
    toll,
    st.integers(1, 60).map(float),
    names=st.sampled_from(["", "brennac", "kervel", "brennac kervel"]),
    days=st.sampled_from([(), ("2031-05-03",), ("2031-05-04",), ("2031-05-20",)]),
    who=st.sampled_from(["", "child"]),
    period=st.sampled_from([None, inf, 7.0]),
)


@given(tolls, tolls)
def test_the_other_way_round_is_the_same(a: Toll, b: Toll) -> None:
    both = (around(("brennac", "norr")), around())
    assert one_event(a, b, both)[0] == one_event(b, a, both[::-1])[0]


@given(tolls, tolls, st.sampled_from([0, 5, 6, 30]), st.booleans())
def test_of_many_tolls_none_is_said_to_be_of_two_events_that_may_be_of_one(a: Toll, b: Toll, apart: int, dated: bool) -> None:
    days = float(apart) if dated else nan
    when = (around(day=739_000), around(day=739_000 + apart if dated else None))
    may_be = Tolls.of([[a], [b]]).may_be_one(np.array([0]), np.array([1]), np.array([days]))[0]
    assert may_be or one_event(a, b, when)[0] <= 0


def test_tolls_that_are_of_two_events_are_told_apart_at_once() -> None:
    told = [[toll(22)], [toll(22, period=inf)], [toll(80)], [toll(23)], [toll(22), toll(22, period=inf)], []]
    tolls = Tolls.of(told)
    one, other = np.zeros(5, np.int64), np.arange(1, 6)
    assert tolls.may_be_one(one, other, np.full(5, nan)).tolist() == [False, False, True, True, True]
    assert tolls.may_be_one(one, other, np.full(5, 6.0)).tolist() == [False, False, False, True, True]


@given(tolls)
def test_a_toll_is_of_its_own_event(a: Toll) -> None:
    assert one_event(a, a, (around(), around()))[0] > 0


def test_a_number_rolls_within_days() -> None:
    a, b = around(day=741_000), around(day=741_030)
    assert one_event(toll(22), toll(30), (a, b))[0] == 0
    assert one_event(toll(22), toll(22), (a, b))[0] > 0
    assert one_event(toll(22, days=("2031-05-03",)), toll(30, days=("2031-05-03",)), (around(), around()))[0] > 0
