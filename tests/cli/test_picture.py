"""`selon trace CLAIM --svg FILE`."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, day in (("un", "2031-03-13"), ("deux", "2031-03-14")):
        said = "« La digue du port de Roquelune tient depuis mardi soir », a déclaré Ada Brissac."
        (folder / f"{name}.md").write_text(f"---\ntitle: La digue\ndate: {day}\n---\n\n{said}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("lang", "words"), [("en", "page that was read"), ("fr", "page lue")])
def test_the_picture_is_a_file_of_its_own(selon: Run, pages: Path, tmp_path: Path, lang: str, words: str) -> None:
    claim = selon("claims", pages)[1].split("\t")[0]
    code, out, err = selon("trace", claim, pages, "--svg", tmp_path / "lineage.svg", "--lang", lang)
    assert (code, out) == (0, "")
    assert "nodes" in err
    text = (tmp_path / "lineage.svg").read_bytes()
    assert etree.fromstring(text).tag.endswith("svg")
    assert words in text.decode()


def test_a_dash_is_stdout(selon: Run, pages: Path) -> None:
    claim = selon("claims", pages)[1].split("\t")[0]
    code, out, _ = selon("trace", claim, pages, "--svg", "-")
    assert code == 0
    assert out.startswith("<?xml")


def test_a_folder_that_cannot_be_written_is_said(selon: Run, pages: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    claim = selon("claims", pages)[1].split("\t")[0]
    code, _, err = selon("trace", claim, pages, "--svg", tmp_path / "file" / "lineage.svg")
    assert code != 0
    assert "what to do" in err


def test_what_draws_is_loaded_only_to_draw() -> None:
    code = "import sys, selon.cli.trace; print([name for name in sys.modules if name.startswith(('babel', 'selon.show.stemma'))])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
