"""Large runs on a cluster: parts and queries on Apache Spark. The one file that imports PySpark.

Each part is one task of `mapInArrow`, which reads and writes files of its own in a folder that all machines share and gives back nothing
but its number; a part whose machine is lost is done again on another. No table comes to the driver.
"""

import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa  # type: ignore[import-untyped]
from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]

from selon.engine.tables import Done, text

warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)  # no table goes through pandas here

T = TypeVar("T")


class SparkTables:
    """The engine of a cluster.

    Args:
        master: of the cluster: "local[2]", "spark://host:7077", "yarn", "k8s://https://host"; None: what `spark-submit` says.
        shuffles: parts that a join is cut into.
        settings: of Spark, beside ours.
    """

    def __init__(self, *, master: str | None = None, shuffles: int = 16, settings: Mapping[str, str] | None = None) -> None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # on this machine; elsewhere the user names one
        builder = SparkSession.builder.appName("selon")
        builder = builder.master(master) if master else builder
        ours = {
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.shuffle.partitions": str(shuffles),
            "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
            "spark.sql.parquet.compression.codec": "zstd",
            "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.warehouse.dir": tempfile.gettempdir(),
        }
        for name, value in {**ours, **(settings or {})}.items():
            builder = builder.config(name, value)
        self.session: Any = builder.getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")

    def carry(self, work: Callable[[T], None], tasks: Sequence[T], *, done: Done) -> None:
        """See `tables.Tables`."""
        held = list(tasks)
        if not held:
            return

        def done_here(batches: Iterator[Any]) -> Iterator[Any]:
            for batch in batches:
                numbers = batch.column(0).to_pylist()
                for number in numbers:
                    work(held[number])
                yield pa.RecordBatch.from_arrays([pa.array(numbers, pa.int64())], names=["number"])

        numbered = self.session.range(0, len(held), 1, len(held))
        for _ in numbered.mapInArrow(done_here, "number bigint").collect():  # numbers, no rows of a table
            done()

    def query(self, name: str, tables: Mapping[str, Sequence[Path]], out: Path, *, by: str | None = None) -> None:
        """See `tables.Tables`."""
        for table, paths in tables.items():
            self.session.read.parquet(*map(_address, paths)).createOrReplaceTempView(table)
        found = self.session.sql(text(name))
        if by:
            found.repartition(by).write.partitionBy(by).parquet(f"file:{out.absolute()}")
        else:
            found.write.parquet(f"file:{out.absolute()}")

    def stop(self) -> None:
        """See `tables.Tables`."""
        self.session.stop()


def _address(path: Path) -> str:
    """A path as Spark asks for it: as it is, whatever characters it holds, but for those that stand for others in a pattern."""
    return "file:" + "".join(f"\\{char}" if char in "*?[]{}\\" else char for char in str(path.absolute()))
