"""Where each arrow runs: along rows and columns of free cells, and in the gutters and channels between them; never through a node.

Places count in half cells: column c is X = 2c + 1, the gutter left of it X = 2c; row r is Y = 2r + 1, the channel above it Y = 2r. A
route is the corners of a line that turns at right angles, from the cell of one node to that of another. For each arrow some twenty
shapes of at most five stretches are tried, and the cheapest taken: length, bends, crossings of what is there already. One shape needs
gutters and channels only, so there always is one. Arrows of one node and style share a trunk.
Source: Wybrow, Marriott and Stuckey 2009, Graph Drawing, for routes first and tracks after; the shapes are ours.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, product

from selon.show.stemma.drawing import Arrow, Drawing
from selon.show.stemma.grid import Cell, Grid

Place = tuple[int, int]  # X, Y in half cells
Shape = tuple[Place, ...]  # corners
Bundle = tuple[str, str, str]  # "from" or "to", the key of the node, the style

_MANY = 4  # arrows into one node above which they share a trunk
_MOST_UPRIGHT = 5  # bundles side by side in one column of cells: what the width of a node holds
_BEND, _CROSSING, _BESIDE, _AGAINST = 1.7, 2.4, 0.35, 1.2
_SHARED = 0.15  # of the length, where the bundle runs already


@dataclass(frozen=True, slots=True)
class Route:
    """One arrow's way."""

    arrow: Arrow
    bundle: Bundle
    corners: Shape  # from the source's cell to the target's


def routes(drawing: Drawing, grid: Grid) -> list[Route]:
    """The route of every drawn arrow, by its number."""
    bundles = _bundles(drawing)
    traffic = _Traffic(grid)
    order = sorted(drawing.drawn, key=lambda arrow: (_distance(grid, arrow), arrow.number))
    found = []
    for arrow in order:
        bundle = bundles[arrow.number or 0]
        source, target = grid.at[arrow.source], grid.at[arrow.target]
        shapes = (shape for shape in _shapes(source, target, grid) if traffic.is_free(shape, bundle))
        best = min(shapes, key=lambda shape: (traffic.cost(shape, bundle), len(shape), shape))
        traffic.take(best, bundle)
        found.append(Route(arrow, bundle, best))
    return sorted(found, key=lambda route: route.arrow.number or 0)


def _bundles(drawing: Drawing) -> dict[int, Bundle]:
    """Arrows of one style from one node are one bundle; into a node with many, those that are alone at their source are one too."""
    leaving: dict[tuple[str, str], int] = defaultdict(int)
    coming: dict[tuple[str, str], int] = defaultdict(int)
    for arrow in drawing.drawn:
        leaving[arrow.source, arrow.style] += 1
        coming[arrow.target, arrow.style] += 1
    found: dict[int, Bundle] = {}
    for arrow in drawing.drawn:
        out, into = leaving[arrow.source, arrow.style], coming[arrow.target, arrow.style]
        joins = into > _MANY and out < into and arrow.directed
        found[arrow.number or 0] = ("to", arrow.target, arrow.style) if joins else ("from", arrow.source, arrow.style)
    return found


def _distance(grid: Grid, arrow: Arrow) -> int:
    (row, column), (other_row, other_column) = grid.at[arrow.source], grid.at[arrow.target]
    return abs(row - other_row) + 2 * abs(column - other_column)


def _shapes(source: Cell, target: Cell, grid: Grid) -> Iterator[Shape]:
    """Yield the shapes to try, each as its corners; those that turn back on themselves are left out."""
    start, end = (2 * source[1] + 1, 2 * source[0] + 1), (2 * target[1] + 1, 2 * target[0] + 1)
    if grid.narrow:
        yield start, (0, start[1]), (0, end[1]), end
        return
    yield from _plain(start, end)
    yield from _by_one_line(start, end)
    yield from _by_two_lines(start, end)
    yield from _by_three_lines(start, end)


def _plain(start: Place, end: Place) -> Iterator[Shape]:
    """Straight, or with one bend."""
    (sx, sy), (tx, ty) = start, end
    if sx == tx or sy == ty:
        yield start, end
    else:
        yield start, (tx, sy), end
        yield start, (sx, ty), end


def _by_one_line(start: Place, end: Place) -> Iterator[Shape]:
    """By one gutter, or by one channel."""
    (sx, sy), (tx, ty) = start, end
    if sy != ty:
        for x in dict.fromkeys((sx - 1, sx + 1, tx - 1, tx + 1)):
            yield start, (x, sy), (x, ty), end
    if sx != tx:
        for y in dict.fromkeys((sy - 1, sy + 1, ty - 1, ty + 1)):
            yield start, (sx, y), (tx, y), end


def _by_two_lines(start: Place, end: Place) -> Iterator[Shape]:
    """By a gutter, then a channel to the node's top or foot; or by a channel, then a gutter to its side."""
    (sx, sy), (tx, ty) = start, end
    for x, y in product((sx - 1, sx + 1), (ty - 1, ty + 1)):
        yield start, (x, sy), (x, y), (tx, y), end
    for x, y in product((tx - 1, tx + 1), (sy - 1, sy + 1)):
        yield start, (sx, y), (x, y), (x, ty), end


def _by_three_lines(start: Place, end: Place) -> Iterator[Shape]:
    """By a gutter, a channel and a gutter: the way that is always free."""
    (sx, sy), (tx, ty) = start, end
    for x, other, y in product((sx - 1, sx + 1), (tx - 1, tx + 1), dict.fromkeys((sy - 1, sy + 1, ty - 1, ty + 1))):
        if x != other:
            yield start, (x, sy), (x, y), (other, y), (other, ty), end


@dataclass(slots=True)
class _Traffic:
    """What runs where already."""

    grid: Grid
    nodes: set[Place] = field(default_factory=set)
    flat: dict[Place, set[Bundle]] = field(default_factory=lambda: defaultdict(set))  # what passes a place along its row or channel
    upright: dict[Place, set[Bundle]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        self.nodes = {(2 * column + 1, 2 * row + 1) for row, column in self.grid.at.values()}

    def is_free(self, shape: Shape, bundle: Bundle) -> bool:
        """Does a shape pass no node, and no column of cells that is full?"""
        for place in shape[1:-1]:
            if place in self.nodes:
                return False
        for a, b in pairwise(shape):
            if a[0] == b[0]:
                if a[0] % 2 and not self._column_is_free(a, b, bundle):
                    return False
            elif a[1] % 2 and any((x, a[1]) in self.nodes for x in _between(a[0], b[0])):
                return False
        return True

    def _column_is_free(self, a: Place, b: Place, bundle: Bundle) -> bool:
        ys = _between(a[1], b[1])
        if any((a[0], y) in self.nodes for y in ys):
            return False
        return all(len(self.upright[a[0], y] - {bundle}) < _MOST_UPRIGHT for y in (min(a[1], b[1]), *ys, max(a[1], b[1])))

    def cost(self, shape: Shape, bundle: Bundle) -> float:
        """What a shape costs, in heights of half a cell."""
        cost = _BEND * (len(shape) - 2)
        for a, b in pairwise(shape):
            if a[1] == b[1]:
                cost += self._along(self.flat, self.upright, [(x, a[1]) for x in _between(a[0], b[0])], bundle, 1.3)
                cost += 1.3
            else:
                cost += self._along(self.upright, self.flat, [(a[0], y) for y in _between(a[1], b[1])], bundle, 1.0)
                cost += 1.0
        first, last = shape[1], shape[-2]
        cost += _AGAINST * (first[0] < shape[0][0]) + _AGAINST * (last[0] > shape[-1][0])
        cost += _AGAINST / 2 * (first[1] < shape[0][1]) + _AGAINST / 2 * (last[1] > shape[-1][1])
        return cost

    @staticmethod
    def _along(
        same: dict[Place, set[Bundle]], across: dict[Place, set[Bundle]], places: list[Place], bundle: Bundle, length: float
    ) -> float:
        cost = 0.0
        for place in places:
            there = same.get(place)
            if there and bundle in there:
                cost += length * _SHARED
                continue
            cost += length + (_BESIDE * len(there) if there else 0)
            others = across.get(place)
            if others:
                cost += _CROSSING * (len(others) - (bundle in others))
        return cost

    def take(self, shape: Shape, bundle: Bundle) -> None:
        """Note that a bundle runs along a shape."""
        for a, b in pairwise(shape):
            if a[1] == b[1]:
                for x in range(min(a[0], b[0]), max(a[0], b[0]) + 1):
                    self.flat[x, a[1]].add(bundle)
            else:
                for y in range(min(a[1], b[1]), max(a[1], b[1]) + 1):
                    self.upright[a[0], y].add(bundle)


def _between(a: int, b: int) -> range:
    return range(min(a, b) + 1, max(a, b))
