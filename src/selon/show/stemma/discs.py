"""Where the number of each line stands: on a part of it that no other line shares, clear of boxes, other lines and other numbers."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selon.show.stemma.layout import Box, Point

_TIP = 13.0  # px, of the tip and the room it needs
_STEP = 6.0

Segment = tuple[Point, Point]


def discs(lines: Sequence[tuple[str, tuple[Point, ...]]], boxes: Sequence[Box], radius: float) -> list[Point]:
    """The middle of the number of each line, in their order; of a line its bundle and its corners are given."""
    crowd = _Crowd(lines, radius)
    return [crowd.place(index) for index in range(len(lines))]


class _Crowd:
    """All lines, by where they run, and the numbers that are placed."""

    def __init__(self, lines: Sequence[tuple[str, tuple[Point, ...]]], radius: float) -> None:
        self._lines = lines
        self._radius = radius
        self._placed: list[Point] = []
        flat: dict[float, list[tuple[float, float, int]]] = defaultdict(list)
        upright: dict[float, list[tuple[float, float, int]]] = defaultdict(list)
        for index, (_, corners) in enumerate(lines):
            for a, b in pairwise(corners):
                if a[1] == b[1]:
                    flat[a[1]].append((min(a[0], b[0]), max(a[0], b[0]), index))
                else:
                    upright[a[0]].append((min(a[1], b[1]), max(a[1], b[1]), index))
        self._flat, self._upright = flat, upright
        self._ys, self._xs = sorted(flat), sorted(upright)

    def place(self, index: int) -> Point:
        """A place for one number: the middle of its own longest free part that is clear, else the clearest."""
        corners = self._lines[index][1]
        own = sorted(self._own(index), key=lambda part: -_length(part))
        best, least = None, float("inf")
        for part in own:
            for point in _points(part, corners, self._radius):
                cost = self._cost(point, index)
                if cost < least:
                    best, least = point, cost
                if cost == 0:
                    self._placed.append(point)
                    return point
        best = best or _middle(max(pairwise(corners), key=_length))
        self._placed.append(best)
        return best

    def _own(self, index: int) -> Iterator[Segment]:
        """Yield the parts of a line on which no other line lies."""
        corners = self._lines[index][1]
        for a, b in pairwise(corners):
            flat = a[1] == b[1]
            along = 0 if flat else 1
            low, high = min(a[along], b[along]), max(a[along], b[along])
            others = sorted(
                (x, y) for x, y, other in (self._flat[a[1]] if flat else self._upright[a[0]]) if other != index and x < high and y > low
            )
            for start, end in _free(low, high, others):
                yield ((start, a[1]), (end, a[1])) if flat else ((a[0], start), (a[0], end))

    def _cost(self, point: Point, index: int) -> float:
        """How many lines and numbers a number would touch there."""
        x, y = point
        near = self._radius + 3
        cost = 0.0
        for other in self._placed:
            if abs(other[0] - x) < 2 * self._radius + 3 and abs(other[1] - y) < 2 * self._radius + 3:
                cost += 3
        for at in self._ys[bisect_left(self._ys, y - near) : bisect_right(self._ys, y + near)]:
            cost += sum(other != index and low < x + near and high > x - near for low, high, other in self._flat[at])
        for at in self._xs[bisect_left(self._xs, x - near) : bisect_right(self._xs, x + near)]:
            cost += sum(other != index and low < y + near and high > y - near for low, high, other in self._upright[at])
        return cost


def _free(low: float, high: float, taken: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    for start, end in taken:
        if start > low:
            yield low, start
        low = max(low, end)
    if high > low:
        yield low, high


def _points(part: Segment, corners: tuple[Point, ...], radius: float) -> Iterator[Point]:
    """Yield places on a part, from its middle outwards, clear of its ends and of the line's tip."""
    a, b = part
    along = 0 if a[1] == b[1] else 1
    low, high = a[along] + radius + 2, b[along] - radius - 2
    tip = corners[-1]
    if tip[1 - along] == a[1 - along]:
        if abs(b[along] - tip[along]) < 0.1:
            high = min(high, tip[along] - _TIP - radius)
        if abs(a[along] - tip[along]) < 0.1:
            low = max(low, tip[along] + _TIP + radius)
    if high < low:
        return
    middle = (low + high) / 2
    for step in range(int((high - low) / 2 / _STEP) + 1):
        for at in dict.fromkeys((middle + step * _STEP, middle - step * _STEP)):
            yield (round(at, 1), a[1]) if along == 0 else (a[0], round(at, 1))


def _length(part: Segment) -> float:
    return abs(part[0][0] - part[1][0]) + abs(part[0][1] - part[1][1])


def _middle(part: Segment) -> Point:
    return round((part[0][0] + part[1][0]) / 2, 1), round((part[0][1] + part[1][1]) / 2, 1)
