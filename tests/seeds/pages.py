"""What the tests ask of one of the five pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from selon import pipeline
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant
from selon.model.lineage import Change, Denial, Edge, Story
from selon.model.reading import Reading
from selon.model.span import Span


@dataclass(frozen=True)
class Page:
    """One page and all that the run says of it."""

    reading: Reading
    answer: pipeline.Answer

    @property
    def id(self) -> str:
        return self.reading.article.id

    def words(self, span: Span | None) -> str:
        return " ".join(span.of(self.reading.article.text).split()) if span else ""

    def attributions(self, *, claimant: str | None = None, source: str | None = None, cue: str | None = None) -> list[Attribution]:
        """The attributions whose claimant's name, source and cue hold these words."""
        return [
            one
            for one in self.reading.attributions
            if (claimant is None or claimant in self.claimant_name(one))
            and (source is None or source in self.words(one.source))
            and (cue is None or cue in self.words(one.cue))
        ]

    def claimant(self, attribution: Attribution) -> Claimant | None:
        return self.reading.resolutions[self.reading.attributions.index(attribution)].claimant

    def claimant_name(self, attribution: Attribution) -> str:
        claimant = self.claimant(attribution)
        return claimant.name if claimant else ""

    def content(self, attribution: Attribution) -> str:
        return " … ".join(self.words(span) for span in attribution.content)

    def blocks(self, kind: str) -> list[str]:
        return [self.words(block.span) for block in self.reading.article.blocks if block.kind == kind]

    def dates(self, words: str) -> list[str]:
        """For each such time expression: its interval, and what its reasons add."""
        return [" ".join((str(one.earliest), str(one.latest), *one.reasons)) for one in self.reading.dates if words in self.words(one.span)]

    def edges(self) -> list[Edge]:
        return [edge for edge in self.answer.lineage.edges if self.id in (edge.source, edge.target)]

    def stories(self) -> list[Story]:
        return [story for story in self.answer.lineage.stories if any(one.article_id == self.id for one in story.claim.appearances)]

    def denials(self) -> list[Denial]:
        tied = [denial for story in self.answer.lineage.stories for denial in story.denials]
        return [denial for denial in (*tied, *self.answer.lineage.open_denials) if denial.article_id == self.id]

    def changes(self, kind: str) -> Iterator[Change]:
        """What differs inside this page."""
        seen = {one: None for story in self.stories() for one in story.changes}
        return (one for one in seen if one.kind == kind and one.from_article == one.to_article == self.id)
