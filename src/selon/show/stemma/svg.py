"""A layout -> SVG: no style attribute, no script, no reference to an id; colours by class and currentColor. Source: SVG 2; WAI-ARIA 1.2.

Every node and every number is a link where there is one to give; every node and line says in words what it shows.
"""

from collections.abc import Iterator

from selon.show.stemma import captions, strokes
from selon.show.stemma.captions import SMALL
from selon.show.stemma.drawing import Links
from selon.show.stemma.layout import Box, Layout, Line, Text
from selon.show.stemma.lettering import below, beside, disc_of
from selon.show.stemma.measure import natural
from selon.show.stemma.signs import sign
from selon.show.stemma.sizes import WIDE
from selon.show.stemma.tags import address, tag, text
from selon.show.wording import Wording

_DISC, _NUMBER = WIDE.disc, WIDE.number
_SERIF = "'Source Serif 4', 'Source Serif Pro', Georgia, serif"
_CLASS = {"declined": " declines", "unconfirmed": " declines"}  # who does not deny is not drawn as who does
_STACKED = 4.0  # px, between the sheets of a stack


def svg(layout: Layout, words: Wording, *, links: Links | None = None, prefix: str = "stemma-", held: bool = False) -> str:
    """The element `<svg class="stemma">`, to stand in a page; all its ids begin with the prefix, where a page has two.

    Held: see `inside`.
    """
    return tag(
        "svg",
        *inside(layout, words, links or Links(), prefix, held=held),
        **frame(layout.width, layout.height),
        aria_labelledby=f"{prefix}title {prefix}desc",
    )


def frame(width: float, height: float) -> dict[str, str | float | None]:
    """The attributes of the outermost element."""
    return {
        "class_": "stemma", "role": "group", "viewBox": f"0 0 {width:g} {height:g}", "width": width, "height": height, "fill": "none",
        "stroke": "none", "font_family": "'Source Sans 3', 'Source Sans Pro', system-ui, sans-serif", "font_size": SMALL,
    }  # fmt: skip


def inside(layout: Layout, words: Wording, links: Links, prefix: str, *, held: bool = False) -> Iterator[str]:
    """Yield what stands in the element: rows, lines, nodes, numbers, in the order they are painted and read.

    Held texts keep the width that was measured, in whatever typeface the reader has.
    """
    yield tag("title", text(captions.title(layout.drawing, words)), id=f"{prefix}title")
    yield tag("desc", text(captions.description(layout.drawing, words)), id=f"{prefix}desc")
    for strip in layout.strips:
        yield tag(
            "rect", class_="band-back odd" if strip.odd else "band-back", x=layout.left, y=strip.y, width=layout.width - 2 * layout.left,
            height=strip.height, rx=6.0, fill="currentColor", fill_opacity=0.05 if strip.odd else 0.0,
        )  # fmt: skip
    yield from (written(one, held=held) for one in layout.texts)
    for box in layout.boxes:
        yield from _sheets(box)
    for line in layout.lines:
        yield _line(line)
    for box in layout.boxes:
        yield _node(box, links, prefix, held=held)
    for line in layout.lines:
        yield _number(line, links)


def written(one: Text, *, held: bool) -> str:
    """One line of text."""
    light, serif = one.kind in ("remark", "state", "plain", "key"), one.kind == "title"
    wide = natural(one.words, one.size, kind="serif" if serif else "light" if light else "semibold") if held else None
    return tag(
        "text", text(one.words), class_=one.kind, x=one.x, y=one.y, font_size=one.size, font_weight=None if light or serif else 600,
        font_family=_SERIF if serif else None, fill="currentColor", textLength=wide, lengthAdjust="spacingAndGlyphs" if wide else None,
    )  # fmt: skip


def _line(line: Line) -> str:
    return tag(
        "g",
        *strokes_of(line.arrow.style, line.corners),
        class_=f"edge {line.arrow.style}",
        role="img",
        aria_label=line.label,
        stroke="currentColor",
        stroke_width=1.6,
    )


def strokes_of(style: str, corners: tuple[tuple[float, float], ...]) -> Iterator[str]:
    """Yield the marks of one line: by its style alone, without colour, it is told from the others."""
    if style == "translates":
        yield tag("path", class_="line", d=strokes.double(corners, short=strokes.TIP - 1), stroke_width=1.4)
    elif style == "denies":
        yield tag("path", class_="line", d=strokes.path(corners, short=5))
        yield tag("path", class_="bar", d=strokes.bar(corners, before=5), stroke_width=2.6)
        return
    elif style == "declines":
        yield tag("path", class_="line", d=strokes.path(corners, short=11), stroke_dasharray="2 4", stroke_linecap="round")
        x, y = strokes.before_end(corners, 6.5)
        yield tag("circle", class_="ring", cx=x, cy=y, r=4.5)
        return
    elif style == "shares":
        yield tag("path", class_="line", d=strokes.path(corners))
        return
    else:
        yield tag(
            "path", class_="line", d=strokes.path(corners, short=strokes.TIP - 1), stroke_dasharray="6 4" if style == "rephrases" else None
        )
    yield tag("path", class_="tip", d=strokes.tip(corners), fill="currentColor", stroke="none")


def _node(box: Box, links: Links, prefix: str, *, held: bool) -> str:
    node = box.node
    href = address(links.node(node))
    shapes = (_frame_of(box), *_disc(box), *_lettering(box, held=held))
    full = tag("title", text(box.caption.label))
    name = "a" if href else "g"
    kinds = f"node {node.kind} {node.state}{_CLASS.get(node.denial or '', '')}"
    return tag(
        name, full, *shapes, class_=kinds, id=f"{prefix}node-{node.siglum}", href=href,
        role=None if href else "img", aria_label=box.caption.label,
    )  # fmt: skip


def _sheets(box: Box) -> Iterator[str]:
    for sheet in (2, 1) if box.node.copies else ():
        yield tag(
            "rect", class_="stack", x=box.x + sheet * _STACKED, y=box.y - sheet * _STACKED, width=box.width, height=box.height, rx=7.0,
            stroke="currentColor", stroke_opacity=0.5,
        )  # fmt: skip


def _frame_of(box: Box) -> str:
    dashed = "4 3" if box.node.state == "inferred" else None
    return tag(
        "rect", class_="box", x=box.x, y=box.y, width=box.width, height=box.height, rx=7.0, stroke="currentColor", stroke_dasharray=dashed
    )  # fmt: skip


def _disc(box: Box) -> Iterator[str]:
    x, y = disc_of(box)
    read, inferred, siglum = box.node.state == "read", box.node.state == "inferred", box.node.siglum
    yield tag(
        "circle", class_="disc", cx=x, cy=y, r=_DISC, fill="currentColor" if read else None, stroke="currentColor", stroke_width=1.4,
        stroke_dasharray="3 2.5" if inferred else None,
    )  # fmt: skip
    yield tag(
        "text", text(siglum), class_="siglum", x=x, y=y + 4.6, font_size=14.0 if len(siglum) < 3 else 11.0, font_weight=600,
        text_anchor="middle", font_family=_SERIF, font_style="italic" if inferred else None,
        fill="currentColor",
    )  # fmt: skip


def _lettering(box: Box, *, held: bool) -> Iterator[str]:
    yield from (written(one, held=held) for one in beside(box))
    for mark, place, texts in below(box):
        yield tag(
            "g", sign(mark.sign, *place), *(written(one, held=held) for one in texts), class_=f"change {mark.sign} {mark.meaning}".strip()
        )


def _number(line: Line, links: Links) -> str:
    x, y = line.disc
    number = line.arrow.number or 0
    href = address(links.hop(number))
    size = 11.0 if number < 100 else 9.0
    shapes = (
        tag("circle", class_="hop-disc", cx=x, cy=y, r=_NUMBER, stroke="currentColor", stroke_width=1.2),
        tag(
            "text", text(str(number)), class_="hop-number", x=x, y=y + 3.9, font_size=size, font_weight=600, text_anchor="middle",
            fill="currentColor",
        ),
    )  # fmt: skip
    return tag("a" if href else "g", *shapes, class_="hop", href=href, role=None if href else "img", aria_label=line.label)
