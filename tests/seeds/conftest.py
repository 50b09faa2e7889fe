"""The five real pages, run once through the whole pipeline."""

from collections.abc import Callable
from pathlib import Path

import pytest

from seeds.pages import Page
from selon import pipeline
from selon.engine import Local


@pytest.fixture(scope="session")
def seeds_answer(data: Path) -> pipeline.Answer:
    return pipeline.run([data / "seeds"], engine=Local())


@pytest.fixture(scope="session")
def page(seeds_answer: pipeline.Answer) -> Callable[[str], Page]:
    def of(number: str) -> Page:
        reading = next(one for one in seeds_answer.readings if one.article.id.startswith(number))
        return Page(reading, seeds_answer)

    return of
