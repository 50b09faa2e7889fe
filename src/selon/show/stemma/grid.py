"""Bands and stations -> a grid of cells, one node in each.

Rows are bands of time, each as many cells high as its fullest column needs; columns are stations, a crowded one several cells wide. Only
the order inside a band and a station is free: barycentre sweeps take it, and put what rests on another node below it.
Source: Sugiyama, Tagawa and Toda 1981, IEEE Trans. SMC 11(2); the layers are given here.
"""

from collections import defaultdict
from dataclasses import dataclass
from math import ceil, sqrt

from selon.show.stemma.drawing import STATIONS, Drawing, Node

_SWEEPS = 6
_LEVEL = 8  # weight of a neighbour in the same band of time against one in another
_MOST_HIGH = 5  # nodes of one band above each other in one column; more stand side by side
_MOST_WIDE = 6  # cells of one station

Cell = tuple[int, int]  # row, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where each node stands."""

    at: dict[str, Cell]  # by the key of the node
    rows: tuple[int, ...]  # the band of each row
    columns: tuple[str, ...]  # the station of each column; "" in a grid of one column
    narrow: bool

    def rows_of(self, band: int) -> list[int]:
        """The rows of a band, in order; every band has one at least."""
        return [row for row, of in enumerate(self.rows) if of == band]


def grid(drawing: Drawing, *, narrow: bool = False) -> Grid:
    """The grid of a drawing; a narrow one has a single column, each node in a row of its own."""
    groups: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node in drawing.nodes:
        groups[node.band, "" if narrow else node.station].append(node)
    used = ("",) if narrow else tuple(one for one in STATIONS if any(station == one for _, station in groups))
    wide = {one: 1 if narrow else _wide(max(len(nodes) for (_, station), nodes in groups.items() if station == one)) for one in used}
    columns = tuple(one for one in used for _ in range(wide[one]))
    high = [max(ceil(len(groups[band, one]) / wide[one]) for one in used) for band in range(len(drawing.bands))]
    rows = tuple(band for band, count in enumerate(high) for _ in range(count))
    at = _in_turn(drawing) if narrow else _swept(drawing, groups, rows, columns)
    return Grid(at=at, rows=rows, columns=columns, narrow=narrow)


def _wide(most: int) -> int:
    return 1 if most <= _MOST_HIGH else min(_MOST_WIDE, ceil(sqrt(most / 2.5)))


Groups = dict[tuple[int, str], list[Node]]


def _in_turn(drawing: Drawing) -> dict[str, Cell]:
    """Each node right below what it rests on, band by band."""
    above: dict[str, list[str]] = defaultdict(list)
    for arrow in drawing.drawn:
        if arrow.directed and drawing.of[arrow.source].band == drawing.of[arrow.target].band:
            above[arrow.target].append(arrow.source)
    order: dict[str, None] = {}

    def put(key: str, path: frozenset[str]) -> None:
        for source in above[key]:
            if source not in path and source not in order:
                put(source, path | {source})
        order.setdefault(key)

    for node in sorted(drawing.nodes, key=lambda node: (node.band, node.kind != "text")):
        put(node.key, frozenset({node.key}))
    in_bands = sorted(order, key=lambda key: drawing.of[key].band)
    return {key: (row, 0) for row, key in enumerate(in_bands)}


def _swept(drawing: Drawing, groups: Groups, rows: tuple[int, ...], columns: tuple[str, ...]) -> dict[str, Cell]:
    near, depth = _neighbours(drawing), _depths(drawing)
    rank = {node.key: index for index, node in enumerate(drawing.nodes)}
    y = {node.key: float(rows.index(node.band) + index) for nodes in groups.values() for index, node in enumerate(nodes)}
    at: dict[str, Cell] = {}
    filled = sorted((band, columns.index(station), station) for (band, station), nodes in groups.items() if nodes)
    for sweep in range(_SWEEPS):
        for band, start, station in reversed(filled) if sweep % 2 else filled:
            nodes = groups[band, station]
            middle = {node.key: _middle(node, near, y) for node in nodes}
            nodes.sort(key=lambda node: (depth[node.key], middle[node.key], rank[node.key]))
            cells = _cells(nodes, middle, columns.count(station), rows.index(band), rows.count(band))
            for node, (row, column) in zip(nodes, cells, strict=True):
                at[node.key] = (row, start + column)
                y[node.key] = float(row)
    return at


def _cells(nodes: list[Node], middle: dict[str, float], wide: int, first: int, rows: int) -> list[Cell]:
    """The cells of one band and station: side by side where it is wide, else each as near to its neighbours as the others let it."""
    if wide > 1:
        return [(first + index // wide, index % wide) for index in range(len(nodes))]
    cells, least = [], first
    for index, node in enumerate(nodes):
        row = max(least, min(round(middle[node.key]), first + rows - (len(nodes) - index)))
        cells.append((row, 0))
        least = row + 1
    return cells


def _middle(node: Node, near: dict[str, list[tuple[str, int]]], y: dict[str, float]) -> float:
    found = [(y[other], weight) for other, weight in near[node.key]]
    return sum(at * weight for at, weight in found) / sum(weight for _, weight in found) if found else y[node.key]


def _neighbours(drawing: Drawing) -> dict[str, list[tuple[str, int]]]:
    """What each node is tied to, and how strongly it should stand level with it: those of its own band count most."""
    near: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for arrow in drawing.drawn:
        weight = _LEVEL if drawing.of[arrow.source].band == drawing.of[arrow.target].band else 1
        near[arrow.source].append((arrow.target, weight))
        near[arrow.target].append((arrow.source, weight))
    return near


def _depths(drawing: Drawing) -> dict[str, int]:
    """How many nodes of its own band and station each one rests on, one on the other; an arrow that closes a circle counts nothing."""
    above: dict[str, list[str]] = defaultdict(list)
    for arrow in drawing.drawn:
        source, target = drawing.of[arrow.source], drawing.of[arrow.target]
        if arrow.directed and (source.band, source.station) == (target.band, target.station):
            above[target.key].append(source.key)
    depths: dict[str, int] = {}

    def depth(key: str, path: frozenset[str]) -> int:
        if key not in depths:
            depths[key] = 1 + max((depth(one, path | {key}) for one in above[key] if one not in path), default=-1)
        return depths[key]

    for node in drawing.nodes:
        depth(node.key, frozenset({node.key}))
    return depths
