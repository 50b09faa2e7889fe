"""Reads one JSON list of records: one article an item, with the fields of JSON Lines. Source: RFC 8259.

It must be held whole, and a place that is no JSON costs all of it; JSON Lines (`jsonl.py`) has neither fault.
"""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from selon.errors import Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.jsonl import of_record
from selon.read.limits import MAX_PIPED_BYTES, whole
from selon.read.paths import Source

_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_FIX = "write one record a line (JSON Lines): a broken one costs itself alone then"


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture an item, in their order, and what is wrong with the items that are none.

    Raises:
        Empty: there is nothing in it.
        LimitExceeded: it is too large.
        Malformed: it is no JSON.
    """
    content = whole(stream, limit=MAX_PIPED_BYTES, where=source.address)
    try:
        found = _LIST.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed(f"the list is no JSON: {error}", where=source.address, fix=_FIX) from error
    for number, raw in enumerate(found, 1):
        yield of_record(raw, source, number, f"{source.address}, record {number}")
