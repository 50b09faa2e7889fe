"""How much is read. Limits are counts, so that one input has one result on any machine."""

import io
import zlib
from typing import BinaryIO

from selon.errors import Empty, LimitExceeded, Malformed

MAX_PAGE_BYTES = 10_000_000  # HTML (findings: pages of 10 MB and more are made to break readers)
MAX_TEXT_BYTES = 10_000_000  # plain text, Markdown
MAX_LINE_BYTES = 20_000_000  # one line of JSON Lines
MAX_RECORD_BYTES = 50_000_000  # one WARC record
MAX_HEADER_BYTES = 65_536  # the headers of one WARC record
MAX_PDF_BYTES = 50_000_000
MAX_SAVED_BYTES = 60_000_000  # a page saved with its pictures; without them it is a page like any other
MAX_PIPED_BYTES = 200_000_000  # of what must be held whole because a pipe cannot be read twice
MAX_HELD_BYTES = 100_000_000  # of an archive out of a pipe: what is held to go back in, two of the largest records
MAX_HELD_HEAD_BYTES = 1_000_000  # of its beginning: the dictionary of a .warc.zst stands there
MAX_FEED_BYTES = 10_000_000
MAX_FEED_ITEMS = 5_000
MAX_FEED_MARKS = 300_000  # "<": 60 for each item; feedparser takes some 20 microseconds for each
MAX_SITEMAP_ELEMENTS = 1_000_000  # 20 for each entry
MAX_SITEMAP_BYTES = 50_000_000  # the limits of the protocol itself (sitemaps.org)
MAX_SITEMAP_ENTRIES = 50_000
MAX_MEMBERS = 10_000  # of a WACZ
MAX_ARCHIVE_BYTES = 5_000_000_000  # what the members of a WACZ hold, unpacked from the ZIP
MAX_PAGES_BYTES = 50_000_000  # the list of pages of a WACZ, and its description
MAX_REJECTED = 1_000  # records of one file; beyond it, and beyond ten for each good one, it is no table of articles
MAX_FILES = 1_000_000  # in one folder
MAX_FOLDER_DEPTH = 64
CARE_BYTES = 1_000_000  # a larger feed is read with care, in a process of its own
SNIFFED_BYTES = 8_192

_GZIP = b"\x1f\x8b"


def whole(stream: BinaryIO, *, limit: int, where: str) -> bytes:
    """All bytes of a stream.

    Raises:
        Empty: there are none.
        LimitExceeded: there are more than `limit`.
    """
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise LimitExceeded(f"it is larger than {limit // 1_000_000} MB", where=where, fix="give the article alone, or cut the file up")
    if not content.strip():
        raise Empty("the file is empty", where=where, fix="save it again, or leave it out")
    return content


def seekable(stream: BinaryIO, *, where: str) -> BinaryIO:
    """A stream whose parts can be read in any order: a file as it is, anything else held whole.

    Raises:
        Empty: there is nothing in it.
        LimitExceeded: it is too large to be held.
    """
    if isinstance(getattr(stream, "raw", None), io.FileIO) and stream.seekable():
        return stream
    return io.BytesIO(whole(stream, limit=MAX_PIPED_BYTES, where=where))


def unpacked(content: bytes, *, limit: int, where: str) -> bytes:
    """The bytes that a gzip member packs, at most `limit` of them; what is not packed comes out as it is.

    Raises:
        LimitExceeded: there are more than `limit`.
        Malformed: it is packed, and broken.
    """
    if not content.startswith(_GZIP):
        return content
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(content, limit + 1)
    except zlib.error as error:
        raise Malformed("it is packed with gzip, and broken", where=where, fix="fetch or pack it again") from error
    if len(plain) > limit:
        raise LimitExceeded(f"it is larger than {limit // 1_000_000} MB", where=where, fix="cut it up")
    return plain
