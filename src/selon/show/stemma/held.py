"""The readings that one claim rests on, with what is looked up in them again and again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selon.languages.fold import fold
from selon.languages.words import words
from selon.model.article import Article
from selon.model.attribution import Attribution
from selon.model.claim import Appearance
from selon.model.claimant import Resolution
from selon.model.lineage import Chain, Story
from selon.model.passage import Passage
from selon.model.reading import Reading
from selon.model.span import Span
from selon.show.stemma.sketch import Tie

_OF_WORDS = frozenset({"quotation", "republication", "shared"})  # kinds of ties whose evidence is the words in common, or those that cite


@dataclass(frozen=True)
class Held:
    """A story and the readings of its articles; looks up, decides nothing."""

    story: Story
    readings: Mapping[str, Reading]

    @cached_property
    def texts(self) -> list[str]:
        """The articles that carry the claim, in the order of their days and ids."""
        return sorted({one.article_id for one in self.story.claim.appearances}, key=self.age)

    def age(self, article_id: str) -> tuple[bool, str, str]:
        """What articles are ordered by: those without a date last."""
        published = self.article(article_id).published
        day = (published.earliest or published.latest) if published else None
        return day is None, day or "", article_id

    @cached_property
    def reporting(self) -> list[str]:
        """The articles that report a denial and do not carry the claim."""
        return sorted({one.article_id for one in self.story.denials} - set(self.texts), key=self.age)

    def article(self, article_id: str) -> Article:
        """The article of that id."""
        return self.readings[article_id].article

    @cached_property
    def appearances(self) -> dict[str, list[Appearance]]:
        """The appearances of each article, in the order of the text."""
        found: dict[str, list[Appearance]] = defaultdict(list)
        for one in sorted(self.story.claim.appearances, key=lambda one: (one.article_id, one.spans)):
            found[one.article_id].append(one)
        return found

    @cached_property
    def chains(self) -> dict[str, Chain]:
        """The chain of authority of each appearance."""
        return {chain.appearance_id: chain for chain in self.story.chains}

    def chain_of(self, attribution_id: str) -> Iterator[tuple[Attribution, Resolution]]:
        """An attribution and those it stands inside of, the outermost first."""
        attribution, resolution = self._attributions[attribution_id]
        if attribution.parent in self._attributions:
            yield from self.chain_of(attribution.parent)
        yield attribution, resolution

    def carries(self, article_id: str) -> Passage | None:
        """Where an article tells the claim first; None: it only reports a denial."""
        return next(map(longest, self.appearances.get(article_id, ())), None)

    def stands(self, article_id: str, tie: Tie) -> Passage | None:
        """The words of an article that a tie is about: those it has from the source, else the claim's words beside what shows the tie.

        Where what shows the tie stands beside no words of the claim, what shows it; None: it only reports a denial.
        """
        if said := [one for one in tie.said if one.article_id == article_id] or list(tie.said):
            return min(said, key=lambda one: (one.article_id, one.span))
        shown = [one.span for one in tie.evidence if one.article_id == article_id]
        told = self.appearances.get(article_id, [])
        near = next((one for one in told if any(span.overlaps(other) for span in one.spans for other in shown)), None)
        if near is None and shown and _OF_WORDS.issuperset(tie.kinds):
            return Passage(article_id=article_id, span=min(shown))
        return longest(near) if near else self.carries(article_id)

    def touches(self, passage: Passage) -> bool:
        """Does a passage meet the claim's words in that article, or their source and cue?"""
        return any(span.overlaps(passage.span) for span in self._places[passage.article_id])

    def neighbours(self, passage: Passage) -> bool:
        """Does a passage stand in a block in which the claim stands?"""
        blocks = [block.span for block in self.article(passage.article_id).blocks if block.span.overlaps(passage.span)]
        return any(block.overlaps(span) for block in blocks for span in self._places[passage.article_id])

    @cached_property
    def _places(self) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = defaultdict(list)
        for one in self.story.claim.appearances:
            found[one.article_id] += one.spans
            for attribution, _ in self.chain_of(one.attribution_id) if one.attribution_id else ():
                found[one.article_id] += [span for span in (attribution.source, attribution.cue, attribution.via) if span]
        return found

    @cached_property
    def _attributions(self) -> dict[str, tuple[Attribution, Resolution]]:
        return {
            attribution.id: (attribution, resolution)
            for article_id in (*self.texts, *self.reporting)
            for attribution, resolution in _pairs(self.readings[article_id])
        }


def longest(one: Appearance) -> Passage:
    """The longest stretch of an appearance: what is shown of it where one is shown."""
    return Passage(article_id=one.article_id, span=max(one.spans, key=lambda span: (len(span), -span.start)))


def _pairs(reading: Reading) -> Sequence[tuple[Attribution, Resolution]]:
    return list(zip(reading.attributions, reading.resolutions, strict=True))


def name_key(name: str) -> tuple[str, ...]:
    """What two spellings of one name have in common: its words, folded."""
    return tuple(fold(word.form) for word in words(name)) or (fold(name),)
