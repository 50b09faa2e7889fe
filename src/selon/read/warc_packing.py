"""What an archive's records are packed in, each for itself: gzip members, zstd frames, nothing; and where the next of them begins.

Source: WARC 1.1 (ISO 28500:2017), annex D; RFC 1952 for gzip members; RFC 8878 for zstd frames; warc-zstd 1.0 for their dictionary.
"""

import io
import re
import zlib
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from fastwarc.stream_io import ZstdReader

from selon.read.first_bytes import GZIP, ZSTD
from selon.read.limits import MAX_HELD_HEAD_BYTES
from selon.read.rewinding import head

_PART_BYTES = 1 << 20
_LONGEST = 96  # bytes of what begins a record that are looked at
_FIRST = b"WARC/"
_BLOCK_BYTES = 1 << 18  # a block of zstd holds up to 128 kB, and only the whole of it can be unpacked
_MEMBER = re.compile(re.escape(GZIP) + b"\x08")
_FRAME = re.compile(re.escape(ZSTD[0]))
_HEAD = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n(?=[A-Za-z-]{1,60}:)")


class Packing(Protocol):
    """How the records of one archive are packed."""

    @property
    def shape(self) -> re.Pattern[bytes]:
        """What a record may begin with."""
        ...

    def begins_record(self, stream: BinaryIO, place: int) -> bool:
        """Does what begins so pack a record?"""
        ...

    def resumed(self, stream: BinaryIO) -> "Again":
        """What the library is to read, from where the stream stands."""
        ...


class Plain:
    """Records as they are."""

    shape = _HEAD

    def begins_record(self, stream: BinaryIO, place: int) -> bool:
        """What has the shape of a head is one."""
        return True

    def resumed(self, stream: BinaryIO) -> "Again":
        """The stream."""
        return Again(b"", stream)


class Gzip:
    """A member for each record, or one for all."""

    shape = _MEMBER

    def begins_record(self, stream: BinaryIO, place: int) -> bool:
        """Does the member there unpack to the first letters of a record?"""
        stream.seek(place)
        try:
            return zlib.decompressobj(wbits=31).decompress(stream.read(4_096), len(_FIRST)) == _FIRST
        except zlib.error:
            return False

    def resumed(self, stream: BinaryIO) -> "Again":
        """The stream."""
        return Again(b"", stream)


@dataclass(frozen=True, slots=True)
class Zstd:
    """A frame for each record, or one for all; in front of them stands the dictionary, if there is one."""

    dictionary: bytes = b""
    shape: re.Pattern[bytes] = _FRAME

    def begins_record(self, stream: BinaryIO, place: int) -> bool:
        """Does the frame there unpack to the first letters of a record?"""
        stream.seek(place)
        try:
            return self.unpacking(io.BytesIO(stream.read(_BLOCK_BYTES))).read(len(_FIRST)) == _FIRST
        except (OSError, ValueError, EOFError):
            return False

    def resumed(self, stream: BinaryIO) -> "Again":
        """The stream, with the dictionary in front of it."""
        return Again(self.dictionary if stream.tell() else b"", stream)

    def unpacking(self, stream: BinaryIO) -> ZstdReader:
        """What unpacks the frames of a stream."""
        return ZstdReader(Again(self.dictionary, stream), fsspec_args=False)


class Again:
    """A stream, and before it what is read again of its beginning.

    The library asks where it stands, and looks for a dictionary at 0 alone: `base` is what its places are less than those of the stream.
    """

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        self._first, self._stream = first, stream
        self._at = 0 if first else stream.tell()
        self.base = stream.tell() - len(first) if first else 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        part = self._first[:size] if self._first and size >= 0 else self._first
        self._first = self._first[len(part) :]
        part = part or self._stream.read(size)
        self._at += len(part)
        return part

    def tell(self) -> int:
        """The place of the next byte, less `base`."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Nobody goes back in it."""
        raise io.UnsupportedOperation("seek")

    def close(self) -> None:
        """Whoever opened the stream closes it."""


def packing_of(stream: BinaryIO) -> Packing:
    """How an archive is packed, by its first bytes; its dictionary is taken with it."""
    first = head(stream, 8)
    if first.startswith(GZIP):
        return Gzip()
    if not first.startswith(ZSTD):
        return Plain() if first.startswith(_FIRST) else _of_what_follows(head(stream, MAX_HELD_HEAD_BYTES))
    size = int.from_bytes(first[4:8], "little") + 8 if first.startswith(ZSTD[1]) else 0
    dictionary = head(stream, size) if 0 < size <= MAX_HELD_HEAD_BYTES else b""
    return Zstd(dictionary if len(dictionary) == size else b"")


def _of_what_follows(damaged: bytes) -> Packing:
    """The packing of the first record that shows one, where the very beginning is damaged."""
    ways: tuple[Packing, ...] = (Plain(), Gzip(), Zstd())
    places = [next_record(io.BytesIO(damaged), 0, packing) for packing in ways]
    return min(zip(ways, places, strict=True), key=lambda one: len(damaged) if one[1] is None else one[1])[0]


def next_record(stream: BinaryIO, after: int, packing: Packing) -> int | None:
    """The byte at which the first record at or behind `after` begins; None where none does."""
    start = stream.seek(after)
    held = stream.read(_PART_BYTES)
    while held:
        for found in packing.shape.finditer(held):
            place = start + found.start()
            if packing.begins_record(stream, place):
                return place
        stream.seek(start + len(held))
        part = stream.read(_PART_BYTES)
        kept = held[-_LONGEST:] if part else b""
        start += len(held) - len(kept)
        held = kept + part if part else b""
    return None
