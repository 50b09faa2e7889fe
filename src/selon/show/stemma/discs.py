"""Where the number of each line stands: on a part of it that no other line shares, clear of boxes, other lines and other numbers."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selon.show.stemma.layout import Point

_TIP = 13.0  # px, of the tip and the room it needs
_CLEAR, _TOUCH = 7.0, 1.4  # px around a number: that no line should run in, that none may
_CROWDED = 0.2  # of the cost of a line that touches
_STEP = 9.0  # px, between two places that are tried
_MOST_PARTS, _MOST_STEPS = 3, 6  # the longest parts of a line, beside its last and its first; places on each side of a part's middle

Run = tuple[float, float]  # both ends of a stretch along its line
Part = tuple[int, float, Run]  # 0 along x, 1 along y; where across; from and to


def discs(lines: Sequence[tuple[str, tuple[Point, ...]]], radius: float) -> list[Point]:
    """The middle of the number of each line, in their order; of a line its bundle and its corners are given."""
    crowd = _Crowd(lines, radius)
    own = [list(crowd.own(bundle, corners)) for bundle, corners in lines]
    order = sorted(
        range(len(lines)), key=lambda index: max((_length(part) for part in own[index]), default=0.0)
    )  # who has least room first
    found = {index: crowd.place(*lines[index], own[index]) for index in order}
    return [found[index] for index in range(len(lines))]


class _Crowd:
    """All lines, by where they run, and the numbers that are placed."""

    def __init__(self, lines: Sequence[tuple[str, tuple[Point, ...]]], radius: float) -> None:
        self._radius = radius
        self._apart = 2 * radius + _CLEAR
        self._placed: dict[tuple[int, int], list[Point]] = defaultdict(list)  # by squares as wide as two numbers are apart
        self._runs: tuple[dict[float, dict[str, list[Run]]], ...] = (defaultdict(dict), defaultdict(dict))  # flat by y, upright by x
        for bundle, corners in lines:
            for a, b in pairwise(corners):
                along = _along(a, b)
                run = (min(a[along], b[along]), max(a[along], b[along]))
                self._runs[along][a[1 - along]].setdefault(bundle, []).append(run)
        self._whole = tuple({at: _joined(of) for at, of in runs.items()} for runs in self._runs)
        self._at = tuple(sorted(runs) for runs in self._runs)

    def place(self, bundle: str, corners: tuple[Point, ...], own: Sequence[Part]) -> Point:
        """A place for one number: the middle of the line's own longest part that is clear, else the clearest place tried."""
        best, least = _middle(corners), float("inf")
        longest = sorted(own, key=_length, reverse=True)[:_MOST_PARTS]
        for along, across, run in dict.fromkeys((*longest, *own[-1:], *own[:1])):
            for point in _points(along, across, run, corners, self._radius):
                cost = self._cost(point, bundle, along, least)
                if cost < least:
                    best, least = point, cost
                if cost == 0:
                    break
            if least < 1:
                break
        self._placed[self._square(best)].append(best)
        return best

    def _square(self, point: Point) -> tuple[int, int]:
        return int(point[0] // self._apart), int(point[1] // self._apart)

    def _nearest(self, point: Point) -> float:
        """How far the nearest number is, in the direction in which it is farther."""
        x, y = self._square(point)
        around = [one for column in (x - 1, x, x + 1) for row in (y - 1, y, y + 1) for one in self._placed.get((column, row), ())]
        return min((max(abs(one[0] - point[0]), abs(one[1] - point[1])) for one in around), default=self._apart)

    def own(self, bundle: str, corners: tuple[Point, ...]) -> Iterator[Part]:
        """Yield the parts of a line on which no other line lies."""
        for a, b in pairwise(corners):
            along = _along(a, b)
            low, high = min(a[along], b[along]), max(a[along], b[along])
            others = list(self._runs[along][a[1 - along]][bundle])
            others.remove((low, high))
            for run in _free(low, high, sorted(one for one in others if one[0] < high and one[1] > low)):
                yield along, a[1 - along], run

    def _cost(self, point: Point, bundle: str, along: int, least: float) -> float:
        """How many lines and numbers a number would touch there, or stand too near; what is above `least` is not told to the end."""
        near = self._radius + _CLEAR
        number = self._nearest(point)
        cost = 3.0 if number < 2 * self._radius + _TOUCH else _CROWDED if number < self._apart else 0.0
        for way in (0, 1):
            if cost >= least:
                return cost
            where, across = point[way], point[1 - way]
            at = self._at[way]
            for place in at[bisect_left(at, across - near) : bisect_right(at, across + near)]:
                for name, low, high in self._whole[way][place]:
                    if low < where + near and high > where - near and not (name == bundle and way == along and place == across):
                        cost += 1 if abs(place - across) <= self._radius + _TOUCH else _CROWDED
        return cost


def _joined(of: dict[str, list[Run]]) -> list[tuple[str, float, float]]:
    """The runs of each bundle on one line, those that touch as one."""
    found = []
    for bundle, runs in of.items():
        low, high = runs[0]
        for start, end in sorted(runs):
            if start > high:
                found.append((bundle, low, high))
                low, high = start, end
            low, high = min(low, start), max(high, end)
        found.append((bundle, low, high))
    return found


def _free(low: float, high: float, taken: Sequence[Run]) -> Iterator[Run]:
    for start, end in taken:
        if start > low:
            yield low, start
        low = max(low, end)
    if high > low:
        yield low, high


def _points(along: int, across: float, run: Run, corners: tuple[Point, ...], radius: float) -> Iterator[Point]:
    """Yield places on a part, from its middle outwards, then its ends; clear of the line's corners and tip."""
    low, high = run[0] + radius + 2, run[1] - radius - 2
    tip = corners[-1]
    if tip[1 - along] == across:
        high = min(high, tip[along] - _TIP - radius) if run[1] == tip[along] else high
        low = max(low, tip[along] + _TIP + radius) if run[0] == tip[along] else low
    if high < low:
        return
    middle = (low + high) / 2
    steps = range(1, min(_MOST_STEPS, int((high - low) / 2 / _STEP)) + 1)
    around = (at for step in steps for at in (middle + step * _STEP, middle - step * _STEP))
    for at in (middle, *around, high, low):  # beside a box, at an end, no track runs
        yield (round(at, 1), across) if along == 0 else (across, round(at, 1))


def _length(part: Part) -> float:
    return part[2][1] - part[2][0]


def _along(a: Point, b: Point) -> int:
    return 0 if a[1] == b[1] else 1


def _middle(corners: tuple[Point, ...]) -> Point:
    """The middle of the longest stretch."""
    a, b = max(pairwise(corners), key=lambda pair: abs(pair[0][0] - pair[1][0]) + abs(pair[0][1] - pair[1][1]))
    return round((a[0] + b[0]) / 2, 1), round((a[1] + b[1]) / 2, 1)
