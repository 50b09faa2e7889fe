"""Reads Parquet: one article a row, some rows in memory at a time. Source: Apache Parquet format 2; read by pyarrow, here alone.

Where texts repeat they stay in their dictionary until their row is due, so that a small file cannot unfold all at once. Elsewhere they do
not: the dictionary of a group of rows only grows while it is read, and would hold all of them in the end.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from selon.errors import Empty, InputError, LimitExceeded, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.limits import MAX_LINE_BYTES, seekable
from selon.read.paths import Source
from selon.read.rows import columns, row_capture

_BATCH_BYTES, _MOST_ROWS = 16_000_000, 4_096  # of rows in memory at a time: of many small batches the dictionary costs more than the rows
_BUFFER_BYTES = 1 << 20
_TEXTS = (pa.StringScalar, pa.BinaryScalar, pa.LargeStringScalar, pa.LargeBinaryScalar, pa.StringViewScalar, pa.BinaryViewScalar)
_INDEX_BYTES = 16  # for each value of a column, packed, behind its dictionary; more are texts


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture a row, in their order, and what is wrong with the rows that are none.

    Raises:
        Empty: there is no row.
        Malformed: the file is broken, or no column holds a text; what came before the break has been yielded.
    """
    yield from filter(None, later(stream, source, 0))


def later(stream: BinaryIO, source: Source, first: int) -> Iterator[Capture | Rejected | None]:
    """Yield what `captures` does, but of the rows behind the `first` ones, and None now and then while these are passed over.

    Raises:
        Empty, Malformed: as `captures`.
    """
    number = 0
    try:
        table = _opened(stream, source)
        chosen = _chosen(table, source)
        for number, row in _rows(table, chosen, first):
            if row is None:
                yield None
                continue
            where = f"{source.address}, row {number}"
            try:
                yield row_capture(_plain(row, where), source, number, where)
            except InputError as error:
                yield Rejected(record=f"{source.address}#{number}", stage="read", what=error.what, where=error.where, fix=error.fix)
    except MemoryError:  # which pyarrow has as one of its own
        raise
    except (pa.ArrowException, OSError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        raise Malformed(
            f"the Parquet file is broken: {said}", where=f"{source.address}, after row {number}", fix="write it again"
        ) from error
    if not number:
        raise Empty("the table holds no row", where=source.address, fix="write it again, or leave it out")


def _opened(stream: BinaryIO, source: Source) -> Any:
    file = seekable(stream, where=source.address)
    held = pq.ParquetFile(file)
    texts = [name for name in columns(held.schema_arrow.names).values() if pa.types.is_string(_field(held, name).type)]
    repeated = [name for name in texts if _is_repeated(held.metadata, name)]
    file.seek(0)
    return pq.ParquetFile(file, read_dictionary=repeated, buffer_size=_BUFFER_BYTES, pre_buffer=False)


def _field(table: Any, name: str) -> Any:
    """The first column of a name: there may be two of it."""
    return table.schema_arrow.field(table.schema_arrow.names.index(name))


def _is_repeated(metadata: Any, name: str) -> bool:
    """Does a column hold numbers that point into a dictionary, and no texts beside it, in some group of rows?"""
    chunks = [metadata.row_group(at).column(place) for at in range(metadata.num_row_groups) for place in range(metadata.num_columns)]
    return any(one.path_in_schema == name and one.has_dictionary_page and _bytes_behind(one) < _INDEX_BYTES for one in chunks)


def _bytes_behind(chunk: Any) -> float:
    """The bytes for each value that follow the dictionary."""
    dictionary = chunk.data_page_offset - chunk.dictionary_page_offset
    return float((chunk.total_compressed_size - dictionary) / max(1, chunk.num_values))


def _chosen(table: Any, source: Source) -> dict[str, str]:
    names = table.schema_arrow.names
    chosen = columns(names)
    if "text" not in chosen and "html" not in chosen:
        raise Malformed(f"no column is known to hold a text: {', '.join(names)[:200]}", where=source.address, fix="call one text or html")
    return chosen


def _rows(table: Any, chosen: dict[str, str], first: int) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Yield each row behind the first ones with its number, and None with the last number of each batch that is passed over."""
    number, groups = 0, list(range(table.num_row_groups))
    while len(groups) > 1 and (after := number + table.metadata.row_group(groups[0]).num_rows) <= first:
        number = after
        del groups[0]
    for batch in table.iter_batches(batch_size=_many(table), row_groups=groups, columns=list(chosen.values()), use_threads=False):
        begin, number = number, number + batch.num_rows
        if number <= first:
            yield number, None
            continue
        cells = {field: batch.column(batch.schema.names.index(name)) for field, name in chosen.items()}
        for at in range(max(0, first - begin), batch.num_rows):
            yield begin + at + 1, {field: column[at] for field, column in cells.items()}


def _many(table: Any) -> int:
    """How many rows are read at a time."""
    held = table.metadata
    largest = max(
        (held.row_group(at).total_byte_size / max(1, held.row_group(at).num_rows) for at in range(held.num_row_groups)), default=1
    )
    return int(min(_MOST_ROWS, max(1, _BATCH_BYTES / max(1, largest))))


def _plain(row: dict[str, Any], where: str) -> dict[str, Any]:
    """The values of a row's cells.

    Raises:
        LimitExceeded, Malformed: one is too large, or says nothing.
    """
    return {field: _text(cell, field, where) if field in ("text", "html") else _value(cell, field, where) for field, cell in row.items()}


def _text(cell: Any, field: str, where: str) -> Any:
    """A text, or its bytes where they are not in the encoding that the format wants."""
    cell = cell.value if isinstance(cell, pa.DictionaryScalar) else cell
    if isinstance(cell, _TEXTS) and cell.is_valid:
        size = cell.as_buffer().size
        if size > MAX_LINE_BYTES:
            raise LimitExceeded(f"its {field} is longer than {MAX_LINE_BYTES // 1_000_000} MB", where=where, fix="cut the record up")
    try:
        return cell.as_py()
    except UnicodeDecodeError:
        return cell.as_buffer().to_pybytes()


def _value(cell: Any, field: str, where: str) -> Any:
    """What a cell says: a day or an instant that Python has no number for as the number that stands there.

    Raises:
        Malformed: nothing that can be told.
    """
    try:
        value = cell.as_py()
    except UnicodeDecodeError as error:
        return str(error.object, "windows-1252", "replace")
    except (ValueError, OverflowError, LookupError) as error:
        if not pa.types.is_temporal(cell.type):
            raise Malformed(f"its {field} cannot be read: {error}", where=where, fix="write it as a text") from error
        return _in_utc(cell) if isinstance(error, LookupError) else str(cell.value)
    return value.isoformat() if isinstance(value, date | datetime) else value


def _in_utc(cell: Any) -> Any:
    """An instant of a zone that nobody knows."""
    return _value(cell.cast(pa.timestamp(cell.type.unit, "UTC")), "date", "")
