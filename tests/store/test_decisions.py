"""`rulings.jsonl`: what was acknowledged stays, what was cut short never counted."""

from pathlib import Path

import pytest

from selon import rulings
from selon.errors import Damaged
from selon.model.ruling import Gesture, Place, Quoted, Ruling, Target, Thing, Value
from selon.store import decisions


def ruling(day: int, *, to: str = "") -> Ruling:
    place = Place(address="a", text="0" * 16, quotes=(Quoted(words="« à l’est »\n", nth=1, of=2),))
    value = Value(field="outlet", to=to)
    about = Target(thing=Thing.ARTICLE, places=(place,))
    return rulings.made(who="Ada", when=f"2031-04-{day:02}", why="vu", gesture=Gesture.SET, target=about, value=value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rulings.jsonl"


def test_what_is_added_is_read_back(path: Path) -> None:
    assert decisions.kept(path) == []
    decisions.append(path, [ruling(1)])
    decisions.append(path, [ruling(2, to="Le Quai"), ruling(3)])
    assert decisions.kept(path) == [ruling(1), ruling(2, to="Le Quai"), ruling(3)]
    assert [rulings.hash_of(one) for one in decisions.kept(path)] == [one.id for one in decisions.kept(path)]
    assert decisions.faults(path) == []


@pytest.mark.parametrize("line", [b'{"id": 1}', b"[]", b"\xff", b'{"id": ' + b"[" * 100_000, b'{"id": "a", "other": 1}'], ids=range(5))
def test_a_line_that_is_no_ruling_is_said(path: Path, line: bytes) -> None:
    decisions.append(path, [ruling(1)])
    path.write_bytes(line + b"\n" + path.read_bytes())
    with pytest.raises(Damaged, match="no ruling"):
        decisions.kept(path)
    assert len(decisions.faults(path)) == 1


@pytest.mark.parametrize("cut", [1, 20, 200], ids=str)
def test_a_line_that_was_cut_short_never_counted(path: Path, cut: int) -> None:
    decisions.append(path, [ruling(1), ruling(2)])
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    kept = decisions.kept(path)
    assert kept == ([ruling(1), ruling(2)] if cut == 1 else [ruling(1)])
    assert bool(decisions.faults(path)) == (cut > 1)
    decisions.append(path, [ruling(3)])
    assert decisions.kept(path) == [*kept, ruling(3)]
    assert decisions.faults(path) == []


def test_a_line_in_the_middle_that_is_none_is_told(path: Path) -> None:
    decisions.append(path, [ruling(1)])
    path.write_bytes(b"not a ruling\n" + path.read_bytes())
    with pytest.raises(Damaged, match="line 1"):
        decisions.kept(path)
    assert len(decisions.faults(path)) == 1


def test_empty_lines_and_later_fields_are_passed_over(path: Path) -> None:
    line = decisions.line(ruling(1))
    path.write_bytes(b"\n" + line[:-1] + b', "later": 1}\n\n')
    assert decisions.kept(path) == [ruling(1)]


def test_a_file_is_put_in_place_of_another_at_once(path: Path) -> None:
    decisions.append(path, [ruling(1), ruling(2)])
    decisions.rewrite(path, [ruling(2)])
    assert decisions.kept(path) == [ruling(2)]
    assert sorted(one.name for one in path.parent.iterdir()) == ["rulings.jsonl"]
