"""Where gutters, columns, channels and rows begin and end, in px, and the tracks in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from selon.show.stemma.layout import Point
from selon.show.stemma.sizes import Sizes


@dataclass(frozen=True, slots=True)
class Frame:
    """Where gutters, columns, channels and rows begin and end, and their tracks."""

    xs: Sequence[tuple[float, float]]  # gutter 0, column 0, gutter 1, …
    ys: Sequence[tuple[float, float]]  # channel 0, row 0, channel 1, …
    gutters: Sequence[tuple[float, float, float]]
    channels: Sequence[tuple[float, float, float]]
    sizes: Sizes
    heights: dict[tuple[int, int], float]  # of the box of each cell

    def track(self, line: tuple[str, int], track: int, count: int) -> float:
        """The coordinate across a line of one of its tracks."""
        kind, at = line
        low, high = (self.ys if kind == "flat" else self.xs)[at]
        if at % 2 == 0:
            before = (self.channels if kind == "flat" else self.gutters)[at // 2][0]
            return low + before + track * self.sizes.track
        space = self.sizes.port if kind == "flat" else min(self.sizes.port + 6, (self.sizes.box - 40) / max(1, count - 1))
        return (low + high) / 2 + (track - (count - 1) / 2) * space

    def border(self, cell: tuple[int, int], towards: tuple[int, int], across: tuple[str, float]) -> Point:
        """Where a line leaves or meets the box of a cell."""
        if across[0] == "flat":
            low, high = self.xs[cell[0]]
            return (high if towards[0] > cell[0] else low), across[1]
        low, high = self.side(cell)
        return across[1], (high if towards[1] > cell[1] else low)

    def side(self, cell: tuple[int, int]) -> tuple[float, float]:
        """The top and the foot of the box of a cell: in the middle of its row."""
        low, high = self.ys[cell[1]]
        return (low + high - self.heights[cell]) / 2, (low + high + self.heights[cell]) / 2


def places(start: float, gaps: Sequence[float], cells: Sequence[float]) -> list[tuple[float, float]]:
    """Both ends of each gap and cell, in turn."""
    sizes = [size for pair in zip(gaps, cells, strict=False) for size in pair] + [gaps[-1]]
    ends = list(accumulate(sizes, initial=start))
    return list(pairwise(ends))


def rounded(value: float) -> float:
    """A length to a tenth of a px."""
    return round(value, 1)
