"""A payload -> the bytes of the page: unpacked by us, within limits. Source: RFC 9110 section 8.4 (content codings), RFC 1952 (gzip)."""

import zlib

from selon.errors import LimitExceeded, Malformed, Unreadable
from selon.read.fetch.settings import Limits

_GZIP = 16 + zlib.MAX_WBITS
_STEP = 1 << 20
_MAX_MEMBERS = 100  # servers send one
_FIX = "pages made so are made to harm; save it from a browser if you trust it"


def unpacked(payload: bytes, coding: str | None, *, limits: Limits, where: str) -> bytes:
    """The bytes behind a payload; `coding` is the Content-Encoding, of which only gzip is asked for.

    Raises:
        LimitExceeded: there are too many, or too many for so small a payload.
        Malformed: it is packed, and broken.
        Unreadable: it is packed in a way that was not asked for.
    """
    coding = (coding or "").strip().lower()
    if coding in ("", "identity"):
        return payload
    if coding not in ("gzip", "x-gzip"):
        name = f" with '{coding[:40]}'" if coding.isprintable() else ""
        raise Unreadable(f"it is packed{name}, which was not asked for", where=where, fix="save it from a browser instead")
    return gunzipped(payload, limits=limits, where=where) if payload else b""


def gunzipped(packed: bytes, *, limits: Limits, where: str) -> bytes:
    """What gzip members hold, one after the other; zeros after the last are passed over.

    Raises:
        LimitExceeded: too much, or too much for so few bytes.
        Malformed: they are broken or cut short.
    """
    most = min(limits.decoded_bytes, max(limits.ratio_from_bytes, limits.ratio * len(packed)))
    found = bytearray()
    rest, members = packed, 0
    while rest.strip(b"\0"):
        members += 1
        if members > _MAX_MEMBERS:
            raise LimitExceeded(f"it is packed in more than {_MAX_MEMBERS} pieces", where=where, fix=_FIX)
        rest = _member(rest, found, most, where)
        if len(found) > most:
            said = f"it unpacks to more than {most // 1_000_000} MB" if most == limits.decoded_bytes else "it is packed too tightly"
            raise LimitExceeded(f"{said} ({len(packed)} bytes packed)", where=where, fix=_FIX)
    return bytes(found)


def _member(packed: bytes, found: bytearray, most: int, where: str) -> bytes:
    """Unpack the first member into `found`, to one byte more than allowed at most; what follows it comes out."""
    member = zlib.decompressobj(_GZIP)
    while not member.eof and len(found) <= most:
        try:
            piece = member.decompress(packed, min(_STEP, most + 1 - len(found)))
        except zlib.error as error:
            raise Malformed("it is packed with gzip, and broken", where=where, fix="try again later") from error
        found += piece
        packed = member.unconsumed_tail
        if not piece and not packed and not member.eof:
            raise Malformed("it is packed with gzip, and cut short", where=where, fix="try again later")
    return member.unused_data
