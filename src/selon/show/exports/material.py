"""What is exported: the readings and the lineage of one answer, or what of them belongs to one claim."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant, Resolution
from selon.model.lineage import Denial, Lineage, Story
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.span import Span

HELD_ELSEWHERE = "ext:"  # how a node begins that is cited and not held


@dataclass(frozen=True, kw_only=True)
class Material:
    """Readings in the order of their ids, what joins them, and what the caller says of the export. Use `material`."""

    readings: tuple[Reading, ...]
    reuses: tuple[Reuse, ...]
    lineage: Lineage
    with_text: bool  # else positions and hashes only: no word of an article but names
    day: str  # YYYY-MM-DD, as the caller gives it: nothing here reads a clock
    version: str  # of Selon

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Every article by its id."""
        return {reading.article.id: reading.article for reading in self.readings}

    @cached_property
    def attributions(self) -> dict[str, tuple[Article, Attribution, Resolution]]:
        """Every attribution by its id, in the order of articles and texts."""
        return {attribution.id: (reading.article, attribution, resolution) for reading, attribution, resolution in self._each()}

    @cached_property
    def said_in(self) -> dict[str, int]:
        """How many attributions each article has, by its id."""
        return {reading.article.id: len(reading.attributions) for reading in self.readings}

    @cached_property
    def claimants(self) -> dict[str, Claimant]:
        """Every claimant by its id: as the first article knows it that does."""
        found: dict[str, Claimant] = {}
        for _, _, resolution in self._each():
            if resolution.claimant:
                found.setdefault(resolution.claimant.id, resolution.claimant)
        return dict(sorted(found.items()))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that are named, sorted."""
        return tuple(sorted({article.outlet for article in self.articles.values() if article.outlet}))

    @property
    def stories(self) -> tuple[Story, ...]:
        """The claims."""
        return self.lineage.stories

    def denials(self) -> Iterator[Denial]:
        """Yield every denial once: those tied to a claim, claim by claim, then the open ones."""
        for story in self.lineage.stories:
            yield from story.denials
        yield from self.lineage.open_denials

    def words(self, article_id: str, *spans: Span) -> str | None:
        """The words that stand there, pieces joined by an ellipsis; None in an export without text."""
        text = self.articles[article_id].text
        return " … ".join(span.of(text) for span in spans) if self.with_text else None

    def _each(self) -> Iterator[tuple[Reading, Attribution, Resolution]]:
        for reading in self.readings:
            for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
                yield reading, attribution, resolution


def material(
    readings: Iterable[Reading], reuses: Iterable[Reuse], lineage: Lineage, *, day: str, version: str, with_text: bool = True,
    story: Story | None = None,
) -> Material:  # fmt: skip
    """The material of one export; with a story, only what belongs to that claim."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.article.id))
    whole = Material(readings=ordered, reuses=tuple(reuses), lineage=lineage, with_text=with_text, day=day, version=version)
    return whole if story is None else _of_story(whole, story)


def _of_story(whole: Material, story: Story) -> Material:
    """Only the articles that carry or deny the claim, and of them only the attributions that do."""
    inside = {one.article_id for one in story.claim.appearances} | {one.article_id for one in story.denials}
    wanted = {one.attribution_id for one in story.claim.appearances} | {one.attribution_id for one in story.denials}
    return replace(
        whole,
        readings=tuple(_only(reading, wanted) for reading in whole.readings if reading.article.id in inside),
        reuses=tuple(one for one in whole.reuses if {one.a.article_id, one.b.article_id} <= inside),
        lineage=Lineage(
            edges=tuple(
                edge
                for edge in whole.lineage.edges
                if {edge.source, edge.target} & inside
                and all(end in inside or end.startswith(HELD_ELSEWHERE) for end in (edge.source, edge.target))
                and all(passage.article_id in inside for passage in edge.evidence)
            ),
            stories=(story,),
            open_denials=(),
        ),
    )


def _only(reading: Reading, wanted: set[str | None]) -> Reading:
    pairs = [pair for pair in zip(reading.attributions, reading.resolutions, strict=True) if pair[0].id in wanted]
    return replace(reading, attributions=tuple(a for a, _ in pairs), resolutions=tuple(r for _, r in pairs), dates=())
