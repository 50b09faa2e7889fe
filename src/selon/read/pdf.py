"""Reads one PDF: one capture, as it stands; the stage `clean` finds its text, where the file cannot harm."""

from collections.abc import Iterator
from typing import BinaryIO

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.limits import MAX_PDF_BYTES, whole
from selon.read.paths import Source
from selon.read.record import capture


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield the one capture of a file.

    Raises:
        LimitExceeded: it is too large.
    """
    content = whole(stream, limit=MAX_PDF_BYTES, where=source.address)
    yield capture(name=source.id, address=source.address, media_type="application/pdf", content=content)
