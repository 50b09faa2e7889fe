"""The claim that a call names by its id."""

from typing import TYPE_CHECKING

from selon.cli.output import finish
from selon.errors import NotFound, UsageError
from selon.model.lineage import Lineage, Story

if TYPE_CHECKING:
    from selon.pipeline import Answer

_LEAST_CHARS = 3


def story_of(name: str, lineage: Lineage) -> Story:
    """The story of the claim whose id, or the id of one of whose appearances, begins so.

    Raises:
        UsageError: so few characters name several claims.
        NotFound: no claim of the collection has such an id.
    """
    found = [story for story in lineage.stories if _is_named(name, story)]
    if len(found) == 1:
        return found[0]
    if found and len(name) >= _LEAST_CHARS:
        ids = ", ".join(story.claim.id[: len(name) + 4] for story in found[:5])
        raise UsageError(f"'{name}' begins {len(found)} claims: {ids}", where="the call", fix="give more characters of the id")
    raise NotFound(
        f"no claim has the id '{name}'", where="the paths of the call", fix="selon claims PATH shows the ids, with --all every one"
    )


def story_asked(name: str, answer: "Answer") -> Story:
    """The story that the call names; where there is none, what could not be read is said first: the claim may stand in it.

    Raises:
        UsageError, NotFound: as `story_of`.
    """
    try:
        return story_of(name, answer.lineage)
    except NotFound as missed:
        finish([reading.article for reading in answer.readings], answer.rejected, missed=missed)
        raise


def _is_named(name: str, story: Story) -> bool:
    if len(name) < _LEAST_CHARS:
        return False
    return story.claim.id.startswith(name) or any(one.id.startswith(name) for one in story.claim.appearances)
