"""The claims of the demo and of five real pages, drawn: the same rules of geometry, and nothing that their records do not carry."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from selon import pipeline
from selon.engine import Local
from selon.model.lineage import Story
from selon.pipeline import Answer
from selon.show.stemma import Drawing, hops, laid_out, stemma
from selon.show.wording import wording
from support.geometry import faults_of


@pytest.fixture(scope="module")
def demo() -> Iterator[Answer]:
    with as_file(files("selon") / "demo" / "story") as folder:
        yield pipeline.run([folder], engine=Local(workers=1))


def drawings(answer: Answer) -> Iterator[tuple[Story, Drawing]]:
    readings = {reading.article.id: reading for reading in answer.readings}
    for story in answer.lineage.stories:
        if len({one.article_id for one in story.claim.appearances}) > 1 or story.denials or any(len(one.hops) > 2 for one in story.chains):
            yield story, stemma(story, answer.lineage.edges, readings)


def check(answer: Answer) -> None:
    for story, drawing in drawings(answer):
        for narrow in (False, True):
            faults = list(faults_of(laid_out(drawing, wording("fr"), narrow=narrow)))
            assert not faults, (story.claim.label, faults)
        names = {node.article_id for node in drawing.nodes if node.article_id} | {one for node in drawing.nodes for one in node.copies}
        assert names == {one.article_id for one in (*story.claim.appearances, *story.denials)}
        known = {(edge.source, edge.target) for edge in answer.lineage.edges}
        for row in hops(drawing):
            between = (row.source.article_id, row.target.article_id)
            assert row.evidence, row
            assert None in between or {between, between[::-1]} & known


def test_the_claims_of_the_demo(demo: Answer) -> None:
    check(demo)


def test_who_denies_in_the_demo_is_drawn(demo: Answer) -> None:
    story, drawing = next(iter(drawings(demo)))
    told = {node.name for node in drawing.nodes if node.kind == "denier"}
    assert told == {one.by for one in story.denials}
    assert {row.style for row in hops(drawing) if row.source.kind == "denier"} == {"denies", "declines"}


@pytest.mark.data
def test_the_claims_of_five_pages(data: Path) -> None:
    check(pipeline.run([data / "seeds"], engine=Local(workers=1)))
