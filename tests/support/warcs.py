"""Small archives, written by hand. Source: WARC 1.1 (ISO 28500:2017); WACZ 1.1.1."""

import gzip
import hashlib
import io
import json
import zipfile

PAGE = "<html><body><p>La fête du potiron a réuni trois cents personnes sur la place du marché.</p></body></html>"


def record(kind: str, number: int, content_type: str, block: bytes, more: str = "", *, length: int | None = None) -> bytes:
    """One record as WARC 1.1 writes it."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>\r\n"
        f"WARC-Target-URI: https://x.example/{number}\r\nWARC-Date: 2021-05-03T08:11:12Z\r\n{more}"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def http(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    """An answer as HTTP writes it."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


def response(number: int, body: bytes = PAGE.encode(), kind: str = "text/html; charset=utf-8", *, warc: str = "", more: str = "") -> bytes:
    """The record of a page."""
    return record("response", number, "application/http; msgtype=response", http(body, kind, more=more), warc)


def wacz(archives: dict[str, bytes], pages: list[dict[str, str]], *, hashes: dict[str, str] | None = None) -> bytes:
    """A WACZ of some archives and a list of pages, with the right digests, or those of `hashes`."""
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "All pages"}), *map(json.dumps, pages)]
    members = {**archives, "pages/pages.jsonl": "\n".join(lines).encode()}
    said = {name: "sha256:" + hashlib.sha256(content).hexdigest() for name, content in members.items()} | (hashes or {})
    package = {
        "profile": "data-package", "wacz_version": "1.1.1",
        "resources": [{"name": name, "path": name, "hash": said[name], "bytes": len(content)} for name, content in members.items()],
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
        described = json.dumps(package).encode()
        packed.writestr("datapackage.json", described)
        digest = {"path": "datapackage.json", "hash": "sha256:" + hashlib.sha256(described).hexdigest()}
        packed.writestr("datapackage-digest.json", json.dumps(digest))
    return out.getvalue()


def gzipped(*records: bytes) -> bytes:
    """One member a record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
