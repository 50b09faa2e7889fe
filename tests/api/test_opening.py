"""`selon.open` and `selon.files`: typed records, tables for other libraries, displays, and the page that shows them."""

import doctest
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
import pytest

import selon
from selon import api
from selon.engine import Local
from selon.errors import NotFound, NothingRead, UsageError

STORY = Path(str(files("selon") / "demo" / "story"))


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pages, and a collection of them that was run."""
    folder = tmp_path_factory.mktemp("work")
    shutil.copytree(STORY, folder / "pages")
    one = api.made(folder / "harbour")
    shutil.copytree(STORY, one.folder / "captures", dirs_exist_ok=True)
    one.run(engine=Local())
    return folder


@pytest.fixture(scope="module")
def harbour(workplace: Path) -> selon.Answers:
    return selon.open(workplace / "harbour")


def test_the_page_runs(workplace: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    done = doctest.testfile(
        str(root / "docs" / "python.md"), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert done.attempted > 20
    assert done.failed == 0


def test_the_import_loads_no_stage() -> None:
    script = "import selon, sys; print(sorted(name for name in sys.modules if name.startswith(('selon.', 'lxml', 'numpy', 'pyarrow'))))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
    assert {"open", "files"} <= set(dir(selon))
    with pytest.raises(AttributeError):
        _ = selon.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize("table", ["articles", "attributions", "claims", "lineage", "denials", "search"])
def test_a_table_is_the_same_in_every_library(table: str, harbour: selon.Answers) -> None:
    given = getattr(harbour, table)()
    held = pyarrow.table(given)
    assert held.num_rows == len(given) == len(list(given)) > 0
    assert polars.DataFrame(given).to_dicts() == held.to_pylist()
    assert pandas.DataFrame.from_arrow(given).shape == given.to_pandas().shape == held.shape
    assert duckdb.sql("SELECT count(*) FROM given").fetchall() == [(len(given),)]
    assert pyarrow.table(given[:2]).num_rows == len(given[:2]) <= 2
    assert given.where(lambda record: False).to_arrow().schema == held.schema


def test_a_display_is_escaped_and_counts_what_it_leaves_out(tmp_path: Path) -> None:
    lines = "\n".join(f"« <script>alert({n})</script> \u202e le phare numéro {n} », a dit Ada Brynn mardi." for n in range(30))
    (tmp_path / "a.txt").write_text(lines + "\n", encoding="utf-8")
    shown = selon.files(tmp_path / "a.txt").attributions()
    assert len(shown) > 20
    page = shown._repr_html_()
    assert "<script" not in page
    assert "\u202e" not in page
    assert f"{len(shown) - 20} more rows are not shown" in page
    assert page.count("<tr>") == 21


def test_files_and_collection_say_the_same(workplace: Path, harbour: selon.Answers) -> None:
    pages = selon.files(workplace / "pages", engine=Local())
    assert {one.claim.id for one in pages.claims()} == {one.claim.id for one in harbour.claims()}
    assert {one.words for one in pages.search("barrière", most=1000)} <= {one.words for one in harbour.search("barrière", most=1000)}


def test_what_is_not_there_is_said(tmp_path: Path, harbour: selon.Answers) -> None:
    with pytest.raises(UsageError, match="no collection"):
        selon.open(tmp_path)
    api.made(tmp_path / "new")
    with pytest.raises(UsageError, match="nothing of this collection was read"):
        selon.open(tmp_path / "new")
    with pytest.raises(NothingRead):
        selon.files(tmp_path / "nowhere.html")
    with pytest.raises(NotFound):
        harbour.claim("zzzzzz")
