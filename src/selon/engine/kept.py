"""What a part of a large run has made: a folder that is there whole, with its manifest, or not at all.

A part is called by its key, a hash of the stage, its version, its settings and its inputs; so what is there fits, and what does not fit
any more has another name. It is written beside, brought to the disk, and renamed, manifest and all: whoever is killed at whatever instant
leaves a part that is whole, or none. Two that make one part at once make the same; the second one's goes.

Source: rename(2), POSIX.1-2017, for what is all or nothing.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from selon.disk import synced
from selon.engine import parquet
from selon.errors import StoreError

MANIFEST = "manifest.json"
_UNDONE = ".undone-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of one stage: where it is kept, and what it is made of."""

    home: str  # the folder of its stage
    stage: str
    version: str  # of the rules
    settings: Mapping[str, int]
    inputs: tuple[str, ...]  # keys or hashes

    @property
    def key(self) -> str:
        """16 hexadecimal digits."""
        told = json.dumps([self.stage, self.version, sorted(self.settings.items()), self.inputs])
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return Path(self.home) / self.key

    @property
    def is_kept(self) -> bool:
        """Is it there, and are its files as long as they were?"""
        try:
            told = json.loads((self.folder / MANIFEST).read_text(encoding="utf-8"))
            return all((self.folder / name).stat().st_size == file["bytes"] for name, file in told["files"].items())
        except (OSError, ValueError, KeyError):
            return False

    def files(self, table: str) -> list[Path]:
        """The Parquet files of a table of this part: one, or those that an engine has cut it into."""
        single = self.folder / f"{table}.parquet"
        return [single] if single.is_file() else sorted((self.folder / table).rglob("*.parquet"))


@contextmanager
def keeping(part: Part) -> Iterator[Path]:
    """A folder to write a part into; it is kept when all went well, and gone when not."""
    home = Path(part.home)
    home.mkdir(parents=True, exist_ok=True)
    folder = home / f"{_UNDONE}{part.key}-{uuid4().hex[:8]}"
    folder.mkdir()
    try:
        yield folder
        _write_manifest(folder, part)
        if not part.is_kept:
            shutil.rmtree(part.folder, ignore_errors=True)  # one whose files were cut
            os.rename(folder, part.folder)
            synced(home)
    except OSError as error:
        if part.is_kept:  # somebody else was quicker
            return
        fix = "see that the disk has room and that the folder may be written"
        raise StoreError(f"a part cannot be written: {error.strerror or error}", where=str(folder), fix=fix) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(home: Path, kept: set[str]) -> int:
    """Remove the parts of a stage that are not among `kept`, and what was left undone; how many parts went."""
    gone = 0
    for one in sorted(home.iterdir()) if home.is_dir() else ():
        if one.name not in kept:
            shutil.rmtree(one, ignore_errors=True)
            gone += not one.name.startswith(_UNDONE)
    return gone


def begun(folder: Path) -> Path:
    """The folder, made if it was not there.

    Raises:
        StoreError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fix = "see that the disk has room and that the folder may be written"
        raise StoreError(f"the results cannot be written: {error.strerror}", where=str(folder), fix=fix) from error
    return folder


def _write_manifest(folder: Path, part: Part) -> None:
    files = {path.relative_to(folder).as_posix(): _told(path) for path in sorted(folder.rglob("*")) if _counts(path)}
    told = {"stage": part.stage, "version": part.version, "settings": dict(part.settings), "inputs": part.inputs, "files": files}
    with (folder / MANIFEST).open("w", encoding="utf-8") as out:
        json.dump(told, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    for one in [*(path for path in folder.rglob("*") if path.is_dir()), folder]:
        synced(one)


def _counts(path: Path) -> bool:
    """Is it a file of ours, not an engine's own mark?"""
    return path.is_file() and not path.name.startswith((".", "_"))


def _told(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    told: dict[str, Any] = {"bytes": path.stat().st_size, "sha256": digest}
    return told | ({"rows": parquet.count(path)} if path.suffix == ".parquet" else {})
