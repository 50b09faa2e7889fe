"""A WARC file that grows by whole exchanges, and what to do with one that an interrupted run has left.

Each exchange is written in one piece and flushed to the disk before it is told of; a run that is killed leaves at most one record that is
cut short, at the end of its own file, and `mended` cuts it off.
"""

import fcntl
import os
import zlib
from contextlib import suppress
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from selon.disk import synced
from selon.errors import Malformed, UsageError
from selon.read.fetch.exchange import Exchange
from selon.read.fetch.held import Held
from selon.read.fetch.records import Notes, held, packed, packed_about
from selon.read.fetch.settings import Settings
from selon.read.fetch.world import World

NAMES = "[0-9]*T[0-9]*Z-[0-9][0-9]*.warc.gz"  # of the archives that are written here
MAX_ARCHIVE_BYTES = 1_000_000_000  # then the next file begins
_STEP = 1 << 20
_GZIP = 16 + zlib.MAX_WBITS


class Archive:
    """The archive that one run writes into, in a `with`; its file is made with the first exchange."""

    def __init__(self, folder: Path, *, settings: Settings, world: World) -> None:
        self._folder = folder
        self._settings = settings
        self._world = world
        self._file: FileIO | None = None
        self._name = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._file is not None:
            self._file.close()

    def keep(self, exchange: Exchange, notes: Notes) -> Held:
        """Keep one exchange; when this returns, it is on the disk.

        Raises:
            UsageError: the disk takes nothing (it is full, or may not be written).
        """
        try:
            file, about = self._ready()
            found = held(exchange, self._name)
            _append(file, about + packed(exchange, found, notes))
        except OSError as error:
            fix = "see that the disk has room and may be written"
            raise UsageError(f"nothing can be kept: {error.strerror or error}", where=str(self._folder), fix=fix) from error
        return found

    def _ready(self) -> tuple[FileIO, bytes]:
        """The file to write into, and what must stand at its beginning where it is new."""
        if self._file is not None and self._file.tell() < MAX_ARCHIVE_BYTES:
            return self._file, b"" if self._file.tell() else self._about()
        if self._file is not None:
            self._file.close()
        self._file = self._opened()
        return self._file, self._about()

    def _opened(self) -> FileIO:
        """A new file, which no other run writes into or mends."""
        stamp, number = self._world.now().strftime("%Y%m%dT%H%M%SZ"), 0
        while True:
            self._name = f"{stamp}-{number:02}.warc.gz"
            try:
                made = FileIO(self._folder / self._name, "x")
            except FileExistsError:
                number += 1
                continue
            fcntl.flock(made.fileno(), fcntl.LOCK_EX)
            synced(self._folder)
            return made

    def _about(self) -> bytes:
        agent = self._settings.agent
        about = {
            "software": agent.partition(" ")[0],
            "format": "WARC File Format 1.1",
            "http-header-user-agent": agent,
            "operator": self._settings.contact or "",
            "robots": "followed for what a feed or a sitemap lists; not asked for a page that a person names",
        }
        return packed_about(self._name, self._world.now(), about)


def mended(path: Path) -> int:
    """Cut off the record that an interrupted run has not written to its end; how many bytes that was.

    An archive that another run is writing just now is left alone; one in which no whole record stands is removed.

    Raises:
        Malformed: it is broken otherwise; it is left as it is.
    """
    with path.open("r+b") as stream:
        try:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 0
        size = os.fstat(stream.fileno()).st_size
        try:
            whole = _whole_bytes(stream)
        except zlib.error as error:
            fix = "put back a copy of it; the records before the break are read"
            raise Malformed(f"the archive is damaged: {error}", where=str(path), fix=fix) from error
        if not whole:
            path.unlink()
        elif whole < size:
            stream.truncate(whole)
            os.fsync(stream.fileno())
        return size - whole


def _append(file: FileIO, block: bytes) -> None:
    """Write a block to its end and to the disk; where that fails, the file is as it was."""
    before = file.tell()
    try:
        rest = memoryview(block)
        while rest:
            rest = rest[file.write(rest) :]
        os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(before)
            file.seek(before)
        raise


def _whole_bytes(stream: BinaryIO) -> int:
    """Where the last whole gzip member ends, in bytes."""
    whole = read = 0
    member = zlib.decompressobj(_GZIP)
    rest = b""
    while rest or (rest := stream.read(_STEP)):
        before = len(rest)
        member.decompress(rest, _STEP)
        rest = member.unused_data if member.eof else member.unconsumed_tail
        read += before - len(rest)
        if member.eof:
            whole, member = read, zlib.decompressobj(_GZIP)
    return whole
