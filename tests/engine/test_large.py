"""A large run on this machine: the same answer as the pipeline in one process, each part made once, whoever is killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from selon.api import large
from selon.api.large import Report, Settings, run
from selon.engine import Local
from selon.engine.kept import MANIFEST
from selon.engine.local_tables import LocalTables
from selon.errors import StoreError, UsageError
from support import digests, invented_news

pytest.importorskip("duckdb")
pytestmark = pytest.mark.xdist_group("large runs")

MANY = 26
SMALL = Settings(records=1, block=9)  # a file a part
PARTS = 13


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented_news.files(tmp_path_factory.mktemp("news"), many=MANY, each=2)


@pytest.fixture(scope="module")
def wanted(news: Path) -> dict[str, str]:
    return digests.of_pipeline([news], Local())


def ran(news: Path, out: Path, settings: Settings = SMALL) -> Report:
    return run([news], out, engine=LocalTables(workers=2, spill=out / "spill"), settings=settings)


def made(report: Report) -> dict[str, int]:
    return {stage.name: stage.made for stage in report.stages if stage.made}


@pytest.fixture(scope="module")
def whole(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Report:
    return ran(news, tmp_path_factory.mktemp("whole"))


def test_every_table_is_that_of_the_pipeline(whole: Report, wanted: dict[str, str]) -> None:
    assert digests.of_result(whole.result) == wanted
    assert whole.result.count("articles") == MANY
    assert whole.result.count("reuses") > 0
    assert {stage.name: stage.parts for stage in whole.stages}["readings"] == PARTS


def test_a_second_run_makes_nothing(whole: Report, news: Path) -> None:
    again = ran(news, whole.result.folder)
    assert made(again) == {}
    assert digests.of_result(again.result) == digests.of_result(whole.result)


def test_how_the_parts_are_cut_changes_nothing(news: Path, wanted: dict[str, str], tmp_path: Path) -> None:
    assert digests.of_result(ran(news, tmp_path, Settings(records=5, block=4, held=3)).result) == wanted


def test_a_new_file_is_read_alone(news: Path, tmp_path: Path) -> None:
    ran(news, tmp_path / "out", Settings(records=1, joined=False))
    more = tmp_path / "more"
    more.mkdir()
    for path in news.iterdir():
        (more / path.name).write_bytes(path.read_bytes())
    (more / "late.jsonl").write_bytes((news / "wire-000.jsonl").read_bytes())
    report = ran(more, tmp_path / "out", Settings(records=1, joined=False))
    assert made(report)["readings"] == made(report)["grams"] == 1
    assert [one.what for one in report.result.rejected()] == [f"a record with the id 'halle-00{n}' was read before" for n in (0, 1)]


@pytest.mark.parametrize(
    ("rules", "touched"),
    [
        (("trace",), {"lineage"}),
        (("match",), {"given", "ranked", "repeated", "grams", "met", "sides", "reuses", "statements", "named", "clusters", "lineage"}),
    ],
    ids=["a rule of tracing", "a rule of matching"],
)
def test_a_changed_rule_makes_anew_what_it_touches(
    news: Path, whole: Report, rules: tuple[str, ...], touched: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    version: Callable[[tuple[str, ...]], str] = large.run.__globals__["version"]

    def changed(packages: tuple[str, ...]) -> str:
        return version(packages) + ("-changed" if set(rules) & set(packages) else "")

    monkeypatch.setitem(large.run.__globals__, "version", changed)
    assert set(made(ran(news, whole.result.folder))) <= touched
    monkeypatch.undo()
    assert "readings" not in made(ran(news, whole.result.folder))


def test_a_run_killed_at_ten_instants_makes_no_part_twice(news: Path, whole: Report, tmp_path: Path) -> None:
    call = [str(Path(sys.executable).parent / "selon"), "run", "--in", str(news), "--out", str(tmp_path), "--records", "1"]
    chance = random.Random(10)
    seen: dict[Path, int] = {}
    for _ in range(10):
        before = len(seen)
        process = subprocess.Popen(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        _wait_for(lambda before=before: len(_manifests(tmp_path)) > before, process)  # type: ignore[misc]
        time.sleep(chance.uniform(0, 0.3))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        now = _manifests(tmp_path)
        assert {path: now.get(path) for path in seen} == seen
        seen = now
    report = ran(news, tmp_path, Settings(records=1))
    now = _manifests(tmp_path)
    assert {path: now.get(path) for path in seen} == seen
    assert report.made == sum(stage.parts for stage in report.stages) - len(seen) + _given(seen)
    assert digests.of_result(report.result) == digests.of_result(whole.result)


def _given(seen: dict[Path, int]) -> int:
    """Parts that no stage counts: the order of the parts and the limits."""
    return sum(path.parent.parent.name == "given" for path in seen)


def _manifests(out: Path) -> dict[Path, int]:
    return {path: path.stat().st_ino for path in sorted(out.glob(f"*/[0-9a-f]*/{MANIFEST}"))}


def _wait_for(is_there: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 60
    while not is_there() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)


def test_what_no_run_has_ended_is_no_result(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        large.Result.of(tmp_path)


def test_there_is_no_such_table(whole: Report) -> None:
    with pytest.raises(UsageError):
        whole.result.files("verdicts")


@pytest.mark.data
def test_three_hundred_real_articles_are_those_of_the_pipeline(golden: Any, tmp_path: Path) -> None:
    engine = LocalTables(workers=2, spill=tmp_path / "spill")
    report = run(golden.paths, tmp_path / "out", engine=engine, settings=Settings(records=50, block=60))
    assert digests.of_result(report.result) == golden.digests
    assert {stage.name: stage.parts > 4 for stage in report.stages if stage.parts > 1} == {
        "readings": True,
        "grams": True,
        "reuses": True,
        "statements": True,
    }
