"""Large runs on one machine: parts in processes, queries in DuckDB within a limit of memory, what is over it on the disk.

A process that dies takes nothing with it but the part that it was at: new ones go on with what is left, some times.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from selon.engine.tables import Done, text
from selon.engine.worker import uninterrupted
from selon.errors import StoreError, UsageError

T = TypeVar("T")

_TIMES = 3  # that a part is tried whose process dies
_PARTS_A_PROCESS = 50  # then fresh ones: what libraries keep goes with them


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTables:
    """The engine of one machine.

    Args:
        workers: processes.
        memory_bytes: for a query.
        spill: folder for what a query cannot hold in memory.
    """

    workers: int = 1
    memory_bytes: int = 1_000_000_000
    spill: Path

    def carry(self, work: Callable[[T], None], tasks: Sequence[T], *, done: Done) -> None:
        """See `Tables`."""
        left: list[tuple[int, T]] = list(enumerate(tasks))
        tried: dict[int, int] = {}
        while left:
            ended: set[int] = set()
            some = left[: self.workers * _PARTS_A_PROCESS]  # no `max_tasks_per_child`: a pool of Python 3.11 to 3.13 hangs with it
            try:
                self._carry_some(work, some, ended, done)
            except BrokenProcessPool as error:
                for number, _ in some:
                    tried[number] = tried.get(number, 0) + (number not in ended)
                if not ended and max(tried.values()) >= _TIMES:
                    what = "the processes that read the parts die again and again"
                    raise StoreError(what, where=str(some[0][1])[:200], fix="see what ends them: memory, most likely") from error
            left = [one for one in left if one[0] not in ended]

    def query(self, name: str, tables: Mapping[str, Sequence[Path]], out: Path, *, by: str | None = None) -> None:
        """See `Tables`."""
        if find_spec("duckdb") is None:
            raise UsageError(
                "the joins of a large run need DuckDB, which is not installed", where="the engine", fix="pip install 'selon[scale]'"
            )
        from selon.engine.with_duckdb import write

        write(text(name), tables, out, by=by, threads=self.workers, memory_bytes=self.memory_bytes, spill=self.spill)

    def stop(self) -> None:
        """See `Tables`."""

    def _carry_some(self, work: Callable[[T], None], tasks: Sequence[tuple[int, T]], ended: set[int], done: Done) -> None:
        """Add the number of each task that was done to `ended`."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([work.__module__])
        many = min(self.workers, len(tasks))
        with ProcessPoolExecutor(many, mp_context=context, initializer=_end_with_parent) as pool:
            with uninterrupted():  # they start when they are first given something
                waiting: dict[Future[Any], int] = {pool.submit(work, task): number for number, task in tasks}
            try:
                while waiting:
                    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                        number = waiting.pop(future)
                        future.result()
                        ended.add(number)
                        done()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _end_with_parent() -> None:
    """Let this process end when the one ends that has work for it: it would wait for ever for more."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
