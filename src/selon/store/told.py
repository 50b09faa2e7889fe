"""What SQLite cannot do, in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from selon.errors import Busy, Damaged, StoreError


@contextmanager
def told(where: str) -> Iterator[None]:
    """Faults of SQLite as errors of ours.

    Raises:
        Busy: another process writes.
        StoreError: it cannot be written or read.
        Damaged: it is no database any more.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "locked" in words or "busy" in words:
            raise Busy("another command is writing this collection", where=where, fix="wait until it has ended") from error
        fix = "see that the disk has room and that the folder may be written"
        raise StoreError(f"the collection cannot be written or read: {words}", where=where, fix=fix) from error
    except sqlite3.DatabaseError as error:
        raise Damaged(
            f"the database is damaged: {error}", where=where, fix="delete it: selon run makes it anew from the captures"
        ) from error
