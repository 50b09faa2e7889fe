"""Tables as Arrow and as Parquet. Source: Apache Arrow columnar format; Apache Parquet format 2.

Columns are typed: text, 64-bit integers and floats, booleans; a column of a table has one type whatever rows it holds.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow  # type: ignore[import-untyped]
from pyarrow import parquet

from selon.show.exports.material import Material
from selon.show.exports.tables import Column, columns, rows

_TYPES = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}


def arrow(given: Material, *, table: str) -> Any:
    """One table as a `pyarrow.Table`."""
    schema = columns(table, with_text=given.with_text)
    return arrow_table(schema, rows(table, given), {"selon.table": table, "selon.version": given.version})


def arrow_table(wanted: Sequence[Column], given: Iterable[Mapping[str, Any]], told: Mapping[str, str]) -> Any:
    """Rows as a `pyarrow.Table` of these columns, with `told` as its metadata."""
    schema = pyarrow.schema([pyarrow.field(one.name, _TYPES[one.type], nullable=one.is_optional) for one in wanted], metadata=dict(told))
    kept: dict[str, list[Any]] = {name: [] for name in schema.names}
    for row in given:
        for name, value in row.items():
            kept[name].append(value.encode("utf-8", "replace").decode() if isinstance(value, str) else value)
    return pyarrow.table(kept, schema=schema)


def write(given: Material, *, table: str) -> tuple[bytes, int]:
    """One table as a Parquet file, and how many rows it has."""
    made = arrow(given, table=table)
    out = io.BytesIO()
    parquet.write_table(made, out, compression="zstd")
    return out.getvalue(), made.num_rows
