"""Reads one page (HTML): one capture, as it stands. A page that was saved in one file says where it came from.

Source: the first comment that SingleFile writes, and browsers ("saved from url=(0027)https://..."); RFC 2397 for `data:` addresses.
Pictures that stand in the page itself are left out of a page that is too large with them.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from selon.errors import LimitExceeded
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read import europresse, factiva
from selon.read.limits import MAX_PAGE_BYTES, MAX_SAVED_BYTES, whole
from selon.read.paths import Source
from selon.read.record import capture
from selon.read.said import web

_HEAD_BYTES = 4_096
_SAVED = re.compile(rb"<!--\s*(?:Page saved with SingleFile\s+url:\s*(\S+)|saved from url=\(\d{1,6}\)(\S+))", re.IGNORECASE)
_DATA = re.compile(rb"data:[a-zA-Z0-9.+/-]{0,100}(?:;[a-zA-Z0-9=_-]{1,60})*,[A-Za-z0-9+/=%_.~-]{200,}")


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield the one capture of a file; of an export of Europresse or Factiva, one an article.

    Raises:
        Empty: there is nothing in it.
        LimitExceeded: it is too large.
    """
    content = whole(stream, limit=MAX_SAVED_BYTES, where=source.address)
    for export in (europresse, factiva):
        if export.MARK.search(content):
            yield from export.captures_of(content, source)
            return
    if len(content) > MAX_PAGE_BYTES:
        content = _DATA.sub(b"data:,", content)
    if len(content) > MAX_PAGE_BYTES:
        raise LimitExceeded(
            f"the page is larger than {MAX_PAGE_BYTES // 1_000_000} MB", where=source.address, fix="give the article alone, or its text"
        )
    found = _SAVED.search(content, 0, _HEAD_BYTES)
    url = web((found.group(1) or found.group(2)).decode("utf-8", "replace")) if found else None
    yield capture(name=source.id, address=source.address, media_type="text/html", content=content, declared=Declared(url=url))
