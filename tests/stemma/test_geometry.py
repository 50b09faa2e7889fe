"""Two hundred lineages laid out: no line crosses a node, no two texts meet, nothing is cut, only lines of one bundle share a stretch."""

import pytest

from selon.show.stemma import laid_out, stemma
from selon.show.wording import wording
from support.geometry import faults_of
from support.lineages import SHAPES, made

SIZES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 22, 24, 26, 28, 30, 33, 36, 40, 48, 60, 90)
LARGE = (130, 180)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_thing_has_its_place(shape: str, narrow: bool) -> None:
    for seed, size in enumerate(SIZES):
        if narrow and seed % 4:
            continue
        lineage = made(seed, size, shape)
        layout = laid_out(stemma(lineage.story, lineage.edges, lineage.readings), wording(("fr", "en")[seed % 2]), narrow=narrow)
        faults = list(faults_of(layout))
        assert not faults, (shape, size, seed, faults[:5])


@pytest.mark.parametrize("shape", ["fan", "mixed"])
def test_as_many_nodes_as_are_drawn(shape: str) -> None:
    for seed, size in enumerate(LARGE):
        lineage = made(seed, size, shape)
        assert not list(faults_of(laid_out(stemma(lineage.story, lineage.edges, lineage.readings), wording("fr"))))
