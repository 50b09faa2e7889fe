"""An engine carries a function over many records; it knows no stage.

local.py    on this machine: here, or in a pool
pool.py     workers whose results come in order
worker.py   one limited process, made anew when it dies
limits.py   what a worker may take
locking.py  one command at a time writes in a folder

Large runs, over files, in parts:
tables.py         what they ask of an engine: to carry work over parts, to answer a query over tables
  local_tables.py   on this machine: processes, and with_duckdb.py
  with_pyspark.py   on a cluster
sql/              the queries, one text for all engines
kept.py           a part is there whole, with its manifest, or not at all
spilled.py        records on the disk, by number
parquet.py        rows <-> files

A record that raises an `InputError` becomes a `Rejected`; any other error stops the run.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from selon.engine.local import Local
from selon.model.rejected import Rejected

A = TypeVar("A")
B = TypeVar("B")


class Engine(Protocol):
    """What the pipeline asks of an engine."""

    def each(self, function: Callable[[A], B], records: Iterable[A | Rejected], *, stage: str) -> Iterator[B | Rejected]:
        """Yield `function(record)` for every record, in their order; what was rejected before passes through."""
        ...

    def apart(self, function: Callable[[A], Iterable[B]], argument: A, *, where: str) -> Iterator[B]:
        """Yield what `function(argument)` yields, from where it can do no harm; `where` names it if it is stopped."""
        ...


__all__ = ["Engine", "Local"]
