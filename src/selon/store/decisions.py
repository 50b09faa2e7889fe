"""`rulings.jsonl`: people's decisions, one on each line, only ever added to. It is what counts; the database follows it.

A line counts when it stands whole and is on the disk: what a crash left half written was never acknowledged, and goes with the next one.
"""

import json
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from selon.disk import synced
from selon.errors import Damaged, StoreError
from selon.model.ruling import Ruling

RULINGS = "rulings.jsonl"
_decoder = msgspec.json.Decoder(Ruling)
_FIX = "put back an earlier version of the file, or take the line out"


def kept(path: Path) -> list[Ruling]:
    """The rulings of a file, in its order; none where there is no file.

    Raises:
        Damaged: a line is no ruling.
        StoreError: the file cannot be read.
    """
    try:
        lines = path.read_bytes().split(b"\n") if path.exists() else []
    except OSError as error:
        raise StoreError(f"the rulings cannot be read: {error.strerror}", where=str(path), fix="see that the file may be read") from error
    return [ruling for number, line in enumerate(lines, 1) if (ruling := _one(line, number, len(lines), path)) is not None]


def faults(path: Path) -> list[str]:
    """What is wrong with a file of rulings, in words."""
    try:
        kept(path)
    except Damaged as error:
        return [f"{error.where}: {error.what}"]
    tail = path.read_bytes().rpartition(b"\n")[2] if path.exists() else b""
    if not tail or _is_whole(tail):
        return []
    return [f"{path}: the last line is cut short: it counts for none, and the next ruling takes its place"]


def line(ruling: Ruling) -> bytes:
    """One line of the file, without what is left as it was."""
    return json.dumps(_spare(msgspec.to_builtins(ruling)), ensure_ascii=False).encode()


def append(path: Path, rulings: Iterable[Ruling]) -> None:
    """Add rulings to a file: all of them, on the disk, or none.

    Raises:
        StoreError: the disk takes nothing.
    """
    added = b"".join(line(ruling) + b"\n" for ruling in rulings)
    try:
        is_new = not path.exists()
        with path.open("r+b" if not is_new else "w+b") as file:
            size = _whole_bytes(file.read())
            file.seek(size)
            file.truncate()
            try:
                file.write((b"\n" if size and not _ends_a_line(path, size) else b"") + added)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                os.ftruncate(file.fileno(), size)
                raise
        if is_new:
            synced(path.parent)
    except OSError as error:
        fix = "see that the disk has room and that the folder may be written"
        raise StoreError(f"the ruling cannot be kept: {error.strerror}", where=str(path), fix=fix) from error


def rewrite(path: Path, rulings: Iterable[Ruling]) -> None:
    """Put other rulings in place of a file, all at once: only to erase, and to merge."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.writelines(line(ruling) + b"\n" for ruling in rulings)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)
        synced(path.parent)
    except OSError as error:
        fix = "see that the disk has room and that the folder may be written"
        raise StoreError(f"the rulings cannot be kept: {error.strerror}", where=str(path), fix=fix) from error


def _one(line: bytes, number: int, many: int, path: Path) -> Ruling | None:
    if not line.strip():
        return None
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if number == many:  # cut short: it was never acknowledged
            return None
        raise Damaged(f"this line is no ruling: {error}", where=f"{path}, line {number}", fix=_FIX) from error


def _is_whole(line: bytes) -> bool:
    try:
        _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
    return True


def _whole_bytes(held: bytes) -> int:
    """How many bytes of a file count: all but a last line that was cut short."""
    tail = held.rpartition(b"\n")[2]
    return len(held) if not tail or _is_whole(tail) else len(held) - len(tail)


def _ends_a_line(path: Path, size: int) -> bool:
    with path.open("rb") as file:
        file.seek(size - 1)
        return file.read(1) == b"\n"


def _spare(value: object) -> object:
    """Without what is empty: the decoder fills it in again."""
    if isinstance(value, dict):
        return {name: _spare(one) for name, one in value.items() if one is not None and one not in ([], (), {})}
    return [_spare(one) for one in value] if isinstance(value, list | tuple) else value
