"""The commands of a collection, from an empty folder to an answer."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from selon.api import Collection
from selon.web import Serving
from support.asking import Client

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def harbour(selon: Run, root: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "harbour"
    assert selon("new", folder)[0] == 0
    assert selon("add", root / "src" / "selon" / "demo" / "story", "--to", folder)[0] == 0
    code, out, err = selon("run", "--collection", folder)
    assert (code, err) == (0, "")
    assert out.startswith("20 read; 20 articles")
    return folder


def schema_of(command: str, root: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((root / "docs" / "schemas" / f"line-{command}.json").read_text(encoding="utf-8")))


def test_inside_a_collection_commands_need_no_path(selon: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from_files = selon("claims", "--json", harbour / "captures")[1]
    monkeypatch.chdir(harbour)
    for command in ("blocks", "attributions", "dates", "reuse", "lineage", "denials", "gaps"):
        code, out, err = selon(command, "--json")
        assert (code, err) == (0, ""), command
        assert out
    inside = selon("claims", "--json")[1]
    assert sorted(inside.splitlines()) == sorted(from_files.splitlines())
    assert selon("claims", "--json", harbour)[1] == inside


def test_status_and_search_follow_their_schemas(selon: Run, root: Path, harbour: Path) -> None:
    status = json.loads(selon("status", "--json", "--collection", harbour)[1])
    schema_of("status", root).validate(status)
    assert (status["articles"], status["unread"]) == (20, [])
    code, out, _ = selon("search", "barriere", "--json", "--collection", harbour)
    assert code == 0
    days = []
    for line in out.splitlines():
        schema_of("search", root).validate(json.loads(line))
        days.append(json.loads(line)["day"])
    assert days == sorted(days, reverse=True)


def test_a_search_that_finds_nothing(selon: Run, harbour: Path) -> None:
    code, out, err = selon("search", "kangourou", "--collection", harbour)
    assert (code, out) == (4, "")
    assert "no passage holds all of this" in err


def test_words_need_no_quotes_and_options_are_named_where_nothing_is_found(selon: Run, harbour: Path) -> None:
    several = selon("search", "barriere", "port", "--collection", harbour)
    assert several == selon("search", "barriere port", "--collection", harbour)
    assert several[0] == 0
    code, _, err = selon("search", "barriere", "--lang", "zz", "--collection", harbour)
    assert code == 4
    assert "leave out one of the options" in err


def test_check_of_a_whole_collection(selon: Run, harbour: Path) -> None:
    assert selon("check", "--collection", harbour)[0] == 0


def test_check_of_a_damaged_one(selon: Run, harbour: Path) -> None:
    database = harbour / "selon.db"
    database.write_bytes(database.read_bytes()[:20_000])
    for rest in ("-wal", "-shm"):
        Path(f"{database}{rest}").unlink(missing_ok=True)
    code, _, err = selon("check", "--collection", harbour)
    assert code == 2
    assert "Traceback" not in err
    assert "selon run" in err


@pytest.mark.parametrize("command", ["run", "status", "check", "search"])
def test_a_folder_that_is_no_collection(selon: Run, tmp_path: Path, command: str) -> None:
    code, out, err = selon(command, "--collection", tmp_path)
    assert (code, out) == (2, "")
    assert "no collection" in err


@pytest.mark.parametrize("command", ["run", "status", "check", "rulings"])
def test_a_command_of_a_collection_takes_its_folder(selon: Run, harbour: Path, tmp_path: Path, command: str) -> None:
    assert selon(command, harbour) == selon(command, "--collection", harbour) == selon(command, harbour, "--collection", harbour)
    assert selon(command, harbour)[0] == 0
    code, out, err = selon(command, harbour, "--collection", tmp_path)
    assert (code, out) == (2, "")
    assert "two collections" in err
    assert "there is no such folder" in selon(command, tmp_path / "nowhere")[2]
    assert "this is a file" in selon(command, harbour / "selon.db")[2]


def test_a_run_of_a_collection_and_of_files_at_once(selon: Run, harbour: Path, tmp_path: Path) -> None:
    code, _, err = selon("run", harbour, "--out", tmp_path / "results")
    assert code == 2
    assert f"selon run --in {harbour}" in err


def test_python_finds_the_program(root: Path) -> None:
    told = subprocess.run([sys.executable, "-m", "selon", "--version"], cwd=root / "src", capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("selon")


def test_what_is_new_is_said(selon: Run, harbour: Path) -> None:
    (harbour / "captures" / "files" / "more.txt").write_text("Ada Brynn a dit que le port rouvrira.\n", encoding="utf-8")
    code, _, err = selon("claims", harbour)
    assert code == 0
    assert "since the last run of this collection: 1 file;" in err
    assert "more.txt" in json.loads(selon("status", "--json", "--collection", harbour)[1])["unread"][0]


def test_a_collection_is_made_once(selon: Run, harbour: Path) -> None:
    code, _, err = selon("new", harbour)
    assert code == 2
    assert "a collection already" in err


def test_a_run_before_anything_was_added(selon: Run, tmp_path: Path) -> None:
    selon("new", tmp_path / "a")
    code, out, _ = selon("run", "--collection", tmp_path / "a")
    assert code == 0
    assert out.startswith("0 read; 0 articles")


@pytest.mark.parametrize("table", ["file", "answer"])
def test_answers_of_another_version_are_said(selon: Run, harbour: Path, table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the status, by each command that shows them, and on the pages; a run makes them anew."""
    base = sqlite3.connect(harbour / "selon.db")
    with base:
        base.execute(f"UPDATE {table} SET version = 'before'")
    base.close()
    assert json.loads(selon("status", "--json", "--collection", harbour)[1])["other_rules"] is True
    assert "of another version" in selon("claims", harbour)[2]
    assert "of another version" in Client(Serving(collection=Collection(harbour))).get("/?ui=en").text.partition("<main")[0]
    monkeypatch.setattr("selon.cli.output.is_for_people", lambda: True)
    assert "selon run makes them anew" in " ".join(selon("status", harbour)[1].split())
    assert selon("run", harbour)[0] == 0
    assert "of another version" not in " ".join(selon("status", harbour)[1].split())


def test_beside_other_paths_a_collection_is_read_as_its_captures(selon: Run, harbour: Path, tmp_path: Path) -> None:
    assert selon("rulings", "--collection", harbour, "--export", harbour / "rulings.jsonl")[0] == 0
    (harbour / "people.csv").write_text("id,text\nq1,Una Brel\n", encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text("Le bac attend au quai, a déclaré mardi Una Brel.", encoding="utf-8")
    code, out, err = selon("blocks", "--json", "--in", harbour, other)
    assert (code, err) == (0, "")
    alone = {json.loads(line)["id"] for line in selon("blocks", "--json", harbour)[1].splitlines()}
    assert {json.loads(line)["id"] for line in out.splitlines()} == {*alone, "other"}


def test_a_folder_that_holds_texts_already_says_that_they_are_no_captures(selon: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text("« Le port est fermé », a déclaré Ada Valdor.\n", encoding="utf-8")
    code, _, err = selon("new", folder)
    assert code == 0
    assert "1 thing that stood in the folder before is no part of it until added" in err
    code, out, err = selon("claims", folder)
    assert (code, out) == (2, "")
    assert "this collection holds no captures yet" in err and f"selon add SOURCE --to {folder}" in err
    assert selon("add", folder / "a.txt", "--to", folder)[0] == 0
    code, out, err = selon("attributions", folder)
    assert code == 0 and "Ada Valdor" in out
    assert "this collection was not run yet" in err
    assert selon("new", tmp_path / "other")[2] == ""
