"""WACZ: the pages of its archives with their titles; members that lead out are refused, digests compared, differences said."""

import io
import zipfile
from pathlib import Path

import pytest

from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures
from support.warcs import gzipped, response, wacz

_ONE, _TWO = "archive/data.warc.gz", "archive/more.warc"
_PAGES = [{"url": "https://x.example/1", "title": "Le  bac"}, {"url": "https://x.example/2", "title": "https://x.example/2"}]


def read(tmp_path: Path, content: bytes) -> tuple[list[Capture], list[Rejected]]:
    (tmp_path / "a.wacz").write_bytes(content)
    found = list(captures([tmp_path / "a.wacz"]))
    return [one for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Rejected)]


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_pages_of_its_archives_with_their_titles(tmp_path: Path) -> None:
    found, rejected = read(tmp_path, wacz({_ONE: gzipped(response(1)), _TWO: response(2)}, _PAGES))
    assert not rejected
    assert [(one.address, one.declared.title) for one in found] == [("https://x.example/1", "Le bac"), ("https://x.example/2", None)]


@pytest.mark.parametrize("name", [_ONE, "pages/pages.jsonl"])
def test_a_member_that_differs_from_its_digest_is_read_and_said(tmp_path: Path, name: str) -> None:
    found, (said,) = read(tmp_path, wacz({_ONE: gzipped(response(1))}, _PAGES, hashes={name: "sha256:" + "0" * 64}))
    assert len(found) == 1
    assert "not what datapackage.json says" in said.what
    assert name in said.where


def test_a_description_that_differs_from_its_digest_is_said(tmp_path: Path) -> None:
    members = {_ONE: gzipped(response(1)), "datapackage.json": b'{"resources": []}', "datapackage-digest.json": b'{"hash": "sha256:00"}'}
    found, (said,) = read(tmp_path, packed(members))
    assert len(found) == 1
    assert "own digest" in said.what


@pytest.mark.parametrize("description", [None, b"rien", b'{"resources": 3}'])
def test_without_a_description_the_pages_are_read_and_it_is_said(tmp_path: Path, description: bytes | None) -> None:
    members = {_ONE: gzipped(response(1))} | ({"datapackage.json": description} if description else {})
    found, (said,) = read(tmp_path, packed(members))
    assert len(found) == 1
    assert "datapackage.json" in said.where


@pytest.mark.parametrize("name", ["../../out.warc", "/tmp/out.warc", "archive/../../out.warc", "C:\\out.warc", "archive\\..\\out.warc"])
def test_names_that_lead_out_are_refused(tmp_path: Path, name: str) -> None:
    members = {_ONE: gzipped(response(1)), "datapackage.json": b"{}", name: response(2)}
    found, rejected = read(tmp_path, packed(members))
    assert [one.address for one in found] == ["https://x.example/1"]
    assert "leads out" in rejected[0].what
    assert not (tmp_path.parent / "out.warc").exists()


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("archive/link.warc")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("datapackage.json", b"{}")
        archive.writestr(_ONE, gzipped(response(1)))
    found, (said,) = read(tmp_path, out.getvalue())
    assert len(found) == 1
    assert "a link" in said.what


def test_another_zip_is_said(tmp_path: Path) -> None:
    found, (said,) = read(tmp_path, packed({"word/document.xml": b"<x/>"}))
    assert not found
    assert "no WACZ" in said.what


def test_a_broken_archive_beside_a_good_one(tmp_path: Path) -> None:
    broken = gzipped(response(1))[:-80]
    found, rejected = read(tmp_path, packed({"datapackage.json": b"{}", "archive/a.warc.gz": broken, "archive/b.warc": response(2)}))
    assert "https://x.example/2" in [one.address for one in found]
    assert rejected or any(one.degraded for one in found)


def test_limits_on_members_and_on_what_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = wacz({_ONE: gzipped(response(1))}, _PAGES)
    monkeypatch.setattr("selon.read.zip_members.MAX_MEMBERS", 2)
    assert "more than 2 members" in read(tmp_path, content)[1][0].what
    monkeypatch.setattr("selon.read.zip_members.MAX_MEMBERS", 100)
    monkeypatch.setattr("selon.read.zip_members.MAX_ARCHIVE_BYTES", 10)
    assert "holds more than" in read(tmp_path, content)[1][0].what
