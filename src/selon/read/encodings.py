"""The bytes of a page out of what HTTP packs them in. Source: RFC 9112, 7.1 for chunks; RFC 9110, 8.4 for encodings.

Archives often keep the headers of an answer and its bytes unpacked already: what does not look packed is taken as it is. At most `limit`
bytes come out, and one more that shows that there were more.
"""

import io
import re
import zlib
from typing import Any

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader

from selon.read.first_bytes import GZIP, ZSTD

_CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]{0,200})?\r\n")


def decoded(payload: bytes, *, transfer: str, content: str, limit: int) -> bytes:
    """The bytes of a page.

    Args:
        payload: the body of an answer.
        transfer: its Transfer-Encoding; empty for none.
        content: its Content-Encoding; empty for none.
        limit: bytes, after unpacking.

    Raises:
        ValueError: it is packed otherwise than it says, or broken.
    """
    try:
        if "chunked" in transfer.lower() and _CHUNK.match(payload):
            payload = ChunkedReader(io.BytesIO(payload)).read(len(payload))
        for encoding in reversed([name.strip() for name in content.lower().split(",") if name.strip()]):
            payload = _unpacked(payload, encoding, limit + 1)
    except (OSError, zlib.error) as error:
        raise ValueError(f"it is packed, and broken: {error}") from error
    return payload[: limit + 1]


def _unpacked(payload: bytes, encoding: str, room: int) -> bytes:
    if encoding in ("gzip", "x-gzip") and payload.startswith(GZIP):
        return _whole(zlib.decompressobj(wbits=31), payload, room)
    if encoding == "deflate":
        return _inflated(payload, room)
    if encoding == "br":
        return _brotli(payload, room)
    if encoding == "zstd" and payload.startswith(ZSTD):
        return ZstdReader(io.BytesIO(payload), fsspec_args=False).read(room)
    return payload


def _inflated(payload: bytes, room: int) -> bytes:
    """With a zlib head, as the standard wants it, or without, as some servers send it."""
    try:
        return _whole(zlib.decompressobj(), payload, room)
    except zlib.error:
        return _whole(zlib.decompressobj(wbits=-15), payload, room)


def _whole(unpacker: Any, payload: bytes, room: int) -> bytes:
    plain: bytes = unpacker.decompress(payload, room)
    if not unpacker.eof and len(plain) < room:
        raise zlib.error("it is cut off")
    return plain


def _brotli(payload: bytes, room: int) -> bytes:
    """Brotli has no mark of its own: bytes that it cannot be are taken as they are, if they are text."""
    try:
        return BrotliReader(io.BytesIO(payload), fsspec_args=False).read(room)
    except OSError:
        if payload.lstrip()[:1] in (b"<", b"{", b"["):
            return payload
        raise
