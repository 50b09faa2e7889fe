"""The records of an archive, and its breaks: it goes on behind them, with the next gzip member that packs a record, or the next head.

Source: WARC 1.1 (ISO 28500:2017), 5 and annex D, by which each record is a member of its own; RFC 1952 for the members.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from fastwarc.warc import ArchiveIterator

from selon.read.first_bytes import GZIP, ZSTD
from selon.read.limits import MAX_HEADER_BYTES

_PART_BYTES = 1 << 20
_MEMBER = re.compile(re.escape(GZIP) + b"\x08")
_HEAD = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n(?=[A-Za-z-]{1,60}:)")
_LONGEST = 96  # bytes of what begins a record that are looked at
_FIRST = b"WARC/"
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,18})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Break:
    """A record, or a stretch of an archive, that cannot be read."""

    why: str
    is_end: bool  # does nothing follow it?


class _Piped:
    """A stream that cannot say where it stands, and then does: the library asks for that."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        part = self._stream.read(size)
        self._at += len(part)
        return part

    def tell(self) -> int:
        return self._at


def records(stream: BinaryIO) -> Iterator[Any | Break]:
    """Yield the records of all kinds as the library has them, and each break once, in their order. A pipe ends at its first break."""
    start: int | None = 0
    why: str | None = None  # what broke, and was not yielded yet
    is_placed = False  # was it found where it begins?
    while start is not None:
        last, met = start, 0
        broken: str | None = None
        try:
            for record in ArchiveIterator(_told(stream), parse_http=False, max_header_len=MAX_HEADER_BYTES, fsspec_args=False):
                if why is not None:
                    yield Break(why, is_end=False)
                why, is_placed, last, met = None, False, record.stream_pos, met + 1
                yield record
        except (OSError, ValueError, EOFError) as error:
            broken = str(error)
        if broken is not None:
            if why is not None and is_placed:
                yield Break(why, is_end=False)
            why, is_placed = broken, not met
        start = _next_start(stream, last, is_broken=broken is not None)
    if why is not None:
        yield Break(why, is_end=True)


def _next_start(stream: BinaryIO, last: int, *, is_broken: bool) -> int | None:
    """The byte at which the archive goes on, and the stream stands there; None at its end."""
    if not _can_go_on(stream):
        return None
    is_packed = _is_packed(stream)
    end = None if is_packed else _end_of(stream, last)
    if not is_broken and not (_is_short(stream, last) if is_packed else end is not None and end > stream.seek(0, io.SEEK_END)):
        return None
    start = next_record(stream, last + 1 if end is None or not _ends_at(stream, end) else end, is_packed=is_packed)
    if start is not None:
        stream.seek(start)
    return start


def _is_packed(stream: BinaryIO) -> bool:
    stream.seek(0)
    is_packed = stream.read(len(GZIP)) == GZIP
    stream.seek(0)
    return is_packed


def _told(stream: BinaryIO) -> BinaryIO:
    try:
        stream.tell()
    except OSError:
        return cast(BinaryIO, _Piped(stream))
    return stream


def _can_go_on(stream: BinaryIO) -> bool:
    """Can a stream be read from any place, and does its form show where records begin? A pipe cannot, and zstd does not."""
    if not isinstance(stream, io.IOBase) or not stream.seekable():
        return False
    stream.seek(0)
    is_zstd = stream.read(len(ZSTD[0])).startswith(ZSTD)
    stream.seek(0)
    return not is_zstd


def next_record(stream: BinaryIO, after: int, *, is_packed: bool) -> int | None:
    """The byte at which the first record at or behind `after` begins; None where none does."""
    shape = _MEMBER if is_packed else _HEAD
    start = after
    stream.seek(start)
    held = stream.read(_PART_BYTES)
    while held:
        for found in shape.finditer(held):
            place = start + found.start()
            if not is_packed or _packs_record(stream, place):
                return place
        stream.seek(start + len(held))
        part = stream.read(_PART_BYTES)
        kept = held[-_LONGEST:] if part else b""
        start += len(held) - len(kept)
        held = kept + part if part else b""
    return None


def _end_of(stream: BinaryIO, start: int) -> int | None:
    """The byte behind a plain record that begins at `start`, by what its head says; None where it says nothing."""
    stream.seek(start)
    size = _announced(stream.read(MAX_HEADER_BYTES))
    return None if size is None else start + size


def _announced(head: bytes) -> int | None:
    """How long a record is, with its head, by what this says."""
    head, blank, _ = head.partition(b"\r\n\r\n")
    said = _LENGTH.search(head) if blank and head.startswith(_FIRST) else None
    return len(head) + len(blank) + int(said[1]) if said else None


def _is_short(stream: BinaryIO, start: int) -> bool:
    """Does the member at `start` end before its record does? Then the record has swallowed those behind it."""
    stream.seek(start)
    if stream.read(len(GZIP)) != GZIP:
        return False
    stream.seek(start)
    unpacker, head, size = zlib.decompressobj(wbits=31), b"", 0
    try:
        while not unpacker.eof and (part := stream.read(_PART_BYTES)):
            while part and not unpacker.eof:
                plain = unpacker.decompress(part, _PART_BYTES)
                part, size = unpacker.unconsumed_tail, size + len(plain)
                head = head if len(head) > MAX_HEADER_BYTES else head + plain
    except zlib.error:
        return True
    announced = _announced(head)
    return announced is not None and announced > size


def _ends_at(stream: BinaryIO, end: int) -> bool:
    """Does a record end there, as each one must?"""
    stream.seek(end)
    return stream.read(4) == b"\r\n\r\n"


def _packs_record(stream: BinaryIO, place: int) -> bool:
    stream.seek(place)
    try:
        return zlib.decompressobj(wbits=31).decompress(stream.read(4_096), len(_FIRST)) == _FIRST
    except zlib.error:
        return False
