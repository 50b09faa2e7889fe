"""How sure an attribution is, with its claimant."""

from dataclasses import replace

import attribute_staged as staged
import pytest

from selon.attribute import with_claimants
from selon.languages import codes, load
from selon.model.claimant import Claimant, ClaimantKind, Resolution

TEXT = "Le pont rouvrira en juin, a dit la maire."


def resolution(kind: ClaimantKind, confidence: float) -> Resolution:
    who = Claimant(id="c", name="Ada Bry", kind=kind, role=None, organisation=None, country=None, aliases=("Ada Bry",), spans=())
    return Resolution(attribution_id="a", claimant=who, how="met before", evidence=(), candidates=(), confidence=confidence)


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize(
    ("kind", "confidence"),
    [(ClaimantKind.STATE, 0.85), (ClaimantKind.GROUP, 0.85), (ClaimantKind.ANONYMOUS, 0.8), (ClaimantKind.DOCUMENT, 0.55)],
)
def test_no_attribution_is_sure_whose_claimant_is_a_doubted_description(code: str, kind: ClaimantKind, confidence: float) -> None:
    one = replace(staged.found(TEXT)[0], confidence=0.999)
    assert with_claimants([one], [resolution(kind, confidence)], load(code))[0].confidence < 0.9


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize(("kind", "confidence"), [(ClaimantKind.PERSON, 0.66), (ClaimantKind.BODY, 0.85), (ClaimantKind.OUTLET, 0.6)])
def test_a_doubted_name_takes_from_what_is_sure(code: str, kind: ClaimantKind, confidence: float) -> None:
    one = replace(staged.found(TEXT)[0], confidence=0.93)
    assert with_claimants([one], [resolution(kind, confidence)], load(code))[0].confidence < 0.9


def test_a_claimant_named_in_the_source_leaves_it_sure() -> None:
    one = replace(staged.found(TEXT)[0], confidence=0.97)
    assert with_claimants([one], [resolution(ClaimantKind.PERSON, 0.95)], load("fr"))[0].confidence >= 0.9
