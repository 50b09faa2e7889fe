"""Figures of money that are told anew each day, and one that a text corrects."""

import pytest

from selon import trace as tracing
from support.handmade import Text, appearance, claim

FIRST = "La banque de Brume prévoit un besoin de 812 euros par pêcheur dans la caisse du port"


AFTER = FIRST.replace("812 euros", "364 euros")
BESIDE = "Les bacs en retirent 126, les phares 45 et la digue 178."


@pytest.mark.parametrize(
    ("beside", "wanted"),
    [
        ((BESIDE, "Les bacs en retirent 94, les phares 61 et la digue 203."), []),
        ((BESIDE, BESIDE), ["number_changed"]),
        ((BESIDE, "Les bacs en retirent 126, les phares 45 et la digue 203."), ["number_changed"]),
        (("", ""), ["number_changed"]),
    ],
    ids=["all are others", "one is corrected", "two are corrected", "it stands alone"],
)
def test_figures_that_are_told_anew(beside: tuple[str, str], wanted: list[str]) -> None:
    a, b = Text("a", f"{FIRST}. {beside[0]}", day="2031-03-02"), Text("b", f"{AFTER}. {beside[1]}", day="2031-03-02")
    told = claim(appearance(a, FIRST), appearance(b, AFTER))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], (), [told]).stories[0].changes] == wanted
