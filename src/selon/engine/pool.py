"""A pool of workers: results in the order of the records, whoever makes them, whoever dies.

Records go out in batches, and results come back one by one: when a worker dies, the record that it was reading is rejected, with the
reason, and the rest of its batch goes to another.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Any

from selon.engine.worker import Batch, Died, Worker, weight
from selon.model.rejected import Rejected

_BATCH_RECORDS = 32
_BATCH_BYTES = 4_000_000
_AHEAD = 4  # batches for each worker, done or not, that may wait for one before them

Step = Callable[[Any], Any]
Lost = Callable[[Any, str], Rejected]


@dataclass(slots=True)
class _Work:
    """Some records on their way, and the results that have come."""

    records: tuple[Any, ...]
    results: list[Any] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return len(self.results) == len(self.records)


@dataclass(slots=True)
class Pool:
    """Carries a function over records in several limited processes.

    Args:
        workers: how many.
        lost: what becomes of a record over which a worker died, for a reason in words.
        module: what the workers will need.
    """

    workers: int
    lost: Lost
    module: str
    _free: list[Worker] = field(default_factory=list)
    _busy: dict[Worker, _Work] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._free = [Worker(self.module) for _ in range(self.workers)]

    def results(self, step: Step, records: Iterator[Any]) -> Iterator[Any]:
        """Yield `step(record)` for every record, in their order."""
        batches = _batches(records)
        line: deque[_Work] = deque()  # in the order of the records
        again: deque[_Work] = deque()  # what a worker that died has left
        is_over = False
        try:
            while not is_over:
                self._send(step, batches, line, again)
                if self._busy:
                    self._receive(again)
                is_over = not line
                while line and line[0].is_done:
                    yield from line.popleft().results
        finally:
            self.stop()

    def one(self, step: Step, record: Any) -> Any:
        """`step(record)`, made by a worker."""
        worker = self._free[0]
        worker.send(Batch(step, (record,)))
        try:
            return worker.receive().results[0]
        except Died as died:
            return self.lost(record, str(died))

    def stop(self) -> None:
        """End all workers."""
        for worker in (*self._free, *self._busy):
            worker.stop()
        self._free, self._busy = [*self._free, *self._busy], {}

    def _send(self, step: Step, batches: Iterator[tuple[Any, ...]], line: deque[_Work], again: deque[_Work]) -> None:
        while self._free:
            if again:
                work = again.popleft()
            elif len(line) < _AHEAD * self.workers and (records := next(batches, None)):
                work = _Work(records)
                line.append(work)
            else:
                return
            worker = self._free.pop()
            worker.send(Batch(step, work.records[len(work.results) :]))
            self._busy[worker] = work

    def _receive(self, again: deque[_Work]) -> None:
        ready = set(wait([worker.connection for worker in self._busy], timeout=1.0))
        for worker, work in [one for one in self._busy.items() if one[0].connection in ready or one[0].is_late]:
            try:
                work.results += worker.receive().results
            except Died as died:
                work.results.append(self.lost(work.records[len(work.results)], str(died)))
                if not work.is_done:
                    again.append(work)
                self._end(worker)
            else:
                if work.is_done:
                    self._end(worker)

    def _end(self, worker: Worker) -> None:
        del self._busy[worker]
        self._free.append(worker)


def _batches(records: Iterator[Any]) -> Iterator[tuple[Any, ...]]:
    batch: list[Any] = []
    size = 0
    for record in records:
        batch.append(record)
        size += weight([record])
        if len(batch) == _BATCH_RECORDS or size > _BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)
