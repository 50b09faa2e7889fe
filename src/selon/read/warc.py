"""Reads WARC, gzipped or not: the pages and texts of its responses and resources. Source: WARC 1.1 (ISO 28500:2017).

Redirects, errors, pictures and scripts are no articles and are passed over; a record that breaks a limit is rejected, and said.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from selon.errors import InputError, LimitExceeded, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.limits import MAX_HEADER_BYTES, MAX_PAGE_BYTES, MAX_RECORD_BYTES
from selon.read.paths import Source
from selon.read.record import capture

_TYPES = {"text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain", "text/markdown": "text/markdown"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield the pages and texts of an archive, in its order.

    Raises:
        Malformed: the archive is broken; what came before the break has been yielded.
    """
    read = 0
    try:
        for record in _archive(stream):
            read += 1
            try:
                found = _capture(record, source)
            except InputError as error:
                name = _name(record) or f"{source.address}#{read}"
                yield Rejected(record=name, stage="read", what=error.what, where=error.where, fix=error.fix)
                continue
            if found is not None:
                yield found
    except (OSError, ValueError, EOFError) as error:
        where = f"{source.address}, after record {read}"
        raise Malformed(f"the archive is broken: {error}", where=where, fix="fetch it again; the records before were read") from error


def _archive(stream: BinaryIO) -> Iterator[Any]:
    kinds = WarcRecordType.response | WarcRecordType.resource
    archive: Iterator[Any] = ArchiveIterator(
        stream, record_types=kinds, parse_http=True, auto_decode="all", max_header_len=MAX_HEADER_BYTES, fsspec_args=False
    )
    return archive


def _capture(record: Any, source: Source) -> Capture | None:
    """The capture of a record; None where it holds no page."""
    address = record.headers.get("WARC-Target-URI", "").strip("<>") or source.address
    if record.is_http and not 200 <= int(record.http_headers.status_code or 0) < 300:
        return None
    said = (record.http_headers if record.is_http else record.headers).get("Content-Type", "")
    media_type = _TYPES.get(said.split(";")[0].strip().lower())
    if media_type is None:
        return None
    if record.content_length > MAX_RECORD_BYTES:
        raise LimitExceeded(f"the record is larger than {MAX_RECORD_BYTES // 1_000_000} MB", where=address, fix="give the page alone")
    content = record.reader.read(MAX_PAGE_BYTES + 1)
    if len(content) > MAX_PAGE_BYTES:
        raise LimitExceeded(f"the page is larger than {MAX_PAGE_BYTES // 1_000_000} MB", where=address, fix="give the page alone")
    if not content.strip():
        return None
    name = _name(record)
    charset = _CHARSET.search(said)
    return capture(
        name=name or address,
        address=address,
        media_type=media_type,
        content=content,
        charset=charset.group(1).lower() if charset else None,
        fetched=_instant(record.headers.get("WARC-Date")),
        record_id=name,
    )


def _name(record: Any) -> str | None:
    return (record.headers.get("WARC-Record-ID") or "").strip("<> ") or None


def _instant(said: str | None) -> datetime | None:
    """The WARC-Date, where it is one."""
    try:
        when = datetime.fromisoformat(said) if said else None
    except ValueError as error:
        raise Malformed(f"its WARC-Date is no date: {said}", where="WARC-Date", fix="mend the record") from error
    return when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC) if when else None
