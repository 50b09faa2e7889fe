"""The records of an archive, and its breaks: it goes on behind them, with the next member or frame that packs a record, or the next head.

Source: WARC 1.1 (ISO 28500:2017), 5 and annex D, by which each record is a member of its own.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator

from selon.read.first_bytes import GZIP
from selon.read.limits import MAX_HEADER_BYTES
from selon.read.rewinding import Window
from selon.read.warc_packing import Gzip, Packing, Plain, Zstd, next_record, packing_of

_PART_BYTES = 1 << 20
_FIRST = b"WARC/"
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,18})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Break:
    """A record, or a stretch of an archive, that cannot be read: somewhere between two of its bytes, or up to its end."""

    why: str
    start: int
    end: int | None


def records(stream: BinaryIO) -> Iterator[Any | Break]:
    """Yield the records of all kinds as the library has them, and each break once, in their order.

    `stream`: one in which one can go back (rewinding.py).
    """
    packing = packing_of(stream)
    start: int | None = 0
    why: str | None = None  # what broke, and was not yielded yet
    behind = 0  # the byte of the record before it
    is_placed = False  # was it found where it begins?
    while start is not None:
        last, met = start, 0
        broken: str | None = None
        rest = packing.resumed(stream)
        try:
            for record in ArchiveIterator(rest, parse_http=False, max_header_len=MAX_HEADER_BYTES, fsspec_args=False):
                place = record.stream_pos + rest.base
                if why is not None:
                    yield Break(why, behind, place)
                why, is_placed, last, met = None, False, place, met + 1
                if isinstance(stream, Window):
                    stream.keep_from(last)
                yield record
        except (OSError, ValueError, EOFError) as error:
            broken = str(error)
        if broken is not None:
            if why is not None and is_placed:
                yield Break(why, behind, last)
                why = None
            behind = behind if why is not None else last
            why, is_placed = broken, not met
        start = _next_start(stream, last, packing, is_broken=broken is not None)
    if why is not None:
        yield Break(why, behind, None)


def _next_start(stream: BinaryIO, last: int, packing: Packing, *, is_broken: bool) -> int | None:
    """The byte at which the archive goes on, and the stream stands there; None at its end."""
    end = _end_of(stream, last) if isinstance(packing, Plain) else None
    if not is_broken and not _has_swallowed(stream, last, packing, end):
        return None
    start = next_record(stream, last + 1 if end is None or not _ends_at(stream, end) else end, packing)
    if start is not None:
        stream.seek(start)
    return start


def _has_swallowed(stream: BinaryIO, last: int, packing: Packing, end: int | None) -> bool:
    """Does the last record say that it is longer than it can be? Then those behind it were taken for a part of it."""
    if isinstance(packing, Plain):
        return end is not None and end > stream.seek(0, io.SEEK_END)
    return _is_short(stream, last, packing)


def _end_of(stream: BinaryIO, start: int) -> int | None:
    """The byte behind a plain record that begins at `start`, by what its head says; None where it says nothing."""
    if stream.seek(start) != start:
        return None
    size = _announced(stream.read(MAX_HEADER_BYTES))
    return None if size is None else start + size


def _announced(head: bytes) -> int | None:
    """How long a record is, with its head, by what this says."""
    head, blank, _ = head.partition(b"\r\n\r\n")
    said = _LENGTH.search(head) if blank and head.startswith(_FIRST) else None
    return len(head) + len(blank) + int(said[1]) if said else None


def _is_short(stream: BinaryIO, start: int, packing: Packing) -> bool:
    """Does what packs the record at `start` hold less than the record says?"""
    if stream.seek(start) != start:
        return False
    head, size = b"", 0
    try:
        for plain in _gunzipped(stream) if isinstance(packing, Gzip) else _unpacked(stream, packing):
            head, size = head if len(head) > MAX_HEADER_BYTES else head + plain, size + len(plain)
    except (zlib.error, OSError, ValueError, EOFError):
        return True
    announced = _announced(head)
    return announced is not None and announced > size


def _gunzipped(stream: BinaryIO) -> Iterator[bytes]:
    """Yield what one member packs, in parts; nothing, where none begins."""
    unpacker, part = zlib.decompressobj(wbits=31), stream.read(_PART_BYTES)
    is_member = part.startswith(GZIP)
    while is_member and part and not unpacker.eof:
        yield unpacker.decompress(part, _PART_BYTES)
        part = unpacker.unconsumed_tail or (b"" if unpacker.eof else stream.read(_PART_BYTES))
    yield unpacker.flush()


def _unpacked(stream: BinaryIO, packing: Packing) -> Iterator[bytes]:
    """Yield what frames pack, in parts, up to the end of the archive."""
    unpacker = packing.unpacking(stream) if isinstance(packing, Zstd) else stream
    while part := unpacker.read(_PART_BYTES):
        yield part


def _ends_at(stream: BinaryIO, end: int) -> bool:
    """Does a record end there, as each one must?"""
    return stream.seek(end) == end and stream.read(4) == b"\r\n\r\n"
