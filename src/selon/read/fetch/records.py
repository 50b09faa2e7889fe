"""Exchanges <-> WARC 1.1 records. The only file that knows warcio. Source: WARC 1.1 (ISO 28500:2017).

An exchange is three records: the response and the request, byte for byte as they went over the line, and a metadata record with what
else is known (TLS, robots.txt, what led here, the digest of the page when it is unpacked). An exchange counts when all three stand.
Payload digests are those of the bytes on the line, chunks and packing with them, as the readers of the field verify them.
"""

import hashlib
import io
import uuid
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from selon.read.fetch.chunks import unchunked
from selon.read.fetch.exchange import Exchange
from selon.read.fetch.held import Held
from selon.read.fetch.settings import Limits
from selon.read.fetch.unpack import unpacked

Notes = Sequence[tuple[str, str]]  # names and values for a metadata record

_NAMES = uuid.UUID("d3a2a1e4-5a0f-5c0e-9d6b-0f4c3c1b7a52")  # of our records: the same exchange has the same ids


def packed(exchange: Exchange, held: Held, notes: Notes) -> bytes:
    """The three records of one exchange, each a gzip member."""
    found = io.BytesIO()
    writer = WARCWriter(found, gzip=True, warc_version="1.1")
    for record in _records(exchange, held, notes):
        writer.write_record(record)
    return found.getvalue()


def packed_about(name: str, made: datetime, about: dict[str, str]) -> bytes:
    """The record that begins the archive `name`: who made it, how."""
    found = io.BytesIO()
    date = _instant(made)
    headers = [("WARC-Date", date), ("WARC-Filename", name)]
    WARCWriter(found, gzip=True, warc_version="1.1").write_record(
        _record("warcinfo", _id("warcinfo", name, date), headers, _lines(about.items()))
    )
    return found.getvalue()


def held(exchange: Exchange, file: str) -> Held:
    """What is known of an exchange when it is kept in `file`."""
    instant = _instant(exchange.instant)
    return Held(
        url=exchange.target.url,
        file=file,
        record=_id("response", exchange.target.url, instant, _digest(exchange.response)),
        instant=instant,
        status=exchange.status,
        sha256=exchange.sha256,
        content_bytes=len(exchange.content),
        media_type=_plain(exchange.media_type) or "",
        location=exchange.leads_to,
        etag=_plain(exchange.header("etag")),
        last_modified=_plain(exchange.header("last-modified")),
    )


def held_in(path: Path) -> Iterator[Held]:
    """Yield the exchanges of an archive, in their order; what stands behind a break is passed over."""
    responses: set[str] = set()
    with path.open("rb") as stream, suppress(ArchiveLoadFailed, EOFError, zlib.error):
        for record in ArchiveIterator(stream, no_record_parse=True):
            if record.rec_type == "response":
                responses.add(record.rec_headers.get_header("WARC-Record-ID"))
            elif record.rec_type == "metadata" and record.rec_headers.get_header("WARC-Concurrent-To") in responses:
                said = dict(_fields(record.raw_stream.read()))
                if "content-sha256" in said:
                    yield _held(record.rec_headers, said, path.name)


def content_of(path: Path, record_id: str) -> bytes:
    """The bytes of a page that is kept: without chunks, unpacked; nothing where the archive does not hold it."""
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream):
            if record.rec_headers.get_header("WARC-Record-ID") == record_id:
                http, payload = record.http_headers, record.raw_stream.read()
                if (http.get_header("Transfer-Encoding") or "").lower() == "chunked":
                    payload = unchunked(io.BytesIO(payload), limit_bytes=len(payload))
                return unpacked(payload, http.get_header("Content-Encoding"), limits=Limits(), where=str(path))
    return b""


def _records(exchange: Exchange, held: Held, notes: Notes) -> Iterator[Any]:
    """The response, the request, and what else is known."""
    payload = exchange.response[exchange.head_bytes :]
    common = [("WARC-Target-URI", held.url), ("WARC-Date", held.instant), ("WARC-IP-Address", exchange.peer.partition("%")[0])]
    yield _record("response", held.record, [*common, ("WARC-Payload-Digest", _digest(payload))], exchange.response)
    beside = [*common, ("WARC-Concurrent-To", held.record)]
    yield _record("request", _id("request", held.record), [*beside, ("WARC-Payload-Digest", _digest(b""))], exchange.request)
    fields = [*_known(held), *notes, *_tls(exchange)]
    yield _record("metadata", _id("metadata", held.record), beside, _lines(fields))


def _record(kind: str, name: str, headers: list[tuple[str, str]], block: bytes) -> Any:
    """A record whose block is written as it is: left to itself the library writes the headers of HTTP in a tidier way."""
    lines = [("WARC-Type", kind), ("WARC-Record-ID", name), *headers, ("WARC-Block-Digest", _digest(block))]
    about = StatusAndHeaders("", lines, protocol="WARC/1.1")
    is_http = kind in ("request", "response")
    media_type = f"application/http; msgtype={kind}" if is_http else "application/warc-fields"
    if kind == "metadata":  # its payload is its block; the library adds a digest of another kind where there is none
        about.add_header("WARC-Payload-Digest", _digest(block))
    return ArcWarcRecord("warc", kind, about, io.BytesIO(block), None, media_type, len(block), payload_length=len(block))


def _tls(exchange: Exchange) -> list[tuple[str, str]]:
    tls = exchange.tls
    if tls is None:
        return [("tls", "none: an open line")]
    return [
        ("tls", tls.version),
        ("tls-cipher", tls.cipher),
        ("tls-peer-subject", tls.subject),
        ("tls-peer-issuer", tls.issuer),
        ("tls-peer-not-after", tls.not_after),
        ("tls-peer-sha256", tls.sha256),
    ]


def _held(about: Any, said: dict[str, str], file: str) -> Held:
    return Held(
        url=about.get_header("WARC-Target-URI"),
        file=file,
        record=about.get_header("WARC-Concurrent-To"),
        instant=about.get_header("WARC-Date"),
        status=int(said["status"]),
        sha256=said["content-sha256"],
        content_bytes=int(said["content-bytes"]),
        media_type=said.get("media-type", ""),
        location=said.get("leads-to"),
        etag=said.get("etag"),
        last_modified=said.get("last-modified"),
    )


def _known(held: Held) -> Iterator[tuple[str, str]]:
    yield "status", str(held.status)
    yield "media-type", held.media_type
    yield "content-sha256", held.sha256
    yield "content-bytes", str(held.content_bytes)
    yield "leads-to", held.location or ""
    yield "etag", held.etag or ""
    yield "last-modified", held.last_modified or ""


def _plain(value: str | None) -> str | None:
    """A header that can be sent back as it came; None where it is none of that kind."""
    return value.strip() if value and value.isascii() and value.isprintable() and value.strip() else None


def _lines(fields: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {' '.join(value.splitlines())}\r\n" for name, value in fields if value).encode()


def _fields(block: bytes) -> Iterator[tuple[str, str]]:
    for line in block.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(": ")
        yield name, value


def _instant(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _digest(block: bytes) -> str:
    return f"sha256:{hashlib.sha256(block).hexdigest()}"


def _id(*parts: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMES, ' '.join(parts))}>"
