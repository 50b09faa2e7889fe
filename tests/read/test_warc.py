"""Archives: pages and texts of responses and resources; the rest is passed over, what breaks is said."""

import base64
import gzip
import hashlib
import io
import os
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures
from support.warcs import PAGE, gzipped, http, record, response

_PACKED = gzip.compress(PAGE.encode())


def archive(path: Path, *, packed: bool = True) -> Path:
    records = [
        response(1),
        record("response", 9, "application/http; msgtype=response", http(b"<p>Ailleurs</p>", status="301 Moved")),
        response(8, b"\x89PNG", "image/png"),
        response(2, gzip.compress(PAGE.encode()), "text/html", more="Content-Encoding: gzip\r\n"),
        response(3, b"Trois cents personnes sont venues.", "text/plain"),
        record("resource", 4, "text/html", PAGE.encode()),
    ]
    path.write_bytes(gzipped(*records) if packed else b"".join(records))
    return path


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
    assert first.content == second.content == PAGE.encode()


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


def read(path: Path) -> tuple[list[Capture], list[Rejected]]:
    found = list(captures([path]))
    return [one for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Rejected)]


@pytest.mark.parametrize("content", [b"WARC/1.1\r\nrien du tout", record("request", 1, "application/http", b"GET / HTTP/1.1\r\n\r\n")])
def test_an_archive_without_a_page_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(content)
    found, (said,) = read(tmp_path / "a.warc")
    assert not found
    assert any(words in said.what for words in ("holds no page", "broken", "cut off"))


@pytest.mark.parametrize("cut", range(5, 600, 30))
@pytest.mark.parametrize("packed", [True, False], ids=["gzipped", "plain"])
def test_wherever_an_archive_is_cut_it_is_said(tmp_path: Path, cut: int, packed: bool) -> None:
    records = (response(1), response(2, PAGE.encode() * 3))
    whole = gzipped(*records) if packed else b"".join(records)
    (tmp_path / "a.warc").write_bytes(whole[:-cut])
    found, rejected = read(tmp_path / "a.warc")
    assert rejected or any(one.degraded for one in found) or len(found) == 2


def digest(content: bytes, kind: str = "sha256", *, is_hex: bool = True) -> str:
    found = hashlib.new(kind.replace("-", ""), content)
    return f"{kind}:{found.hexdigest() if is_hex else base64.b32encode(found.digest()).decode()}"


@pytest.mark.parametrize(("kind", "is_hex"), [("sha1", False), ("sha256", True), ("sha-256", True), ("md5", True), ("sha256", False)])
@pytest.mark.parametrize("name", ["WARC-Block-Digest", "WARC-Payload-Digest"])
def test_digests_are_compared(tmp_path: Path, name: str, kind: str, is_hex: bool) -> None:
    said = PAGE.encode() if "Payload" in name else http(PAGE.encode())
    records = [
        response(1, warc=f"{name}: {digest(said, kind, is_hex=is_hex)}\r\n"),
        response(2, warc=f"{name}: {digest(b'x', kind, is_hex=is_hex)}\r\n"),
    ]
    (tmp_path / "a.warc.gz").write_bytes(gzipped(*records))
    (first, second), rejected = read(tmp_path / "a.warc.gz")
    assert not rejected
    assert first.degraded is None
    assert "digest" in (second.degraded or "")


@pytest.mark.parametrize("said", ["crc32:1234", "sha256", "", "sha512:00"])
def test_a_digest_of_another_kind_says_nothing(tmp_path: Path, said: str) -> None:
    (tmp_path / "a.warc").write_bytes(response(1, warc=f"WARC-Block-Digest: {said}\r\n"))
    (found,), _ = read(tmp_path / "a.warc")
    assert found.degraded is None


def test_a_record_that_was_cut_off_when_it_was_fetched_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(response(1, warc="WARC-Truncated: length\r\n"))
    (found,), _ = read(tmp_path / "a.warc")
    assert found.degraded == "it was cut off when it was fetched: length"


def test_texts_pdfs_and_pages_without_a_type(tmp_path: Path) -> None:
    records = [
        record("conversion", 1, "text/plain", "Trois cents personnes sont venues à la fête.".encode()),
        response(2, b"%PDF-1.7 ...", "application/pdf"),
        response(3, PAGE.encode(), "application/octet-stream"),
        response(4, b"\x00\x01", "application/octet-stream"),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    found, rejected = read(tmp_path / "a.warc")
    assert not rejected
    assert [one.media_type for one in found] == ["text/plain", "application/pdf", "text/html"]


def test_a_broken_record_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    records = [
        response(1, gzip.compress(PAGE.encode())[:30] + b"rien du tout", more="Content-Encoding: gzip\r\n"),
        response(2).replace(b"2021-05-03T08:11:12Z", b"jeudi"),
        response(3, warc="X-Note: \xff\r\n"),
        response(4).replace(b"https://x.example/4", b"\xff\xfe\xfd"),
        response(5),
    ]
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    found, rejected = read(tmp_path / "a.warc")
    assert "https://x.example/5" in [one.address for one in found]
    assert len(found) + len(rejected) >= 5


@pytest.mark.parametrize("said", ["jeudi", "99999-05-03T08:11:12Z", "2021-02-30T00:00:00Z"])
def test_a_record_with_a_date_that_is_none_is_read_without_it(tmp_path: Path, said: str) -> None:
    (tmp_path / "a.warc").write_bytes(response(2).replace(b"2021-05-03T08:11:12Z", said.encode()))
    ((found,), rejected) = read(tmp_path / "a.warc")
    assert (found.fetched, rejected) == (None, [])
    assert f"its WARC-Date is no date: {said}" in (found.degraded or "")


@pytest.mark.parametrize("name", ["plain.warc.zst", "dictionary.warc.zst", "packed_dictionary.warc.zst"])
def test_zstd(name: str) -> None:
    found, rejected = read(Path(__file__).parent / "archives" / name)
    assert not rejected
    assert [one.address for one in found] == [f"https://x.example/{number}" for number in range(1, 5)]


def test_an_archive_through_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, into = os.pipe()
    os.write(into, archive(tmp_path / "a.warc.gz").read_bytes())
    os.close(into)
    with open(out, "rb") as stream:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
        found = list(captures(["-"]))
    assert len([one for one in found if isinstance(one, Capture)]) == 4


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(PAGE.encode())),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE.encode())),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE.encode())[2:-4]),
        ("Content-Encoding: br\r\n", None),
        ("Content-Encoding: gzip\r\n", PAGE.encode()),
        ("Content-Encoding: br\r\n", PAGE.encode()),
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode())),
        ("Transfer-Encoding: chunked\r\n", PAGE.encode()),
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", b"%x\r\n%s\r\n0\r\n\r\n" % (len(_PACKED), _PACKED)),
    ],
)
def test_what_http_packs_is_unpacked(tmp_path: Path, head: str, body: bytes | None) -> None:
    if body is None:
        writer = BrotliWriter(str(tmp_path / "page.br"), fsspec_args=False)
        writer.write(PAGE.encode())
        writer.close()
        body = (tmp_path / "page.br").read_bytes()
    (tmp_path / "a.warc").write_bytes(response(1, body, more=head))
    (found,), rejected = read(tmp_path / "a.warc")
    assert not rejected
    assert found.content == PAGE.encode()


def test_a_page_that_grows_beyond_the_limit_when_unpacked_is_said(tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>" + bytes(11_000_000))
    (tmp_path / "a.warc").write_bytes(response(1, bomb, more="Content-Encoding: gzip\r\n") + response(2))
    found, (said,) = read(tmp_path / "a.warc")
    assert [one.address for one in found] == ["https://x.example/2"]
    assert "larger than" in said.what
