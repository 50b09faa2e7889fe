"""Records <-> bytes: MessagePack of the dataclasses, deflated. Source: the MessagePack specification; RFC 1951."""

import zlib
from typing import Any, TypeVar

import msgspec

from selon.errors import Damaged

T = TypeVar("T")

MEND = "selon run --again makes the records anew from the captures"
_LEVEL = 1  # of 9: on readings, 9 saves a tenth more and takes four times as long
_encoder = msgspec.msgpack.Encoder()
_decoders: dict[type[Any], msgspec.msgpack.Decoder[Any]] = {}


def packed(record: object, *, deflated: bool = True) -> bytes:
    """The bytes of a record of the model; not `deflated`: for what deflates many of them at once, in a third of the room."""
    return zlib.compress(_encoder.encode(record), _LEVEL if deflated else 0)


def unpacked(body: bytes, kind: type[T], *, where: str) -> T:
    """The record again.

    Raises:
        Damaged: the bytes are not those of such a record.
    """
    try:
        return decoded(zlib.decompress(body), kind, where=where)
    except zlib.error as error:
        raise Damaged(f"a record is damaged: {error}", where=where, fix=MEND) from error


def encoded(record: object) -> bytes:
    """The bytes of one record among many that are deflated together."""
    return _encoder.encode(record)


def decoded(body: bytes | msgspec.Raw, kind: type[T], *, where: str) -> T:
    """The record again.

    Raises:
        Damaged: the bytes are not those of such a record.
    """
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.msgpack.Decoder(kind)
    try:
        record: T = decoder.decode(body)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Damaged(f"a record is damaged: {error}", where=where, fix=MEND) from error
    return record
