"""Rows <-> Parquet: one file a table, with the columns of its row class. Source: Apache Parquet format 2.

Rows are written some thousands at a time, so that a part of any size takes little memory.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from selon.model.schemas import columns

_TYPES = {"string": pa.string(), "int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_(), "binary": pa.binary()}
_AT_ONCE = 4_096  # rows


def schema(row: type) -> Any:
    """The Arrow schema of a row class."""
    return pa.schema([pa.field(one.name, _TYPES[one.kind], one.may_be_null) for one in columns(row)])


@dataclass(slots=True)
class Writer:
    """Writes rows of several classes, each into the file of its name in one folder; use it in a `with`."""

    folder: Path
    tables: dict[str, type]  # name -> row class
    _files: dict[str, Any] = field(default_factory=dict)
    _waiting: dict[str, list[Any]] = field(default_factory=dict)

    def __enter__(self) -> "Writer":
        for name, row in self.tables.items():
            self._files[name] = pq.ParquetWriter(self.folder / f"{name}.parquet", schema(row), compression="zstd")
            self._waiting[name] = []
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for name, file in self._files.items():
            if kind is None:
                self._flush(name)
            file.close()

    def add(self, table: str, row: Any) -> None:
        """Write a row, now or with those that follow."""
        waiting = self._waiting[table]
        waiting.append(row)
        if len(waiting) == _AT_ONCE:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows, row = self._waiting[table], self.tables[table]
        self._files[table].write_table(pa.table([[getattr(one, name) for one in rows] for name in _names(row)], schema(row)))
        rows.clear()

    def add_columns(self, table: str, *found: Any) -> None:
        """Write whole columns, in the order of the row class: sequences or numpy arrays of one length."""
        self._files[table].write_table(pa.table(list(found), schema(self.tables[table])))


def rows(paths: Sequence[Path], *wanted: str) -> Iterator[tuple[Any, ...]]:
    """Yield the values of some columns, row by row, file by file."""
    for path in paths:
        for batch in pq.ParquetFile(path).iter_batches(_AT_ONCE, columns=list(wanted), use_threads=False):
            held = {name: batch.column(batch.schema.get_field_index(name)).to_pylist() for name in wanted}
            yield from zip(*(held[name] for name in wanted), strict=True)


def whole_columns(paths: Sequence[Path], *wanted: str) -> tuple[Any, ...]:
    """Some columns of numbers, of all files together, as numpy arrays."""
    table = pa.concat_tables([pq.ParquetFile(path).read(columns=list(wanted), use_threads=False) for path in paths])
    return tuple(table.column(name).to_numpy() for name in wanted)


def count(path: Path) -> int:
    """The rows of a file."""
    return int(pq.ParquetFile(path).metadata.num_rows)


def _names(row: type) -> list[str]:
    return [one.name for one in columns(row)]
