"""On whose word a telling stands: what a text tells as its own, and a charge that is quoted."""

import pytest

from selon.model.article import CreditKind
from selon.model.attribution import SpeechKind
from selon.model.claimant import ClaimantKind
from selon.model.lineage import Origins
from selon.trace.bonds import Bonds
from selon.trace.collection import Collection
from selon.trace.origins import origins
from support.handmade import Text, appearance, claim, person

SUNK = "le bac du port a coulé dans la nuit"
CHARGE = "mise en danger des passagers du bac"


def credited(kind: CreditKind, who: ClaimantKind, name: str = "Ligue des Marées") -> Origins:
    """The origins of what an article tells as its own, which credits somebody, and quotes him on another matter."""
    text = Text("a", f"Hier, {SUNK}. La Ligue des Marées a dit que la digue tient.", day="2031-05-03", credit=(name, kind))
    text.said("la digue tient", person("Ligue des Marées", kind=who), source="La Ligue des Marées", cue="a dit")
    return origins(claim(appearance(text, SUNK)), [], Bonds([]), Collection.of([text.read()]))


def test_what_a_text_tells_as_its_own_is_of_the_body_it_credits() -> None:
    found = credited(CreditKind.SOURCE, ClaimantKind.BODY)
    assert [one.name for one in found.named] == ["Ligue des Marées"]
    assert found.named[0].passage.span.start == 0  # the credit


@pytest.mark.parametrize(
    ("kind", "who", "name"),
    [
        (CreditKind.SOURCE, ClaimantKind.OUTLET, "Ligue des Marées"),  # an agency hands on
        (CreditKind.PHOTO, ClaimantKind.BODY, "Ligue des Marées"),
        (CreditKind.SOURCE, ClaimantKind.BODY, "Office des Ponts"),
    ],
)
def test_another_credit_names_no_origin(kind: CreditKind, who: ClaimantKind, name: str) -> None:
    assert credited(kind, who, name).named == ()


@pytest.mark.parametrize(
    ("words", "cue", "count"),
    [
        (f"Antoine Lac a été jugé pour « {CHARGE} ».", None, 0),
        (f"Antoine Lac a été jugé pour «\u00a0{CHARGE}\u00a0».", None, 0),
        (f"Antoine Lac, las : « {CHARGE} ».", None, 1),
        (f"Antoine Lac plaide pour « {CHARGE} ».", "plaide", 1),
    ],
)
def test_a_charge_is_not_what_the_accused_says(words: str, cue: str | None, count: int) -> None:
    text = Text("a", words, day="2031-05-03")
    said = text.said(CHARGE, person("Antoine Lac"), source="Antoine Lac", cue=cue, kind=SpeechKind.DIRECT)
    found = origins(claim(appearance(text, CHARGE, said)), [], Bonds([]), Collection.of([text.read()]))
    assert len(found.named) == count
