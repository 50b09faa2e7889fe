"""The records behind ids, as forms need them, looked up in an index: `selon.api.targets.Known`."""

from collections.abc import Sequence

from selon.errors import NotFound
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claim import Appearance
from selon.web.index.asking import Index

_FIX = "take the id from a page of this collection"


class OfIndex:
    """The records of an index, by their whole ids."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def is_article(self, name: str) -> bool:
        """Is it the whole id of an article?"""
        return name in self._index.articles_named([name])

    def is_attribution(self, name: str) -> bool:
        """Is it the whole id of an attribution?"""
        return self._index.stands_in(name) is not None

    def article(self, name: str) -> Article:
        """An article, by its id or its digest."""
        found = self._index.reading(name)
        if found is None:
            raise _missing("article", name)
        return found.article

    def attribution(self, name: str) -> tuple[Attribution, Article]:
        """An attribution, and where it stands."""
        reading = self._index.reading(self._index.stands_in(name) or "")
        if reading is None:
            raise _missing("attribution", name)
        return next(one for one in reading.attributions if one.id == name), reading.article

    def first_said(self, claimant: str) -> str:
        """The first attribution to a claimant."""
        found = self._index.first_said(claimant)
        if found is None:
            raise _missing("claimant", claimant)
        return found

    def appearance(self, name: str) -> Appearance:
        """An appearance; of a claim the smallest one, whose id it has."""
        found = next((one for one in self.claim(name) if one.id == name), None)
        if found is None:
            raise _missing("claim or appearance", name)
        return found

    def claim(self, name: str) -> Sequence[Appearance]:
        """All appearances of its claim."""
        story = self._index.story(name)
        if story is None:
            raise _missing("claim or appearance", name)
        return story.claim.appearances


def _missing(what: str, name: str) -> NotFound:
    return NotFound(f"no {what} of this collection has the id '{name}'", where="the form", fix=_FIX)
