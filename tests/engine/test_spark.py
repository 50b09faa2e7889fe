"""The same run on Spark: digest for digest the answer of one process, also when a machine is lost in the middle."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from selon.api.large import Report, Settings, run
from support import digests
from support.clusters import Cluster, cluster

pytestmark = [
    pytest.mark.data,
    pytest.mark.slow,
    pytest.mark.xdist_group("large runs"),
    pytest.mark.usefixtures("spark"),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets to Java, which PySpark leaves to the collector
]

SMALL = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.executor.memory": "700m",
    "spark.executor.cores": "1",
}


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The columns of every table that comes to the driver."""
    classic = pytest.importorskip("pyspark.sql.classic.dataframe").DataFrame
    seen: list[list[str]] = []
    plain = classic.collect

    def collect(frame: Any) -> Any:
        seen.append(frame.columns)
        return plain(frame)

    monkeypatch.setattr(classic, "collect", collect)
    for name in ("toArrow", "toPandas", "toLocalIterator", "take", "first", "head"):
        monkeypatch.delattr(classic, name)
    return seen


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Cluster]:
    with cluster(tmp_path) as found:
        yield found


def ran(master: str, paths: list[Path], out: Path) -> Report:
    from selon.engine.with_pyspark import SparkTables

    engine = SparkTables(master=master, shuffles=6, settings=SMALL)
    try:
        return run(paths, out, engine=engine, settings=Settings(records=50, block=60))
    finally:
        engine.stop()


def parts(report: Report) -> dict[str, int]:
    return {stage.name: stage.parts for stage in report.stages if stage.parts > 1}


def test_in_one_process_of_java(golden: Any, tmp_path: Path, collected: list[list[str]]) -> None:
    report = ran("local[2]", golden.paths, tmp_path / "out")
    assert digests.of_result(report.result) == golden.digests
    assert {name: many > 4 for name, many in parts(report).items()} == {"readings": True, "grams": True, "reuses": True, "statements": True}
    assert {tuple(columns) for columns in collected} == {("number",)}, "a table came to the driver"


def test_on_a_cluster_that_loses_a_machine(golden: Any, machines: Cluster, tmp_path: Path, collected: list[list[str]]) -> None:
    out = tmp_path / "out"
    killed: list[int] = []
    watch = threading.Thread(target=_kill_one, args=(machines, out, killed), daemon=True)
    watch.start()
    report = ran(machines.master, golden.paths, out)
    assert killed, "no worker was killed while parts were being made"
    assert digests.of_result(report.result) == golden.digests
    assert min(parts(report).values()) > 4
    assert {tuple(columns) for columns in collected} == {("number",)}, "a table came to the driver"


def _kill_one(machines: Cluster, out: Path, killed: list[int]) -> None:
    """Kill a worker when the first slices are read and others are not."""
    while True:
        held = len(list(out.glob("readings/[0-9a-f]*/manifest.json")))
        if held:
            machines.kill(0)
            killed.append(held)
            return
        time.sleep(0.02)
