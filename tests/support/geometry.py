"""What is wrong with the geometry of a stemma: boxes, texts, lines and numbers that meet, leave the page or hang loose."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from selon.show.stemma import Layout
from selon.show.stemma.layout import Box, Line, Point, Text
from selon.show.stemma.lettering import below, beside, disc_of
from selon.show.stemma.measure import width
from selon.show.stemma.sizes import WIDE

Rect = tuple[float, float, float, float]  # left, top, right, bottom
NUMBER = WIDE.number


def faults_of(layout: Layout) -> Iterator[str]:
    """Yield what is wrong with a layout."""
    yield from _boxes(layout)
    yield from _texts(layout)
    yield from _lines(layout)
    yield from _numbers(layout)


def _boxes(layout: Layout) -> Iterator[str]:
    page = (0.0, 0.0, layout.width, layout.height)
    for box in layout.boxes:
        if not _holds(page, _of(box)):
            yield f"{box.node.siglum} leaves the page"
    for a, b in combinations(layout.boxes, 2):
        if _meet(_of(a), _of(b)):
            yield f"{a.node.siglum} and {b.node.siglum} meet"


def _texts(layout: Layout) -> Iterator[str]:
    page = (0.0, 0.0, layout.width, layout.height)
    loose = [(text.words, _written(text)) for text in layout.texts]
    for words, rect in loose:
        if not _holds(page, rect):
            yield f"{words!r} leaves the page"
        yield from (f"{words!r} meets {box.node.siglum}" for box in layout.boxes if _meet(rect, _of(box)))
        if any(_touches(rect, a, b) for line in layout.lines for a, b in pairwise(line.corners)):
            yield f"a line runs through {words!r}"
    for (a, rect), (b, other) in combinations(loose, 2):
        if _meet(rect, other):
            yield f"{a!r} meets {b!r}"
    for box in layout.boxes:
        yield from _inside(box)


def _inside(box: Box) -> Iterator[str]:
    texts = [*beside(box), *(text for _, _, lines in below(box) for text in lines)]
    x, y = disc_of(box)
    rects = [(x - WIDE.disc, y - WIDE.disc, x + WIDE.disc, y + WIDE.disc), *map(_written, texts)]
    for rect in rects:
        if not _holds(_of(box), rect):
            yield f"something leaves {box.node.siglum}: {rect} {_of(box)}"
    if any(_meet(a, b) for a, b in combinations(rects, 2)):
        yield f"two texts meet in {box.node.siglum}"


def _lines(layout: Layout) -> Iterator[str]:
    of = {box.node.key: box for box in layout.boxes}
    for line in layout.lines:
        if any((a[0] != b[0]) == (a[1] != b[1]) for a, b in pairwise(line.corners)):
            yield f"{line.arrow.number} has no right angles"
        if not (_is_on_border(line.corners[0], of[line.arrow.source]) and _is_on_border(line.corners[-1], of[line.arrow.target])):
            yield f"{line.arrow.number} hangs loose"
        for box in layout.boxes:
            if any(_touches(_of(box), a, b) for a, b in pairwise(line.corners)):
                yield f"{line.arrow.number} crosses {box.node.siglum}"
        if not all(0 < x < layout.width and 0 < y < layout.height for x, y in line.corners):
            yield f"{line.arrow.number} leaves the page"
    yield from _shared(layout)


def _shared(layout: Layout) -> Iterator[str]:
    """Yield the stretches that two bundles have in common."""
    along: dict[tuple[int, float], list[tuple[float, float, Line]]] = {}
    for line in layout.lines:
        for a, b in pairwise(line.corners):
            way = 0 if a[1] == b[1] else 1
            along.setdefault((way, a[1 - way]), []).append((min(a[way], b[way]), max(a[way], b[way]), line))
    for runs in along.values():
        for (low, high, line), (start, end, other) in combinations(runs, 2):
            if line.bundle != other.bundle and min(high, end) - max(low, start) > 0.5:
                yield f"{line.arrow.number} and {other.arrow.number} share a stretch"


def _numbers(layout: Layout) -> Iterator[str]:
    for line in layout.lines:
        x, y = line.disc
        disc = (x - NUMBER, y - NUMBER, x + NUMBER, y + NUMBER)
        if not _holds((0.0, 0.0, layout.width, layout.height), disc):
            yield f"the number {line.arrow.number} leaves the page"
        yield from (f"the number {line.arrow.number} meets {box.node.siglum}" for box in layout.boxes if _meet(disc, _of(box)))
        if not any(_touches((x - 1, y - 1, x + 1, y + 1), a, b) for a, b in pairwise(line.corners)):
            yield f"the number {line.arrow.number} is not on its line"
        small = (x - NUMBER + 1, y - NUMBER + 1, x + NUMBER - 1, y + NUMBER - 1)
        for other in layout.lines:
            if other.bundle != line.bundle and any(_touches(small, a, b) for a, b in pairwise(other.corners)):
                yield f"the number {line.arrow.number} hides {other.arrow.number}"
    for a, b in combinations(layout.lines, 2):
        if max(abs(a.disc[0] - b.disc[0]), abs(a.disc[1] - b.disc[1])) < 2 * NUMBER:
            yield f"the numbers {a.arrow.number} and {b.arrow.number} meet"


def _of(box: Box) -> Rect:
    return box.x, box.y, box.x + box.width, box.y + box.height


def _written(text: Text) -> Rect:
    return text.x, text.y - 0.78 * text.size, text.x + width(text.words, text.size), text.y + 0.22 * text.size


def _holds(outer: Rect, inner: Rect) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _meet(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _touches(rect: Rect, a: Point, b: Point) -> bool:
    """Does a stretch pass through the inside of a rectangle?"""
    low, high = (min(a[0], b[0]), min(a[1], b[1])), (max(a[0], b[0]), max(a[1], b[1]))
    return low[0] < rect[2] - 0.2 and high[0] > rect[0] + 0.2 and low[1] < rect[3] - 0.2 and high[1] > rect[1] + 0.2


def _is_on_border(point: Point, box: Box) -> bool:
    left, top, right, bottom = _of(box)
    x, y = point
    at_side = min(abs(x - left), abs(x - right)) < 0.2 and top <= y <= bottom
    return at_side or (min(abs(y - top), abs(y - bottom)) < 0.2 and left <= x <= right)
