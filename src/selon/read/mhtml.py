"""Reads a page that a browser saved as MHTML: one capture, of its first page. Source: RFC 2557; RFC 5322 for its head."""

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO, cast

from selon.errors import Empty, LimitExceeded, Malformed
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read.limits import MAX_PAGE_BYTES, MAX_SAVED_BYTES, whole
from selon.read.paths import Source
from selon.read.record import capture
from selon.read.said import web

_MOST_PARTS = 10_000


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield the one capture of a file.

    Raises:
        Empty: no part of it is a page.
        LimitExceeded: it is too large.
        Malformed: it is no MHTML.
    """
    content = whole(stream, limit=MAX_SAVED_BYTES, where=source.address)
    if content.count(b"\n--") > _MOST_PARTS:
        raise LimitExceeded(f"it has more than {_MOST_PARTS} parts", where=source.address, fix="save the page as HTML")
    try:
        message = cast(EmailMessage, BytesParser(policy=policy.compat32).parsebytes(content))
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except RecursionError as error:
        raise LimitExceeded("its parts stand too deep in one another", where=source.address, fix="save the page as HTML") from error
    if page is None:
        raise Empty("no part of it is a page", where=source.address, fix="save the page as HTML")
    said = page.get_payload(decode=True)
    if not isinstance(said, bytes) or not said.strip():
        raise Malformed("its page cannot be read", where=source.address, fix="save the page as HTML")
    if len(said) > MAX_PAGE_BYTES:
        raise LimitExceeded(f"the page is larger than {MAX_PAGE_BYTES // 1_000_000} MB", where=source.address, fix="give its text")
    url = web(page.get("Content-Location")) or web(message.get("Snapshot-Content-Location"))
    yield capture(
        name=source.id,
        address=source.address,
        media_type="text/html",
        content=said,
        charset=page.get_content_charset(),
        declared=Declared(url=url),
    )
