"""What a large run asks of an engine: to carry work over many parts, and to answer a query over tables.

A part's work reads and writes files of its own, so it is the same work wherever it is carried; the query's text is the same for all engines
(`sql/`), within what they agree on: no regular expressions, hashes, arrays or casts from fractions, whole numbers of 64 bits with a sign.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")

Done = Callable[[], None]


class Tables(Protocol):
    """An engine of large runs."""

    def carry(self, work: Callable[[T], None], tasks: Sequence[T], *, done: Done) -> None:
        """Call `work(task)` for every task, wherever; `done` after each, here. What a worker loses by dying is done again by another."""
        ...

    def query(self, name: str, tables: Mapping[str, Sequence[Path]], out: Path, *, by: str | None = None) -> None:
        """Write the answer of a query as Parquet files into the folder `out`.

        Args:
            name: of the query, in `sql/`.
            tables: name -> the Parquet files of each table that it asks.
            out: made by the engine.
            by: a column of whole numbers; rows of one value then stand in one folder, `column=value`.
        """
        ...

    def stop(self) -> None:
        """End what the engine has started."""
        ...


def text(name: str) -> str:
    """The text of a query."""
    return (files("selon.engine") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
