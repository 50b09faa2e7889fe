"""Which format a file is in: by its ending, then by its first bytes. A gzipped file is read through, whatever it holds."""

import gzip
import io
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from selon.errors import Empty, Malformed, Unreadable
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import feeds, html, jsonl, markdown, plain, sitemaps, warc
from selon.read.limits import SNIFFED_BYTES
from selon.read.paths import Source
from selon.read.plain_or_markdown import media_type

Reader = Callable[[BinaryIO, Source], Iterator[Capture | Rejected]]

READERS: dict[str, Reader] = {
    "feed": feeds.captures,
    "html": html.captures,
    "jsonl": jsonl.captures,
    "markdown": markdown.captures,
    "sitemap": sitemaps.captures,
    "text": plain.captures,
    "warc": warc.captures,
}

_ENDINGS = {
    "html": "html", "htm": "html", "xhtml": "html", "md": "markdown", "markdown": "markdown", "mdown": "markdown", "jsonl": "jsonl",
    "ndjson": "jsonl", "warc": "warc",
}  # fmt: skip
_GZIP = b"\x1f\x8b"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb"\s*\{\s*\"")
_JSON_FEED = re.compile(rb"\s*\{[^{}]{0,2000}\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org")
_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,300}>\s*)*<(?:(rss|feed|rdf:RDF)|(urlset|sitemapindex))\b",
    re.DOTALL,
)
_UNREAD = {
    b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP archive", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"PAR1": "a Parquet file", b"\x28\xb5\x2f\xfd": "a file packed with zstd", b"\x7fELF": "a program", b"SQLite format 3": "a database",
    b"RIFF": "a picture or a sound", b"BZh": "a file packed with bzip2", b"\xfd7zXZ": "a file packed with xz", b"ID3": "a sound",
}  # fmt: skip
_BOMS = (b"\xff\xfe", b"\xfe\xff")


@contextmanager
def opened(source: Source) -> Iterator[tuple[BinaryIO, Reader]]:
    """The bytes of a source and the reader for them.

    Raises:
        Empty: there is nothing in it.
        Malformed: it is packed, and broken.
        Unreadable: its bytes are of no format we read.
    """
    raw: BinaryIO = sys.stdin.buffer if source.path is None else source.path.open("rb")
    try:
        outer = cast(io.BufferedReader, raw if hasattr(raw, "peek") else io.BufferedReader(cast(io.RawIOBase, raw)))
        stream = outer
        if _peek(outer).startswith(_GZIP):
            stream = cast(io.BufferedReader, io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=outer))))
        name = _format(_peek(stream), source)
        if name == "warc" and source.path is not None:
            raw.seek(0)  # the library unpacks an archive faster than we do
            yield raw, READERS[name]
        else:
            yield cast(BinaryIO, stream), READERS[name]
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise Malformed("it is packed with gzip, and broken", where=source.address, fix="fetch or pack it again") from error
    finally:
        if source.path is not None:
            raw.close()


def _peek(stream: io.BufferedReader) -> bytes:
    return stream.peek(SNIFFED_BYTES)[:SNIFFED_BYTES]


def _format(head: bytes, source: Source) -> str:
    if not head.strip():
        raise Empty("the file is empty", where=source.address, fix="save it again, or leave it out")
    if head.startswith(b"WARC/"):
        return "warc"
    _no_binary(head, source)
    name = source.address.lower()
    ending = (name[:-3] if name.endswith(".gz") else name).rsplit(".", 1)[-1]
    return _listed(head) or _ENDINGS.get(ending) or _sniffed(head)


def _no_binary(head: bytes, source: Source) -> None:
    for magic, what in _UNREAD.items():
        if head.startswith(magic):
            raise Unreadable(
                f"this is {what}, which is not read here", where=source.address, fix="give HTML, Markdown, text, JSON Lines or WARC"
            )
    if b"\x00" in head and not head.startswith(_BOMS):
        raise Unreadable("this is a binary file, not a text", where=source.address, fix="give HTML, Markdown, text, JSON Lines or WARC")


def _listed(head: bytes) -> str | None:
    """A feed or a sitemap shows in the first element, whatever the file is called."""
    if found := _XML.match(head):
        return "feed" if found.group(1) else "sitemap"
    return "feed" if _JSON_FEED.match(head) else None


def _sniffed(head: bytes) -> str:
    if _HTML.match(head):
        return "html"
    if _JSON.match(head):
        return "jsonl"
    return "markdown" if media_type(head.decode("utf-8", "replace")) == "text/markdown" else "text"
