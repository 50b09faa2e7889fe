"""A denial that looks for its claim, with what its article states."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from selon.languages import Language
from selon.model.attribution import Attribution
from selon.model.claimant import Claimant
from selon.model.reading import Reading
from selon.model.span import Span
from selon.trace.collection import whole
from selon.trace.denier import Denier
from selon.trace.markers import markers
from selon.trace.statements import Statement

_NOUN_CHARS = 30  # of a content, within which the word for an account stands
_EXCERPT_CHARS = 90

Tie = tuple[str | None, str]  # the claim, and how it is tied; None and why it is open


@dataclass(frozen=True, slots=True)
class Seeking:
    """A denial that looks for its claim."""

    reading: Reading
    attribution: Attribution
    language: Language
    claimant: Claimant | None
    denier: Denier
    told: Sequence[Statement]  # all that its article states
    others: Sequence[Statement]  # those that do not hold it, do not stand inside it, and deny nothing

    @property
    def text(self) -> str:
        """The text of its article."""
        return self.reading.article.text

    @property
    def content(self) -> Span:
        """The first stretch of what is denied."""
        return self.attribution.content[0]

    @property
    def bare(self) -> Attribution:
        """The attribution as far as it goes before what the denier adds ("denied any part in it, | saying that …")."""
        own = (whole(other).start for other in self.reading.attributions if other.parent == self.attribution.id)
        end = min((start for start in own if self.content.start < start < self.content.end), default=self.content.end)
        words = self.text[self.content.start : end].rstrip()
        if end == self.content.end or not words:
            return self.attribution
        return replace(self.attribution, content=(Span(self.content.start, self.content.start + len(words)),))

    @property
    def opening(self) -> Span:
        """Where what is denied begins, as far as a word for an account may stand."""
        return Span(self.content.start, min(self.content.end, self.content.start + _NOUN_CHARS))

    def holds(self, kind: str, span: Span) -> bool:
        """Does a stretch of its article hold a marker of some kind?"""
        return bool(self.found(kind, span))

    def found(self, kind: str, span: Span) -> list[Span]:
        """The markers of some kind in a stretch of its article."""
        return list(markers(kind, self.text, span, self.language))


def excerpt(one: Statement) -> str:
    """The words of a statement, as far as a line goes."""
    words = " ".join(one.span.of(one.text).split())
    return words if len(words) <= _EXCERPT_CHARS else f"{words[:_EXCERPT_CHARS].rsplit(' ', 1)[0]} …"
