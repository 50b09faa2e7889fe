"""Who is named for what another text tells as its own, where nothing joins the two texts."""

import pytest

from selon import trace as tracing
from selon.model.claimant import Claimant, ClaimantKind
from selon.model.lineage import Change
from support.handmade import Text, appearance, changes_between, claim, person

WORDS = "la digue du vieux port de Brume avait cédé sous la houle"
SOON, LATER, LATE = "2031-03-01", "2031-03-02", "2031-03-09"


def changes(
    told: str = f"Hier {WORDS}.",
    days: tuple[str | None, str | None] = (SOON, LATER),
    source: str = "Una Brel",
    who: Claimant | None = None,
) -> tuple[Change, ...]:
    """What differs between a text that names who says something and another that tells it."""
    a, b = Text("a", f"{source} a annoncé que {WORDS}.", day=days[0]), Text("b", told, day=days[1])
    said = a.said(WORDS, who or person("Una Brel"), source=source, cue="a annoncé que")
    both = claim(appearance(a, WORDS, said), appearance(b, WORDS))
    return tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes


@pytest.mark.parametrize("days", [(SOON, LATER), (SOON, SOON)])
def test_somebody_is_named_and_nobody(days: tuple[str, str]) -> None:
    (found,) = changes(days=days)
    assert (found.kind, found.from_article, found.to_article, found.directed) == ("attribution_dropped", "a", "b", False)
    assert found.sentence.startswith("attribution differs: Una Brel is named")


def test_the_later_text_adds_a_name_and_drops_none() -> None:
    assert changes(days=(LATER, SOON)) == ()


@pytest.mark.parametrize("days", [(SOON, LATE), (None, None), (SOON, None)])
def test_of_another_day_or_of_no_known_one_nothing_is_said(days: tuple[str | None, str | None]) -> None:
    assert changes(days=days) == ()


@pytest.mark.parametrize("told", [f"Hier {WORDS}. Una Brel l'a vu.", f"Selon Ivo Tarn, {WORDS}.", f"Hier {WORDS} : trois cabines."])
def test_somebody_else_is_named_or_it_opens_a_list(told: str) -> None:
    assert changes(told) == ()


def test_a_pronoun_names_nobody_and_of_a_circle_it_is_not_sure_whose_it_is() -> None:
    assert changes(source="Elle") == ()
    assert changes(source="Sa famille", who=person("famille d'Una Brel", kind=ClaimantKind.GROUP)) == ()
    assert len(changes(source="La famille Brel", who=person("famille Brel", kind=ClaimantKind.GROUP))) == 1


@pytest.mark.parametrize(("days", "wanted"), [((SOON, SOON), ["qualifier_lost"]), ((SOON, LATER), [])])
def test_a_qualifier_of_either_text_where_neither_is_the_earlier(days: tuple[str, str], wanted: list[str]) -> None:
    plain, qualified = "La digue de Brume est remise au syndicat du port", "La digue de Brume est remise en partie au syndicat du port"
    assert [one.kind for one in changes_between(plain, qualified, days=days)] == wanted


@pytest.mark.parametrize(("behind", "wanted"), [("", ["attribution_dropped"]), (" « Port ouvert »", []), (" militant « Port ouvert »", [])])
def test_a_group_that_is_named_behind_its_noun_in_marks(behind: str, wanted: list[str]) -> None:
    a = Text("a", f"Le collectif Quais Libres a annoncé que {WORDS}.", day=SOON)
    b = Text("b", f"Le collectif{behind} a annoncé que {WORDS}.", day=LATER)
    who = person("Quais Libres", kind=ClaimantKind.BODY)
    said = a.said(WORDS, who, source="Le collectif Quais Libres", cue="a annoncé que")
    other = b.said(WORDS, None, source="Le collectif", cue="a annoncé que")
    both = claim(appearance(a, WORDS, said), appearance(b, WORDS, other))
    assert [one.kind for one in tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes] == wanted
