"""Reads CSV and TSV: one article a row, under a heading. Source: RFC 4180; the separator is told by the heading.

The bytes of a cell stay as they are: structure is read from them one to one, and each article's encoding is told on its own. A row that
is broken is rejected with its line, and the next line begins a new one, so that a quotation mark that is never closed costs one row.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from itertools import chain
from typing import Any, BinaryIO

from selon.errors import Empty, InputError, LimitExceeded, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.limits import MAX_LINE_BYTES, MAX_TEXT_BYTES
from selon.read.paths import Source
from selon.read.rows import columns, row_capture

_SEPARATORS = (",", ";", "\t", "|")
_BYTES = "latin-1"  # one character a byte, both ways
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SHORTER = "cut the record up"
_MOST_NEW_STARTS = 20  # after so many broken rows, what a broken row spans is not read again: time stays linear
csv.field_size_limit(6 * MAX_TEXT_BYTES)  # a larger cell is read to its end, and refused then: else nobody knows where the next row begins


class _LongLine(csv.Error):
    """A line that was passed over."""


class _Lines:
    """The lines of a file, with their numbers; those of a broken row can be given back."""

    def __init__(self, lines: Iterator[str | None]) -> None:
        self._lines = lines
        self._back: list[str | None] = []
        self.number = 0
        self.row: list[str | None] = []  # the lines of the row that is being read; None is one that was passed over
        self.new_starts = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines)
        self.number += 1
        self.row.append(line)
        if line is None:
            raise _LongLine(f"the line is longer than {MAX_LINE_BYTES // 1_000_000} MB")
        return line

    def start_again(self) -> int:
        """Give all lines of the row back but its first; how many lines the row has lost."""
        self.new_starts += 1
        if self.new_starts > _MOST_NEW_STARTS:
            return len(self.row)
        self.number -= len(self.row) - 1
        self._back += reversed(self.row[1:])
        return 1


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture a row, in their order, and what is wrong with the rows that are none.

    Raises:
        Empty: there is no row.
        Malformed: no column holds a text.
    """
    lines = _Lines(_lines(stream))
    try:
        names, separator = _heading(lines, source)
    except csv.Error as error:
        what, fix = f"its heading is broken: {error}", "mend its first line"
        if "\r" in (lines.row[0] or "").rstrip("\r\n"):
            what, fix = "its lines end as those of an old Macintosh did", "save it with the line ends of Unix or Windows"
        raise Malformed(what, where=f"{source.address}, line 1", fix=fix) from error
    places = {field: names.index(name) for field, name in columns(names).items()}
    if "text" not in places and "html" not in places:
        raise Malformed(
            f"no column is known to hold a text: {', '.join(names)[:200]}", where=f"{source.address}, line 1", fix="call one text or html"
        )
    table = csv.reader(lines, delimiter=separator, strict=True)
    number, is_empty = 0, True
    while True:
        lines.row = []
        first = lines.number + 1
        number += 1
        try:
            cells = next(table)
            if any(cell.strip() for cell in cells):
                is_empty = False
                yield row_capture(_row(cells, places, len(names), source, first), source, number, f"{source.address}, line {first}")
        except StopIteration:
            break
        except csv.Error as error:
            is_empty = False
            yield _rejected(error, lines.start_again(), source, first, number)
            table = csv.reader(lines, delimiter=separator, strict=True)
        except InputError as error:
            yield Rejected(record=f"{source.address}#{number}", stage="read", what=error.what, where=error.where, fix=error.fix)
    if is_empty:
        raise Empty("the table holds no row", where=source.address, fix="write it again, or leave it out")


def _lines(stream: BinaryIO) -> Iterator[str | None]:
    """Yield the lines, one character a byte, and None for one that is too long; UTF-16 is written as UTF-8 first."""
    head = stream.readline(MAX_LINE_BYTES)
    if head[:2] in _UTF_16:
        rest = codecs.iterdecode(chain([head[2:]], iter(lambda: stream.read(65_536), b"")), _UTF_16[head[:2]], errors="replace")
        yield from (line and line.encode("utf-8", "replace").decode(_BYTES) for line in _joined(rest))
        return
    line = head.removeprefix(codecs.BOM_UTF8)
    while line:
        is_long = len(line) == MAX_LINE_BYTES
        while is_long and line and not line.endswith(b"\n"):
            line = stream.readline(MAX_LINE_BYTES)
        yield None if is_long else line.decode(_BYTES)
        line = stream.readline(MAX_LINE_BYTES)


def _joined(parts: Iterator[str]) -> Iterator[str | None]:
    kept: list[str] = []
    many = 0
    for part in parts:
        *whole, last = part.split("\n")
        for line in whole:
            yield "".join((*kept, line, "\n")) if many + len(line) < MAX_LINE_BYTES else None
            kept, many = [], 0
        kept, many = kept if many < MAX_LINE_BYTES else [], many + len(last)
        kept.append(last)
    if many:
        yield "".join(kept) if many < MAX_LINE_BYTES else None


def _heading(lines: _Lines, source: Source) -> tuple[list[str], str]:
    """The names of the columns and the separator: the one that parts the heading into the most columns that are known."""
    first = next(lines, "")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=,"):  # how a spreadsheet program tells it
        return _names(next(lines, ""), first[4]), first[4]
    if not first.strip():
        raise Empty("the table holds no heading", where=source.address, fix="name its columns in the first line")
    found = [(len(columns(names)), len(names), -rank) for rank, names in enumerate(_names(first, one) for one in _SEPARATORS)]
    separator = _SEPARATORS[-max(found)[2]]
    return _names(first, separator), separator


def _names(line: str, separator: str) -> list[str]:
    return [_word(cell) for cell in next(csv.reader([line], delimiter=separator), [])]


def _word(cell: str) -> str:
    raw = cell.encode(_BYTES)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", "replace")


def _row(cells: list[str], places: dict[str, int], many: int, source: Source, line: int) -> dict[str, Any]:
    if len(cells) > many:
        raise Malformed(
            f"the row has {len(cells)} cells, and the heading {many}", where=f"{source.address}, line {line}", fix="put its texts in quotes"
        )
    if any(len(one) > MAX_TEXT_BYTES for one in cells):
        raise LimitExceeded(f"a cell is longer than {MAX_TEXT_BYTES // 1_000_000} MB", where=f"{source.address}, line {line}", fix=_SHORTER)
    cell = {field: cells[place] for field, place in places.items() if place < len(cells)}
    return {field: value.encode(_BYTES) if field in ("text", "html") else _word(value) for field, value in cell.items()}


def _rejected(error: csv.Error, lost: int, source: Source, line: int, number: int) -> Rejected:
    lines = f"line {line}" if lost == 1 else f"lines {line} to {line + lost - 1}"
    return Rejected(
        record=f"{source.address}#{number}",
        stage="read",
        what=f"the row is broken: {error}",
        where=f"{source.address}, {lines}",
        fix=_SHORTER if isinstance(error, _LongLine) else "close its quotation marks, and double those inside a cell",
    )
