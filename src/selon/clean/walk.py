"""What the walk over a page has gathered: the line that is being read, and the blocks, links and paths before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from selon.clean.body import Piece
from selon.clean.marks import Known, Marks
from selon.clean.segment import Anchor, Field

BLANKS = " \t\r\n\f"
MAX_BLOCK_CHARS = 1_000_000
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(slots=True)
class Walk:
    """What the walk has gathered so far."""

    out: list[str] = field(default_factory=list)
    at: int = 0  # characters in `out`
    pieces: list[Piece] = field(default_factory=list)
    line: list[str] = field(default_factory=list)  # the block that is being read
    chars: int = 0  # characters in `line`
    link_chars: int = 0
    bold_chars: int = 0
    spaced: bool = True  # `line` is empty or ends in a space
    links: list[tuple[int, int, str, str | None]] = field(default_factory=list)  # in `line`
    anchors: list[Anchor] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    stack: list[tuple[Marks, tuple[int, ...], int, bool]] = field(
        default_factory=lambda: [(Marks(), (), 0, False)]
    )  # marks, block elements, first piece (-1: what is inside is not read), does it end lines
    paths: dict[int, tuple[str, ...]] = field(default_factory=dict)  # of each block element, by its number: it and those around it
    ranges: dict[int, tuple[int, int]] = field(default_factory=dict)  # of the pieces of each block element, by its number
    numbers: Iterator[int] = field(default_factory=lambda: count(1))  # of block elements
    elements: int = 0
    known: Known = field(default_factory=dict)  # marks of the elements met so far
    pictured: set[str] = field(default_factory=set)  # alternative texts met so far
    degraded: str | None = None

    def say(self, raw: str, marks: Marks) -> None:
        """Add some characters to the block."""
        words = raw.lstrip(BLANKS) if self.spaced else raw
        words = _SPACES.sub(" ", words) if words else words
        if not words or self.chars > MAX_BLOCK_CHARS:
            self.degraded = self.degraded or (f"a block of over {MAX_BLOCK_CHARS} characters was cut" if words else None)
            return
        self.line.append(words)
        self.chars += len(words)
        self.link_chars += len(words) if marks.link else 0
        self.bold_chars += len(words) if marks.bold else 0
        self.spaced = words[-1] == " "

    def turn(self) -> None:
        """A line break; two of them end the block."""
        if self.line and self.line[-1] == "\n":
            return
        if self.line:
            bare = self.line[-1].rstrip(" ")
            self.chars += len(bare) - len(self.line[-1]) + 1
            self.line[-1] = bare
            self.line.append("\n")
            self.spaced = True

    def end_block(self, marks: Marks, parents: tuple[int, ...]) -> None:
        """The block is over: it becomes a piece of the text, if it holds more than white space."""
        if not self.line:
            return
        text = "".join(self.line).rstrip(" \n")
        if text.strip():
            size = max(1, len(text))
            self.pieces.append(
                Piece(
                    self.at,
                    self.at + len(text) + 2,
                    text,
                    marks,
                    parents,
                    self.paths[parents[-1]] if parents else (),
                    min(1.0, self.link_chars / size),
                    min(1.0, self.bold_chars / size),
                    bool(self.pictured) and " ".join(text.split()) in self.pictured,
                )
            )
            self.anchors += [
                Anchor(start=self.at + start, end=self.at + min(end, len(text)), url=url, title=title)
                for start, end, url, title in self.links
                if start < min(end, len(text))
            ]
            self.out.append(text + "\n\n")
            self.at += len(text) + 2
        self.line, self.links = [], []
        self.chars = self.link_chars = self.bold_chars = 0
        self.spaced = True
