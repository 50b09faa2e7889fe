"""A result of a run over files, in a collection."""

from pathlib import Path

import pytest

from selon import api
from selon.api.large import Settings, load, run
from selon.engine import Local
from selon.engine.local_tables import LocalTables
from selon.errors import StoreError, UsageError
from support import invented_news

pytest.importorskip("duckdb")
pytestmark = pytest.mark.xdist_group("large runs")

MANY = 14


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("results")
    news = invented_news.files(folder / "news", many=MANY, each=7)
    run([news], folder / "out", engine=LocalTables(spill=folder / "spill"), settings=Settings(joined=False))
    return folder / "out"


def test_all_of_it_is_there_and_nothing_is_read_again(results: Path, tmp_path: Path) -> None:
    report = load(results, tmp_path / "all", engine=Local())
    assert (report.made, report.counts.current) == (0, MANY)
    again = api.Collection(tmp_path / "all").run(engine=Local())
    assert (again.made, again.is_new) == (0, False)
    assert load(results, tmp_path / "all", engine=Local()).counts.current == MANY
    assert len(api.Collection(tmp_path / "all").answer().reuses) > 0


def test_a_slice_of_it(results: Path, tmp_path: Path) -> None:
    report = load(results, tmp_path / "some", engine=Local(), where="outlet = 'Le Courrier 1' and day >= '2031-03-02'")
    assert report.counts.current == sum(number % 4 == 1 for number in range(MANY))
    held = api.Collection(tmp_path / "some").readings()
    assert all(not isinstance(one, api.collection.Rejected) and one.article.outlet == "Le Courrier 1" for one in held)


def test_read_anew_they_are_the_same_articles(results: Path, tmp_path: Path) -> None:
    load(results, tmp_path / "all", engine=Local(), where="outlet = 'Le Courrier 1'")
    collection = api.Collection(tmp_path / "all")
    before = {one.article.id: one.article.digest for one in collection.answer().readings}
    collection.run(engine=Local(), again=True)
    assert {one.article.id: one.article.digest for one in collection.answer().readings} == before


@pytest.mark.parametrize(
    "where",
    ["outlet = ", "verdict = 1", "1 = 0", "key in (select 1 from read_csv('/etc/passwd'))"],
    ids=["cut", "none such", "none", "file"],
)
def test_a_condition_that_is_none(results: Path, tmp_path: Path, where: str) -> None:
    with pytest.raises(UsageError):
        load(results, tmp_path / "all", engine=Local(), where=where)


def test_an_article_of_the_same_id_is_not_overwritten(results: Path, tmp_path: Path) -> None:
    collection = api.made(tmp_path / "other")
    (collection.folder / "captures" / "halle-001.txt").write_text("La halle de Valdor a rouvert, a dit la mairie de Valdor hier soir.\n")
    collection.run(engine=Local())
    with pytest.raises(UsageError, match="halle-001"):
        load(results, collection.folder, engine=Local())
    assert [path.name for path in (collection.folder / "captures").iterdir()] == ["halle-001.txt"]


def test_what_no_run_has_ended_cannot_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        load(tmp_path / "nothing", tmp_path / "all", engine=Local())
