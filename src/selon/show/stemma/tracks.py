"""Side by side: stretches that run along one line of the grid, each bundle in a track of its own where they overlap.

Source: left-edge algorithm, Hashimoto and Stevens 1971, DAC. The tracks are then put in the order with the fewest crossings that
exchanges of neighbours reach.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from selon.show.stemma.routes import Bundle, Place, Route

Line = tuple[str, int]  # "flat" and Y, or "upright" and X

_SIDE = 0.4  # of half a cell: from the middle of a node to its side


@dataclass(slots=True)
class Stretch:
    """All that one bundle has on one line in one piece."""

    bundle: Bundle
    low: float
    high: float
    turns: list[tuple[float, int]] = field(default_factory=list)  # where it turns off the line: to what is smaller (-1) or greater (1)


@dataclass(frozen=True, slots=True)
class Tracks:
    """The track of each stretch of each route, and how many tracks each line has."""

    of: dict[tuple[int, int], int]  # (number of the arrow, which stretch of its route) -> track, the smallest coordinate first
    count: dict[Line, int]


def tracks(found: Sequence[Route]) -> Tracks:
    """Tracks for all routes."""
    pieces: dict[Line, list[tuple[float, float, Bundle, tuple[int, int], list[tuple[float, int]]]]] = defaultdict(list)
    for route in found:
        for index in range(len(route.corners) - 1):
            line, low, high, turns = _piece(route.corners, index)
            pieces[line].append((low, high, route.bundle, (route.arrow.number or 0, index), turns))
    of: dict[tuple[int, int], int] = {}
    count: dict[Line, int] = {}
    for line, some in pieces.items():
        stretches, names = _stretches(some)
        order = _ordered(_coloured(stretches))
        place = {id(stretch): index for index, track in enumerate(order) for stretch in track}
        of |= {name: place[id(stretch)] for name, stretch in names.items()}
        count[line] = len(order)
    return Tracks(of, count)


def _piece(corners: tuple[Place, ...], index: int) -> tuple[Line, float, float, list[tuple[float, int]]]:
    a, b = corners[index], corners[index + 1]
    along = 0 if a[1] == b[1] else 1
    line: Line = ("flat", a[1]) if along == 0 else ("upright", a[0])
    step = 1 if b[along] > a[along] else -1
    start = a[along] + (step * _SIDE if index == 0 else 0.0)
    end = b[along] - (step * _SIDE if index == len(corners) - 2 else 0.0)
    across = 1 - along
    turns = []
    if index > 0:
        turns.append((start, 1 if corners[index - 1][across] > a[across] else -1))
    if index < len(corners) - 2:
        turns.append((end, 1 if corners[index + 2][across] > b[across] else -1))
    return line, min(start, end), max(start, end), turns


def _stretches(
    pieces: list[tuple[float, float, Bundle, tuple[int, int], list[tuple[float, int]]]],
) -> tuple[list[Stretch], dict[tuple[int, int], Stretch]]:
    found: list[Stretch] = []
    names: dict[tuple[int, int], Stretch] = {}
    open_of: dict[Bundle, Stretch] = {}
    for low, high, bundle, name, turns in sorted(pieces, key=lambda piece: (piece[0], piece[1], piece[3])):
        stretch = open_of.get(bundle)
        if stretch is None or stretch.high < low:
            stretch = Stretch(bundle, low, high)
            open_of[bundle] = stretch
            found.append(stretch)
        stretch.high = max(stretch.high, high)
        stretch.turns += turns
        names[name] = stretch
    return found, names


def _coloured(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Stretches in as few tracks as they need; two that touch are not in one."""
    found: list[list[Stretch]] = []
    for stretch in stretches:  # by their beginning
        track = next((track for track in found if track[-1].high < stretch.low), None)
        if track is None:
            found.append([stretch])
        else:
            track.append(stretch)
    return found


def _ordered(found: list[list[Stretch]]) -> list[list[Stretch]]:
    """The tracks in an order with few crossings."""
    size = len(found)
    if size < 2:
        return found
    cost = [[sum(_crossings(a, b) for a in found[i] for b in found[j]) if i != j else 0.0 for j in range(size)] for i in range(size)]
    order = list(range(size))
    for _ in range(size):
        swapped = False
        for place in range(size - 1):
            a, b = order[place], order[place + 1]
            if cost[b][a] < cost[a][b]:
                order[place], order[place + 1] = b, a
                swapped = True
        if not swapped:
            break
    return [found[index] for index in order]


def _crossings(first: Stretch, second: Stretch) -> float:
    """How often two stretches cross where the first has the smaller coordinate."""
    if first.high < second.low or second.high < first.low:
        return 0.0
    return sum(_inside(at, second) for at, way in first.turns if way > 0) + sum(_inside(at, first) for at, way in second.turns if way < 0)


def _inside(at: float, stretch: Stretch) -> float:
    if stretch.low < at < stretch.high:
        return 1.0
    return 0.5 if at in (stretch.low, stretch.high) else 0.0
