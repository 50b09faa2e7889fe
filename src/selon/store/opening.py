"""A collection's database opened: by its one writer, who brings it up to date, or by a reader, who only mends what a killed writer left."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Literal, overload

from selon.errors import Busy, Damaged, StoreError
from selon.store.asking import Asked
from selon.store.migrations import STEPS
from selon.store.sqlite import Store
from selon.store.told import told

_WAIT_SECONDS = 10  # for another command's batch to end


@overload
def opened(path: Path, *, is_writer: Literal[False] = False) -> AbstractContextManager[Asked]: ...
@overload
def opened(path: Path, *, is_writer: Literal[True]) -> AbstractContextManager[Store]: ...
def opened(path: Path, *, is_writer: bool = False) -> AbstractContextManager[Asked]:
    """The store at a path; made, and brought up to date, by a writer.

    Raises:
        StoreError: it is not there, cannot be written, or was made by a later version.
        Damaged: it is no database.
    """
    return _opened(path, is_writer=is_writer)


@contextmanager
def _opened(path: Path, *, is_writer: bool) -> Iterator[Asked]:
    with told(str(path)):
        if not is_writer and not path.is_file():
            raise StoreError("nothing of this collection was read yet", where=str(path.parent), fix="selon run")
        mode = "rwc" if is_writer else _reading(path)
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        try:
            if not is_writer:
                base.execute("PRAGMA query_only = ON")
            _prepared(base, path, is_writer=is_writer)
            yield Store(base, str(path)) if is_writer else Asked(base, str(path))
        finally:
            base.close()


def _prepared(base: sqlite3.Connection, path: Path, *, is_writer: bool) -> None:
    (done,) = base.execute("PRAGMA user_version").fetchone()
    if done > len(STEPS):
        raise StoreError("this collection was made by a later version of Selon", where=str(path), fix="update Selon")
    if is_writer:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut
    elif done == 0:
        raise StoreError("nothing of this collection was read yet", where=str(path.parent), fix="selon run")
    elif done < len(STEPS):
        raise StoreError("this collection was made by an earlier version of Selon", where=str(path), fix="selon run brings it up to date")
    if done < len(STEPS):  # all steps or none
        base.executescript(f"BEGIN IMMEDIATE; {';'.join(STEPS[done:])}; PRAGMA user_version = {len(STEPS)}; COMMIT;")


def _reading(path: Path) -> str:
    """How a reader opens the database: so that it can mend what a killed process left half done; where nobody may write, without locks."""
    effective = os.access in os.supports_effective_ids
    if all(os.access(one, os.W_OK, effective_ids=effective) for one in (path, path.parent)):
        return "rw"
    return "ro" if path.with_name(f"{path.name}-wal").exists() else "ro&immutable=1"


def is_made(path: Path) -> bool:
    """Is there a database, with its tables? One that is damaged counts: whoever opens it is told."""
    try:
        with opened(path):
            return True
    except (Damaged, Busy):
        return True
    except StoreError:
        return path.is_file() and _has_tables(path)


def _has_tables(path: Path) -> bool:
    try:
        base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return bool(base.execute("PRAGMA user_version").fetchone() != (0,))
        finally:
            base.close()
    except sqlite3.Error:
        return True
