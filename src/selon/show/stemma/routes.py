"""Where each arrow runs: along rows and columns of free cells, and in the gutters and channels between them; never through a node.

Places count in half cells: column c is X = 2c + 1, the gutter left of it X = 2c; row r is Y = 2r + 1, the channel above it Y = 2r. A
route is the corners of a line that turns at right angles, from the cell of one node to that of another. For each arrow some twenty
shapes of at most five stretches are tried, and the cheapest taken: length, bends, crossings of what is there already. One shape needs
gutters and channels only, so there always is one. Arrows of one node and style share a trunk.
Source: Wybrow, Marriott and Stuckey 2009, Graph Drawing, for routes first and tracks after; the shapes are ours.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from math import inf

from selon.show.stemma.drawing import Arrow, Drawing
from selon.show.stemma.grid import Cell, Grid

Place = tuple[int, int]  # X, Y in half cells
Shape = tuple[Place, ...]  # corners
Bundle = tuple[str, str, str]  # "from" or "to", the key of the node, the style

_MANY = 4  # arrows into one node above which they share a trunk
_MOST_UPRIGHT = 5  # bundles side by side in one column of cells: what the width of a node holds
_BEND, _CROSSING, _BESIDE, _AGAINST = 1.7, 2.4, 0.35, 2.0
_SHARED = 0.15  # of the length, where the bundle runs already
_MANY_BENDS = 4  # corners, with both ends; shapes with more are tried only where the others are dear
_WIDE = 1.3  # half the width of a cell, in halves of its height


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
        shape = traffic.cheapest(_shapes(grid.at[arrow.source], grid.at[arrow.target], grid), bundle)
        traffic.take(shape, bundle)
        found.append(Route(arrow, bundle, shape))
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


class _Traffic:
    """What runs where already: for each place in half cells, the bundles that pass it along its row, and along its column.

    Each is kept by row and by column, the same sets in both, so that what lies along or across a stretch is one slice.
    """

    def __init__(self, grid: Grid) -> None:
        wide, high = 2 * len(grid.columns) + 1, 2 * len(grid.rows) + 1
        flat: list[list[set[Bundle]]] = [[set() for _ in range(wide)] for _ in range(high)]
        upright: list[list[set[Bundle]]] = [[set() for _ in range(wide)] for _ in range(high)]
        nodes = [bytearray(wide) for _ in range(high)]
        for row, column in grid.at.values():
            nodes[2 * row + 1][2 * column + 1] = 1
        self._rows = (flat, upright, nodes)
        self._columns = (
            [list(column) for column in zip(*upright, strict=True)],
            [list(column) for column in zip(*flat, strict=True)],
            [bytearray(column) for column in zip(*nodes, strict=True)],
        )

    def cheapest(self, shapes: Iterable[Shape], bundle: Bundle) -> Shape:
        """The shape that costs least, of those that pass no node and no column of cells that is full; of equal ones the first."""
        best: Shape | None = None
        least = good = inf
        nodes = self._rows[2]
        known: dict[tuple[Place, Place], float] = {}  # shapes have stretches in common
        for shape in shapes:
            if best is None:
                good = _good(shape)
            elif len(shape) > _MANY_BENDS and least < good:
                break  # the shapes with most bends come last
            cost = _bends(shape)
            if cost >= least or any(nodes[y][x] for x, y in shape[1:-1]):
                continue
            for pair in pairwise(shape):
                if pair not in known:
                    known[pair] = self._stretch(*pair, bundle)
                cost += known[pair]
                if cost >= least:
                    break
            if cost < least:
                best, least = shape, cost
        assert best is not None, "gutters and channels are free"
        return best

    def _stretch(self, a: Place, b: Place, bundle: Bundle) -> float:
        """What one stretch costs, in heights of half a cell; no end where it would pass a node."""
        flat = a[1] == b[1]
        (low, high), line = sorted((a[0], b[0]) if flat else (a[1], b[1])), a[1] if flat else a[0]
        same, across, nodes = self._rows if flat else self._columns
        if line % 2 and (1 in nodes[line][low + 1 : high] or (not flat and self._is_full(line, low, high, bundle))):
            return inf
        length = _WIDE if flat else 1.0
        cost = length * (high - low)
        for there, others in zip(same[line][low + 1 : high], across[line][low + 1 : high], strict=True):
            if there:
                if bundle in there:
                    cost -= length * (1 - _SHARED)
                    continue
                cost += _BESIDE * len(there)
            if others:
                cost += _CROSSING * (len(others) - (bundle in others))
        return cost

    def _is_full(self, x: int, low: int, high: int, bundle: Bundle) -> bool:
        """Do as many bundles pass a column of cells somewhere as it is wide?"""
        return any(len(there) - (bundle in there) >= _MOST_UPRIGHT for there in self._columns[0][x][low : high + 1])

    def take(self, shape: Shape, bundle: Bundle) -> None:
        """Note that a bundle runs along a shape."""
        for a, b in pairwise(shape):
            flat = a[1] == b[1]
            low, high = sorted((a[0], b[0]) if flat else (a[1], b[1]))
            line = self._rows[0][a[1]] if flat else self._columns[0][a[0]]
            for there in line[low : high + 1]:
                there.add(bundle)


def _good(shape: Shape) -> float:
    """What a shape may cost that no other need be looked for: the shortest way, two bends, one crossing."""
    (x, y), (tx, ty) = shape[0], shape[-1]
    return 1.1 * (_WIDE * abs(x - tx) + abs(y - ty)) + 2 * _BEND + _CROSSING


def _bends(shape: Shape) -> float:
    """What a shape costs before it runs anywhere: its bends, and leaving or entering a node against the way of reading."""
    (x, y), after, before, (tx, ty) = shape[0], shape[1], shape[-2], shape[-1]
    against = (after[0] < x) + (before[0] > tx) + ((after[1] < y) + (before[1] > ty)) / 2
    return _BEND * (len(shape) - 2) + _AGAINST * against
