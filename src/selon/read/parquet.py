"""Reads Parquet: one article a row, a few rows in memory at a time. Source: Apache Parquet format 2; read by pyarrow, here alone.

Texts that repeat stay in their dictionary until their row is due, so that a small file cannot unfold all at once.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from selon.errors import Empty, InputError, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.limits import seekable
from selon.read.paths import Source
from selon.read.rows import columns, row_capture

_BATCH_ROWS = 256
_BUFFER_BYTES = 1 << 20


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture a row, in their order, and what is wrong with the rows that are none.

    Raises:
        Empty: there is no row.
        Malformed: the file is broken, or no column holds a text; what came before the break has been yielded.
    """
    number = 0
    try:
        table = _opened(stream, source)
        chosen = _chosen(table, source)
        for number, row in enumerate(_rows(table, chosen), 1):
            where = f"{source.address}, row {number}"
            try:
                yield row_capture(row, source, number, where)
            except InputError as error:
                yield Rejected(record=f"{source.address}#{number}", stage="read", what=error.what, where=error.where, fix=error.fix)
    except (pa.ArrowException, OSError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise Malformed(
            f"the Parquet file is broken: {said}", where=f"{source.address}, after row {number}", fix="write it again"
        ) from error
    if not number:
        raise Empty("the table holds no row", where=source.address, fix="write it again, or leave it out")


def _opened(stream: BinaryIO, source: Source) -> Any:
    file = seekable(stream, where=source.address)
    schema = pq.ParquetFile(file).schema_arrow
    texts = [name for name in columns(schema.names).values() if pa.types.is_string(schema.field(name).type)]
    file.seek(0)
    return pq.ParquetFile(file, read_dictionary=texts, buffer_size=_BUFFER_BYTES, pre_buffer=False)


def _chosen(table: Any, source: Source) -> dict[str, str]:
    names = table.schema_arrow.names
    chosen = columns(names)
    if "text" not in chosen and "html" not in chosen:
        raise Malformed(f"no column is known to hold a text: {', '.join(names)[:200]}", where=source.address, fix="call one text or html")
    return chosen


def _rows(table: Any, chosen: dict[str, str]) -> Iterator[dict[str, Any]]:
    for batch in table.iter_batches(batch_size=_BATCH_ROWS, columns=list(chosen.values()), use_threads=False):
        cells = {field: batch.column(batch.schema.get_field_index(name)) for field, name in chosen.items()}
        for at in range(batch.num_rows):
            yield {field: _plain(column[at].as_py()) for field, column in cells.items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
