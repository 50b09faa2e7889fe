"""What a ruling changes: two answers of one collection, side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selon.model.lineage import Lineage, Story
from selon.model.reading import Reading
from selon.model.ruling import ClaimEffect, Counted, Effect, Fit, Ruling, Standing, State

Name = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two answers."""

    readings: Sequence[Reading]
    lineage: Lineage
    standing: Standing


def effect(ruling: Ruling, before: Side, after: Side) -> Effect:
    """What is otherwise after the ruling."""
    was, now = _edges(before.lineage), _edges(after.lineage)
    fits = {fit.ruling_id: fit for fit in after.standing.fits}
    return Effect(
        ruling=ruling,
        fit=fits.get(ruling.id, Fit(ruling_id=ruling.id, state=State.OPEN, reason="it is not in the book")),
        claims=tuple(_claims(before.lineage, after.lineage)),
        articles=tuple(_articles(before, after)),
        edges_gone=tuple(sorted(was - now)),
        edges_new=tuple(sorted(now - was)),
        denials=tuple(_denials(before.lineage, after.lineage)),
        unfit=tuple(_unfit(before.standing, fits, ruling)),
    )


def counted(story: Story) -> Counted:
    """What a claim counts."""
    origins = story.origins
    return Counted(
        articles=origins.articles,
        texts=origins.texts,
        least=origins.min,
        most=origins.max,
        denials=len(story.denials),
        named=tuple(origin.name for origin in origins.named),
    )


def _claims(before: Lineage, after: Lineage) -> Iterator[ClaimEffect]:
    """The claims that change, each after with the ones before that share an appearance with it."""
    was = {story.claim.id: story for story in before.stories}
    now = {story.claim.id: story for story in after.stories}
    home = {one.id: name for name, story in was.items() for one in story.claim.appearances}
    met: set[str] = set()
    for name in sorted(now):
        story = now[name]
        olds = sorted({home[one.id] for one in story.claim.appearances if one.id in home})
        met.update(olds)
        changed = [old for old in olds if was[old] != story]
        for old in changed:
            yield ClaimEffect(before_id=old, after_id=name, label=story.claim.label, before=counted(was[old]), after=counted(story))
        if not olds:
            yield ClaimEffect(before_id=None, after_id=name, label=story.claim.label, before=None, after=counted(story))
    for name in sorted(set(was) - met):
        yield ClaimEffect(before_id=name, after_id=None, label=was[name].claim.label, before=counted(was[name]), after=None)


def _articles(before: Side, after: Side) -> list[str]:
    was, now = ({reading.article.id: reading for reading in side.readings} for side in (before, after))
    return sorted(name for name in {*was, *now} if was.get(name) != now.get(name))


def _edges(lineage: Lineage) -> set[Name]:
    return {(edge.source, edge.target, edge.kind) for edge in lineage.edges}


def _denials(before: Lineage, after: Lineage) -> Iterator[tuple[str, str | None, str | None]]:
    was, now = _ties(before), _ties(after)
    for name in sorted({*was, *now}):
        if (name in was, was.get(name)) != (name in now, now.get(name)):
            yield name, was.get(name), now.get(name)


def _ties(lineage: Lineage) -> dict[str, str | None]:
    tied = {denial.attribution_id: denial.claim_id for story in lineage.stories for denial in story.denials}
    return tied | {denial.attribution_id: None for denial in lineage.open_denials}


def _unfit(before: Standing, after: Mapping[str, Fit], ruling: Ruling) -> Iterable[str]:
    """The rulings that fitted before and do not any more."""
    for fit in before.fits:
        new = after.get(fit.ruling_id)
        if fit.ruling_id != ruling.id and fit.state in (State.APPLIED, State.MOVED) and new and new.state is State.OPEN:
            yield fit.ruling_id
