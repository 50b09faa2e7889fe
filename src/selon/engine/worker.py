"""One worker: a process with limits that carries a function over what it is sent, and is made anew when it has died.

It answers a `Batch` with one part a record, a `Flow` with parts as they come; the last one says so. A worker that takes too much memory or
time is ended by the system (RLIMIT_AS, RLIMIT_CPU); who waits for it then gets `Died`, and knows over which record.
"""

import faulthandler
import math
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkServerContext
from multiprocessing.process import BaseProcess
from typing import Any

from selon.engine.limits import MAX_CPU_SECONDS, MAX_WALL_SECONDS, MAX_WORKER_BYTES
from selon.errors import InputError

if sys.platform != "win32":
    import resource

_OUT_OF_MEMORY = 71  # our own exit code
_PART_BYTES = 4_000_000  # of a stream, sent at once
_PART_RECORDS = 64
_LOOK_SECONDS = 5.0


class Died(Exception):
    """A worker is no more; `args[0]` says in words why."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Records to carry a function over."""

    function: Callable[[Any], Any]
    records: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A function whose results are sent as they come."""

    function: Callable[[Any], Any]
    argument: Any
    told: int | None = None  # results that came before a worker died: they are not sent again, and each behind them is sent at once


@dataclass(frozen=True, slots=True)
class Part:
    """Results of a batch or of a flow."""

    results: tuple[Any, ...]
    is_last: bool = True
    ended: tuple[type[InputError], str, str, str] | None = None  # the error that ended a flow: what, where, fix
    fault: BaseException | None = None  # of our own
    trace: str = ""

    def raise_error(self) -> None:
        """Raise what ended a flow, if anything did."""
        if self.ended:
            kind, what, where, fix = self.ended
            raise kind(what, where=where, fix=fix)


class Worker:
    """A process that is started when it is first sent something, and again after it died.

    Args:
        module: what it will need, imported once for all workers if it is the first to be started.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._since = 0.0

    @property
    def connection(self) -> Connection:
        """Where its answers come; to be waited for."""
        assert self._connection is not None
        return self._connection

    @property
    def is_late(self) -> bool:
        """Has nothing been heard of it for too long?"""
        return time.monotonic() - self._since > MAX_WALL_SECONDS

    def send(self, message: Batch | Flow) -> None:
        """Give it something to do; it must have answered before."""
        if self._process is None:
            self._start()
        self._since = time.monotonic()
        with suppress(BrokenPipeError, ConnectionResetError):  # it died while it was idle: its answer will say so
            self.connection.send(message)

    def receive(self) -> Part:
        """Its next answer.

        Raises:
            Died: it died over it.
        """
        while not self.connection.poll(1.0):
            if self.is_late:
                self.stop()
                raise Died(f"nothing was heard of it for {MAX_WALL_SECONDS} seconds")
        try:
            answer: Part = self.connection.recv()
        except (EOFError, ConnectionResetError) as error:
            raise Died(self._reason()) from error
        self._since = time.monotonic()
        if answer.fault is not None:
            raise answer.fault from RuntimeError(f"in a worker:\n{answer.trace}")
        return answer

    def stop(self) -> None:
        """End it, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self.connection.close()
        self._process = self._connection = None

    def _start(self) -> None:
        context = _context(self._module)
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads that only a library has: none of them is ours
            with uninterrupted():
                process.start()
        theirs.close()
        self._process = process
        self._connection = ours

    def _reason(self) -> str:
        assert self._process is not None
        self._process.join(5)
        code = self._process.exitcode
        self.stop()
        if code == _OUT_OF_MEMORY:
            return f"it takes more than {MAX_WORKER_BYTES // 1_000_000} MB of memory"
        if code == -signal.SIGXCPU:
            return f"it takes more than {MAX_CPU_SECONDS} seconds"
        return "the library that reads it breaks off"


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let a process that is started inside never be interrupted by a key: who started it is, and ends it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context(module: str) -> ForkContext | ForkServerContext:
    """A copy of this process, which has all it needs, where no other thread can be caught in the middle of something; else a fresh one."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def _serve(connection: Connection) -> None:
    """The life of a worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who calls is interrupted, and ends us
    faulthandler.disable()  # when a library breaks off, who waits says so in words
    _limit_memory()
    while True:
        try:
            while not connection.poll(_LOOK_SECONDS):
                if not _is_wanted():
                    return
            message = connection.recv()
        except EOFError:  # nobody asks any more
            return
        except MemoryError:
            os._exit(_OUT_OF_MEMORY)
        try:
            _answer(connection, message)
        except MemoryError:
            os._exit(_OUT_OF_MEMORY)
        except BaseException as fault:
            connection.send(Part((), fault=_portable(fault), trace=traceback.format_exc()))
            if not isinstance(fault, Exception):
                raise


def _is_wanted() -> bool:
    """Does the process still live that asks? Workers that were copied one after the other hold each other's pipes open."""
    parent = multiprocessing.parent_process()
    return parent is not None and parent.is_alive()


def _answer(connection: Connection, message: Batch | Flow) -> None:
    if isinstance(message, Batch):
        for number, record in enumerate(message.records, 1):
            _limit_time()
            connection.send(Part((message.function(record),), is_last=number == len(message.records)))
        return
    part: list[Any] = []
    _limit_time()
    try:
        for number, result in enumerate(message.function(message.argument), 1):
            part += [result] if number > (message.told or 0) else []
            if part and (message.told is not None or len(part) == _PART_RECORDS or weight(part) > _PART_BYTES):
                connection.send(Part(tuple(part), is_last=False))
                part = []
            _limit_time()
    except InputError as error:
        connection.send(Part(tuple(part), ended=(type(error), error.what, error.where, error.fix)))
        return
    connection.send(Part(tuple(part)))


def weight(records: list[Any]) -> int:
    """How much some records weigh: bytes of the captures that they are or hold."""
    return sum(len(getattr(getattr(record, "capture", record), "content", b"")) for record in records)


def _portable(fault: BaseException) -> BaseException:
    """A fault that can be sent: as it is, or told by its name where it is of a kind that only a library knows."""
    return fault if type(fault).__module__ in ("builtins", "selon.errors") else RuntimeError(f"{type(fault).__name__}: {fault}")


def _limit_memory() -> None:
    """On Linux: elsewhere the system does not keep such a limit."""
    if sys.platform == "linux":
        with open("/proc/self/statm", encoding="ascii") as pages:
            mapped = int(pages.read().split()[0]) * resource.getpagesize()
        _limit(resource.RLIMIT_AS, mapped + MAX_WORKER_BYTES)
        _limit(resource.RLIMIT_CORE, 0)


def _limit_time() -> None:
    """The time for the next record begins."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + MAX_CPU_SECONDS)


def _limit(kind: int, most: int) -> None:
    """Set a soft limit, below the hard one that somebody else may have set."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
