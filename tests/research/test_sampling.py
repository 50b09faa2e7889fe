"""Samples, scores, counts: the same draws whatever the order, intervals that hold, denominators that add up."""

import random
from collections import Counter

import pytest
from hypothesis import given, strategies

from selon.pipeline import Answer
from selon.show.research import sampling, scoring
from selon.show.research.counting import BY, counted


@pytest.mark.parametrize("draw", [sampling.attributions, sampling.whole_sentences], ids=["attributions", "sentences"])
def test_a_sample_does_not_hang_on_order(draw: object, demo: Answer) -> None:
    one = draw(demo.readings, 15, by=["outlet"], seed="1")  # type: ignore[operator]
    assert draw(demo.readings[::-1], 15, by=["outlet"], seed="1") == one  # type: ignore[operator]
    assert draw(demo.readings, 15, by=["outlet"], seed="2") != one  # type: ignore[operator]
    assert len({record.id for record in one}) == len(one) == 15


def test_strata_get_their_share(demo: Answer) -> None:
    drawn = sampling.attributions(demo.readings, 30, by=["lang"], seed="1")
    sizes = Counter(reading.article.lang for reading in demo.readings for _ in reading.attributions)
    for one in drawn:
        assert one.stratum_size == sizes[one.lang]
        assert (
            one.words in next(reading.article.text for reading in demo.readings if reading.article.id == one.article) or " … " in one.words
        )
    assert {one.lang for one in drawn} == {name for name, size in sizes.items() if size}


def test_more_than_there_is_draws_all(demo: Answer) -> None:
    assert len(sampling.attributions(demo.readings, 10_000, by=[], seed="1")) == sum(len(one.attributions) for one in demo.readings)


@given(
    strategies.dictionaries(strategies.text(max_size=3), strategies.integers(1, 500), min_size=1, max_size=8), strategies.integers(1, 600)
)
def test_shares_add_up(sizes: dict[str, int], many: int) -> None:
    shares = sampling.allotted(sizes, many)
    assert all(0 <= shares[name] <= size for name, size in sizes.items())
    assert min(many, sum(sizes.values())) - len(sizes) <= sum(shares.values()) <= min(many, sum(sizes.values()))


def test_the_interval_of_wilson_covers() -> None:
    chance, inside = random.Random(7), 0
    for _ in range(1_000):
        good = sum(chance.random() < 0.8 for _ in range(60))
        low, high = scoring.wilson(good, 60)
        inside += low <= 0.8 <= high
    assert 0.93 <= inside / 1_000 <= 0.97


def test_a_weighted_share_and_its_interval() -> None:
    rows = [{"id": str(n), "stratum": "a", "stratum_size": "900", "content_ok": "y" if n else "n"} for n in range(10)]
    rows += [{"id": f"b{n}", "stratum": "b", "stratum_size": "100", "content_ok": "non"} for n in range(10)]
    whole, *groups = scoring.precision(rows, ("content_ok",), seed=1)
    assert whole.value == pytest.approx(0.81)
    assert whole.low < 0.81 < whole.high
    assert "seed 1" in whole.method
    assert [(one.group, one.value, one.count) for one in groups] == [("a", 0.9, 10), ("b", 0.0, 10)]
    assert next(scoring.precision(rows, ("content_ok",), seed=1)) == whole


def test_labels_that_are_all_alike_leave_room() -> None:
    rows = [{"id": str(n), "stratum": "ab"[n % 2], "stratum_size": "50", "content_ok": "y"} for n in range(10)]
    (whole,) = scoring.precision(rows, ("content_ok",), seed=1)
    assert (whole.value, whole.high) == (1.0, pytest.approx(1.0))
    assert 0.6 < whole.low < 0.8


def test_recall_of_sentences() -> None:
    rows = [{"id": str(n), "stratum": "all", "stratum_size": "50", "attribution": "oui" if n < 8 else "non"} for n in range(12)]
    found = {str(n): n < 6 or n > 9 for n in range(12)}
    scores = {one.measure: one for one in scoring.recall(rows, found, seed=1)}
    assert scores["recall of sentences"].value == pytest.approx(6 / 8)
    assert scores["precision of sentences"].value == pytest.approx(6 / 8)


@pytest.mark.parametrize("by", BY)
def test_counts_have_denominators(by: str, demo: Answer) -> None:
    groups = counted(demo.readings, demo.lineage, by=by)
    whole = sum(len(one.attributions) for one in demo.readings)
    assert sum(one.attributions for one in groups) == whole
    for one in groups:
        assert one.texts <= one.articles
        assert max(one.named, one.direct, one.hedged, one.denied) <= one.attributions
        assert one.first <= one.claims
    if by != "claimant":
        assert sum(one.articles for one in groups) == len(demo.readings)
    assert counted(demo.readings[::-1], demo.lineage, by=by) == groups


def test_two_claimants_of_one_name_are_counted_apart(demo: Answer) -> None:
    ids = {one.claimant.id for reading in demo.readings for one in reading.resolutions if one.claimant}
    names = [one.group for one in counted(demo.readings, demo.lineage, by="claimant")]
    assert len(names) == len(set(names)) == len(ids) + 1  # and those that are left open
    assert sum(name.startswith("Léonie Brassevin (") for name in names) == 2


def test_claims_are_those_that_are_listed(demo: Answer) -> None:
    (group,) = {one.group: one for one in counted([*demo.readings], demo.lineage, by="lang") if one.group == "en"}.values()
    inside = {reading.article.id for reading in demo.readings if reading.article.lang == "en"}
    claims = [one.claim for one in demo.lineage.stories if any(told.article_id in inside for told in one.claim.appearances)]
    assert group.claims == sum(len(one.appearances) > 1 or one.appearances[0].attribution_id is not None for one in claims) < len(claims)
