"""The engine of one machine: in this process for a few records, in a pool of processes for many.

Not done yet: limits on memory and time for each worker, batches in Arrow, spilling to disk.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from selon.errors import InputError
from selon.model.rejected import Rejected

A = TypeVar("A")
B = TypeVar("B")

_FEW_RECORDS = 200  # below it, starting processes costs more than they save (half a second to import the stages)
_BATCH_RECORDS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """Carries a function over records, in their order.

    Args:
        workers: processes; 1 keeps everything in this one.
        progress: called with the number of records done, now and then; None for silence.
    """

    workers: int = 1
    progress: Callable[[int], None] | None = None

    def each(self, function: Callable[[A], B], records: Iterable[A | Rejected], *, stage: str) -> Iterator[B | Rejected]:
        """Yield `function(record)` for every record; a record that raises an InputError comes out as Rejected, with the stage's name."""
        step = partial(_one, function, stage)
        done = 0
        for done, result in enumerate(self._results(step, iter(records)), 1):
            if self.progress:
                self.progress(done)
            yield result

    def _results(self, step: Callable[[Any], Any], records: Iterator[Any]) -> Iterator[Any]:
        first = list(islice(records, _FEW_RECORDS))
        if self.workers == 1 or len(first) < _FEW_RECORDS:
            yield from map(step, chain(first, records))
            return
        with ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("forkserver")) as pool:
            yield from pool.map(step, chain(first, records), chunksize=_BATCH_RECORDS)


def _one(function: Callable[[Any], Any], stage: str, record: Any) -> Any:
    if isinstance(record, Rejected):
        return record
    try:
        return function(record)
    except InputError as error:
        return Rejected(record=str(record.id), stage=stage, what=error.what, where=error.where, fix=error.fix)
