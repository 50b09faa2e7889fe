"""A story with the articles that its page needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from selon.model.article import Article
from selon.model.lineage import Story
from selon.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A story with the articles that its page needs."""

    story: Story
    readings: Mapping[str, Reading]

    def article(self, name: str) -> Article:
        """An article by its id in the answer."""
        return self.readings[name].article
