"""Reads one text file: one capture, as it stands."""

from collections.abc import Iterator
from typing import BinaryIO

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.limits import MAX_TEXT_BYTES, whole
from selon.read.paths import Source
from selon.read.record import capture


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield the one capture of a file.

    Raises:
        Empty: there is nothing in it.
        LimitExceeded: it is too large.
    """
    content = whole(stream, limit=MAX_TEXT_BYTES, where=source.address)
    yield capture(name=source.id, address=source.address, media_type="text/plain", content=content)
