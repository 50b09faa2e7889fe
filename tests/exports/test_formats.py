"""Every export passes its schema or its reference library, and reads back as it was."""

import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from export_checks import CHECKS, Make

from selon import pipeline
from selon.engine import Local
from selon.pipeline import Answer
from selon.show.exports import export

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own
NAMES = pytest.mark.parametrize("name", sorted(CHECKS))


@NAMES
@pytest.mark.parametrize("with_text", [True, False], ids=["with text", "without text"])
def test_the_demo(name: str, with_text: bool, demo: Answer, make: Make) -> None:
    CHECKS[name](make(demo, with_text=with_text))


@NAMES
def test_one_claim_of_the_demo(name: str, demo: Answer, make: Make) -> None:
    story = max(demo.lineage.stories, key=lambda story: len(story.claim.appearances))
    given = make(demo, story=story)
    assert len(given.stories) == 1
    assert 1 < len(given.articles) < len(demo.readings)
    CHECKS[name](given)


@NAMES
@pytest.mark.data
def test_the_seeds(name: str, seeds: Answer, make: Make) -> None:
    CHECKS[name](make(seeds))


@NAMES
def test_an_empty_answer(name: str, demo: Answer, make: Make) -> None:
    CHECKS[name](make(Answer(readings=(), reuses=(), lineage=type(demo.lineage)(edges=(), stories=(), open_denials=()), rejected=())))


@NAMES
@pytest.mark.parametrize("with_text", [True, False], ids=["with text", "without text"])
def test_hostile_texts(name: str, with_text: bool, hostile: Answer, make: Make) -> None:
    assert len(hostile.readings) == 4
    assert any(reading.attributions for reading in hostile.readings)
    CHECKS[name](make(hostile, with_text=with_text))


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_ids_that_differ_in_what_no_xml_holds_stay_apart(name: str, make: Make, tmp_path: Path) -> None:
    """And an edge ends at the node of its own article."""
    ids = ["a\x01b", "a\x02b", "a\ufffdb", "a\tb", "a b"]
    text = "Le bac attend au quai et la barrière reste fermée jusqu'à nouvel ordre, a déclaré mardi Ada Brynn, capitaine du port d'Ormelle."
    lines = [json.dumps({"id": one, "outlet": f"La Digue {at}", "text": f"{text} {at}."}) for at, one in enumerate(ids)]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    given = make(pipeline.run([tmp_path / "wire.jsonl"], engine=Local()))
    assert len(given.articles) == len(ids)
    root = Xml.fromstring(export(name, given).content)
    nodes = [one.get("id") for one in root.iter() if one.tag.endswith("}node")]
    ends = {one.get(end) for one in root.iter() if one.tag.endswith("}edge") for end in ("source", "target")}
    assert len(set(nodes)) == len(nodes) >= len(ids)
    assert ends <= set(nodes)
    assert len(ends - {one for one in nodes if one and one.startswith("ext:")}) == len(ids)
