"""The checks themselves: they accept the answer that the truth asks for, and each fault planted in it is seen by its own check."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from demo_truth import Held, differences
from perfect_answer import Texts, answer
from story_texts import texts
from story_variants import DEMO

from selon.model.attribution import Stance
from selon.model.lineage import Edge, Story
from selon.pipeline import Answer

TRUTH: dict[str, Any] = json.loads((DEMO / "truth.json").read_text(encoding="utf-8"))
PERFECT = answer(TRUTH, Texts(texts(DEMO)))


def with_story(key: str, change: Callable[[Story], Story]) -> Answer:
    stories = tuple(change(story) if story.claim.id == key else story for story in PERFECT.lineage.stories)
    return replace(PERFECT, lineage=replace(PERFECT.lineage, stories=stories))


def with_appearance(key: str, number: int, **fields: Any) -> Answer:
    def change(story: Story) -> Story:
        parts = list(story.claim.appearances)
        parts[number] = replace(parts[number], **fields)
        return replace(story, claim=replace(story.claim, appearances=tuple(parts)))

    return with_story(key, change)


def with_edges(change: Callable[[tuple[Edge, ...]], tuple[Edge, ...]]) -> Answer:
    return replace(PERFECT, lineage=replace(PERFECT.lineage, edges=change(PERFECT.lineage.edges)))


def with_distractor(story: Story) -> Story:
    stranger = replace(story.claim.appearances[0], article_id="ecluse")
    return replace(story, claim=replace(story.claim, appearances=(*story.claim.appearances, stranger)))


FAULTS = {
    "a name on nobody's words": (with_appearance("order", 5, claimant="Bastien Corvenal"), "order: bateaux-endommages has"),
    "another speaker": (with_appearance("tests", 4, claimant="Mireille Valcastel"), "tests: entretien-depute has"),
    "another stance": (with_appearance("order", 1, stance=Stance.ASSERTED), "order: depeche-barriere has"),
    "a distractor joined": (with_story("boats", with_distractor), "boats: joined with ecluse"),
    "one more origin": (
        with_story("siren", lambda s: replace(s, origins=replace(s.origins, max=4))),
        "siren: origins 2 to 4",
    ),
    "an origin without its name": (
        with_story("siren", lambda s: replace(s, origins=replace(s.origins, named=s.origins.named[:2]))),
        "siren: named origins lack",
    ),
    "an order where intervals overlap": (
        with_story("order", lambda s: replace(s, first=replace(s.first, articles=s.first.articles[:1]))),
        "order: first",
    ),
    "a denial of another kind": (
        with_story("tests", lambda s: replace(s, denials=(replace(s.denials[0], kind="explicit"),))),
        "tests: denial in entretien-depute",
    ),
    "a denial too many": (
        with_story("boats", lambda s: replace(s, denials=PERFECT.lineage.stories[0].denials[:1])),
        "boats: another denial",
    ),
    "a silence not seen": (
        with_story("order", lambda s: replace(s, unmentioned=s.unmentioned[:1])),
        "order: who-closed-it does not mention",
    ),
    "a corroboration not seen": (with_story("tests", lambda s: replace(s, corroborations=())), "tests: corroboration in"),
    "a change not seen": (with_story("crews", lambda s: replace(s, changes=())), "no precision_changed"),
    "a circle not seen": (with_story("register", lambda s: replace(s, circles=())), "no circle through"),
    "an edge not seen": (with_edges(lambda edges: edges[1:]), "no quotation from point-de-presse"),
    "an edge turned round": (
        with_edges(lambda edges: (edges[0], replace(edges[1], source=edges[1].target, target=edges[1].source), *edges[2:])),
        "has no such direction",
    ),
    "a copy that is none": (
        with_edges(lambda edges: (*edges, replace(edges[1], source="ecluse", target="barriere-port"))),
        "ecluse and barriere-port are joined",
    ),
    "a passage not seen": (replace(PERFECT, reuses=PERFECT.reuses[1:]), "share no passage"),
    "an article not read": (replace(PERFECT, readings=PERFECT.readings[1:]), "nuit-sur-le-quai: not read"),
}


def test_the_answer_the_truth_asks_for_has_no_difference() -> None:
    assert differences(Held(PERFECT, TRUTH)) == []


@pytest.mark.parametrize(("spoilt", "told"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_seen(spoilt: Answer, told: str) -> None:
    assert [line for line in differences(Held(spoilt, TRUTH)) if told in line] != []
