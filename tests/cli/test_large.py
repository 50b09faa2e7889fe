"""`selon run` over files and `selon load`, as a person calls them."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

from support import invented_news

pytest.importorskip("duckdb")
pytestmark = pytest.mark.xdist_group("large runs")

Run = Callable[..., tuple[int, str, str]]


def test_files_in_tables_out_and_a_collection_of_them(selon: Run, tmp_path: Path) -> None:
    news = invented_news.files(tmp_path / "news", many=4, each=2)
    (news / "empty.txt").write_bytes(b"")
    code, out, err = selon("run", "--in", news, "--out", tmp_path / "results")
    assert code == 3
    assert out.startswith("4 articles, ")
    assert "1 rejected; " in out
    assert "empty.txt" in err
    code, out, err = selon("run", "--in", news, "--out", tmp_path / "results")
    assert "; 0 parts made, " in out
    code, out, err = selon("load", tmp_path / "results", "--to", tmp_path / "all", "--where", "outlet = 'Le Courrier 1'")
    assert (code, err) == (0, "")
    assert "1 article, " in out


@pytest.mark.parametrize("call", [("--in", "news"), ("--out", "results"), ("--in", "news", "--out", "results", "--again")])
def test_a_run_over_files_needs_both_ends(selon: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = selon("run", *call)
    assert (code, out) == (2, "")
    assert "--in and --out" in err


def test_an_empty_folder_is_said(selon: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    code, _, err = selon("run", "--in", tmp_path / "news", "--out", tmp_path / "results")
    assert code == 2
    assert "nothing to read" in err


def test_an_address_is_no_file(selon: Run, tmp_path: Path) -> None:
    code, _, err = selon("run", "--in", "https://phare.example/1", "--out", tmp_path / "results")
    assert code == 2
    assert "files and folders" in err


@pytest.mark.parametrize(("engine", "missing"), [("spark", "pyspark"), ("local", "duckdb")])
def test_what_the_engine_needs_is_said(selon: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str, missing: str) -> None:
    there = importlib.util.find_spec
    for module in ("selon.cli.large", "selon.engine.local_tables"):
        monkeypatch.setattr(f"{module}.find_spec", lambda name: None if name == missing else there(name))
    news = invented_news.files(tmp_path / "news", many=1, each=1)
    code, _, err = selon("run", "--in", news, "--out", tmp_path / "results", "--engine", engine)
    assert code == 2
    assert f"pip install 'selon[{'spark' if engine == 'spark' else 'scale'}]'" in err


def test_what_is_not_there_is_named(selon: Run, tmp_path: Path) -> None:
    code, out, err = selon("run", "--in", tmp_path / "nowhere", "--out", tmp_path / "results")
    assert (code, out) == (2, "")
    assert f"where: {tmp_path}/nowhere: there is no such file" in err
