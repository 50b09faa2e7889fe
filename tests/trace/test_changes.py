"""What differs between two tellings, and what must be left alone."""

from dataclasses import replace

import pytest

from selon import trace as tracing
from selon.model.attribution import SpeechKind
from support.handmade import Text, appearance, changes_between, claim, person, shared


def kinds(before: str, after: str) -> set[str]:
    """The kinds of change between two attributed tellings on two days."""
    a, b = Text("a", f"Una Brel dit : {before}.", day="2031-03-01"), Text("b", f"Una Brel dit : {after}.", day="2031-03-03")
    one = a.said(before, person("Una Brel"), source="Una Brel", cue="dit")
    other = b.said(after, person("Una Brel"), source="Una Brel", cue="dit")
    both = claim(appearance(a, before, one), appearance(b, after, other))
    return {change.kind for change in tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes}


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("le bac aurait heurté la digue", "le bac a heurté la digue", {"hedge_dropped"}),
        ("le bac a heurté la digue", "le bac a peut-être heurté la digue", {"hedge_added"}),
        ("14 barques ont coulé", "40 barques ont coulé", {"number_changed"}),
        ("plus de 20 barques ont coulé", "20 barques ont coulé", {"precision_changed"}),
        ("plus de 20 barques ont coulé", "des dizaines de barques ont coulé", {"precision_changed"}),
        ("le port payait indirectement les pilotes", "le port payait les pilotes", {"qualifier_lost"}),
        ("le bac a heurté la digue", "le bac a heurté la digue", set()),
        ("14 barques et 3 bouées ont coulé", "3 bouées et 14 barques ont coulé", set()),
        ("1 300 barques ont coulé", "1.300 barques ont coulé", set()),
    ],
)
def test_kinds(before: str, after: str, wanted: set[str]) -> None:
    assert kinds(before, after) == wanted


def test_another_claimant_along_an_edge_and_nothing_without_one() -> None:
    words = "le bac a heurté la digue"
    a, b = Text("a", f"Una Brel dit : «{words}».", day="2031-03-01"), Text("b", f"Ivo Tarn dit : «{words}».", day="2031-03-03")
    one = a.said(words, person("Una Brel"), source="Una Brel", cue="dit", kind=SpeechKind.DIRECT)
    other = b.said(words, person("Ivo Tarn"), source="Ivo Tarn", cue="dit", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, words, one), appearance(b, words, other))
    joined = tracing.lineage([a.read(), b.read()], [shared(a, b, words)], [both]).stories[0].changes
    assert [(change.kind, change.sentence.startswith("claimant differs")) for change in joined] == [("claimant_changed", True)]
    assert tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes == ()


@pytest.mark.parametrize(
    ("role", "said"),
    [("directrice du port", "claimant differs"), ("capitaine du port", "office differs")],
    ids=["one office", "two offices"],
)
def test_two_of_one_body(role: str, said: str) -> None:
    words = "le bac a heurté la digue"
    a, b = Text("a", f"Una Brel dit : «{words}».", day="2031-03-01"), Text("b", f"Ivo Tarn dit : «{words}».", day="2031-03-03")
    first, second = (
        replace(person(name, organisation="Port de Brume"), role=office)
        for name, office in (("Una Brel", "Directrice du port"), ("Ivo Tarn", role))
    )
    one = a.said(words, first, source="Una Brel", cue="dit", kind=SpeechKind.DIRECT)
    other = b.said(words, second, source="Ivo Tarn", cue="dit", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, words, one), appearance(b, words, other))
    (change,) = tracing.lineage([a.read(), b.read()], [shared(a, b, words)], [both]).stories[0].changes
    assert change.sentence.startswith(said)


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("The port lost 0.4 mln barrels in the storm", "The port lost 400,000 barrels in the storm", []),
        ("The port lost 5 bln dlrs in the storm", "The port lost 5 billion dollars in the storm", []),
        ("The port lost 5 bln dlrs in the storm", "The port lost 6 bln dlrs in the storm", ["number_changed"]),
    ],
)
def test_numbers_in_short(before: str, after: str, wanted: list[str]) -> None:
    assert [one.kind for one in changes_between(before, after, days=("2031-03-01", "2031-03-01"), lang="en")] == wanted


def test_what_stands_in_the_next_sentence_is_not_counted() -> None:
    before, after = (
        "Le bac du port est parti avec 40. Les 3 phares de Brume brillent",
        "Le bac du port est parti avec 50. Les 3 phares de Brume brillent",
    )
    assert changes_between(before, after, days=("2031-03-01", "2031-03-01")) == ()


def test_a_date_is_no_number() -> None:
    a, b = Text("a", "Le 14 mars, 3 barques ont coulé."), Text("b", "Le 15 mars, 3 barques ont coulé.")
    a.dated("14 mars", "2031-03-14")
    b.dated("15 mars", "2031-03-15")
    both = claim(appearance(a, a.text), appearance(b, b.text))
    changes = tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes
    assert {change.kind for change in changes} == {"date_changed"}


def test_without_an_edge_nothing_is_lost_it_differs() -> None:
    a, b = Text("a", "Una Brel dit : 14 barques ont coulé.", day="2031-03-01"), Text("b", "Hier 40 barques ont coulé.", day="2031-03-03")
    said = a.said("14 barques ont coulé", person("Una Brel"), source="Una Brel", cue="dit")
    both = claim(appearance(a, "14 barques ont coulé", said), appearance(b, "40 barques ont coulé"))
    changes = tracing.lineage([a.read(), b.read()], (), [both]).stories[0].changes
    assert {change.kind for change in changes} == {"number_changed"}  # who is named differs between any two texts
    assert all("differs" in change.sentence and not change.directed for change in changes)


QUOTED = "Des bidons apparemment vides sont partis du port vers la digue"
TOLD = "des bidons vides sont partis du port vers la digue"


def test_quotation_and_paraphrase_of_one_speaker() -> None:
    text = Text("a", f"« {QUOTED} », dit Una Brel.\nUna Brel dit que {TOLD}.")
    brel = person("Una Brel")
    quoted = text.said(QUOTED, brel, source="Una Brel", cue="dit", kind=SpeechKind.DIRECT)
    told = text.said(TOLD, brel, source="Una Brel", cue="dit")
    both = claim(appearance(text, QUOTED, quoted), appearance(text, TOLD, told))
    changes = tracing.lineage([text.read()], (), [both]).stories[0].changes
    assert "hedge_dropped" in {change.kind for change in changes}
    assert all(change.from_article == change.to_article == "a" for change in changes)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("she once sailed in the so-called fleet, but is now “the worst pilot that the fleet of Brume ever had”", set()),
        ("she is the worst pilot that the so-called fleet of Brume ever had", {"hedge_added"}),
    ],
)
def test_what_is_hedged_outside_of_the_marks_is_something_else(told: str, wanted: set[str]) -> None:
    said = "I am the worst pilot that the fleet of Brume ever had"
    text = Text("a", f"Una Brel said {told}.\n“{said},” Una Brel said.", lang="en")
    other = text.said(told, person("Una Brel"), source="Una Brel", cue="said")
    quoted = text.said(said, person("Una Brel"), source="Una Brel", cue="said", kind=SpeechKind.DIRECT)
    both = claim(appearance(text, told, other), appearance(text, said, quoted))
    changes = tracing.lineage([text.read()], (), [both]).stories[0].changes
    assert {one.kind for one in changes} & {"hedge_dropped", "hedge_added"} == wanted


@pytest.mark.parametrize(("where", "wanted"), [("était au port", {"hedge_dropped"}), ("était à l'étude au port", set())])
def test_what_is_only_planned_has_lost_no_hedge(where: str, wanted: set[str]) -> None:
    said, told = (
        "Un prêt de la commune de Brume pour le musée du Sel, qui serait garanti",
        f"un prêt de la commune de Brume pour le musée du Sel, garanti, {where}",
    )
    text = Text("a", f"« {said} », dit Una Brel.\nUna Brel dit qu'{told}.")
    quoted = text.said(said, person("Una Brel"), source="Una Brel", cue="dit", kind=SpeechKind.DIRECT)
    other = text.said(told, person("Una Brel"), source="Una Brel", cue="dit")
    both = claim(appearance(text, said, quoted), appearance(text, told, other))
    changes = tracing.lineage([text.read()], (), [both]).stories[0].changes
    assert {one.kind for one in changes} & {"hedge_dropped"} == wanted


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ("", "denial dropped: Una Brel denies it in a, nobody in b"),
        ("Brel a répondu : “On cherche à nous mettre le naufrage sur le dos, dans cette ville de marins”.", None),  # in other marks
    ],
)
def test_a_denial_is_dropped_that_the_other_text_does_not_tell(answer: str, wanted: str | None) -> None:
    held = "Una Brel a été placée en garde à vue pour le naufrage du ferry Aurore"
    said = "On cherche à nous mettre le naufrage sur le dos, dans cette ville de marins"
    a, b = Text("a", f"{held}. « {said} », a dit Una Brel.", day="2031-03-01"), Text("b", f"{held}. Il pleut. {answer}", day="2031-03-03")
    a.said(said, person("Una Brel"), source="Una Brel.", cue="a dit", kind=SpeechKind.DIRECT)
    both = claim(appearance(a, held), appearance(b, held))
    changes = tracing.lineage([a.read(), b.read()], [shared(a, b, held, direction="a->b")], [both]).stories[0].changes
    assert [one.sentence for one in changes if one.kind == "denial_dropped"] == ([wanted] if wanted else [])
