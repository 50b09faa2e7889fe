"""Records as a table: a sequence of typed records that pandas, polars, pyarrow and DuckDB take as a table, and that a notebook shows.

Source: Apache Arrow, the PyCapsule interface (`__arrow_c_stream__`). A table has one flat row for each record; what is nested in the record
is counted or left out in the row. pyarrow is loaded when a table is asked for as one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from html import escape
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
_SHOWN = 20  # rows in a notebook
_MOST_CHARS = 160  # of a cell in a notebook


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """Records, each with its flat row. It has a length, places and slices; it is no `Sequence`, which polars would take apart itself."""

    records: tuple[T, ...]
    row: Callable[[T], Any]  # a record -> its flat row
    kind: Any  # the dataclass of the rows
    title: str  # what the records are, and of what collection
    shown: tuple[str, ...]  # the columns of a notebook's display

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> "Table[T]": ...

    def __getitem__(self, place: int | slice) -> "T | Table[T]":
        return self._with(self.records[place]) if isinstance(place, slice) else self.records[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self.records)

    def where(self, wanted: Callable[[T], bool]) -> "Table[T]":
        """Only the records for which `wanted` says yes."""
        return self._with(tuple(filter(wanted, self.records)))

    def rows(self) -> list[dict[str, Any]]:
        """The flat rows, as name -> value."""
        names = [field.name for field in fields(self.kind)]
        return [{name: getattr(row, name) for name in names} for row in map(self.row, self.records)]

    def to_arrow(self) -> Any:
        """As a `pyarrow.Table`."""
        from selon.show.exports.tables import columns_of
        from selon.show.exports.with_pyarrow import arrow_table

        return arrow_table(columns_of(self.kind), self.rows(), {})

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> Any:
        """As a `pandas.DataFrame`; pandas must be installed."""
        return self.to_arrow().to_pandas()

    def _repr_html_(self) -> str:
        """What a notebook shows: the first rows, every word escaped, what is not shown counted."""
        from selon.show.visible import visible

        def cell(value: Any) -> str:
            words = "" if value is None else visible(str(value))
            return f"<td>{escape(words if len(words) <= _MOST_CHARS else words[:_MOST_CHARS] + '…')}</td>"

        head = "".join(f"<th>{escape(name)}</th>" for name in self.shown)
        body = "".join(f"<tr>{''.join(cell(row[name]) for name in self.shown)}</tr>" for row in self[:_SHOWN].rows())
        more = f"; {len(self) - _SHOWN} more rows are not shown" if len(self) > _SHOWN else ""
        return (
            f"<table><caption>{len(self)} {escape(self.title)}{more}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def __repr__(self) -> str:
        return f"<{len(self)} {self.title}>"

    def _with(self, records: tuple[T, ...]) -> "Table[T]":
        return Table(records, self.row, self.kind, self.title, self.shown)
