"""Statements are asked for by their places, whatever is held of them; articles stand as columns and are about what they were about."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selon import match
from selon.match.around import alike, is_one_story
from selon.match.clusters import chained
from selon.match.nearness import nearness
from selon.match.sketch import Sketch, order_of
from selon.match.stock import Stock, Telling
from support.handmade import Text

TOLD = [
    "La tempête a fait 12 morts et 40 blessés à Port-Alba, selon la préfecture de Norr.",
    "Le maire de Port-Alba, Ivo Talmar, a fermé la digue de Kervel.",
    "Ivo Talmar a promis des bateaux aux pêcheurs de Kervel et de Norr.",
    "Les pêcheurs de Kervel réparent la digue et les bateaux que la tempête a jetés sur le quai de Port-Alba.",
    "Le pain a augmenté de 12 % à Brennac.",
]
texts = st.lists(st.lists(st.sampled_from(TOLD), min_size=1, max_size=4), min_size=1, max_size=5)


def stated(many: list[list[str]]) -> list[Telling]:
    read = [Text(f"a{number}", "\n".join(told), day=f"2031-05-{number * 20 % 28 + 1:02}").read() for number, told in enumerate(many)]
    return [Telling(one.article.text, match.statements(one)) for one in read]


@settings(max_examples=20, deadline=None)
@given(texts)
def test_statements_stand_in_canonical_order(many: list[list[str]]) -> None:
    told = stated(many)
    stock = Stock(len(told), told.__getitem__)
    stock.arrange(Sketch.of(stock.each()).order)
    wanted = sorted((one for telling in told for one in telling.statements), key=lambda one: order_of(one.appearance))
    assert [stock[place] for place in range(len(stock))] == wanted
    for place, one in enumerate(wanted):
        host = stock.host(place)
        assert (None if host is None else stock[host].appearance.id) == one.whole
        assert one.appearance.spans[-1].end <= len(stock.text(place))


@settings(max_examples=20, deadline=None)
@given(texts)
def test_articles_of_one_story_are_those_of_their_records(many: list[list[str]]) -> None:
    told = [telling for telling in stated(many) if telling.statements]
    homes = Sketch.of([one for telling in told for one in telling.statements]).homes
    around = {telling.statements[0].appearance.article_id: telling.statements[0].facts.around for telling in told}
    pairs = list(combinations(range(len(homes.ids)), 2))
    a, b = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    near = homes.may_be_one_story(a, b)
    wanted = [pair for pair in pairs if is_one_story(around[homes.ids[pair[0]]], around[homes.ids[pair[1]]])]
    for most in (1, len(pairs)):
        found = homes.stories(homes.pair(a[near], b[near]), most)
        first = [pair for at, pair in enumerate(wanted) if sum(one == pair[0] for one, _ in wanted[:at]) < most]
        assert list(zip(*(side.tolist() for side in np.divmod(found, len(homes.ids))), strict=True)) == first
    both = [(around[homes.ids[one]], around[homes.ids[other]]) for one, other in pairs]
    assert homes.alike(a, b).tolist() == [alike(*two) for two in both]  # to the last bit: what is judged does not depend on which was asked
    cosines = homes.each_alike(a, b).tolist()
    assert [nearness(*two, one).is_one_story for two, one in zip(both, cosines, strict=True)] == [is_one_story(*two) for two in both]


def test_what_links_chain_together() -> None:
    scores = {(0, 2): 0.9, (2, 4): 0.5, (1, 3): -0.8, (3, 4): 0.2}
    assert chained(6, scores, 0.5) == [0, 1, 0, 3, 0, 5]
