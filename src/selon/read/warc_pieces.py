"""The pieces of an archive, each a record with the bytes that it takes, as they stand and unpacked: what erasing goes through.

Every byte of the archive is in one piece. A piece that is no whole record cannot be read: then it is unpacked as far as it goes, and
reaches to the next record. Source: WARC 1.1 (ISO 28500:2017), annex D; RFC 1952 for gzip members; RFC 8878, 3.1 for zstd frames.
"""

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, cast

from fastwarc.stream_io import ZstdReader, ZstdWriter

from selon.read.first_bytes import ZSTD
from selon.read.limits import MAX_HEADER_BYTES, MAX_RECORD_BYTES
from selon.read.warc_packing import Again, Gzip, Packing, Plain, Zstd, next_record, packing_of
from selon.read.zstd_frames import frame_end

_PART_BYTES = 1 << 16
_STEP_BYTES = 256  # unpacked at once before a break: what comes out of them is all that is lost
_BEGIN = b"WARC/"
_NAMED = re.compile(rb"^WARC-Type:[ \t]*[\w-]", re.MULTILINE | re.IGNORECASE)
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,18})[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. `plain`: its bytes, unpacked, at most those of two of the largest records that are read."""

    plain: bytes
    is_whole: bool
    size: int  # of the bytes it takes in the archive
    stream: IO[bytes]
    start: int
    end: int
    anew: Packing | None = None  # it stands in the archive with others in one member: apart, it gets one of its own

    def copy(self, into: IO[bytes]) -> None:
        """Write its bytes elsewhere."""
        out: Any = into
        if self.anew is not None:
            out = ZstdWriter(into) if isinstance(self.anew, Zstd) else gzip.GzipFile(fileobj=into, mode="wb", mtime=0, filename="")
        self.stream.seek(self.start)
        left = self.end - self.start
        while left and (part := self.stream.read(min(left, _PART_BYTES))):
            out.write(part)
            left -= len(part)
        if self.anew is not None:
            out.close()


def pieces(stream: BinaryIO) -> Iterator[Piece]:
    """Yield the pieces of an archive that is a file, in their order; each is to be used before the next is asked for."""
    packing = packing_of(stream)
    if isinstance(packing, Plain):
        size = stream.seek(0, io.SEEK_END)
        for start, end in _records(stream, size):
            plain = _part(stream, start, end)
            yield Piece(plain, _is_record(plain) or not plain.strip(), end - start, stream, start, end)
        return
    size, start = stream.seek(0, io.SEEK_END), 0
    while start < size:
        with SpooledTemporaryFile(max_size=2 * MAX_RECORD_BYTES) as spool:
            end, is_whole = _unpacked(stream, start, size, packing, spool)
            yield from _packed_together(stream, start, end, spool, packing, is_whole=is_whole)
        start = end


def _packed_together(stream: BinaryIO, start: int, end: int, spool: IO[bytes], packing: Packing, *, is_whole: bool) -> Iterator[Piece]:
    """Yield what one member packs: mostly one record, its own; else each of them, and what is left of a broken one."""
    plain_size = spool.seek(0, io.SEEK_END)
    records = list(_records(cast(BinaryIO, spool), plain_size))
    if len(records) <= 1:
        plain = _part(spool, 0, plain_size)
        yield Piece(plain, is_whole and (_is_record(plain) or not plain.strip()), end - start, stream, start, end)
        return
    for number, (begin, stop) in enumerate(records, 1):
        plain = _part(spool, begin, stop)
        is_read = _is_record(plain) and (is_whole or number < len(records))
        yield Piece(plain, is_read or not plain.strip(), stop - begin, spool, begin, stop, packing)


def _unpacked(stream: BinaryIO, start: int, size: int, packing: Packing, into: IO[bytes]) -> tuple[int, bool]:
    """Unpack what one member or frame packs, as far as it goes: where it ends, and whether it is whole."""
    if isinstance(packing, Gzip):
        end = _gunzipped(stream, start, into)
    else:
        assert isinstance(packing, Zstd)
        end = frame_end(stream, start, size)
        if end is not None and not _is_skipped(stream, start) and not _unpacked_frame(stream, start, end, packing, into):
            end = None
    if end is not None:
        return end, True
    return next_record(stream, start + 1, packing) or size, False


def _gunzipped(stream: BinaryIO, start: int, into: IO[bytes]) -> int | None:
    """The byte behind a member; None, where it is broken."""
    unpacker, at = zlib.decompressobj(wbits=31), start
    stream.seek(start)
    while not unpacker.eof:
        part = stream.read(_PART_BYTES)
        if not part:
            return None
        before = unpacker.copy()
        try:
            into.write(unpacker.decompress(part))
        except zlib.error:
            _until_it_breaks(before, part, into)
            return None
        at += len(part) - len(unpacker.unused_data)
    return at


def _until_it_breaks(unpacker: "zlib._Decompress", part: bytes, into: IO[bytes]) -> None:
    for at in range(0, len(part), _STEP_BYTES):
        try:
            into.write(unpacker.decompress(part[at : at + _STEP_BYTES]))
        except zlib.error:
            return


def _unpacked_frame(stream: BinaryIO, start: int, end: int, packing: Zstd, into: IO[bytes]) -> bool:
    """Unpack a frame as far as it goes; is it whole?"""
    stream.seek(start)
    reader = ZstdReader(Again(packing.dictionary, cast(BinaryIO, _Range(stream, end - start))), fsspec_args=False)
    try:
        while part := reader.read(_STEP_BYTES * 2):
            into.write(part)
    except (OSError, ValueError, EOFError):
        return False
    return True


class _Range:
    """The next bytes of a stream, and no more."""

    def __init__(self, stream: BinaryIO, size: int) -> None:
        self._stream, self._left, self._at = stream, size, 0

    def read(self, size: int = -1) -> bytes:
        part = self._stream.read(self._left if size < 0 else min(size, self._left))
        self._left, self._at = self._left - len(part), self._at + len(part)
        return part

    def tell(self) -> int:
        return self._at


def _is_skipped(stream: BinaryIO, start: int) -> bool:
    """Is it a frame that packs nothing, as the dictionary is?"""
    stream.seek(start)
    return stream.read(len(ZSTD[0])) != ZSTD[0]


def _records(stream: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
    """Yield where each plain record begins and ends, and what stands between two of them and is none."""
    at = 0
    while at < size:
        start: int | None = at if _at(stream, at, len(_BEGIN)) == _BEGIN else next_record(stream, at, Plain())
        if start is None or start > at:
            yield at, size if start is None else start
        if start is None:
            return
        head, blank, _ = _at(stream, start, MAX_HEADER_BYTES).partition(b"\r\n\r\n")
        said = _LENGTH.search(head) if blank else None
        end = start + len(head) + len(blank) + int(said[1]) if said else size + 1
        if not (end == size or (end < size and _at(stream, end, len(_BEGIN)).startswith((_BEGIN, b"\r\n")))):  # its length is wrong
            end = next_record(stream, start + 1, Plain()) or size
        while _at(stream, end, 2) == b"\r\n":
            end += 2
        yield start, end
        at = end


def _is_record(plain: bytes) -> bool:
    head, blank, _ = plain[:MAX_HEADER_BYTES].partition(b"\r\n\r\n")
    return bool(blank) and head.startswith(_BEGIN) and bool(_NAMED.search(head))


def _at(stream: BinaryIO, place: int, size: int) -> bytes:
    stream.seek(place)
    return stream.read(size)


def _part(stream: IO[bytes], start: int, end: int) -> bytes:
    stream.seek(start)
    return stream.read(min(end - start, 2 * MAX_RECORD_BYTES))
