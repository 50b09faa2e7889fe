"""Files and folders of one's own are copied into a collection, byte for byte, once each."""

import errno
import hashlib
import os
from pathlib import Path

import pytest

from fetch.site import Clock, public
from selon.errors import UsageError
from selon.model.addition import Addition
from selon.model.capture import Capture
from selon.read import captures
from selon.read.fetch import Choice, Settings, additions, captures_folder

PAGE = "<!DOCTYPE html><html><body><p>Le bac a quitté le port.</p></body></html>"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / "wire").mkdir(parents=True)
    (folder / "a.html").write_text(PAGE, encoding="utf-8")
    (folder / "wire" / "b.jsonl").write_text('{"id": "one", "text": "Oui, a dit la capitaine."}\n', encoding="utf-8")
    (folder / ".hidden.html").write_text(PAGE, encoding="utf-8")
    return folder


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    return captures_folder(tmp_path / "quai", tmp_path)


def add(collection: Path, *sources: object) -> list[Addition]:
    world = public({}, clock=Clock())
    return list(additions([str(one) for one in sources], collection, settings=Settings(), choice=Choice(), world=world))


def test_files_are_copied_as_they_are(collection: Path, pages: Path) -> None:
    found = add(collection, pages, pages / "a.html")
    assert [(one.outcome, one.capture) for one in found] == [
        ("added", "captures/files/pages/a.html"),
        ("added", "captures/files/pages/wire/b.jsonl"),
        ("added", "captures/files/a.html"),
    ]
    for one in found:
        assert one.capture
        content = (collection.parent / one.capture).read_bytes()
        assert content == Path(one.url).read_bytes()
        assert one.sha256 == hashlib.sha256(content).hexdigest()
    assert sorted(record.id for record in captures([collection.parent]) if isinstance(record, Capture)) == [
        "captures/files/a.html", "captures/files/pages/a.html", "one",
    ]  # fmt: skip


def test_a_file_is_copied_once_and_a_changed_one_beside_it(collection: Path, pages: Path) -> None:
    page = pages / "a.html"
    add(collection, page)
    assert [one.outcome for one in add(collection, page)] == ["unchanged"]
    page.write_text(PAGE.replace("quitté", "regagné"), encoding="utf-8")
    (second,) = add(collection, page)
    assert second.outcome == "added"
    assert second.capture == f"captures/files/a.{str(second.sha256)[:16]}.html"
    assert [one.outcome for one in add(collection, page)] == ["unchanged"]
    page.write_text(PAGE, encoding="utf-8")
    assert [one.outcome for one in add(collection, page)] == ["unchanged"]
    assert len(list((collection / "files").iterdir())) == 2


def test_what_cannot_be_copied_is_said_and_the_rest_goes_on(collection: Path, pages: Path) -> None:
    (pages / "out.html").symlink_to("/etc/hostname")
    found = {Path(one.url).name: one for one in add(collection, pages, pages / "missing.html", "-", collection.parent, "phare.example/1")}
    assert "write https://phare.example/1" in str(found["1"].reason)
    assert found["a.html"].outcome == "added"
    assert found["out.html"].outcome == "failed"
    assert "no such file" in str(found["missing.html"].reason)
    assert "pipe" in str(found["-"].reason)
    assert "holds the collection itself" in str(found["quai"].reason)


def test_a_copy_that_fails_leaves_nothing_half_written(collection: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("selon.read.fetch.folder.os.fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        add(collection, pages / "a.html")
    assert [record for record in captures([collection]) if isinstance(record, Capture)] == []


# ---- where


def test_a_collection_is_the_folder_that_is_named_or_the_one_we_are_in(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no collection"):
        captures_folder(None, tmp_path)
    (tmp_path / "selon.toml").touch()
    assert captures_folder(None, tmp_path) == tmp_path / "captures"
    assert (tmp_path / "captures").is_dir()
    assert captures_folder(tmp_path / "a" / "b", tmp_path) == tmp_path / "a" / "b" / "captures"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be made"):
        captures_folder(tmp_path / "file", tmp_path)


def test_the_settings_of_a_collection_are_no_article(collection: Path, pages: Path) -> None:
    (collection.parent / "selon.toml").write_text('name = "quai"\n', encoding="utf-8")
    add(collection, pages / "a.html")
    assert [record.id for record in captures([collection.parent])] == ["a"]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["pathlib.Path.mkdir", "os.replace"], ids=["its folder", "its name"])
def test_a_folder_that_may_not_be_written(collection: Path, pages: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(name, refused)  # whoever runs the tests may be allowed to write everywhere
    with pytest.raises(UsageError, match="nothing can be kept: Permission denied"):
        add(collection, pages)
    assert [path for path in collection.rglob("*") if path.is_file() and not path.name.startswith(".")] == []


def test_a_name_that_is_no_utf8_is_told_as_the_reading_tells_it(collection: Path, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    try:
        (folder / os.fsdecode(b"\xe9t\xe9.txt")).write_text("Le bac attend.", encoding="utf-8")
    except OSError:
        pytest.skip("this system allows no such name")
    (added,) = add(collection, folder)
    assert added.url == f"{folder}/\\xe9t\\xe9.txt"
    assert added.capture == "captures/files/odd/\\xe9t\\xe9.txt"


def test_a_folder_that_may_not_be_looked_into_is_said(collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "shut").mkdir()
    monkeypatch.setattr("os.listdir", refused)
    (said,) = add(collection, tmp_path / "shut")
    assert (said.outcome.value, said.reason) == ("failed", "the folder cannot be read: Permission denied; see that it may be read")
