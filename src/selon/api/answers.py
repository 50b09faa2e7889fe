"""An answer <-> what is kept of it: without the readings that stand in the store as they were read, and nothing said twice.

Passages and stories stand in the store one by one, as they were worked out: those that did not change are not written again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import chain

from selon import match, trace
from selon.model.claimant import Resolution
from selon.model.lineage import Lineage, Story
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.ruling import Standing
from selon.pipeline import Answer
from selon.store import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What the stages that join articles yield."""

    resolutions: dict[str, tuple[Resolution, ...]]  # by article id: claimants have one id in all articles
    changed: dict[str, Reading]  # by article id: readings that people changed, without their resolutions
    lineage: Lineage  # without its stories
    standing: Standing


def parted(answer: Answer, alone: Mapping[str, Reading]) -> Joined:
    """What is kept of an answer; `alone` are the readings as the store has them."""
    return Joined(
        resolutions={one.article.id: one.resolutions for one in answer.readings},
        changed={one.article.id: replace(one, resolutions=()) for one in answer.readings if not _is_as_read(one, alone[one.article.id])},
        lineage=replace(answer.lineage, stories=()),
        standing=answer.standing,
    )


def whole(joined: Joined, store: Asked) -> Answer:
    """The answer again, as the store has it."""
    found = []
    for reading in store.readings():
        ident = reading.article.id
        if ident in joined.resolutions:
            found.append(replace(joined.changed.get(ident, reading), resolutions=joined.resolutions[ident]))
    stories = chain.from_iterable(store.memos("stories", tuple[Story, ...]))
    reuses = chain.from_iterable(one for kind in ("copied", "thinned") for one in store.memos(kind, tuple[Reuse, ...]))
    return Answer(
        readings=tuple(found),
        reuses=tuple(sorted(reuses, key=match.by_place)),
        lineage=replace(joined.lineage, stories=tuple(sorted(stories, key=trace.by_reach))),
        rejected=tuple(store.rejected()),
        standing=joined.standing,
    )


def is_otherwise(joined: Reading | None, alone: Reading) -> bool:
    """Would a search find the article otherwise than it was read: changed, renamed, or left out?"""
    return joined is None or not _is_as_read(joined, alone) or _names(joined) != _names(alone)


def _is_as_read(joined: Reading, alone: Reading) -> bool:
    """Did nobody change more than who is one claimant in all articles?"""
    same_article = joined.article is alone.article or joined.article == alone.article
    return same_article and joined.attributions == alone.attributions and joined.dates == alone.dates


def _names(reading: Reading) -> list[str | None]:
    return [one.claimant.name if one.claimant else None for one in reading.resolutions]
