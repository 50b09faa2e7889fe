"""The engine of one machine: in this process for a few usual records, in a pool of limited processes for many, or for what is risky.

A record is risky when it is a PDF, or larger than any article's page. What a worker cannot read within its limits is rejected, with the
reason.
Not done yet: batches in Arrow, spilling to disk.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from selon.engine.limits import RISKY_BYTES, RISKY_TAGS
from selon.engine.pool import Pool
from selon.engine.worker import Died, Flow, Part, Worker
from selon.errors import InputError, LimitExceeded
from selon.model.capture import Capture
from selon.model.rejected import Rejected

A = TypeVar("A")
B = TypeVar("B")

_FEW_RECORDS = 200  # below it, starting processes costs more than they save (half a second to import the stages)
_FIX = "give the article alone, or its text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """Carries a function over records, in their order.

    Args:
        workers: processes; 1 keeps everything but what is risky in this one.
        progress: called with the number of records done, now and then; None for silence.
    """

    workers: int = 1
    progress: Callable[[int], None] | None = None

    def each(self, function: Callable[[A], B], records: Iterable[A | Rejected], *, stage: str) -> Iterator[B | Rejected]:
        """Yield `function(record)` for every record; a record that raises an InputError comes out as Rejected, with the stage's name."""
        step = partial(_one, function, stage)
        pool = Pool(self.workers, partial(_lost, stage), function.__module__)
        for done, result in enumerate(self._results(step, iter(records), pool), 1):
            if self.progress:
                self.progress(done)
            yield result

    def apart(self, function: Callable[[A], Iterable[B]], argument: A, *, where: str) -> Iterator[B]:
        """Yield what `function(argument)` yields, as it comes, from a limited process.

        Results come in parts: when a worker died, another goes as far as it did, and sends those that had not been sent yet.

        Raises:
            InputError: what the function raises.
            LimitExceeded: the process took too much, or broke off; `where` says of what.
        """
        worker, told = Worker(function.__module__), 0
        try:
            for flow in (Flow(function, argument), None):
                worker.send(flow or Flow(function, argument, told))
                try:
                    for part in _parts(worker):
                        told += len(part.results)
                        yield from part.results
                        part.raise_error()
                    return
                except Died as died:
                    last = died
            after = f" after {told} records, and what follows was not read" if told else ""
            raise LimitExceeded(f"reading it was stopped{after}: {last}", where=where, fix="cut it up, or leave it out") from last
        finally:
            worker.stop()

    def _results(self, step: Callable[[Any], Any], records: Iterator[Any], pool: Pool) -> Iterator[Any]:
        first = list(islice(records, _FEW_RECORDS))
        if self.workers > 1 and len(first) == _FEW_RECORDS:
            yield from pool.results(step, chain(first, records))
            return
        try:
            for record in chain(first, records):
                yield pool.one(step, record) if is_risky(record) else step(record)
        finally:
            pool.stop()


def _parts(worker: Worker) -> Iterator[Part]:
    is_last = False
    while not is_last:
        part = worker.receive()
        is_last = part.is_last
        yield part


def is_risky(record: object) -> bool:
    """May a record, a capture or something that holds one, take much more than an article does?"""
    capture = record if isinstance(record, Capture) else getattr(record, "capture", None)
    if not isinstance(capture, Capture):
        return False
    content = capture.content
    return capture.media_type == "application/pdf" or len(content) > RISKY_BYTES or content.count(b"<") > RISKY_TAGS


def _one(function: Callable[[Any], Any], stage: str, record: Any) -> Any:
    if isinstance(record, Rejected):
        return record
    try:
        return function(record)
    except InputError as error:
        return Rejected(record=str(record.id), stage=stage, what=error.what, where=error.where, fix=error.fix)


def _lost(stage: str, record: Any, reason: str) -> Rejected:
    name = str(record.id)
    where = record.address if isinstance(record, Capture) else name
    return Rejected(record=name, stage=stage, what=f"reading it was stopped: {reason}", where=where, fix=_FIX)
