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


KNOWN_SETTINGS: dict[str, type] = {"name": str, "second_person": bool, "entities": str, "model": str}
"""What can be set under [collection] of `selon.toml`, and as what."""

_KINDS = {str: "text in quotes", bool: "switch"}


def settings(folder: Path) -> dict[str, object]:
    """What `selon.toml` says of the collection; nothing where there is none.

    Raises:
        UsageError: it cannot be read.
    """
    table = _told(folder).get("collection", {})
    return table if isinstance(table, dict) else {}


def unknown_settings(folder: Path) -> Iterator[str]:
    """Yield what `selon.toml` says and nobody asks for, in words: a name that is misspelt, one that stands outside its table.

    Raises:
        UsageError: it cannot be read.
    """
    there = _told(folder)
    of_collection = settings(folder)
    names = [*(name for name in there if name != "collection"), *(name for name in of_collection if name not in KNOWN_SETTINGS)]
    names += [] if of_collection or "collection" not in there else ["collection"]
    for name in names:
        wanted = f"under [collection] one of: {', '.join(sorted(KNOWN_SETTINGS))}"
        yield f"{folder / SETTINGS}: nothing is set by '{name}' where it stands; {wanted}"
    for name, kind in KNOWN_SETTINGS.items():
        if not isinstance(of_collection.get(name, kind()), kind):
            yield f"{folder / SETTINGS}: '{name}' is no {_KINDS[kind]}; mend it"


def _told(folder: Path) -> dict[str, object]:
    try:
        return tomllib.loads((folder / SETTINGS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fix = "mend it, or take it from another collection"
        raise UsageError(f"the settings cannot be read: {error}", where=str(folder / SETTINGS), fix=fix) from error


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
