"""The folder of a collection: its settings, its captures as files, the lock of whoever writes in it."""

import os
import tomllib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from selon import read
from selon.engine import locking
from selon.errors import UsageError
from selon.model.collection import SETTINGS
from selon.model.rejected import Rejected

_TABLES = (".jsonl", ".ndjson", ".csv", ".tsv")


def settings(folder: Path) -> dict[str, object]:
    """What `selon.toml` says of the collection; nothing where there is none.

    Raises:
        UsageError: it cannot be read.
    """
    try:
        told = tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fix = "mend it, or take it from another collection"
        raise UsageError(f"the settings cannot be read: {error}", where=str(folder / SETTINGS), fix=fix) from error
    table = told.get("collection", {})
    return table if isinstance(table, dict) else {}


def captured(captures: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files below the folder of captures, each with its path within it."""
    for source in read.sources([captures]):
        if not isinstance(source, Rejected) and source.path:
            yield source.address, source.path


def state(path: Path) -> os.stat_result | None:
    """Size and instant of a file; None where it went away since it was listed."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def records(path: Path) -> int:
    """Lines of a table; one of any other file, however many an archive holds, and none of one that went away."""
    if path.suffix not in _TABLES:
        return 1
    try:
        with path.open("rb") as file:
            return sum(part.count(b"\n") for part in iter(lambda: file.read(1 << 20), b""))
    except OSError:
        return 0


def locked(folder: Path) -> AbstractContextManager[None]:
    """Only one command writes in a collection at a time. See `engine.locking.locked`."""
    return locking.locked(folder, holder="another command that writes in this collection")
