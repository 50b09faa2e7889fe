"""A sentence is cut where a new clause begins, and nowhere else, whatever stands at its ends."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.languages import load
from selon.match.clauses import clauses, is_adjunct
from selon.model.span import Span

TEXT = "La barrière a été fermée dans la nuit, et la sirène n'a pas retenti avant l'aube"


def cut(text: str) -> list[str]:
    return [span.of(text) for span in clauses(text, Span(0, len(text)), load("fr"))]


def test_two_clauses() -> None:
    assert cut(TEXT) == ["La barrière a été fermée dans la nuit", "la sirène n'a pas retenti avant l'aube"]


@pytest.mark.parametrize("text", [f"{TEXT[:38]} ", ", et la sirène n'a pas retenti", "fermée, et ", ", et "])
def test_a_joint_at_an_end_parts_nothing(text: str) -> None:
    assert cut(text) == [text]


@given(
    st.lists(st.sampled_from(["La barrière a été fermée", ", et ", " qui tient", "; ", "« ", " »", "il a dit"]), min_size=1).map("".join)
)
def test_clauses_lie_in_order_inside_the_stretch(text: str) -> None:
    found = clauses(text, Span(0, len(text)), load("fr"))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        ("fr", "lors de la visite de la digue", True),
        ("fr", "sur la place du marché de Brennac", True),
        ("en", "after a night of rain in Kervel", True),
        ("fr", "Interrogée sur la digue qui a cédé", True),
        ("fr", "après la visite, la digue a cédé", False),
        ("fr", "des digues entières emportées par la tempête", False),
        ("en", "the dam after a night of rain", False),
    ],
)
def test_what_only_says_when_or_where(lang: str, text: str, wanted: bool) -> None:
    assert is_adjunct(text, (Span(0, len(text)),), load(lang)) == wanted
