"""One command at a time writes in a folder. The lock goes with the process that holds it. Source: flock(2)."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selon.errors import Busy, StoreError

_LOCK = ".selon.lock"


@contextmanager
def locked(folder: Path, *, holder: str) -> Iterator[None]:
    """Hold the lock of a folder that is there; `holder` says in an error what holds it ("another run of this collection").

    Raises:
        Busy: another process holds it.
        StoreError: the folder cannot be written.
    """
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        fix = "see that it is there, that the disk has room and that it may be written"
        raise StoreError(f"the folder cannot be written: {error.strerror}", where=str(folder), fix=fix) from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise Busy(f"{holder} is at work", where=str(folder), fix="wait until it has ended") from error
    finally:
        os.close(lock)
