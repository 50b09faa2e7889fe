"""Where a zstd frame ends, by what it says of its blocks; nothing is unpacked. Source: RFC 8878, 3.1.1 and 3.1.2."""

from typing import BinaryIO

from selon.read.first_bytes import ZSTD

_LAST, _SAME, _RESERVED = 1, 1, 3  # of a block: is it the last; one byte again and again; no type
_DICTIONARY_BYTES = (0, 1, 2, 4)
_SIZE_BYTES = (0, 2, 4, 8)
_SKIPPED = range(0x184D2A50, 0x184D2A60)


def frame_end(stream: BinaryIO, start: int, size: int) -> int | None:
    """The byte behind the frame that begins at `start` of a stream of `size` bytes; None where it is broken.

    Only the frame's own form is looked at: what its blocks hold may be broken all the same.
    """
    stream.seek(start)
    head = stream.read(8)
    if len(head) == 8 and int.from_bytes(head[:4], "little") in _SKIPPED:
        end = start + 8 + int.from_bytes(head[4:8], "little")
        return end if end == size or (end < size and _begins(stream, end)) else None
    end_of_blocks = _behind_blocks(stream, start, size) if head.startswith(ZSTD[0]) else None
    return end_of_blocks if end_of_blocks is not None and end_of_blocks <= size else None


def _behind_blocks(stream: BinaryIO, start: int, size: int) -> int | None:
    stream.seek(start + 4)
    (form,) = stream.read(1) or b"\0"
    is_single, has_checksum = form >> 5 & 1, form >> 2 & 1
    size_bytes = _SIZE_BYTES[form >> 6] or is_single
    at = start + 5 + (not is_single) + _DICTIONARY_BYTES[form & 3] + size_bytes
    is_last = False
    while not is_last:
        stream.seek(at)
        head = stream.read(3)
        if len(head) < 3:
            return None
        block = int.from_bytes(head, "little")
        is_last, kind = bool(block & _LAST), block >> 1 & 3
        if kind == _RESERVED:
            return None
        at += 3 + (1 if kind == _SAME else block >> 3)
        if at > size:
            return None
    return at + 4 * has_checksum


def _begins(stream: BinaryIO, place: int) -> bool:
    stream.seek(place)
    head = stream.read(4)
    return head == ZSTD[0] or int.from_bytes(head, "little") in _SKIPPED
