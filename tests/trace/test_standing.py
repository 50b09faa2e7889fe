"""A denial is tied to a claim only if the words that stand for the claim are what it denies."""

import pytest

from selon import trace as tracing
from selon.model.attribution import Stance
from selon.model.lineage import Denial
from support.handmade import Text, appearance, claim, person

TARN, BREL, ORME = person("Ivo Tarn"), person("Una Brel"), person("Ada Orme")
TOLD = "the harbour master hid the plans of the old lighthouse"


def denial_of(elsewhere: str, told: str = TOLD, *, by: str = "Ada Orme", denial: str = "denied this", content: str = "this") -> Denial:
    """The denial of what `told` says, where an earlier text tells the same claim as `elsewhere`, and stands for it."""
    a = Text("a", f"{by} said {elsewhere}.", day="2031-03-01", lang="en")
    b = Text("b", f"Una Brel said {told}. Ivo Tarn {denial}.", day="2031-03-02", lang="en")
    first, second = a.said(elsewhere, ORME, source=by, cue="said"), b.said(told, BREL, source="Una Brel", cue="said")
    b.said(content, TARN, source="Ivo Tarn", cue="denied", stance=Stance.DENIED, rule="verb.object", anaphoric=content == "this")
    lineage = tracing.lineage([a.read(), b.read()], (), [claim(appearance(a, elsewhere, first), appearance(b, told, second))])
    (found,) = [*lineage.open_denials, *(one for story in lineage.stories for one in story.denials)]
    return found


@pytest.mark.parametrize(
    ("elsewhere", "tied"),
    [
        (TOLD, True),
        ("the plans of that lighthouse were hidden by the harbour master for years", True),
        ("the harbour master hid the plans of the old lighthouse. No ferry sailed that night", True),  # another sentence negates
        ("the harbour master hid the plans of the old lighthouse, and not those of the quay", True),  # of something else
        ("the lighthouse stands in Kervel", False),  # one word in common
        ("the harbour master did not hide the plans of the old lighthouse", False),
        ("the keeper was unable to confirm that the harbour master hid the plans of the old lighthouse", False),
        ("it was not clear whether the harbour master hid the plans of the old lighthouse", False),
        ("the harbour master called it untrue that he hid the plans of the old lighthouse", False),
        ("the keeper could not substantiate that the harbour master hid the plans of the old lighthouse", False),
    ],
)
def test_the_words_that_stand_for_the_claim_are_what_is_denied(elsewhere: str, tied: bool) -> None:
    assert (denial_of(elsewhere).claim_id is not None) is tied


@pytest.mark.parametrize("told", ["the harbour master never hid the plans of the old lighthouse"])
def test_what_is_told_with_a_negation_may_be_shown_with_one(told: str) -> None:
    assert denial_of("the harbour master has never hidden the plans of the old lighthouse", told).claim_id is not None


def test_it_says_why_it_is_open() -> None:
    assert denial_of("the lighthouse stands in Kervel").tie.startswith("open: the claim it is tied to is told in other words")
    assert "deny it themselves" in denial_of("the harbour master did not hide the plans of the old lighthouse").tie


@pytest.mark.parametrize(
    ("elsewhere", "tied"),
    [("12 barges of the northern fleet sank", True), ("12 boats went down", True)],
)
def test_a_number_may_be_told_of_a_thing_in_other_words(elsewhere: str, tied: bool) -> None:
    found = denial_of(elsewhere, "12 boats of the quay sank", denial="denied these figures", content="these figures")
    assert (found.claim_id is not None) is tied
