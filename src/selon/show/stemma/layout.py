"""A drawing with coordinates: boxes, lines, numbers, rows of time. All in px, the origin at the top left."""

from dataclasses import dataclass

from selon.show.stemma.captions import Caption
from selon.show.stemma.drawing import Arrow, Drawing, Node

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node in its place."""

    node: Node
    caption: Caption
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An arrow in its place: corners at right angles, from the border of one box to that of another, and its number."""

    arrow: Arrow
    bundle: str  # lines of one bundle may lie on each other
    corners: tuple[Point, ...]
    disc: Point  # the middle of the number
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text in its place."""

    kind: str  # date, station, remark, title, key; in a box: name, state, changed, plain: no class of the pages is called so
    words: str
    x: float  # left end
    y: float  # baseline
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The background of one band of time."""

    y: float
    height: float
    odd: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything in its place."""

    drawing: Drawing
    width: float
    height: float
    left: float  # where the strips begin
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    strips: tuple[Strip, ...]
    texts: tuple[Text, ...]
    narrow: bool
