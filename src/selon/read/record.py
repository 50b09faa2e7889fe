"""A record, made a capture."""

import hashlib
from datetime import datetime

from selon.model.capture import Capture, Declared


def capture(
    *,
    name: str,
    address: str,
    media_type: str,
    content: bytes,
    charset: str | None = None,
    fetched: datetime | None = None,
    record_id: str | None = None,
    declared: Declared | None = None,
    degraded: str | None = None,
) -> Capture:
    """The capture of some bytes, with their SHA-256. `name` becomes its id."""
    return Capture(
        id=name,
        address=address,
        media_type=media_type,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        charset=charset,
        fetched=fetched,
        record_id=record_id,
        declared=declared or Declared(),
        degraded=degraded,
    )
