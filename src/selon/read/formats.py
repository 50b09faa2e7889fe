"""Which format a file is in: by its first bytes, by its ending; what is packed is read through."""

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import BinaryIO, cast

from selon.errors import Empty, Malformed, Unreadable
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.first_bytes import UNREAD, certain, is_binary, is_other_xml, likely
from selon.read.limits import SNIFFED_BYTES
from selon.read.packed import headed, plain_head, unpacked
from selon.read.paths import Source

Reader = Callable[[BinaryIO, Source], Iterator[Capture | Rejected]]

READERS: dict[str, str] = {
    "csv": "csv",
    "feed": "feeds",
    "html": "html",
    "json-list": "json_list",
    "jsonl": "jsonl",
    "markdown": "markdown",
    "media-cloud": "media_cloud",
    "mhtml": "mhtml",
    "parquet": "parquet",
    "pdf": "pdf",
    "sitemap": "sitemaps",
    "telegram": "telegram",
    "text": "plain",
    "transcript": "transcripts",
    "wacz": "wacz",
    "warc": "warc",
}
"""Every format and the file of this folder that reads it; a file, and the library it needs, is loaded when it is first called for."""

_ENDINGS = {
    "html": "html", "htm": "html", "xhtml": "html", "md": "markdown", "markdown": "markdown", "mdown": "markdown", "jsonl": "jsonl",
    "ndjson": "jsonl", "warc": "warc", "csv": "csv", "tsv": "csv", "tab": "csv", "mhtml": "mhtml", "mht": "mhtml", "rss": "feed",
    "atom": "feed", "pdf": "pdf", "parquet": "parquet", "wacz": "wacz", "srt": "transcript", "vtt": "transcript",
}  # fmt: skip
_TABLES = ("csv", "jsonl")  # a zero byte in a record is the fault of that record alone
_CONTROLS, _NO_TABLE, _NO_TEXT = bytes([*range(9), *range(14, 32)]), 0.05, 0.01  # of bytes by chance 9 in 100 are controls, of UTF-16 half
_FEW = 4  # controls, in however few bytes
_PACKED = (".gz", ".zst")
_BINARY = ("pdf", "parquet", "wacz")  # what is called so shows in its first bytes
_FIX = "give one of the formats of docs/formats.md"


@contextmanager
def opened(source: Source) -> Iterator[tuple[io.BufferedReader, str]]:
    """The bytes of a source and the name of their format.

    Raises:
        Empty: there is nothing in it.
        Malformed: it is packed, and broken.
        Unreadable: its bytes are of no format we read.
    """
    raw = _bytes(source)
    try:
        head, outer = headed(raw)
        name = _format(plain_head(head, is_archive=_ENDINGS.get(_ending(source.address)) == "warc"), source)
        if name == "warc":  # the library unpacks an archive faster than we do, and from a broken one what there is
            yield outer, name
        else:
            yield unpacked(outer, head), name
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Malformed("it is packed with gzip, and broken", where=source.address, fix="fetch or pack it again") from error
    finally:
        if raw is not sys.stdin.buffer:
            raw.close()


def _bytes(source: Source) -> BinaryIO:
    if source.is_fetched:
        content: bytes = import_module("selon.read.fetch.in_memory").content(source.address)
        return io.BytesIO(content)
    return sys.stdin.buffer if source.path is None else source.path.open("rb")


def reader(name: str) -> Reader:
    """The reader of a format."""
    return cast(Reader, import_module(f"selon.read.{READERS[name]}").captures)


def later_reader(name: str) -> Callable[[BinaryIO, Source, int], Iterator[Capture | Rejected | None]] | None:
    """What reads a format from its n-th record on, and yields None now and then on the way there; None: those before must be read."""
    return getattr(import_module(f"selon.read.{READERS[name]}"), "later", None)


def _format(head: bytes, source: Source) -> str:
    if not head.strip() and len(head) < SNIFFED_BYTES:
        raise Empty("the file is empty", where=source.address, fix="save it again, or leave it out")
    if name := certain(head):
        return name
    ending = _ENDINGS.get(_ending(source.address))
    if ending == "warc" and is_binary(head):  # damaged in its first bytes
        return ending
    _no_binary(head, source, is_table=ending in _TABLES)
    if ending in _BINARY:
        raise Malformed(f"this is called a {ending.upper()} file, and is none", where=source.address, fix=_FIX)
    if ending is None and is_other_xml(head):
        raise Unreadable("this is XML of a kind that is not read here", where=source.address, fix=_FIX)
    return ending or likely(head)


def _ending(address: str) -> str:
    """What a file's name says of its format, whatever it is packed with.

    >>> _ending("wire/A.HTML.gz"), _ending("a")
    ('html', 'a')
    """
    name = address.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return name.rsplit(".", 1)[-1]


def _no_binary(head: bytes, source: Source, *, is_table: bool) -> None:
    what = next((what for magic, what in UNREAD.items() if head.startswith(magic)), None)
    if what:
        raise Unreadable(f"this is {what}, which is not read here", where=source.address, fix=_FIX)
    most = max(_FEW, (_NO_TABLE if is_table else _NO_TEXT) * len(head))  # some programs leave a zero byte in a page
    if is_binary(head) and len(head) - len(head.translate(None, _CONTROLS)) >= most:
        raise Unreadable("this is a binary file, not a text", where=source.address, fix=_FIX)
