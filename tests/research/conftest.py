"""A collection of the demo's articles, and the program."""

from pathlib import Path

import pytest

from cli.conftest import Run, selon
from selon import api
from selon.pipeline import Answer
from support.told_story import story_in

__all__ = ["Run", "selon"]


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_in(tmp_path_factory.mktemp("collections") / "harbour")


@pytest.fixture(scope="session")
def demo(harbour: Path) -> Answer:
    one = api.found(harbour)
    assert one is not None
    return one.answer()
