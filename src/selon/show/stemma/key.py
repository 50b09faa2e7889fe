"""The key to the marks of a stemma: only those that it uses."""

from collections.abc import Iterator

from selon.show.stemma.captions import SMALL
from selon.show.stemma.drawing import Drawing
from selon.show.stemma.layout import Text
from selon.show.stemma.measure import width
from selon.show.stemma.said import said
from selon.show.stemma.svg import frame, strokes_of, written
from selon.show.stemma.tags import tag
from selon.show.wording import Wording

_SAMPLE, _GAP, _LEADING = 38.0, 22.0, 24.0  # px
_STATES = ("read", "cited", "inferred")
_STYLES = ("repeats", "rephrases", "translates", "denies", "declines", "shares")


def legend(words: Wording, drawing: Drawing, *, room: float = 1200.0, held: bool = False) -> str:
    """The key as an SVG of its own, `room` px wide at most."""
    items, height = key(words, drawing, room=room, held=held)
    return tag("svg", *items, **{**frame(room, height), "class_": "stemma stemma-legend"}, aria_label=words.say("Key to the signs"))


def key(words: Wording, drawing: Drawing, *, room: float, held: bool = False) -> tuple[list[str], float]:
    """The items of the key in rows of that width, and their height."""
    x, y = 0.0, 12.0
    made = []
    for kind, name in _used(drawing):
        wide = _SAMPLE + width(said(words, name), SMALL)
        if x and x + wide > room:
            x, y = 0.0, y + _LEADING
        label = written(Text(kind="key", words=said(words, name), x=x + _SAMPLE, y=y + 4.3, size=SMALL), held=held)
        made.append(tag("g", *_sample(kind, name, x, y), label, class_="key-item"))
        x += wide + _GAP
    return made, y + 14


def _used(drawing: Drawing) -> Iterator[tuple[str, str]]:
    states = {node.state for node in drawing.nodes}
    styles = {arrow.style for arrow in drawing.drawn}
    yield from (("state", one) for one in _STATES if one in states)
    yield from (("style", one) for one in _STYLES if one in styles)
    if styles:
        yield "hop", "hop"
    if drawing.folded:
        yield "stack", "stack"


def _sample(kind: str, name: str, x: float, y: float) -> Iterator[str]:
    if kind == "style":
        corners = ((x, y), (x + 30, y))
        yield tag("g", *strokes_of(name, corners), class_=f"edge {name}", stroke="currentColor", stroke_width=1.6)
    elif kind == "hop":
        yield tag("g", tag("circle", class_="hop-disc", cx=x + 20, cy=y, r=8.0, stroke="currentColor", stroke_width=1.2), class_="hop")
    elif kind == "stack":
        for shift in (4.0, 0.0):
            yield tag("rect", class_="stack", x=x + 8 + shift, y=y - 5 - shift, width=18.0, height=12.0, rx=3.0, stroke="currentColor")
    else:
        disc = tag(
            "circle", class_="disc", cx=x + 20, cy=y, r=8.0, stroke="currentColor", stroke_width=1.4,
            fill="currentColor" if name == "read" else None, stroke_dasharray="3 2.5" if name == "inferred" else None,
        )  # fmt: skip
        yield tag("g", disc, class_=f"node {name}")
