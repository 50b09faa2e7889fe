"""Lines of a page in the order of reading. Most files write column after column; some write across, and are put in order by their places.

A column's left edge is an x at which many lines begin. What stands at one height on several pages and says the same, but for numbers, is
a running head or foot.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from selon.clean.pdf.document import Part, same_line

_EDGE_POINTS = 3.0
_COLUMN_POINTS = 30.0  # no column is narrower
_COLUMN_CHARS = 15  # nor shorter in its lines: page numbers beside a table of contents are no column
_EDGE_LINES = 8  # so many lines begin at one x: an edge
_ACROSS_LINES = 5  # so many times the file writes from one column into another at one height: it writes across
_HEAD_PAGES = 3
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of one column."""

    text: str
    x: float
    y: float
    size: float  # of most of its characters
    page: int
    runs: bool = False  # it is a running head or foot


def lines(parts: tuple[Part, ...]) -> tuple[list[Line], tuple[int, ...]]:
    """The lines in the order of reading, and the pages (from 1) whose columns had to be put in order."""
    found: list[Line] = []
    ordered: list[int] = []
    for page, group in groupby(parts, key=lambda part: part.page):
        those = list(group)
        edges = _edges(those)
        here = [line for row in _rows(those) for line in _parted(row, edges)]
        if _is_across(here, edges):
            ordered.append(page + 1)
            here = sorted(here, key=lambda line: _column(line, edges))
        found += here
    return _told(found), tuple(ordered)


def _rows(parts: list[Part]) -> list[list[Part]]:
    rows: list[list[Part]] = []
    for part in parts:
        if rows and same_line(rows[-1][-1], part) and part.x >= rows[-1][-1].x - part.size:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _edges(parts: list[Part]) -> list[float]:
    """Where columns begin: the x, each once, at which many parts of text begin, the leftmost first."""
    starts = sorted((part.x, len(part.text)) for part in parts)
    places = [x for x, _ in starts]
    edges: list[float] = []
    for x in places:
        if edges and x - edges[-1] <= _COLUMN_POINTS:
            continue
        near = starts[bisect_left(places, x - 1.0) : bisect_right(places, x + 1.0)]
        if len(near) >= _EDGE_LINES and median(chars for _, chars in near) >= _COLUMN_CHARS:
            edges.append(x)
    return edges


def _parted(row: list[Part], edges: list[float]) -> list[Line]:
    """A row as lines: one for each column that it runs through."""
    groups: list[list[Part]] = []
    for part in row:
        begins = any(abs(part.x - edge) <= _EDGE_POINTS for edge in edges[1:])
        if not groups or (begins and part.x - groups[-1][0].x > _COLUMN_POINTS):
            groups.append([part])
        else:
            groups[-1].append(part)
    return [_line(group) for group in groups]


def _line(group: list[Part]) -> Line:
    sizes: Counter[float] = Counter()
    for part in group:
        sizes[round(part.size, 1)] += len(part.text)
    text = "".join(part.text for part in group).strip()
    return Line(text=text, x=group[0].x, y=group[0].y, size=sizes.most_common(1)[0][0], page=group[0].page)


def _column(line: Line, edges: list[float]) -> int:
    return sum(1 for edge in edges[1:] if line.x >= edge - _EDGE_POINTS)


def _is_across(found: list[Line], edges: list[float]) -> bool:
    pairs = pairwise(found)
    many = sum(1 for one, other in pairs if abs(one.y - other.y) <= 1.0 and _column(one, edges) != _column(other, edges))
    return len(edges) > 1 and many >= _ACROSS_LINES


def _told(found: list[Line]) -> list[Line]:
    """The lines, running heads and feet told as such."""
    pages: dict[tuple[int, str], set[int]] = defaultdict(set)
    for line in found:
        pages[round(line.y), _DIGITS.sub("0", line.text)].add(line.page)
    return [replace(line, runs=len(pages[round(line.y), _DIGITS.sub("0", line.text)]) >= _HEAD_PAGES) for line in found]
