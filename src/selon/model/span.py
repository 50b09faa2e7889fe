"""Where a passage stands in a text, and when something may have happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch of `article.text`: code points, half-open. Source: W3C Web Annotation, TextPositionSelector.

    Raises:
        ValueError: a negative start, or an end that is not after the start.
    """

    start: int  # code points from the beginning of the text
    end: int  # code points, exclusive

    def __init__(self, start: int, end: int) -> None:
        # What a dataclass would make takes twice as long, and every stage makes spans by the dozen.
        if not 0 <= start < end:
            raise ValueError(f"no such span: [{start}, {end})")
        _set_start(self, start)
        _set_end(self, end)

    def __post_init__(self) -> None:
        """What decoders call, who make a record without `__init__`."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"no such span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that stand at this span of `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Does `other` lie wholly inside this span?"""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Do the two spans share a character?"""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))  # slots: there is no other way into a frozen record


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of time known in part. Source: ISO 8601-1:2019 for the instants, EDTF (ISO 8601-2) for open ends.

    Both ends are inclusive and written as the text or the page gives them: a day (`2019-03-29`) or an instant with
    the page's own offset (`2019-01-02T22:20:00+01:00`).
    """

    earliest: str | None  # None: open towards the past
    latest: str | None  # None: open towards the future
    source: str  # where it was read: "front matter: date", "text: 27 mars 2019", "unknown"
