"""A payload that comes in chunks -> its bytes. Source: RFC 9112 section 7.1.

The standard library believes a length before it has seen a byte: it takes room for a chunk of any size, and negative ones confuse it.
"""

import http.client
import re
from typing import BinaryIO

_LENGTH = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\n]*)?\r?\n")
_LINE_BYTES = 8_192
_MAX_TRAILERS = 100


def unchunked(stream: BinaryIO, *, limit_bytes: int) -> bytes:
    """The bytes of all chunks, the trailers read over.

    Raises:
        HTTPException: they are not as they should be, or there are more than `limit_bytes`.
    """
    found = bytearray()
    while length := _length(stream):
        if len(found) + length > limit_bytes:
            raise http.client.HTTPException("its chunks are too large")
        piece = stream.read(length)
        if len(piece) < length:
            raise http.client.IncompleteRead(piece, length - len(piece))
        found += piece
        if stream.readline(_LINE_BYTES).strip():
            raise http.client.HTTPException("a chunk does not end where it says")
    for _ in range(_MAX_TRAILERS):
        if not stream.readline(_LINE_BYTES).strip():
            return bytes(found)
    raise http.client.HTTPException("there are too many trailers")


def _length(stream: BinaryIO) -> int:
    line = _LENGTH.fullmatch(stream.readline(_LINE_BYTES))
    if line is None:
        raise http.client.HTTPException("a chunk has no length")
    return int(line.group(1), 16)
