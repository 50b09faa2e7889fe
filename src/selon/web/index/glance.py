"""What the first page of a claim needs of its story: of a claim of thousands of passages, the first ones.

The whole of such a story stands beside it, for whoever asks for a later passage, for the drawing, for a file.
"""

from dataclasses import dataclass, replace
from itertools import islice

from selon.model.lineage import Story
from selon.show.whose import in_order

_MANY = 500  # appearances; the story of more is cut
_KEPT = 150  # of its appearances, the earliest; of its links
_CHANGES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A story, whole or cut, with the numbers of the whole."""

    story: Story
    appearances: int
    articles: int
    unattributed: int  # articles that tell it as their own

    @property
    def is_cut(self) -> bool:
        """Does the story hold some of its appearances only?"""
        return len(self.story.claim.appearances) < self.appearances


def cut(story: Story) -> Story | None:
    """The first appearances of a story with what hangs on them, and the one whose words its label is; None: it is short enough."""
    claim = story.claim
    if len(claim.appearances) <= _MANY:
        return None
    kept = {one.id for one in (*in_order(claim)[:_KEPT], claim.worded)}
    few = replace(
        claim,
        appearances=tuple(one for one in claim.appearances if one.id in kept),
        links=tuple(islice((one for one in claim.links if one.a in kept or one.b in kept), _KEPT)),
        variants=tuple(one for one in claim.variants if one.appearance_id in kept),
    )
    chains = tuple(one for one in story.chains if one.appearance_id in kept)
    return replace(story, claim=few, chains=chains, changes=story.changes[:_CHANGES])
