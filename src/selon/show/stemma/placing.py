"""Drawing -> layout: the grid and the routes in px.

Each row is as high as its fullest node and the lines that end at its sides; each gutter and channel as wide as its tracks, and wider where
lines end at a box beside it, so that a number and a tip have their place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from selon.show.stemma import captions
from selon.show.stemma.captions import NAME, SMALL, Caption
from selon.show.stemma.discs import discs
from selon.show.stemma.drawing import Drawing
from selon.show.stemma.folding import MOST_UNFOLDED
from selon.show.stemma.frame import Frame, places, rounded
from selon.show.stemma.grid import Grid, grid
from selon.show.stemma.layout import Box, Layout, Line, Point, Strip, Text
from selon.show.stemma.measure import lines
from selon.show.stemma.routes import Route, routes
from selon.show.stemma.said import said
from selon.show.stemma.sizes import DENSE, NARROW, NARROW_BOX, NARROW_PAGE, WIDE, Sizes
from selon.show.stemma.tracks import Tracks, tracks
from selon.show.wording import Wording

_SENTENCE = 640.0  # px, of a layout that says only why nothing is drawn
_LEAST_WIDTH = 480.0  # of a wide one: notes have room
_LEADING = 17.0


def laid_out(drawing: Drawing, words: Wording, *, narrow: bool = False) -> Layout:
    """The drawing with every node, line and text in its place, for the words of one language.

    Narrow has all nodes in one column, for a page some 360 px wide.
    """
    if drawing.too_many:
        return _sentence(drawing, words)
    sizes = NARROW if narrow else DENSE if len(drawing.nodes) > MOST_UNFOLDED else WIDE
    cells = grid(drawing, narrow=narrow)
    ways = routes(drawing, cells)
    side = tracks(ways)
    sizes = _fitted(sizes, side) if narrow else sizes
    written = {
        node.key: captions.caption(node, drawing, words, beside=sizes.beside, below=sizes.below, station=narrow) for node in drawing.nodes
    }
    return _Plan(drawing, words, sizes, cells, ways, side, written).layout()


def _fitted(sizes: Sizes, side: Tracks) -> Sizes:
    """The sizes of a narrow layout: the box takes what the lines on its left leave."""
    count = side.count.get(("upright", 0), 0)
    left = 2 * sizes.margin + sizes.edge + sizes.gap + sizes.stub + max(0, count - 1) * sizes.track
    least, most = NARROW_BOX
    return replace(sizes, box=min(most, max(least, NARROW_PAGE - left)))


def _sentence(drawing: Drawing, words: Wording) -> Layout:
    text = words.say("%(n)s nodes are too many to draw: the table has all of them.", n=words.number(len(drawing.nodes)))
    texts = [
        Text(kind="remark", words=line, x=16, y=30 + 18 * row, size=NAME) for row, line in enumerate(lines(text, NAME, _SENTENCE - 32, 3))
    ]
    return Layout(
        drawing=drawing,
        width=_SENTENCE,
        height=30 + 18 * len(texts),
        left=0,
        boxes=(),
        lines=(),
        strips=(),
        texts=tuple(texts),
        narrow=False,
    )


@dataclass(frozen=True)
class _Plan:
    drawing: Drawing
    words: Wording
    sizes: Sizes
    grid: Grid
    routes: Sequence[Route]
    tracks: Tracks
    captions: dict[str, Caption]

    def layout(self) -> Layout:
        """Everything in its place."""
        ends = self._ends()
        gutters = [self._room(("upright", 2 * index), ends) for index in range(len(self.grid.columns) + 1)]
        if self.grid.narrow:
            gutters[-1] = (self.sizes.edge, 0.0, 0.0)
        dates = self._dates()
        channels = [self._channel(index, ends, dates) for index in range(len(self.grid.rows) + 1)]
        heights = self._heights(dates)
        sizes = self.sizes
        xs = places(sizes.margin + sizes.dates, [sum(gap) for gap in gutters], [sizes.box] * len(self.grid.columns))
        ys = places(sizes.head, [sum(gap) for gap in channels], heights)
        frame = Frame(xs, ys, gutters, channels, sizes, self._own_heights(heights))
        width = max(xs[-1][1] + sizes.margin, 0 if self.grid.narrow else _LEAST_WIDTH)
        boxes = tuple(self._box(key, frame) for key in self.grid.at)
        drawn = self._lines(frame, boxes)
        strips = self._strips(frame)
        bottom = ys[-1][1]
        notes = self._notes(bottom + 8, width)
        return Layout(
            drawing=self.drawing,
            width=rounded(width),
            height=rounded(notes[-1].y + 14 if notes else bottom + 6),
            left=sizes.margin,
            boxes=boxes,
            lines=drawn,
            strips=strips,
            texts=(*self._stations(frame), *self._date_texts(dates, frame, strips), *notes),
            narrow=self.grid.narrow,
        )

    def _ends(self) -> set[tuple[str, int, int]]:
        """Where a line needs room for its number beside a gutter or a channel: the line, and on which side of it the box stands.

        That is the end at which a line is alone: its target's, or its source's where it shares a trunk into its target.
        """
        found = set()
        for route in self.routes:
            a, b = route.corners[:2] if route.bundle[0] == "to" else route.corners[:-3:-1]
            way = 0 if a[1] == b[1] else 1
            side = 1 if b[way] > a[way] else -1
            found.add((("upright", "flat")[way], a[way] + side, -side))
        return found

    def _room(self, line: tuple[str, int], ends: set[tuple[str, int, int]]) -> tuple[float, float, float]:
        """The room before, for and after the tracks of a gutter or a channel."""
        sizes, count = self.sizes, self.tracks.count.get(line, 0)
        before, after = ((*line, -1) in ends), ((*line, 1) in ends)
        if not count:
            return (sizes.stub + 6 if before or after else sizes.empty, 0.0, 0.0)
        return (sizes.stub if before else sizes.gap, (count - 1) * sizes.track, sizes.stub if after else sizes.gap)

    def _channel(self, index: int, ends: set[tuple[str, int, int]], dates: Sequence[list[str]]) -> tuple[float, float, float]:
        before, tracks_, after = self._room(("flat", 2 * index), ends)
        first = index < len(self.grid.rows) and self.grid.rows.index(self.grid.rows[index]) == index
        if self.sizes.dates or not first:
            return before, tracks_, after
        return before + len(dates[self.grid.rows[index]]) * _LEADING + 8, tracks_, after

    def _dates(self) -> list[list[str]]:
        """The lines of each band's date."""
        room = self.sizes.dates - 18 if self.sizes.dates else self.sizes.box
        return [lines(captions.band_label(band, self.words), SMALL + 0.5, room, 5) for band in self.drawing.bands]

    def _heights(self, dates: Sequence[list[str]]) -> list[float]:
        least = [2 * self.sizes.pad + 36.0] * len(self.grid.rows)
        for key, (row, _) in self.grid.at.items():
            least[row] = max(least[row], self.captions[key].height() + 2 * self.sizes.pad)
        for row in range(len(least)):
            least[row] = max(least[row], (self.tracks.count.get(("flat", 2 * row + 1), 1) - 1) * self.sizes.port + 32)
        if self.sizes.dates:
            for band, label in enumerate(dates):
                rows = self.grid.rows_of(band)
                least[rows[0]] = max(least[rows[0]], len(label) * _LEADING + 10 if len(rows) == 1 else 0)
        return least

    def _own_heights(self, rows: Sequence[float]) -> dict[tuple[int, int], float]:
        """The height of each box: that of its row, or its own where that is much less; lines that end at its sides have room."""
        own = {
            (2 * column + 1, 2 * row + 1): self.captions[key].height() + 2 * self.sizes.pad for key, (row, column) in self.grid.at.items()
        }
        for route in self.routes:
            last = len(route.corners) - 2
            for cell, towards, index in ((route.corners[0], route.corners[1], 0), (route.corners[-1], route.corners[-2], last)):
                if cell[1] == towards[1]:
                    track, count = self.tracks.of[route.arrow.number or 0, index], self.tracks.count["flat", cell[1]]
                    own[cell] = max(own[cell], 2 * (abs(track - (count - 1) / 2) * self.sizes.port + self.sizes.number + 4))
        return {cell: rows[cell[1] // 2] if rows[cell[1] // 2] - high < self.sizes.level else high for cell, high in own.items()}

    def _box(self, key: str, frame: Frame) -> Box:
        row, column = self.grid.at[key]
        low, high = frame.side((2 * column + 1, 2 * row + 1))
        return Box(
            node=self.drawing.of[key],
            caption=self.captions[key],
            x=rounded(frame.xs[2 * column + 1][0]),
            y=rounded(low),
            width=self.sizes.box,
            height=rounded(high - low),
        )

    def _lines(self, frame: Frame, boxes: Sequence[Box]) -> tuple[Line, ...]:
        ways = [(route, self._corners(route, frame)) for route in self.routes]
        spots = discs([(str(route.bundle), corners) for route, corners in ways], self.sizes.number)
        return tuple(
            Line(
                arrow=route.arrow,
                bundle=str(route.bundle),
                corners=corners,
                disc=spot,
                label=captions.arrow_label(route.arrow, self.drawing, self.words),
            )
            for (route, corners), spot in zip(ways, spots, strict=True)
        )

    def _corners(self, route: Route, frame: Frame) -> tuple[Point, ...]:
        number = route.arrow.number or 0
        count = len(route.corners) - 1
        across = []
        for index in range(count):
            a, b = route.corners[index], route.corners[index + 1]
            line = ("flat", a[1]) if a[1] == b[1] else ("upright", a[0])
            across.append((line[0], frame.track(line, self.tracks.of[number, index], self.tracks.count[line])))
        points = [frame.border(route.corners[0], route.corners[1], across[0])]
        for (kind, value), (_, other) in pairwise(across):
            points.append((other, value) if kind == "flat" else (value, other))
        points.append(frame.border(route.corners[-1], route.corners[-2], across[-1]))
        return tuple((rounded(x), rounded(y)) for x, y in points)

    def _strips(self, frame: Frame) -> tuple[Strip, ...]:
        found = []
        for band in range(len(self.drawing.bands)):
            rows = self.grid.rows_of(band)
            top = frame.ys[2 * rows[0]][0] + (8 if band else 0)
            end = frame.ys[2 * rows[-1] + 2]
            bottom = end[0] + 8 if band + 1 < len(self.drawing.bands) else end[1]
            found.append(Strip(y=rounded(top), height=rounded(bottom - top), odd=bool(band % 2)))
        return tuple(found)

    def _stations(self, frame: Frame) -> list[Text]:
        if not self.sizes.head:
            return []
        places: dict[str, int] = {}
        for column, station in enumerate(self.grid.columns):
            places.setdefault(station, column)
        return [
            Text(kind="station", words=said(self.words, station), x=rounded(frame.xs[2 * column + 1][0] + 2), y=28, size=SMALL + 0.5)
            for station, column in places.items()
        ]

    def _date_texts(self, dates: Sequence[list[str]], frame: Frame, strips: Sequence[Strip]) -> list[Text]:
        found = []
        for band, label in enumerate(dates):
            row = self.grid.rows_of(band)[0]
            if self.sizes.dates:
                x, y = self.sizes.margin + 10, frame.ys[2 * row + 1][0] + 18
            else:
                x, y = frame.xs[1][0], strips[band].y + 20
            found += [
                Text(kind="date", words=line, x=rounded(x), y=rounded(y + index * _LEADING), size=SMALL + 0.5)
                for index, line in enumerate(label)
            ]
        return found

    def _notes(self, top: float, width: float) -> list[Text]:
        room = width - 2 * self.sizes.margin
        written = " ".join(captions.notes(self.drawing, self.words))
        return [
            Text(kind="remark", words=line, x=self.sizes.margin, y=rounded(top + 16 + index * _LEADING), size=SMALL)
            for index, line in enumerate(lines(written, SMALL, room, 12))
        ]
