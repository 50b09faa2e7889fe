"""What speaks against an archive's records: digests that differ, an end in the middle of a record.

Digests are compared for the block, and for the payload only where nothing else packs it. Source: WARC 1.1, 5.8 and 5.9.
"""

import hashlib
import io
import zlib
from base64 import b32encode
from typing import Any, BinaryIO

from selon.read.first_bytes import GZIP
from selon.read.warc_packing import Plain, Zstd, packing_of

_PART_BYTES = 1 << 16
_VERIFIED = frozenset(("sha1", "sha256", "md5"))
_ENCODINGS = ("Content-Encoding", "Transfer-Encoding")


def missing_bytes(record: Any) -> int:
    """How many of the bytes that a record announces are not there. The record is in memory from then on."""
    announced: int = record.content_length
    record.freeze()
    there: int = record.content_length
    return max(0, announced - there)


def is_other_block(record: Any) -> bool:
    """Does the block differ from its digest? An unknown kind of digest says nothing."""
    digest = (record.headers.get("WARC-Block-Digest") or "").strip()
    kind, _, value = digest.partition(":")
    kind = kind.lower().replace("-", "")
    if not value or kind not in _VERIFIED:
        return False
    if not digest.startswith(f"{kind}:"):  # "sha-256": the library knows it under one name
        record.headers["WARC-Block-Digest"] = f"{kind}:{value}"
    return not record.verify_block_digest()


def is_other_payload(record: Any, content: bytes) -> bool:
    """Does a payload that nothing packs differ from its digest? Asked where the record has no digest of its block."""
    if record.headers.get("WARC-Block-Digest") or (record.is_http and any(record.http_headers.get(name) for name in _ENCODINGS)):
        return False
    kind, _, value = (record.headers.get("WARC-Payload-Digest") or "").strip().partition(":")
    kind = kind.lower().replace("-", "")
    if not value or kind not in _VERIFIED:
        return False
    digest = hashlib.new(kind, content, usedforsecurity=False)
    return value.lower() != digest.hexdigest() and value.upper().rstrip("=") != b32encode(digest.digest()).decode().rstrip("=")


def is_cut(stream: BinaryIO, start: int) -> bool:
    """Does an archive end in the middle of a record? `start`: where the last one that was read begins; one can go back in the stream."""
    packing = packing_of(stream)
    if isinstance(packing, Zstd):  # the library itself says so
        return False
    if isinstance(packing, Plain):
        end = stream.seek(0, io.SEEK_END)
        stream.seek(max(0, end - 4))
        return not stream.read().endswith((b"\r\n\r\n", b"\n\n"))
    if stream.seek(start) != start or stream.read(len(GZIP)) != GZIP:  # all records were packed at once: none of them begins anything
        start = 0
    if stream.seek(start) != start:
        return False
    unpacker, part = zlib.decompressobj(wbits=31), stream.read(_PART_BYTES)
    while part:
        try:
            unpacker.decompress(part)
        except zlib.error:
            return True
        left = unpacker.unused_data if unpacker.eof else b""
        unpacker = zlib.decompressobj(wbits=31) if left else unpacker
        part = left or stream.read(_PART_BYTES)
    return not unpacker.eof
