"""Archives: pages and texts of responses and resources; the rest is passed over, what breaks is said."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures

_PAGE = "<html><body><p>La fête du potiron a réuni trois cents personnes.</p></body></html>"


def archive(path: Path, *, packed: bool = True) -> Path:
    records = [
        response(1, "200 OK", "text/html; charset=utf-8", _PAGE.encode()),
        response(9, "301 Moved", "text/html", b"<p>Ailleurs</p>"),
        response(8, "200 OK", "image/png", b"\x89PNG"),
        response(2, "200 OK", "text/html", gzip.compress(_PAGE.encode()), "Content-Encoding: gzip\r\n"),
        response(3, "200 OK", "text/plain", b"Trois cents personnes sont venues."),
        record("resource", 4, "text/html", _PAGE.encode()),
    ]
    path.write_bytes(b"".join(gzip.compress(one) if packed else one for one in records))
    return path


def response(number: int, status: str, kind: str, body: bytes, more: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return record("response", number, "application/http; msgtype=response", http)


def record(kind: str, number: int, content_type: str, block: bytes) -> bytes:
    """One record as WARC 1.1 writes it."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000{number}>\r\n"
        f"WARC-Target-URI: https://x.example/{number}\r\nWARC-Date: 2021-05-03T08:11:12Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False), ("no_ending", True)])
def test_pages_of_an_archive(tmp_path: Path, name: str, packed: bool) -> None:
    found = list(captures([archive(tmp_path / name, packed=packed)]))
    assert [(record.address, record.media_type) for record in found if isinstance(record, Capture)] == [
        ("https://x.example/1", "text/html"),
        ("https://x.example/2", "text/html"),
        ("https://x.example/3", "text/plain"),
        ("https://x.example/4", "text/html"),
    ]
    assert not [record for record in found if isinstance(record, Rejected)]


def test_a_capture_keeps_what_its_record_says(tmp_path: Path) -> None:
    first, second, *_ = captures([archive(tmp_path / "a.warc.gz")])
    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert first.id == first.record_id
    assert first.id.startswith("urn:uuid:")
    assert first.fetched == datetime(2021, 5, 3, 8, 11, 12, tzinfo=UTC)
    assert first.charset == "utf-8"
    assert first.content == second.content == _PAGE.encode()


def test_a_record_beyond_the_limit_is_said_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.warc.MAX_PAGE_BYTES", 60)
    found = list(captures([archive(tmp_path / "a.warc.gz")]))
    assert [record.address for record in found if isinstance(record, Capture)] == ["https://x.example/3"]
    assert all("larger than" in record.what for record in found if isinstance(record, Rejected))


def test_an_archive_that_is_cut_gives_what_came_before(tmp_path: Path) -> None:
    whole = archive(tmp_path / "a.warc", packed=False).read_bytes()
    (tmp_path / "cut.warc").write_bytes(whole[: whole.index(b"https://x.example/3") + 40])
    found = list(captures([tmp_path / "cut.warc"]))
    assert [record.address for record in found if isinstance(record, Capture)][:2] == ["https://x.example/1", "https://x.example/2"]


def test_an_archive_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"WARC/1.1\r\nrien du tout")
    assert [record for record in captures([tmp_path / "a.warc"]) if isinstance(record, Capture)] == []
