"""Joining by classes gives the groups that comparing each with each gives."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from selon.model.claimant import Claimant, ClaimantKind
from selon.resolve.alike import join_one_name
from selon.resolve.names import same_person_name
from selon.resolve.nodes import Node, second_signal

SIGNALS = ("body port", "office mayor")
PAGES = ("port.example/a", "port.example/b")


def _one_name(a: Claimant, b: Claimant) -> bool:
    return same_person_name(a.name, b.name)


def _node(
    number: int, name: str, country: str | None, traits: tuple[frozenset[str], frozenset[str], frozenset[str]], day: int | None
) -> Node:
    claimant = Claimant(
        id="c", name=name, kind=ClaimantKind.PERSON, role=None, organisation=None, country=country, aliases=(name,), spans=()
    )  # fmt: skip
    when = date(2031, 1, 1) + timedelta(days=day) if day is not None else None
    return Node(f"n{number:02}", f"article {number}", claimant, None, *traits, when)


subsets = st.frozensets
nodes = st.lists(
    st.tuples(
        st.sampled_from(["Ivo Talmar", "Iwo Talmar", "Eva Talmar"]),
        st.sampled_from([None, "NO", "DK"]),
        st.tuples(subsets(st.sampled_from(SIGNALS)), subsets(st.sampled_from(PAGES), max_size=1), subsets(st.just("head mayor"))),
        st.one_of(st.none(), st.integers(0, 120)),
    ),
    max_size=9,
)


def _groups(found: list[Node], joined: Callable[[Callable[[str, str], None]], None]) -> set[frozenset[str]]:
    groups = {node.id: {node.id} for node in found}

    def join(a: str, b: str) -> None:
        both = groups[a] | groups[b]
        for member in both:
            groups[member] = both

    joined(join)
    return {frozenset(group) for group in groups.values()}


@given(nodes)
def test_classes_join_what_pairs_join(
    rows: list[tuple[str, str | None, tuple[frozenset[str], frozenset[str], frozenset[str]], int | None]],
) -> None:
    found = [_node(number, *row) for number, row in enumerate(rows)]

    def each_with_each(join: Callable[[str, str], None]) -> None:
        for a, b in combinations(found, 2):
            if _one_name(a.claimant, b.claimant) and second_signal(a, b):
                join(a.id, b.id)

    assert _groups(found, lambda join: join_one_name(found, _one_name, join)) == _groups(found, each_with_each)
