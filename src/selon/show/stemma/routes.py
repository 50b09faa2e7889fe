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
_Places = dict[tuple[Bundle, int], set[int]]  # of a bundle, on a line

_MANY = 4  # arrows into one node above which they share a trunk
_MOST_UPRIGHT = 5  # bundles side by side in one column of cells: what the width of a node holds
# What ways cost, in thousandths of half a cell's height: whole numbers, whose sums are the same in any order.
_BEND, _CROSSING, _BESIDE, _AGAINST = 1_700, 2_400, 350, 2_000
_UPRIGHT, _FLAT = 1_000, 1_300  # half a cell, whose width is 1.3 times its height
_SPARED = {_UPRIGHT: 850, _FLAT: 1_105}  # of that, where the bundle runs already
_NOWHERE: frozenset[int] = frozenset()
_MANY_BENDS = 4  # corners, with both ends; shapes with more are tried only where the others are dear


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
    """What runs where already. A way is 0, along rows (a line is a Y, its places are X), or 1, along columns (a line is an X)."""

    def __init__(self, grid: Grid) -> None:
        wide, high = 2 * len(grid.columns) + 1, 2 * len(grid.rows) + 1
        nodes = [bytearray(wide) for _ in range(high)]
        for row, column in grid.at.values():
            nodes[2 * row + 1][2 * column + 1] = 1
        self._nodes = (nodes, [bytearray(column) for column in zip(*nodes, strict=True)])
        self._dear = ([[0] * wide for _ in range(high)], [[0] * high for _ in range(wide)])  # what passing each place costs, along a way
        self._upright = [[0] * high for _ in range(wide)]  # bundles that run along each column
        self._own: tuple[_Places, _Places] = (defaultdict(set), defaultdict(set))  # where a bundle runs along a line
        self._across: tuple[_Places, _Places] = (defaultdict(set), defaultdict(set))  # where it crosses one

    def cheapest(self, shapes: Iterable[Shape], bundle: Bundle) -> Shape:
        """The shape that costs least, of those that pass no node and no column of cells that is full; of equal ones the first."""
        best: Shape | None = None
        least = good = inf
        nodes = self._nodes[0]
        known: dict[tuple[Place, Place], float] = {}  # shapes have stretches in common
        for shape in shapes:
            if best is None:
                good = _good(shape)
            elif len(shape) > _MANY_BENDS and least < good:
                break  # the shapes with most bends come last
            cost: float = _bends(shape)
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
        """What one stretch costs; no end where it would pass a node."""
        way, line, low, high = _run(a, b)
        if line % 2 and (1 in self._nodes[way][line][low + 1 : high] or (way and self._is_full(line, low, high, bundle))):
            return inf
        length, dear, inside = _UPRIGHT if way else _FLAT, self._dear[way][line], range(low + 1, high)
        cost = length * (high - low) + sum(dear[low + 1 : high])
        own, across = self._own[way].get((bundle, line)), self._across[way].get((bundle, line))
        held = own.intersection(inside) if own else _NOWHERE
        if held:
            cost -= _SPARED[length] * len(held) + sum([dear[at] for at in held])
        return cost - _CROSSING * len(across.intersection(inside) - held) if across else cost

    def _is_full(self, x: int, low: int, high: int, bundle: Bundle) -> bool:
        """Do as many bundles pass a column of cells somewhere as it is wide?"""
        there = self._upright[x][low : high + 1]
        own = self._own[1].get((bundle, x), _NOWHERE)
        return max(there) >= _MOST_UPRIGHT and any(many - (at in own) >= _MOST_UPRIGHT for at, many in enumerate(there, low))

    def take(self, shape: Shape, bundle: Bundle) -> None:
        """Note that a bundle runs along a shape."""
        for a, b in pairwise(shape):
            way, line, low, high = _run(a, b)
            own = self._own[way][bundle, line]
            for at in set(range(low, high + 1)) - own:
                own.add(at)
                self._across[1 - way][bundle, at].add(line)
                self._dear[way][line][at] += _BESIDE
                self._dear[1 - way][at][line] += _CROSSING
                if way:
                    self._upright[line][at] += 1


def _run(a: Place, b: Place) -> tuple[int, int, int, int]:
    """A stretch: its way, its line, where it begins and ends there."""
    way = 0 if a[1] == b[1] else 1
    low, high = sorted((a[way], b[way]))
    return way, a[1 - way], low, high


def _good(shape: Shape) -> int:
    """What a shape may cost that no other need be looked for: the shortest way, two bends, one crossing."""
    (x, y), (tx, ty) = shape[0], shape[-1]
    return 11 * (_FLAT * abs(x - tx) + _UPRIGHT * abs(y - ty)) // 10 + 2 * _BEND + _CROSSING


def _bends(shape: Shape) -> int:
    """What a shape costs before it runs anywhere: its bends, and leaving or entering a node against the way of reading."""
    (x, y), after, before, (tx, ty) = shape[0], shape[1], shape[-2], shape[-1]
    sideways, upwards = (after[0] < x) + (before[0] > tx), (after[1] < y) + (before[1] > ty)
    return _BEND * (len(shape) - 2) + _AGAINST * sideways + _AGAINST // 2 * upwards
