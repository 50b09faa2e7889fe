"""A ZIP whose list of its members is lost or damaged, as when it was cut off: they are found by what stands before each of them.

Source: APPNOTE.TXT 6.3.10 (PKWARE), 4.3 and 4.5.3.
"""

import io
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, cast

from selon.errors import Malformed

_HEAD = struct.Struct("<4s5H3I2H")  # before a member
_ENTRY = struct.Struct("<4s6H3I5H2I")  # of the list of members
_END = struct.Struct("<4s4H2IH")
_FULL = 0xFFFFFFFF
_BEGIN = b"PK\x03\x04"
_HEADS = re.compile(rb"PK\x03\x04")
_NEXT = re.compile(rb"PK(?:\x03\x04|\x01\x02|\x05\x06|\x06\x06|\x07\x08)")  # what may follow a member
_SIZED_BEHIND = 0x08  # flag: its sizes stand behind it
_PART_BYTES = 1 << 20
_LONGEST_NAME = 4_096


@dataclass(frozen=True, slots=True)
class _Found:
    """A member as it was found without the list: its head, and the bytes it takes."""

    head: tuple[Any, ...]
    name: bytes
    place: int
    size: int
    plain_size: int
    checksum: int


class Mended(io.RawIOBase):
    """A ZIP and, behind it, a list of its members made from what stands before each of them."""

    def __init__(self, stream: BinaryIO, size: int, listed: bytes) -> None:
        self._stream, self._size, self._listed, self._at = stream, size, listed, 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """The place of the next byte."""
        return self._at

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence, self._size + len(self._listed))
        self._at = max(0, base + place)
        return self._at

    def readinto(self, room: Any) -> int:
        """Read the next bytes."""
        if self._at >= self._size:
            part = self._listed[self._at - self._size :][: len(room)]
        else:
            self._stream.seek(self._at)
            part = self._stream.read(min(len(room), self._size - self._at))
        room[: len(part)] = part
        self._at += len(part)
        return len(part)


def mended(stream: BinaryIO, *, most: int, where: str, fix: str) -> BinaryIO:
    """A ZIP whose list of members is lost or damaged, with a new one: at most `most` members, in their order.

    Raises:
        Malformed: not one member is found.
    """
    size = stream.seek(0, io.SEEK_END)
    found = list(islice(_members(stream, size), most))
    if not found:
        raise Malformed("the ZIP archive is broken, and no member of it is found", where=where, fix=fix)
    entries = b"".join(map(_entry, found))
    many = min(len(found), 0xFFFF)
    end = _END.pack(b"PK\x05\x06", 0, 0, many, many, len(entries), min(size, _FULL), 0)
    if size >= _FULL:
        end = (
            struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, many, many, len(entries), size) + _locator(size, len(entries)) + end
        )
    return cast(BinaryIO, Mended(stream, size, entries + end))


def _locator(size: int, listed: int) -> bytes:
    return struct.pack("<4sIQI", b"PK\x06\x07", 0, size + listed, 1)


def _entry(one: _Found) -> bytes:
    _, version, flags, way, time, day, *_ = one.head
    wide = (one.plain_size, one.size, one.place)
    extra = struct.pack("<2H3Q", 1, 24, *wide) if max(wide) >= _FULL else b""
    sizes = (_FULL, _FULL, _FULL) if extra else (one.size, one.plain_size, one.place)
    return (
        _ENTRY.pack(
            b"PK\x01\x02",
            version,
            version,
            flags,
            way,
            time,
            day,
            one.checksum,
            *sizes[:2],
            len(one.name),
            len(extra),
            0,
            0,
            0,
            0,
            sizes[2],
        )
        + one.name
        + extra
    )


def _members(stream: BinaryIO, size: int) -> Iterator[_Found]:
    """Yield the members by what stands before each; one that is cut off has what is there."""
    place = _next(stream, 0, size, _HEADS)
    while place < size:
        stream.seek(place)
        held = stream.read(_HEAD.size + 2 * _LONGEST_NAME)
        head = _HEAD.unpack(held[: _HEAD.size].ljust(_HEAD.size, b"\0"))
        name, extra = head[-2:]
        data = place + _HEAD.size + name + extra
        if head[0] != _BEGIN or not 0 < name <= _LONGEST_NAME or data > size:
            place = _next(stream, place + 1, size, _HEADS)
            continue
        more = held[_HEAD.size + name : _HEAD.size + name + extra]
        sized = _sized_behind(stream, data, size) if head[2] & _SIZED_BEHIND else _sized(head, more)
        checksum, packed_size, plain_size = sized
        yield _Found(head, held[_HEAD.size : _HEAD.size + name], place, min(packed_size, size - data), plain_size, checksum)
        place = _next(stream, min(data + packed_size, size), size, _HEADS)


def _sized(head: tuple[Any, ...], extra: bytes) -> tuple[int, int, int]:
    """Checksum, packed size and size of a member, by its head and what is added to it."""
    checksum, packed_size, plain_size = head[6:9]
    while len(extra) >= 4:
        kind, length = struct.unpack("<2H", extra[:4])
        if kind == 1 and length >= 16 and _FULL in (packed_size, plain_size):
            plain_size, packed_size = struct.unpack("<2Q", extra[4:20].ljust(16, b"\0"))
        extra = extra[4 + length :]
    return checksum, packed_size, plain_size


def _sized_behind(stream: BinaryIO, data: int, size: int) -> tuple[int, int, int]:
    """The same, by what stands behind it; without that, the member goes to the next thing of a ZIP."""
    place = data
    while (place := _next(stream, place, size, _NEXT)) < size:
        stream.seek(place)
        held = stream.read(24)
        if held[:4] != b"PK\x07\x08":
            break
        for form in ("<3I", "<IQQ"):
            if len(held) >= 4 + struct.calcsize(form):
                checksum, packed_size, plain_size = struct.unpack_from(form, held, 4)
                if packed_size == place - data:
                    return checksum, packed_size, plain_size
        place += 4
    return 0, min(place, size) - data, min(place, size) - data


def _next(stream: BinaryIO, after: int, size: int, shape: re.Pattern[bytes]) -> int:
    """The place of the next such bytes at or behind `after`; `size` where there are none."""
    start = after
    stream.seek(start)
    held = stream.read(_PART_BYTES)
    while held:
        if found := shape.search(held):
            return start + found.start()
        part = stream.read(_PART_BYTES)
        kept = held[-3:] if part else b""
        start += len(held) - len(kept)
        held = kept + part if part else b""
    return size
