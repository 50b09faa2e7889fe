"""A record, made a capture."""

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
    """The capture of some bytes. `name` becomes its id."""
    return Capture(
        id=name,
        address=address,
        media_type=media_type,
        content=content,
        charset=charset,
        fetched=fetched,
        record_id=record_id,
        declared=declared or Declared(),
        degraded=degraded,
    )
