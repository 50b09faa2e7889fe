"""Pages that people save: SingleFile, "saved from", MHTML, packed with zstd."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from fastwarc.stream_io import ZstdWriter

from selon.clean import article
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import captures

_TEXT = "La fête du potiron a réuni plus de trois cents personnes sur la place du marché, malgré la pluie du matin."
_BODY = f"<article><h1>La fête</h1><p>{_TEXT}</p><p>{_TEXT}</p></article>"


def read(path: Path) -> Capture | Rejected:
    (found,) = captures([path])
    return found


@pytest.mark.parametrize(
    "comment",
    [
        "<!--\n Page saved with SingleFile \n url: https://phare.example/fete \n saved date: Mon May 03 2021 08:11:12 GMT+0200\n-->",
        "<!-- saved from url=(0027)https://phare.example/fete -->",
    ],
)
def test_a_saved_page_says_where_it_came_from(tmp_path: Path, comment: str) -> None:
    style = "<style>" + ".a{background:url(data:image/png;base64," + "A" * 100_000 + ")}</style>"
    picture = f'<img src="data:image/png;base64,{"QUJD" * 50_000}" alt="">'
    (tmp_path / "fete.html").write_text(f"<!DOCTYPE html> <html lang=fr>{comment}<head>{style}</head><body>{picture}{_BODY}</body></html>")
    found = read(tmp_path / "fete.html")
    assert isinstance(found, Capture)
    assert found.declared.url == "https://phare.example/fete"
    assert article(found).text.count(_TEXT) == 2
    assert "base64" not in article(found).text


def test_pictures_alone_do_not_make_a_page_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.html.MAX_PAGE_BYTES", 2_000)
    path = tmp_path / "fete.html"
    path.write_text(f'<html><body><img src="data:image/png;base64,{"QUJD" * 5_000}">{_BODY}</body></html>')
    found = read(path)
    assert isinstance(found, Capture)
    assert _TEXT in found.content.decode()
    path.write_text(f"<html><body>{_BODY}{'x' * 5_000}</body></html>")
    said = read(path)
    assert isinstance(said, Rejected)
    assert "larger than" in said.what


def mhtml(charset: str = "utf-8", *, kind: str = "html") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://phare.example/fete"
    message["Subject"] = "La fete"
    message.set_content(f"<html><body>{_BODY}</body></html>", subtype=kind, charset=charset, cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png", cid="<one>")
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
@pytest.mark.parametrize("name", ["fete.mhtml", "fete.mht", "fete"])
def test_mhtml(tmp_path: Path, charset: str, name: str) -> None:
    (tmp_path / name).write_bytes(mhtml(charset))
    found = read(tmp_path / name)
    assert isinstance(found, Capture)
    assert (found.id, found.media_type, found.declared.url) == ("fete", "text/html", "https://phare.example/fete")
    assert article(found).text.count(_TEXT) == 2


@pytest.mark.parametrize(
    "content", [mhtml(kind="plain"), b"From: x\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\n", b"Oui."]
)
def test_mhtml_without_a_page_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.mhtml").write_bytes(content)
    said = read(tmp_path / "a.mhtml")
    assert isinstance(said, Rejected)
    assert "no part of it is a page" in said.what


@pytest.mark.parametrize(("name", "content"), [("a.html.zst", _BODY), ("a.jsonl.zst", f'{{"id": "a", "text": "{_TEXT}"}}\n'), ("a", _BODY)])
def test_what_is_packed_with_zstd_is_read_through(tmp_path: Path, name: str, content: str) -> None:
    writer = ZstdWriter(str(tmp_path / name), fsspec_args=False)
    writer.write(content.encode())
    writer.close()
    found = read(tmp_path / name)
    assert isinstance(found, Capture)
    assert found.id == "a"
    assert _TEXT in found.content.decode()
