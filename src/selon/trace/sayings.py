"""The sentences of what somebody says in an article, one by one, as looked through for words that deny."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from selon.languages import Language
from selon.languages.sentences import sentences
from selon.model.article import BlockKind
from selon.model.attribution import Attribution, Stance
from selon.model.claimant import Claimant
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.collection import whole
from selon.trace.markers import kinds_of

_TOLD = (Stance.ASSERTED, Stance.HEDGED)
_RUNNING = {BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE}


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of what somebody says."""

    reading: Reading
    attribution: Attribution
    claimant: Claimant | None
    span: Span
    kinds: frozenset[str]  # of markers that may stand in it

    @property
    def text(self) -> str:
        """The text of its article."""
        return self.reading.article.text

    @property
    def with_cue(self) -> Span:
        """The sentence; with source and cue where it is all that is said."""
        content = self.attribution.content
        return whole(self.attribution) if len(content) == 1 and self.span.covers(content[0]) else self.span


@dataclass(frozen=True, slots=True)
class Against:
    """A sentence that speaks against a claim."""

    attribution: Attribution
    span: Span
    claim_id: str | None  # None: nothing that is told is found for it
    tie: str
    is_of_measure: bool = False  # is what was done contested, and not that it was done?


class Finder(Protocol):
    """What looks at the sentences that somebody says, one by one, for words that deny."""

    kinds: ClassVar[frozenset[str]]  # of markers: a sentence in which none of them stands denies nothing

    def of(self, one: Saying, language: Language) -> Against | None:
        """What the sentence speaks against; None where it denies nothing that is told."""


def against(told: Sequence[Saying], language: Language, finder: Finder) -> Iterator[Against]:
    """Yield what the sentences of one article speak against, as a finder finds it."""
    for one in told:
        if one.kinds.isdisjoint(finder.kinds):
            continue
        found = finder.of(one, language)
        if found is not None:
            yield found


def sayings(reading: Reading, language: Language) -> Iterator[Saying]:
    """Yield the sentences that are told as they are, of somebody who is named, in text order of their attributions."""
    text = reading.article.text
    for attribution, resolution in zip(reading.attributions, reading.resolutions, strict=True):
        if attribution.stance not in _TOLD or attribution.parent or not (attribution.source or resolution.claimant):
            continue
        for content in attribution.content:
            for span in sentences(text, content, language):
                yield Saying(reading, attribution, resolution.claimant, span, kinds_of(text, span, language))


def paragraph_before(reading: Reading, at: int) -> int:
    """Where the paragraph before that of an offset begins: as far back as a pointing word reaches."""
    starts = [block.span.start for block in reading.article.blocks if block.kind in _RUNNING and block.span.start <= at]
    return starts[-2] if len(starts) > 1 else 0
