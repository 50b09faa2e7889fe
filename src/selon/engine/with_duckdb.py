"""Queries over Parquet files, answered by DuckDB. The one file that imports it."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from selon.errors import StoreError, UsageError

_WIDE_ROWS = 1 << 7  # of the parts of an answer that wait to be written; DuckDB's own number, 524,288, would be 15 GB of readings
_WIDE_VALUES = 100  # of these in one pass: 250 take 1 GB, and so do 500 in vain


def write(
    query: str,
    tables: Mapping[str, Sequence[Path]],
    out: Path,
    *,
    by: str | None,
    threads: int,
    memory_bytes: int,
    spill: Path,
) -> None:
    """Write the answer of a query as Parquet files into the folder `out`; see `tables.Tables.query`.

    Raises:
        StoreError: there is no room for it.
    """
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": threads,
        "memory_limit": f"{memory_bytes // 1_000_000}MB",
        "temp_directory": str(spill),
        "preserve_insertion_order": False,
    }
    out.mkdir(parents=True)
    with duckdb.connect(config=settings) as base:
        base.execute("SET TimeZone = 'UTC'")
        for name, paths in tables.items():
            base.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{', '.join(map(_quoted, paths))}], hive_partitioning = 0)")
        try:
            passes = [query]
            if _is_wide(base, query):
                base.execute(f"SET partitioned_write_flush_threshold = {_WIDE_ROWS}")
                base.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
                passes = _passes(base, query, by) if by else passes
            for number, asked in enumerate(passes):
                folder = out / f"{number:04}" if len(passes) > 1 else out
                folder.mkdir(exist_ok=True)
                target = _quoted(folder) if by else _quoted(folder / "all.parquet")
                base.execute(f"COPY ({asked}) TO {target} (FORMAT parquet{f', COMPRESSION zstd, PARTITION_BY ({by})' if by else ''})")
        except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
            fix = "give it more memory (selon run … --memory MB), and see that the disk has room"
            raise StoreError(f"a join cannot be made: {str(error).splitlines()[0]}", where=str(out), fix=fix) from error
    shutil.rmtree(spill, ignore_errors=True)


def _passes(base: duckdb.DuckDBPyConnection, query: str, by: str) -> list[str]:
    """The query in parts, each with some of the values of a column: what waits for each value's file cannot be spilled to the disk."""
    values = [value for (value,) in base.execute(f"SELECT DISTINCT {by} FROM ({query}) ORDER BY {by}").fetchall()]
    ends = [values[at : at + _WIDE_VALUES] for at in range(0, len(values), _WIDE_VALUES)]
    return [f"SELECT * FROM ({query}) WHERE {by} BETWEEN {some[0]} AND {some[-1]}" for some in ends] or [query]


def _is_wide(base: duckdb.DuckDBPyConnection, query: str) -> bool:
    """Does each row of an answer hold a whole record?

    Then few may wait to be written, and joins are made as the query has them: DuckDB would take the records for the smaller side, by their
    number, and hold all of them in memory.
    """
    return any(kind == "BLOB" for _, kind, *_ in base.execute(f"DESCRIBE {query}").fetchall())


def keys_where(articles: Sequence[Path], condition: str) -> list[int]:
    """The keys of the articles that meet a condition in SQL over the columns of `articles`.

    Raises:
        UsageError: the condition cannot be understood.
    """
    with duckdb.connect() as base:
        base.execute(f"CREATE TABLE articles AS SELECT * FROM read_parquet([{', '.join(map(_quoted, articles))}])")
        base.execute("SET enable_external_access = 0")  # the condition asks the table, and nothing else of this machine
        base.execute("SET lock_configuration = 1")
        try:
            found = base.execute(f"SELECT key FROM articles WHERE ({condition}\n) ORDER BY key").fetchall()
        except duckdb.Error as error:
            fix = "a condition of SQL over the columns of docs/records.md, ArticleRow: \"lang = 'fr' and day >= '2019-03'\""
            raise UsageError(f"the condition is not understood: {str(error).splitlines()[0]}", where=condition, fix=fix) from error
    return [key for (key,) in found]


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
