"""Files, folders and standard input become captures; what cannot be read is said in one clear line, and the rest goes on."""

import errno
import gzip
import hashlib
import io
import json
import zlib
from pathlib import Path

import pytest

from selon.clean import article
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read import READERS, captures, json_lines, limits

FOLDER = Path(json_lines.__file__).parent
_TEXT = "La fête du potiron a réuni plus de trois cents personnes sur la place du marché.\n"


def good(*paths: Path | str) -> list[Capture]:
    return [record for record in captures(paths) if isinstance(record, Capture)]


def bad(*paths: Path | str) -> list[Rejected]:
    return [record for record in captures(paths) if isinstance(record, Rejected)]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.html", "<p>Oui</p>", "text/html"),
        ("a.htm", "<p>Oui</p>", "text/html"),
        ("a.md", _TEXT, "text/markdown"),
        ("a.txt", _TEXT, "text/plain"),
        ("a.txt", "---\ntitle: x\n---\n" + _TEXT, "text/markdown"),
        ("a.txt", "# Titre\n\n> Une citation\n", "text/markdown"),
        ("a.txt", "<!DOCTYPE html><html><body><p>Oui</p></body></html>", "text/html"),
        ("a.txt", "<!-- sauvé -->\n<html><body><p>Oui</p></body></html>", "text/html"),
        ("a", _TEXT, "text/plain"),
        ("a.html.gz", gzip.compress(b"<p>Oui</p>", mtime=0), "text/html"),
        ("a.txt", "\ufeff" + _TEXT, "text/plain"),
        ("a.txt", _TEXT.encode("utf-16"), "text/plain"),
    ],
)
def test_formats(tmp_path: Path, name: str, content: str | bytes, media_type: str) -> None:
    (found,) = good(write(tmp_path, name, content))
    assert (found.id, found.address, found.media_type) == ("a", name, media_type)


def test_every_reader_has_its_file() -> None:
    assert sorted(READERS.values()) == [
        path.stem for path in sorted(FOLDER.glob("*.py")) if "def captures(" in path.read_text() and path.stem != "__init__"
    ]


# ---- what cannot be read


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.txt", b"", "the file is empty"),
        ("blank.html", b" \n\t\n", "the file is empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "this is a picture"),
        ("paper.pdf", b"Ceci n'est rien", "called a PDF file, and is none"),
        ("archive.zip", b"PK\x03\x04\x14\x00", "the ZIP archive is broken"),
        ("table.parquet", b"PAR1" + bytes(40), "the Parquet file is broken"),
        ("packed.html.zst", b"\x28\xb5\x2f\xfd" + b"rien du tout" * 3, "cannot be read"),
        ("note.rtf", b"{\\rtf1 oui}", "an RTF file"),
        ("data.bin", bytes(range(256)), "this is a binary file"),
        ("page.html", b"\x00\x01\x02\x03\x04\x05\x06", "this is a binary file"),
        ("packed.html.gz", gzip.compress(b"<p>Oui, c'est ainsi que la pluie tombe</p>" * 50, mtime=0)[:60], "packed with gzip, and broken"),
        ("packed.gz", b"\x1f\x8b\x08\x00rien du tout", "packed with gzip, and broken"),
        ("empty.jsonl", b"", "the file is empty"),
    ],
)
def test_bad_files_are_said_and_the_rest_goes_on(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    broken, fine = write(tmp_path, name, content), write(tmp_path, "fine.txt", _TEXT)
    (said,) = bad(broken, fine)
    assert what in said.what
    assert name in said.where
    assert said.fix
    assert said.stage == "read"
    assert [record.id for record in good(broken, fine)] == ["fine"]


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page.md", "page"])
def test_a_zero_byte_makes_no_text_a_binary_file(tmp_path: Path, name: str) -> None:
    (found,) = good(write(tmp_path, name, f"<p>{_TEXT}\0</p><p>{_TEXT}</p>"))
    assert article(found).text.count(_TEXT) == 2


def test_a_packed_file_that_breaks_gives_what_stands_before(tmp_path: Path) -> None:
    texts = [f"{_TEXT} {hashlib.sha256(bytes([at % 256, at // 256])).hexdigest()}" for at in range(3_000)]
    lines = "".join(json.dumps({"id": f"a{at}", "text": text}) + "\n" for at, text in enumerate(texts))
    packed = gzip.compress(lines.encode(), mtime=0)
    whole = zlib.decompressobj(wbits=31).decompress(packed[: len(packed) // 2]).count(b"\n")
    found = list(captures([write(tmp_path, "wire.jsonl.gz", packed[: len(packed) // 2])]))
    assert len([one for one in found if isinstance(one, Capture)]) == whole
    assert "packed with gzip, and broken" in [one.what for one in found if isinstance(one, Rejected)][-1]


def test_a_missing_file(tmp_path: Path) -> None:
    (said,) = bad(tmp_path / "nowhere.txt", write(tmp_path, "fine.txt", _TEXT))
    assert (said.what, said.where) == ("there is no such file", str(tmp_path / "nowhere.txt"))


def test_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    (said,) = bad(tmp_path / "link.txt")
    assert "leads nowhere" in said.what


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "shut.txt", _TEXT)
    monkeypatch.setattr(Path, "open", refused)  # whoever runs the tests may be allowed to read everything
    (said,) = bad(path)
    assert said.what == "it cannot be read: Permission denied"


def refused(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize("path", ["a\0b", "x" * 5_000])
def test_an_impossible_path(path: str) -> None:
    assert len(bad(path)) == 1


def test_a_file_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.plain.MAX_TEXT_BYTES", 100)
    (said,) = bad(write(tmp_path, "long.txt", _TEXT * 3))
    assert "larger than" in said.what


def test_a_packed_file_that_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selon.read.html.MAX_PAGE_BYTES", 10_000)
    (said,) = bad(write(tmp_path, "bomb.html.gz", gzip.compress(b"<p>" + b" x" * 1_000_000)))
    assert "larger than" in said.what


# ---- folders and names


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.html", "B.txt", ".hidden.txt"):
        write(tmp_path, name, "<p>Oui</p>" if name.endswith("html") else _TEXT)
    assert [record.address for record in good(tmp_path)] == ["B.txt", "a/c.html", "a/z.txt", "b.txt"]


def test_names_that_are_not_unique_are_paths(tmp_path: Path) -> None:
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        write(tmp_path, name, _TEXT)
    assert [record.id for record in good(tmp_path)] == ["one/a.txt", "two/a.txt", "b"]


def test_two_folders_with_the_same_names(tmp_path: Path) -> None:
    for name in ("one/a.txt", "two/a.txt"):
        write(tmp_path, name, _TEXT)
    found = good(tmp_path / "one", tmp_path / "two")
    assert len({record.id for record in found}) == 2
    assert len({record.address for record in found}) == 2


def test_an_address_is_the_same_wherever_the_folder_lies(tmp_path: Path) -> None:
    for folder in ("here", "there/deep"):
        write(tmp_path, f"{folder}/a/b.txt", _TEXT)
    assert (
        [record.address for record in good(tmp_path / "here")]
        == [record.address for record in good(tmp_path / "there/deep")]
        == ["a/b.txt"]
    )


def test_one_file_given_twice_is_said(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", _TEXT)
    assert len(good(path, path)) == 1
    (said,) = bad(path, path)
    assert "was read before" in said.what


def test_links_that_lead_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", _TEXT)
    write(tmp_path, "inside/a.txt", _TEXT)
    (tmp_path / "inside" / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (tmp_path / "inside" / "outer").symlink_to(tmp_path / "outside")
    (tmp_path / "inside" / "again").symlink_to(tmp_path / "inside")
    assert [record.id for record in good(tmp_path / "inside")] == ["a"]
    assert [said.what for said in bad(tmp_path / "inside")] == ["this link leads out of the folder, and is not followed"] * 2


def test_folders_too_deep_are_said(tmp_path: Path) -> None:
    write(tmp_path, "/".join(["d"] * (limits.MAX_FOLDER_DEPTH + 2)) + "/a.txt", _TEXT)
    write(tmp_path, "b.txt", _TEXT)
    assert [record.id for record in good(tmp_path)] == ["b"]
    (said,) = bad(tmp_path)
    assert "deep" in said.what


# ---- standard input


@pytest.mark.parametrize(("content", "name"), [(_TEXT, "-"), ('{"id": "x", "text": "Oui."}\n', "x"), ("<html><p>Oui</p></html>", "-")])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, name: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(content.encode()))
    monkeypatch.setattr("sys.stdin", stream)
    (found,) = good("-")
    assert found.id == name


# ---- JSON Lines


def test_records_of_json_lines(tmp_path: Path) -> None:
    rows = [
        {"id": "one", "text": _TEXT, "url": "https://x.example/1", "outlet": "Le Phare", "title": "Un", "date": "2021-05-03", "lang": "fr"},
        {"id": 2, "html": "<p>Oui</p>", "published": {"from": "2021-05-01", "to": "2021-05-03"}},
        {"text": "---\ntitle: x\n---\nOui.", "published": "2021-05-03", "other": [1, {"a": None}]},
    ]
    found = good(write(tmp_path, "wire.jsonl", "\n".join(json.dumps(row) for row in rows)))
    assert [(record.id, record.address, record.media_type) for record in found] == [
        ("one", "https://x.example/1", "text/plain"),
        ("2", "wire.jsonl#2", "text/html"),
        ("wire.jsonl#3", "wire.jsonl#3", "text/markdown"),
    ]
    assert (found[0].declared.outlet, found[0].declared.title, found[0].declared.lang) == ("Le Phare", "Un", "fr")
    assert (found[1].declared.published_from, found[1].declared.published_to) == ("2021-05-01", "2021-05-03")
    assert found[2].declared.date == "2021-05-03"
    assert found[0].content.decode() == _TEXT


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"id": "x", "text": "Oui.', "no JSON"),
        ("rien", "no JSON"),
        ("[1, 2]", "not as it should be"),
        ('{"id": "x", "text": 12}', "not as it should be"),
        ('{"id": "x"}', "neither text nor html"),
        ('{"id": "x", "text": "  "}', "neither text nor html"),
        ("[" * 100_000, "not as it should be|nested too deep"),
        ('{"id": "one", "text": "Encore."}', "was read before"),
    ],
)
def test_a_bad_line_is_said_with_its_number(tmp_path: Path, line: str, what: str) -> None:
    path = write(tmp_path, "wire.jsonl", f'{{"id": "one", "text": "Oui."}}\n\n{line}\n{{"id": "two", "text": "Non."}}\n')
    assert [record.id for record in good(path)] == ["one", "two"]
    (said,) = bad(path)
    assert any(part in said.what for part in what.split("|"))
    assert "line 3" in said.where or said.where == "wire.jsonl#3"


def test_a_line_in_another_encoding(tmp_path: Path) -> None:
    content = b'{"id": "one", "text": "Oui."}\n{"id": "x", "text": "caf\xe9"}\n{"id": "two", "text": "Non."}\n'
    path = write(tmp_path, "wire.jsonl", content)
    assert [record.id for record in good(path)] == ["one", "two"]
    (said,) = bad(path)
    assert "line 2" in said.where


def test_a_line_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 100)
    long = json.dumps({"id": "x", "text": _TEXT * 100})
    path = write(tmp_path, "wire.jsonl", f'{{"id": "one", "text": "Oui."}}\n{long}\n{{"id": "two", "text": "Non."}}\n')
    assert [record.id for record in good(path)] == ["one", "two"]
    (said,) = bad(path)
    assert "longer than" in said.what


def test_json_lines_are_read_as_they_come(tmp_path: Path) -> None:
    path = write(tmp_path, "wire.jsonl", '{"id": "one", "text": "Oui."}\n{"broken\n')
    stream = captures([path])
    assert isinstance(next(stream), Capture)
    assert isinstance(next(stream), Rejected)
