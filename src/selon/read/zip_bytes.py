"""The bytes of a ZIP's member, as far as they can be read, also where they are not what its checksum says.

Source: APPNOTE.TXT 6.3.10 (PKWARE), 4.3.
"""

import io
import struct
import zipfile
import zlib
from typing import Any, BinaryIO

_HEAD = struct.Struct("<4s5H3I2H")  # before a member
_BEGIN = b"PK\x03\x04"
_STEP_BYTES = 4_096  # unpacked at once: so much is lost before a break


class Member(io.RawIOBase):
    """A member's bytes, unpacked, as they are: its checksum is compared when all was read, and `is_damaged` tells the rest."""

    def __init__(self, stream: BinaryIO, info: zipfile.ZipInfo) -> None:
        stream.seek(info.header_offset)
        head = stream.read(_HEAD.size)
        is_head = len(head) == _HEAD.size and head.startswith(_BEGIN)
        names = _HEAD.unpack(head)[-2:] if is_head else (len(info.orig_filename.encode()), 0)
        self._stream, self._info = stream, info
        self._at, self._left = info.header_offset + _HEAD.size + sum(names), info.compress_size
        self._unpacker: Any = zlib.decompressobj(-15) if info.compress_type == zipfile.ZIP_DEFLATED else None
        self._held = b""  # packed
        self._checksum = 0
        self.is_damaged = False

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, room: Any) -> int:
        """Read the next bytes.

        Raises:
            OSError: it cannot be unpacked; asked again, it has ended.
        """
        part = self._stored(len(room)) if self._unpacker is None else self._inflated(len(room))
        self._checksum = zlib.crc32(part, self._checksum)
        self.is_damaged |= not part and len(room) > 0 and self._checksum != self._info.CRC
        room[: len(part)] = part
        return len(part)

    def _stored(self, size: int) -> bytes:
        self._stream.seek(self._at)
        part = self._stream.read(min(size, self._left))
        self._at, self._left = self._at + len(part), self._left - len(part)
        return part

    def _inflated(self, size: int) -> bytes:
        part = b""
        while not part and not self._unpacker.eof and (packed := self._held or self._stored(_STEP_BYTES)):
            try:
                part = self._unpacker.decompress(packed, size)
            except zlib.error as error:
                self._held, self._left, self.is_damaged = b"", 0, True
                raise OSError(f"the member of the ZIP cannot be unpacked: {error}") from error
            self._held = self._unpacker.unconsumed_tail
        return part
