"""What the first page of a claim needs of its story: of a claim of thousands of passages, the first ones.

The whole of such a story stands beside it, for whoever asks for a later passage, for the drawing, for a file.
"""

from dataclasses import dataclass, replace
from itertools import islice

from selon.model.claim import Appearance
from selon.model.lineage import Story

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
    kept = {one.id for one in (*in_order(story)[:_KEPT], label_of(story))}
    few = replace(
        claim,
        appearances=tuple(one for one in claim.appearances if one.id in kept),
        links=tuple(islice((one for one in claim.links if one.a in kept or one.b in kept), _KEPT)),
        variants=tuple(one for one in claim.variants if one.appearance_id in kept),
    )
    chains = tuple(one for one in story.chains if one.appearance_id in kept)
    return replace(story, claim=few, chains=chains, changes=story.changes[:_CHANGES])


def in_order(story: Story) -> list[Appearance]:
    """Its appearances as a page lists them: the earliest article first."""
    return sorted(story.claim.appearances, key=lambda one: ((one.when and one.when.earliest) or "9999", one.id))


def label_of(story: Story) -> Appearance:
    """The appearance whose words the label is: of those of its length the earliest, then an attributed one, then the smallest id."""
    fitting = [one for one in story.claim.appearances if _length(one) == len(story.claim.label)]
    return min(
        fitting or story.claim.appearances,
        key=lambda one: ((one.when.earliest if one.when else None) or "9999", one.attribution_id is None, one.id),
    )


def _length(one: Appearance) -> int:
    return sum(len(span) for span in one.spans) + len(" … ") * (len(one.spans) - 1)
