"""Records <-> bytes: MessagePack of the dataclasses, deflated. Source: the MessagePack specification; RFC 1951."""

import zlib
from typing import Any, TypeVar

import msgspec

from selon.errors import Damaged

T = TypeVar("T")

_LEVEL = 1  # of 9: on readings, 9 saves a tenth more and takes four times as long
_decoders: dict[type[Any], msgspec.msgpack.Decoder[Any]] = {}


def packed(record: object, *, deflated: bool = True) -> bytes:
    """The bytes of a record of the model; not `deflated`: for what deflates many of them at once, in a third of the room."""
    return zlib.compress(msgspec.msgpack.encode(record), _LEVEL if deflated else 0)


def unpacked(body: bytes, kind: type[T], *, where: str) -> T:
    """The record again.

    Raises:
        Damaged: the bytes are not those of such a record.
    """
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.msgpack.Decoder(kind)
    try:
        record: T = decoder.decode(zlib.decompress(body))
    except (zlib.error, msgspec.DecodeError) as error:
        raise Damaged(
            f"a record is damaged: {error}", where=where, fix="selon run --again makes the records anew from the captures"
        ) from error
    return record
