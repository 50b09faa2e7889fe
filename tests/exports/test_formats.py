"""Every export passes its schema or its reference library, and reads back as it was."""

import pytest
from export_checks import CHECKS, Make

from selon.pipeline import Answer

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
