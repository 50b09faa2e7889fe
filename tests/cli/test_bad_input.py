"""Bad input: one clear line each, the right exit code, and the rest of the run goes on."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
PAGE = "Le bac a quitté le port à l'aube, a déclaré mardi la capitaine Una Brel. La mer était calme et les passagers nombreux.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "bac.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


_ALONE = (
    "missing.txt", "empty.txt", "binary.bin", "cut.pdf", "other.zip", "cut.parquet", "cut.warc", "wrong.csv", "other.xml",
)  # fmt: skip


def bad_files(folder: Path) -> dict[str, Path]:
    files = {name: folder / name for name in (*_ALONE, "broken.jsonl", "latin.html")}
    files["empty.txt"].write_bytes(b"")
    files["binary.bin"].write_bytes(bytes(range(256)) * 40)
    files["cut.pdf"].write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type")
    files["other.zip"].write_bytes(b"PK\x05\x06" + bytes(18))
    files["cut.parquet"].write_bytes(b"PAR1" + bytes(40))
    files["cut.warc"].write_bytes(b"WARC/1.1\r\nWARC-Type: response\r\n")
    files["wrong.csv"].write_text("name;age\nUna;40\n", encoding="utf-8")
    files["other.xml"].write_text("<?xml version='1.0'?><nitf><body>Oui</body></nitf>", encoding="utf-8")
    record = json.dumps({"id": "one", "text": PAGE})
    files["broken.jsonl"].write_text(record + "\n{not json\n" + record.replace('"one"', '"two"') + "\n", encoding="utf-8")
    page = f"<html><head><meta charset='utf-8'><title>Été</title></head><body><p>{PAGE} C'était l'été.</p></body></html>"
    files["latin.html"].write_bytes(page.encode("cp1252"))
    return files


@pytest.mark.parametrize("name", _ALONE)
def test_alone_it_is_said_in_one_line_with_code_2(selon: Run, tmp_path: Path, name: str) -> None:
    code, out, err = selon("blocks", bad_files(tmp_path)[name])
    assert (code, out) == (2, "")
    lines = err.strip().splitlines()
    assert len(lines) == 1
    assert name in lines[0]
    assert "Traceback" not in err


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "binary.bin", "broken.jsonl"])
@pytest.mark.parametrize("command", ["blocks", "attributions", "dates", "reuse", "lineage", "claims"])
def test_beside_a_good_file_the_run_goes_on_with_code_3(selon: Run, tmp_path: Path, good: Path, command: str, name: str) -> None:
    code, out, err = selon(command, "--json", bad_files(tmp_path)[name], good)
    assert code == 3
    assert sum(name in line for line in err.splitlines()) == 1
    for line in out.splitlines():
        json.loads(line)
    if command in ("blocks", "attributions", "dates"):
        assert "bac" in [json.loads(line)["id"] for line in out.splitlines()]


def test_a_broken_line_names_its_number_and_the_good_lines_are_read(selon: Run, tmp_path: Path) -> None:
    code, out, err = selon("blocks", "--json", bad_files(tmp_path)["broken.jsonl"])
    assert code == 3
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["one", "two"]
    assert "2" in err
    assert len([line for line in err.splitlines() if "broken.jsonl" in line]) == 1


def test_a_page_in_a_wrong_encoding_is_read_and_said_in_one_line_with_code_3(selon: Run, tmp_path: Path, good: Path) -> None:
    code, out, err = selon("blocks", "--json", bad_files(tmp_path)["latin.html"], good)
    assert code == 3
    assert len([line for line in err.splitlines() if "latin.html" in line]) == 1
    line = next(json.loads(line) for line in out.splitlines() if json.loads(line)["id"] == "latin")
    assert "été" in line["text"]
    assert "\ufffd" not in line["text"]
    assert line["title"] == "Été"
    assert "utf-8" in line["degraded"]


def test_no_path_is_a_wrong_call(selon: Run) -> None:
    code, _, err = selon("claims")
    assert code == 2
    assert "nothing to read" in err


def test_an_unknown_command_and_an_unknown_option(selon: Run) -> None:
    assert selon("conjecture")[0] == 2
    assert selon("claims", "--verdict")[0] == 2


def test_explain_finds_nothing_with_code_4(selon: Run, good: Path) -> None:
    code, _, err = selon("explain", "ffffffffffffffff", good)
    assert code == 4
    assert "no attribution has the id" in err


def test_a_model_that_is_not_there_is_said(selon: Run, good: Path, tmp_path: Path) -> None:
    code, out, err = selon("claims", good, "--model", tmp_path / "nowhere")
    assert (code, out) == (2, "")
    assert "no such folder of a model" in err


def test_our_own_fault_is_said_without_a_traceback(selon: Run, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("selon.pipeline.articles", broken)
    code, out, err = selon("blocks", good)
    assert (code, out) == (1, "")
    assert "our own fault" in err
    assert "Traceback" not in err


def test_an_interrupted_run_ends_with_130(selon: Run, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("selon.pipeline.articles", stopped)
    assert selon("blocks", good)[0] == 130


@pytest.mark.parametrize("call", [("attributions",), ("claims", "--in"), ("blocks",), ("add",)])
@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_path_is_not_the_current_folder(selon: Run, call: tuple[str, ...], name: str, tmp_path: Path) -> None:
    code, out, err = selon(*call, name)
    assert (code, out) == (2, "")
    assert "one of the paths is empty" in err


def test_an_empty_id_explains_nothing(selon: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La barrière reste fermée, a déclaré mardi Ada Brynn, capitaine du port.", encoding="utf-8")
    assert selon("explain", "", tmp_path)[0] == 4


def test_a_folder_that_may_not_be_looked_into_stops_nothing(
    selon: Run, tmp_path: Path, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    for name in ("stat", "listdir"):
        monkeypatch.setattr(f"os.{name}", _refused(getattr(os, name), shut))
    code, out, err = selon("blocks", "--json", shut, good)
    assert (code, [json.loads(line)["id"] for line in out.splitlines()]) == (3, ["bac"])
    assert f"{shut}: the folder cannot be read" in err
    assert "result.json" not in err


def _refused(function: Callable[..., Any], folder: Path) -> Callable[..., Any]:
    """The function of the system, for a user who may know of a folder, and of nothing in it."""

    def asked(path: Any, *rest: Any, **named: Any) -> Any:
        if isinstance(path, str | Path) and (folder in Path(path).parents or (Path(path) == folder and function.__name__ == "listdir")):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return function(path, *rest, **named)

    return asked


@pytest.mark.parametrize(
    "call", [("explain", "fff"), ("who", "Talmar"), ("near", "chandelles"), ("trace", "fff"), ("compare", "fff", "mots")]
)
def test_a_look_up_in_vain_says_so_beside_what_was_not_read(selon: Run, tmp_path: Path, call: tuple[str, ...]) -> None:
    code, out, err = selon(*call, bad_files(tmp_path)["broken.jsonl"])
    assert (code, out) == (4, "")
    assert "not read: broken.jsonl, line 2" in err
    assert err.rstrip().splitlines()[-1].startswith("  what to do: ")


def test_where_nothing_was_read_nothing_was_looked_for(selon: Run, tmp_path: Path) -> None:
    code, _, err = selon("trace", "0f07e8", tmp_path / "nowhere.txt")
    assert code == 2
    assert "no claim" not in err
