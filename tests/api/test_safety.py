"""A full disk, a read-only folder, a missing file, a damaged file: each ends in one clear line, and nothing that was kept is lost."""

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from selon import api
from selon.engine import Local
from selon.errors import SelonError, StoreError, UsageError
from selon.model.ruling import Gesture, Ruling, Thing, Value
from selon.read import fetch
from support.warcs import gzipped, response

NOBODY = 65_534
TEXT = "La barrière du port\n\nAda Brynn a déclaré lundi que la barrière serait rouverte en juin.\n"


@pytest.fixture
def collection() -> Iterator[api.Collection]:
    """A collection that was run, in a folder that everybody may reach."""
    folder = Path(tempfile.mkdtemp(prefix="selon-safety-"))
    folder.chmod(0o755)
    one = api.made(folder / "harbour")
    for number in range(3):
        (one.folder / "captures" / f"{number}.txt").write_text(f"{TEXT}\nLe bac {number} attend.\n", encoding="utf-8")
    one.run(engine=Local())
    yield one
    shutil.rmtree(folder)


@contextmanager
def full_disk(room_bytes: int) -> Iterator[None]:
    """No file grows beyond so many bytes: the error of a full disk, for every write."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room_bytes, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody may write below a folder, and we are nobody."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)


def outlet(collection: api.Collection) -> Ruling:
    about = collection.target(Thing.ARTICLE, "0")
    return collection.draft(who="Ada", why="seen", gesture=Gesture.SET, target=about, value=Value(field="outlet", to="Le Quai"))


def added(collection: api.Collection, path: Path) -> list[str]:
    settings = fetch.settings(contact=None, pause_seconds=None)
    found = fetch.additions([str(path)], collection.folder / "captures", settings=settings, choice=fetch.Choice())
    return [one.outcome.value for one in found]


def is_one_line(error: SelonError) -> bool:
    return all(part and "\n" not in part and "Traceback" not in part for part in (error.what, error.where, error.fix))


WRITING: dict[str, Callable[[api.Collection, Path], object]] = {
    "run": lambda collection, more: collection.run(engine=Local(), again=True),
    "rule": lambda collection, more: collection.rule(outlet(collection)),
    "add": added,
    "forget": lambda collection, more: collection.forget("1"),
}


@pytest.fixture(params=WRITING.values(), ids=WRITING)
def writing(request: pytest.FixtureRequest) -> Callable[[api.Collection, Path], object]:
    found: Callable[[api.Collection, Path], object] = request.param
    return found


@pytest.fixture
def more(collection: api.Collection) -> Path:
    path = collection.folder.parent / "more.txt"
    path.write_text(TEXT * 20, encoding="utf-8")
    return path


def test_a_full_disk_is_told(collection: api.Collection, writing: Callable[[api.Collection, Path], object], more: Path) -> None:
    before = collection.answer()
    with full_disk(100), pytest.raises((StoreError, UsageError)) as told:
        writing(collection, more)
    assert is_one_line(told.value)
    assert "room" in told.value.fix
    assert collection.answer() == before
    assert collection.faults() == []
    writing(collection, more)
    assert collection.faults() == []


def test_a_read_only_folder_is_told_and_can_be_read(
    collection: api.Collection, writing: Callable[[api.Collection, Path], object], more: Path
) -> None:
    before = collection.answer()
    with read_only(collection.folder):
        with pytest.raises((StoreError, UsageError)) as told:
            writing(collection, more)
        assert collection.answer() == before
        assert collection.faults() == []
    assert is_one_line(told.value)


def test_a_file_that_is_gone_is_told(collection: api.Collection) -> None:
    (collection.folder / "captures" / "1.txt").unlink()
    (fault,) = collection.faults()
    assert "1.txt: the file is gone" in fault
    assert len(collection.answer().readings) == 3
    collection.run(engine=Local())
    assert collection.faults() == []


def test_no_captures_at_all_is_told(collection: api.Collection) -> None:
    shutil.rmtree(collection.folder / "captures")
    with pytest.raises(UsageError, match="holds no captures"):
        collection.run(engine=Local())
    assert len(collection.answer().readings) == 3


def damaged(path: Path, at: int) -> None:
    """Another byte in a file that looks the same."""
    stat = path.stat()
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)
        file.seek(at)
        file.write(bytes([byte[0] ^ 0xFF]))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def test_a_damaged_capture_is_found(collection: api.Collection) -> None:
    archive = collection.folder / "captures" / "web.warc.gz"
    archive.write_bytes(gzipped(*(response(number) for number in range(3))))
    collection.run(engine=Local())
    assert collection.faults() == []
    damaged(archive, archive.stat().st_size // 2)
    assert any("web.warc.gz: the file was damaged" in fault for fault in collection.faults())
    damaged(collection.folder / "captures" / "2.txt", 30)
    assert any("2.txt: the file was damaged" in fault for fault in collection.faults())


@pytest.mark.parametrize("what", ["header", "reading", "answer"])
def test_a_damaged_database_is_found(collection: api.Collection, what: str) -> None:
    path = collection.folder / "selon.db"
    base = sqlite3.connect(path)
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (body,) = base.execute(f"SELECT body FROM {'answer' if what == 'answer' else 'reading'} LIMIT 1").fetchone()
    base.close()
    held = bytearray(path.read_bytes())
    at = 20 if what == "header" else held.index(body[:50]) + 20
    held[at : at + 60] = bytes(byte ^ 0xFF for byte in held[at : at + 60])
    path.write_bytes(held)
    assert collection.faults() != []
    path.unlink()
    collection.run(engine=Local(), again=True)
    assert collection.faults() == []


def test_damaged_rulings_are_found(collection: api.Collection) -> None:
    collection.rule(outlet(collection))
    collection.undo(collection.rulings()[0].ruling.id, who="Bo", why="no")
    path = collection.folder / "rulings.jsonl"
    good = path.read_bytes()
    path.write_bytes(good[:100] + good[101:])
    assert any("line 1" in fault for fault in collection.faults())
    path.write_bytes(good.replace(b"Le Quai", b"Le Port"))
    assert any("does not say what it said" in fault for fault in collection.faults())
    path.write_bytes(good + b'{"id": "cut')
    assert any("cut short" in fault for fault in collection.faults())
    path.write_bytes(good)
    assert collection.faults() == []


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("[collection]\nsecnd_person = true\n", "secnd_person"),
        ('name = "x"\n', "name"),
        ("[collection]\nsecond_person = 1\n", "second_person"),
    ],
)
def test_settings_that_nobody_asks_for_are_told(collection: api.Collection, said: str, name: str) -> None:
    (collection.folder / "selon.toml").write_text(said, encoding="utf-8")
    assert [f"'{name}'" in fault for fault in collection.faults()] == [True]


def test_settings_that_cannot_be_read_are_told(collection: api.Collection) -> None:
    (collection.folder / "selon.toml").write_text("[collection\n", encoding="utf-8")
    with pytest.raises(UsageError, match="settings cannot be read"):
        _ = collection.name
