"""What a page lists, where it is a feed or a sitemap."""

import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from selon.read import feeds, sitemaps
from selon.read.entries import Entry, Listed
from selon.read.first_bytes import GZIP, certain
from selon.read.limits import MAX_FEED_BYTES, SNIFFED_BYTES, unpacked

_DAY_CHARS = len("2026-05-03")
_DATED = re.compile(r"\d{4}(?:-|$)")


def listed(content: bytes, *, where: str) -> Listed | None:
    """What a feed or a sitemap lists; None where it is neither.

    Raises:
        LimitExceeded: it is too large.
        Malformed: it is broken.
    """
    match certain(_head(content)):
        case "feed":
            return feeds.entries(unpacked(content, limit=MAX_FEED_BYTES, where=where), where=where)
        case "sitemap":
            return sitemaps.entries(content, where=where)
        case _:
            return None


def _head(content: bytes) -> bytes:
    """The first bytes, unpacked where they are packed."""
    if not content.startswith(GZIP):
        return content[:SNIFFED_BYTES]
    with suppress(zlib.error):
        return zlib.decompressobj(wbits=31).decompress(content[:SNIFFED_BYTES], SNIFFED_BYTES)
    return b""


def is_later(date: str | None, instant: str) -> bool:
    """Does a list say that a page has changed since that instant? A day alone must be a later day.

    >>> is_later("2026-05-04", "2026-05-03T10:00:00Z"), is_later("2026-05-03T12:30:00+02:00", "2026-05-03T10:00:00Z"), is_later(None, "")
    (True, True, False)
    """
    if date is None or not _DATED.match(date):
        return False
    try:
        when = datetime.fromisoformat(date)
    except ValueError:
        return False
    if len(date) <= _DAY_CHARS:
        return date[:_DAY_CHARS] > instant[:_DAY_CHARS]
    return (when if when.tzinfo else when.replace(tzinfo=UTC)) > datetime.fromisoformat(instant)


@dataclass(slots=True, kw_only=True)
class Since:
    """Leaves out what is older than a day, and what says no date."""

    day: str | None  # YYYY-MM-DD; None: nothing is left out
    undated: int = 0

    def admits(self, entry: Entry) -> bool:
        """Is it of that day or later?

        A list within a list without a date is looked into.
        """
        if self.day is None or (entry.is_list and entry.date is None):
            return True
        if entry.date is None or not _DATED.match(entry.date):
            self.undated += 1
            return False
        return entry.date[: len(self.day)] >= self.day
