"""What one article states is made once and kept; who is named is told anew; and no bound stops what would have been found."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import match
from selon.languages.words import words
from selon.match.bounds import Bounds
from selon.match.candidates import candidates, met
from selon.match.columns import Columns, distinct
from selon.match.evidence import Statement, judge
from selon.match.shared import Shared
from selon.match.sketch import Sketch, order_of
from selon.match.statements import Folded, folded, unfolded, with_claimants
from selon.match.stock import Telling
from selon.match.text import read
from selon.model.claim import Claim
from selon.model.claimant import ClaimantKind
from selon.model.reading import Reading
from selon.model.span import Span
from selon.store.packing import packed, unpacked
from support.handmade import Text, person

SENTENCES = [
    "Le ferry Aurore a coulé devant Port-Alba dans la nuit du 3 mai 2031.",
    "Trois marins du ferry Aurore ont été secourus par un pêcheur de Kervel.",
    "Le ferry Aurore n'a pas coulé devant Port-Alba.",
    "La tempête a fait 12 morts et 40 blessés à Port-Alba, selon la préfecture.",
    "Le bilan de la tempête à Port-Alba monte à 15 morts.",
    "La mairie de Brennac a fermé la bibliothèque en avril, et la mairie de Kervel l'a rouverte.",
    "Le prix du pain a augmenté de 12 % à Brennac.",
]
articles = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), min_size=2, max_size=6)


def readings(many: list[list[str]]) -> list[Reading]:
    return [Text(f"a{number}", "\n".join(told), day=f"2031-05-0{number + 1}").read() for number, told in enumerate(many)]


@settings(max_examples=10, deadline=None)
@given(articles)
def test_statements_that_were_kept_give_the_same_claims(many: list[list[str]]) -> None:
    told = readings(many)
    bodies = [packed(folded(match.statements(one))) for one in told[::-1]]

    def telling(number: int) -> Telling:
        return Telling(told[-1 - number].article.text, unfolded(unpacked(bodies[number], Folded, where="kept")))

    assert by_id(match.claims_of(len(told), telling, ())) == match.claims(told, ())


def by_id(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.id))


def test_kept_statements_take_the_claimants_of_today() -> None:
    text = Text("a", "Le ferry Aurore a coulé devant Port-Alba, selon la capitainerie.", day="2031-05-03")
    text.said("Le ferry Aurore a coulé devant Port-Alba", person("capitainerie", kind=ClaimantKind.BODY), source="la capitainerie")
    before = text.read()
    who = person("capitainerie de Port-Alba", kind=ClaimantKind.BODY)
    today = replace(before, resolutions=tuple(replace(one, claimant=who) for one in before.resolutions))
    made = Telling(before.article.text, tuple(with_claimants(match.statements(before), today.resolutions)))
    found = by_id(match.claims_of(1, lambda _: made, ()))
    assert found == match.claims([today], ())
    assert {one.claimant_id for claim in found for one in claim.appearances if one.attribution_id} == {who.id}


@settings(max_examples=10, deadline=None)
@given(articles)
def test_no_bound_stops_what_would_have_been_found(many: list[list[str]]) -> None:
    read_all = readings(many)
    told = [one for reading in read_all for one in match.statements(reading)]
    told.sort(key=lambda one: order_of(one.appearance))
    passages, sketch = Shared.of(match.reuses([one.article for one in read_all])), Sketch.of(told)
    pairs = list(zip(*(side.tolist() for side in candidates(sketch)), strict=True))
    found = {pair for pair in pairs if judge(*both(told, pair), passages.words(*(one.appearance for one in both(told, pair))))}
    earlier, later = met(sketch, Bounds.of(sketch, passages))
    assert found <= set(zip(earlier.tolist(), later.tolist(), strict=True))


def both(told: list[Statement], pair: tuple[int, int]) -> tuple[Statement, Statement]:
    return told[pair[0]], told[pair[1]]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["l'", "aujourd'hui ", "porte-parole ", "4,5 ", "Élise ", "qu’", "abc123 ", "« ", ", "]), max_size=7).map(
        "".join
    )
)
def test_words_of_a_stretch_are_those_of_its_characters(chars: str) -> None:
    text = read(Text("a", chars or "a").read(), [])
    for start, end in combinations(range(len(text.chars) + 1), 2):
        inside = words(text.chars, start, end)
        assert text.count(start, end) == len(inside)
        assert text.between_words(start, end) == (len(inside), Span(inside[0].start, inside[-1].end) if inside else None)


@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 3.0), min_size=1), min_size=2, max_size=8))
def test_what_texts_share_is_found_for_all_pairs_at_once(texts: list[dict[str, float]]) -> None:
    held = Columns.of(texts)
    a, b = (np.array(side, np.int64) for side in zip(*combinations(range(len(texts)), 2), strict=True))
    pair, row, other = held.met(a, b)
    found = {(int(p), held.keys[held.key[r]]) for p, r in zip(pair, row, strict=True)}
    assert found == {(p, key) for p, (x, y) in enumerate(zip(a, b, strict=True)) for key in texts[x].keys() & texts[y].keys()}
    assert (held.key[row] == held.key[other]).all()
    sums = [sum(texts[x][key] * texts[y][key] for key in texts[x].keys() & texts[y].keys()) for x, y in zip(a, b, strict=True)]
    assert np.allclose(held.products(a, b), sums)


@given(st.lists(st.integers(0, 9)))
def test_distinct(values: list[int]) -> None:
    assert distinct(np.array(values, np.int64)).tolist() == sorted(set(values))
