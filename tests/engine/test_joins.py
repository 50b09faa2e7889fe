"""A join of wide records takes the memory that it is given, however many records there are."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from selon.engine.local_tables import LocalTables

pytest.importorskip("duckdb")

COUNT, WIDE = 10_000, 40_000  # records, and bytes of each: 400 MB, more than the join is given
MEMORY = 250_000_000
_SMALL = 20  # articles of a bucket, so that there are 500


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    folder = tmp_path_factory.mktemp("tables")
    keys = pa.array(range(COUNT), pa.int64())
    later = pa.array(range(1, COUNT), pa.int64())
    rows = {
        "readings": pa.table({"key": keys, "body": pa.array([at.to_bytes(4, "big") * (WIDE // 4) for at in range(COUNT)], pa.binary())}),
        "ranked": pa.table({"key": keys, "doc": keys}),
        # more pairs than articles, as in the press: by their number the readings look like the smaller side of the join
        "met": pa.table({"a_doc": pa.array([0] * (COUNT - 1) * 6, pa.int64()), "b_doc": pa.concat_arrays([later] * 6)}),
        "limits": pa.table({"block": pa.array([2_000], pa.int64())}),
    }
    for name, table in rows.items():
        pq.write_table(table, folder / f"{name}.parquet", row_group_size=100, use_dictionary=False)
    return {name: [folder / f"{name}.parquet"] for name in rows}


def test_the_readings_of_a_join_are_not_held_in_memory(tables: dict[str, list[Path]], tmp_path: Path) -> None:
    LocalTables(workers=2, memory_bytes=MEMORY, spill=tmp_path / "spill").query("sides", tables, tmp_path / "out", by="bucket")
    found = pq.read_table(tmp_path / "out", columns=["bucket", "doc", "body"])
    assert found.num_rows == COUNT + 4  # the first article is met by those of all five buckets
    assert all(
        int.from_bytes(body[:4], "big") == doc for doc, body in zip(found["doc"].to_pylist(), found["body"].to_pylist(), strict=True)
    )


def test_the_number_of_its_folders_asks_for_no_more_memory(tables: dict[str, list[Path]], tmp_path: Path) -> None:
    limits = tmp_path / "limits.parquet"
    pq.write_table(pa.table({"block": pa.array([_SMALL], pa.int64())}), limits)
    asked = {**tables, "limits": [limits]}
    LocalTables(workers=2, memory_bytes=MEMORY, spill=tmp_path / "spill").query("sides", asked, tmp_path / "out", by="bucket")
    folders = {path.parent.name for path in (tmp_path / "out").rglob("*.parquet")}
    assert folders == {f"bucket={first}" for first in range(0, COUNT, _SMALL)}
    found = pq.read_table(tmp_path / "out", columns=["doc"], partitioning=None)
    assert found.num_rows == COUNT + COUNT // _SMALL - 1  # the first article is met by those of all buckets
