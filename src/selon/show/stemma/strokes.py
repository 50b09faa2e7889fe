"""Lines at right angles as paths: rounded corners, tips, bars, double lines."""

from collections.abc import Sequence
from itertools import pairwise

from selon.show.stemma.layout import Point

_ROUND = 7.0
_DOUBLE = 1.9  # px, of each line of a double one from the middle
TIP = 9.0


def path(corners: Sequence[Point], *, short: float = 0.0) -> str:
    """The line along some corners, ended `short` px before the last."""
    points = [*corners[:-1], _towards(corners[-1], corners[-2], short)]
    made = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(_ROUND, _distance(before, corner) / 2, _distance(corner, after) / 2)
        made.append(f"L{_at(_towards(corner, before, bend))}Q{_at(corner)} {_at(_towards(corner, after, bend))}")
    made.append(f"L{_at(points[-1])}")
    return "".join(made)


def double(corners: Sequence[Point], *, short: float) -> str:
    """Two lines beside the way of one."""
    return "".join(path(_shifted(corners, side * _DOUBLE), short=short) for side in (-1, 1))


def tip(corners: Sequence[Point]) -> str:
    """The head of an arrow at the last corner."""
    end, (ux, uy) = corners[-1], _way(corners)
    back = (end[0] - ux * TIP, end[1] - uy * TIP)
    return f"M{_at(end)}L{_at((back[0] - uy * 4.5, back[1] + ux * 4.5))}L{_at((back[0] + uy * 4.5, back[1] - ux * 4.5))}Z"


def bar(corners: Sequence[Point], *, before: float) -> str:
    """A bar across the line, shortly before its end."""
    (x, y), (ux, uy) = corners[-1], _way(corners)
    x, y = x - ux * before, y - uy * before
    return f"M{_at((x - uy * 8, y + ux * 8))}L{_at((x + uy * 8, y - ux * 8))}"


def before_end(corners: Sequence[Point], distance: float) -> Point:
    """The point on the last stretch, that far from its end."""
    return _towards(corners[-1], corners[-2], distance)


def _shifted(corners: Sequence[Point], by: float) -> list[Point]:
    """The corners of the line that runs `by` px to the right of this one."""
    ways = [_unit(a, b) for a, b in pairwise(corners)]
    moved = []
    for index, (x, y) in enumerate(corners):
        around = {ways[index - 1]} if index else set()
        around |= {ways[index]} if index < len(ways) else set()
        moved.append((x - sum(uy for _, uy in around) * by, y + sum(ux for ux, _ in around) * by))
    return moved


def _way(corners: Sequence[Point]) -> Point:
    return _unit(corners[-2], corners[-1])


def _unit(a: Point, b: Point) -> Point:
    return float((b[0] > a[0]) - (b[0] < a[0])), float((b[1] > a[1]) - (b[1] < a[1]))


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(point: Point, other: Point, by: float) -> Point:
    ux, uy = _unit(point, other)
    return point[0] + ux * by, point[1] + uy * by


def _at(point: Point) -> str:
    return " ".join(f"{value:.1f}".removesuffix(".0") for value in point)
