"""The bytes of a stream from its first, out of what packs them: gzip, zstd."""

import io
import zlib
from typing import Any, BinaryIO, cast

from fastwarc.stream_io import ZstdReader

from selon.read.first_bytes import GZIP, ZSTD
from selon.read.limits import SNIFFED_BYTES

_PACKED_BYTES = 1 << 18  # of a packed file: a block of zstd holds up to 128 kB, and only the whole of it can be unpacked
_PART_BYTES = 1 << 14  # unpacked at once
_STEP_BYTES = 512  # of what is unpacked: what stands before a break comes out


def headed(raw: BinaryIO) -> tuple[bytes, io.BufferedReader]:
    """The first bytes of a stream, as many as show its format, and the stream from its beginning.

    A pipe gives what it has at the moment, be it one byte, and cannot be wound back.
    """
    stream = cast(io.BufferedReader, raw if hasattr(raw, "peek") else io.BufferedReader(cast(io.RawIOBase, raw)))
    if stream.seekable():
        start = stream.tell()
        head = _first(stream)
        stream.seek(start)
        return head, stream
    head = _first(stream)
    return head, io.BufferedReader(_Again(head, stream))


def _first(stream: BinaryIO) -> bytes:
    head = stream.read(SNIFFED_BYTES)
    return head + stream.read(_PACKED_BYTES) if head.startswith((GZIP, *ZSTD)) else head


class _Again(io.RawIOBase):
    """The bytes of a stream, and before them those that were read of it already."""

    def __init__(self, head: bytes, rest: io.BufferedReader) -> None:
        self._head, self._rest, self._at = head, rest, 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        """How many bytes were read: the libraries that unpack ask for that."""
        return self._at

    def readinto(self, room: Any) -> int:
        part = self._head[: len(room)] or self._rest.read1(len(room))
        self._head, self._at = self._head[len(part) :], self._at + len(part)
        room[: len(part)] = part
        return len(part)


def plain_head(head: bytes, *, is_archive: bool) -> bytes:
    """The first bytes of a file, unpacked as far as they go; an archive may be broken in them, and goes on behind."""
    if head.startswith(GZIP):
        try:
            return _gunzipped(head)
        except zlib.error:
            if is_archive:
                return b"WARC/"
            raise
    if head.startswith(ZSTD[0]):
        return _unpacked(head, is_archive=is_archive)
    return b"WARC/" if head.startswith(ZSTD[1]) else head[:SNIFFED_BYTES]  # only archives have a dictionary in front


def _gunzipped(head: bytes) -> bytes:
    """Of the first members that hold anything."""
    plain = b""
    while head.startswith(GZIP) and len(plain) < SNIFFED_BYTES:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            plain += unpacker.decompress(head, SNIFFED_BYTES - len(plain))
        except zlib.error:
            if not plain.startswith(b"WARC/"):  # behind a broken record of an archive others follow
                raise
            break
        head = unpacker.unused_data
    return plain


def _unpacked(head: bytes, *, is_archive: bool) -> bytes:
    """Of the first frames."""
    reader, plain = ZstdReader(io.BytesIO(head), fsspec_args=False), b""
    try:
        while len(plain) < SNIFFED_BYTES and (part := reader.read(_STEP_BYTES)):
            plain += part
    except OSError:
        if plain.startswith(b"WARC/"):  # behind a broken record of an archive others follow
            return plain
        if is_archive:
            return b"WARC/"
        raise
    return plain


def unpacked(stream: io.BufferedReader, head: bytes) -> io.BufferedReader:
    """The stream without its packing; `head`: its first bytes."""
    if head.startswith(GZIP):
        return io.BufferedReader(_Gunzipped(stream), _PACKED_BYTES)
    return io.BufferedReader(_Zstd(stream)) if head.startswith(ZSTD) else stream


class _Gunzipped(io.RawIOBase):
    """The bytes that gzip members pack, to the last before a break. Zeros behind a member are passed over, as gzip does."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._packed, self._held = packed, b""
        self._plain = b""  # what came out before a break
        self._error = ""
        self._unpacker: Any = zlib.decompressobj(wbits=31)
        self._is_begun = False  # the member that is being unpacked

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        """Read the next bytes.

        Raises:
            EOFError: the last member is cut off.
            zlib.error: a member is broken.
        """
        part = b""
        while not part and not self._plain:
            if self._error:
                raise zlib.error(self._error)
            if not self._held and not self._more():
                return 0
            part = self._unpacked(len(room))
        if not part:
            part, self._plain = self._plain[: len(room)], self._plain[len(room) :]
        room[: len(part)] = part
        return len(part)

    def _more(self) -> bool:
        self._held = self._packed.read(_PART_BYTES)
        if not self._is_begun:
            self._held = self._held.lstrip(b"\0")
        elif not self._held:
            self._plain = self._unpacker.flush()
            if not self._plain:
                raise EOFError
        return bool(self._held or self._plain)

    def _unpacked(self, size: int) -> bytes:
        before = self._unpacker.copy()
        self._is_begun = True
        try:
            part: bytes = self._unpacker.decompress(self._held, size)
        except zlib.error as error:
            self._error = str(error)
            self._plain = _before_it_breaks(before, self._held)
            return b""
        self._held = self._unpacker.unused_data.lstrip(b"\0") if self._unpacker.eof else self._unpacker.unconsumed_tail
        if self._unpacker.eof:
            self._unpacker, self._is_begun = zlib.decompressobj(wbits=31), False
        return part


def _before_it_breaks(unpacker: Any, packed: bytes) -> bytes:
    plain = b""
    for at in range(len(packed)):
        try:
            plain += unpacker.decompress(packed[at : at + 1])
        except zlib.error:
            break
    return plain


class _Zstd(io.RawIOBase):
    """The bytes that zstd frames pack."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._reader: Any = ZstdReader(packed, fsspec_args=False)

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        plain: bytes = self._reader.read(len(room))
        room[: len(plain)] = plain
        return len(plain)
