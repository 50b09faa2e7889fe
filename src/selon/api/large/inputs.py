"""The files of a run, cut into slices: some small files together, or so many records of a large one.

Counts decide, so slices are the same on any machine.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from selon import read
from selon.engine import Local
from selon.errors import InputError, UsageError
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.formats import opened
from selon.read.paths import Source

_WHOLE_BYTES = 200_000  # a larger file that may hold many records is asked how many
_SINGLE = frozenset(("html", "markdown", "mhtml", "pdf", "text"))  # formats of one record
_GROUP_BYTES = 64_000_000  # of small files in one slice
_TICK = 200  # records passed over, after which a worker says that it lives
_KNOWN = "inputs.json"


@dataclass(frozen=True, slots=True)
class Input:
    """One file and what it holds."""

    source: Source
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Slice:
    """Records that are read together: of some files, or from `first` to before `last` of one."""

    sources: tuple[Source, ...]
    first: int
    last: int | None  # None: to the end
    inputs: tuple[str, ...]  # what they are called and what they hold, hashed


def inputs(paths: Iterable[Path | str], home: Path) -> tuple[list[Input], list[Rejected]]:
    """The files below the paths, in their order, and what is none; hashes that are known of unchanged files are kept in `home`.

    Raises:
        UsageError: a path is no file and no folder.
    """
    known = _known(home)
    found: list[Input] = []
    rejected: list[Rejected] = []
    for source in read.sources(paths):
        if isinstance(source, Rejected):
            rejected.append(source)
            continue
        if source.path is None:
            raise UsageError("a large run reads files and folders", where=source.address, fix="keep it in a file first, or leave out --out")
        try:
            stat = source.path.stat()
            mark = json.dumps([str(source.path.resolve()), stat.st_size, stat.st_mtime_ns])
            known[mark] = known.get(mark) or _sha256(source.path)
        except OSError as error:
            what, fix = f"it cannot be read: {error.strerror or error}", "see that it may be read and is whole"
            rejected.append(Rejected(record=source.id, stage="read", what=what, where=source.address, fix=fix))
            continue
        found.append(Input(source, known[mark], stat.st_size))
    (home / _KNOWN).write_text(json.dumps(known), encoding="utf-8")
    return found, rejected


def is_large(one: Input) -> bool:
    """Is a file to be cut, because it is large and of a format that holds many records?"""
    if one.size <= _WHOLE_BYTES:
        return False
    try:
        with opened(one.source) as (_, name):
            return name not in _SINGLE
    except (InputError, OSError):
        return False  # who reads it says what is wrong


def slices(found: Sequence[Input], counts: dict[str, int], records: int) -> Iterator[Slice]:
    """Yield the slices of all files, in their order.

    Args:
        found: the files.
        counts: by address, how many records each large file holds.
        records: in a slice, at most; files of a group count as one.
    """
    group: list[Input] = []
    for one in found:
        if group and (one.source.address in counts or len(group) == records or sum(x.size for x in group) + one.size > _GROUP_BYTES):
            yield _slice(group, 0, None)
            group = []
        if one.source.address not in counts:
            group.append(one)
            continue
        starts = range(0, max(1, counts[one.source.address]), records)
        for first in starts:
            yield _slice([one], first, first + records if first != starts[-1] else None)
    if group:
        yield _slice(group, 0, None)


def captures(piece: Slice, engine: Local) -> Iterator[Capture | Rejected]:
    """Yield the captures of a slice, and what could not be read; a large file is read by a process of its own."""
    if (piece.first, piece.last) == (0, None):
        for source in piece.sources:
            yield from read.records(source, apart=engine.apart)
        return
    (source,) = piece.sources
    try:
        for record in engine.apart(partial(_cut, piece.first, piece.last), source, where=source.address):
            if record is not None:
                yield record
    except InputError as error:
        yield Rejected(record=source.id, stage="read", what=error.what, where=error.where, fix=error.fix)


def counted(source: Source, engine: Local) -> int:
    """How many records a file holds, those that cannot be read included; if reading it breaks off, as many as were seen."""
    count = 0
    try:
        for count in engine.apart(_count, source, where=source.address):  # noqa: B007 (the last one is what is asked for)
            pass
    except InputError:
        pass  # who reads the last slice says it
    return count


def _cut(first: int, last: int | None, source: Source) -> Iterator[Capture | Rejected | None]:
    """Yield some records of a file, and None now and then while others are passed over."""
    left = None if last is None else last - first
    for record in read.records_behind(source, first):
        yield record
        if left is not None and record is not None:
            left -= 1
            if left == 0:
                return


def _count(source: Source) -> Iterator[int]:
    """Yield how many records there are, again and again, the whole number last."""
    number = 0
    for number, _ in enumerate(read.records(source), 1):
        if number % _TICK == 0:
            yield number
    yield number


def _slice(group: Sequence[Input], first: int, last: int | None) -> Slice:
    told = [f"{one.source.address}\0{one.source.id}\0{one.sha256}" for one in group]
    return Slice(tuple(one.source for one in group), first, last, (hashlib.sha256("\n".join(told).encode()).hexdigest(), f"{first}-{last}"))


def _known(home: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads((home / _KNOWN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
