"""A part is there whole or not at all, and only the one that fits is found again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from selon.engine.kept import MANIFEST, Part, keeping, sweep
from selon.engine.locking import locked
from selon.errors import Busy


def part(home: Path, **changed: object) -> Part:
    return replace(Part(home=str(home), stage="halve", version="1", settings={}, inputs=("a",)), **changed)  # type: ignore[arg-type]


def made(one: Part, words: str = "ten") -> Part:
    with keeping(one) as folder:
        (folder / "words.txt").write_text(words)
    return one


def test_what_was_made_is_kept_with_what_it_was_made_of(tmp_path: Path) -> None:
    one = made(part(tmp_path))
    assert one.is_kept
    told = json.loads((one.folder / MANIFEST).read_text())
    assert (told["stage"], told["version"], told["inputs"]) == ("halve", "1", ["a"])
    assert told["files"]["words.txt"]["bytes"] == 3
    assert len(told["files"]["words.txt"]["sha256"]) == 64


@pytest.mark.parametrize("changed", [{"version": "2"}, {"settings": {"block": 3}}, {"inputs": ("b",)}, {"stage": "read"}])
def test_what_is_made_of_something_else_is_another_part(tmp_path: Path, changed: dict[str, object]) -> None:
    made(part(tmp_path))
    assert not part(tmp_path, **changed).is_kept


def _broken(one: Part) -> None:
    with keeping(one) as folder:
        (folder / "words.txt").write_text("te")
        raise ZeroDivisionError


def test_nothing_is_left_of_a_part_that_failed(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        _broken(part(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_part_whose_files_were_cut_is_made_again(tmp_path: Path) -> None:
    one = made(part(tmp_path))
    (one.folder / "words.txt").write_text("te")
    assert not one.is_kept
    assert made(one).is_kept


def test_of_two_that_make_one_part_the_first_one_stays(tmp_path: Path) -> None:
    one = part(tmp_path)
    with keeping(one) as slow:
        (slow / "words.txt").write_text("ten")
        made(one)
        first = (one.folder / "words.txt").stat().st_ino
    assert (one.folder / "words.txt").stat().st_ino == first
    assert [path.name for path in tmp_path.iterdir()] == [one.key]


def test_what_fits_no_more_and_what_was_left_undone_is_swept(tmp_path: Path) -> None:
    old, new = made(part(tmp_path)), made(part(tmp_path, version="2"))
    (tmp_path / ".undone-0123").mkdir()
    assert sweep(tmp_path, {new.key}) == 1
    assert not old.is_kept
    assert [path.name for path in tmp_path.iterdir()] == [new.key]


def test_only_one_run_at_a_time(tmp_path: Path) -> None:
    with locked(tmp_path, holder="a run"), pytest.raises(Busy), locked(tmp_path, holder="a run"):
        pass
    with locked(tmp_path, holder="a run"):
        pass
