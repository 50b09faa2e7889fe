"""A file of captures without some of them: what `selon forget` writes in its place, all at once.

A file that holds nothing else goes altogether. Lines are taken out of JSON Lines, records out of WARC (without_records.py). Other tables
and archives are not rewritten; the caller is told so. What is damaged is looked through as far as its bytes go.
Source: RFC 8259; RFC 1952 for gzip members.
"""

import gzip
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, BinaryIO

from selon.disk import synced
from selon.errors import Empty, InputError, UsageError
from selon.model.capture import Capture
from selon.read.first_bytes import GZIP, ZSTD, is_binary
from selon.read.formats import opened, reader
from selon.read.json_lines import Line, lines
from selon.read.jsonl import of_line
from selon.read.limits import SNIFFED_BYTES
from selon.read.paths import Source
from selon.read.without_records import Gone, Holds, Parted, archive_holds, copied_without, parted

_SINGLE = frozenset(("html", "markdown", "text", "pdf", "mhtml"))
_CLOSED = frozenset(("pdf", "parquet", "wacz"))  # what packs its words in a way of its own
_BROKEN = (OSError, EOFError, zlib.error)
_PART_BYTES = 1 << 20


def format_of(source: Source) -> str | None:
    """The format of a file; None where it is none that is read, or too broken to show it."""
    try:
        with opened(source) as (_, name):
            return name
    except (InputError, OSError):
        return None


def without(source: Source, is_gone: Gone, holds: Holds, *, may_hold: Holds | None = None, parts: Parted | None = None) -> bool:
    """Take captures out of a file; was the file changed or taken away?

    Args:
        source: the file.
        is_gone: is this capture to go?
        holds: do these bytes of an archive's record, of a line or of a file hold what is to go?
        may_hold: the same, of what is no article.
        parts: of an archive: which pieces go, if that is known.

    Raises:
        UsageError: a capture stands in a file that is not rewritten.
    """
    name = format_of(source)
    if name == "warc":
        return _without_records(source, parts or parted(source, is_gone, holds))
    may_hold = may_hold or holds
    if name != "jsonl":
        if is_whole := _goes_whole(source, name, is_gone, holds, may_hold):
            _removed(source)
        return is_whole
    with opened(source) as (stream, _):
        kept = _lines(stream, source, is_gone, holds, may_hold)
    if kept is None:
        return False
    if not kept:
        _removed(source)
        return True
    assert source.path is not None
    content = gzip.compress(kept, mtime=0) if _is_packed(source.path) else kept
    _replaced(source.path, lambda file: file.write(content))
    return True


def can_be_cut(source: Source) -> bool:
    """Can one capture be taken out of this file?"""
    name = format_of(source)
    return name is None or name in _SINGLE or name in ("jsonl", "warc")


def check_without(source: Source, is_gone: Gone, holds: Holds, may_hold: Holds) -> None:
    """See that what is to go can be taken out of a file.

    Raises:
        UsageError: it stands in a file that is not rewritten, beside others.
    """
    name = format_of(source)
    if name not in ("jsonl", "warc"):
        _goes_whole(source, name, is_gone, holds, may_hold)


def holds_any(source: Source, holds: Holds) -> bool:
    """Do the bytes of a file, unpacked as far as they can be, hold what is to go, also where no article is?"""
    if format_of(source) == "warc":
        return archive_holds(source, holds)
    assert source.path is not None
    return holds(b"".join(_bytes(source))) or holds(source.path.read_bytes())


def is_searchable(source: Source) -> bool:
    """Do the bytes of a file show all its words: is it a text, not packed, or can what packs it be read to its end?"""
    try:
        with opened(source) as (stream, name):
            head = stream.read(SNIFFED_BYTES)
            while stream.read(_PART_BYTES):
                pass
            return not is_binary(head) and name not in _CLOSED
    except Empty:
        return True
    except InputError:
        assert source.path is not None
        with source.path.open("rb") as file:
            head = file.read(SNIFFED_BYTES)
        return not (head.startswith((GZIP, *ZSTD)) or is_binary(head))
    except _BROKEN:
        return False


def _bytes(source: Source) -> Iterator[bytes]:
    try:
        with opened(source) as (stream, _):
            while part := stream.read1(_PART_BYTES):
                yield part
    except (InputError, *_BROKEN):
        return


def _without_records(source: Source, parts: Parted) -> bool:
    if not parts.gone:
        return False
    if parts.is_all:
        _removed(source)
    else:
        assert source.path is not None
        _replaced(source.path, lambda file: copied_without(source, parts.gone, file))
    return True


def _goes_whole(source: Source, name: str | None, is_gone: Gone, holds: Holds, may_hold: Holds) -> bool:
    """Does all of a file go? False, where nothing of it does.

    Raises:
        UsageError: a part of it does.
    """
    if name is None:
        return holds_any(source, may_hold)
    held: list[bool] = []
    is_read = True
    try:
        with opened(source) as (stream, _):
            for one in reader(name)(stream, source):
                is_read = is_read and isinstance(one, Capture)
                held += [is_gone(one)] if isinstance(one, Capture) else []
    except (InputError, *_BROKEN):
        is_read = False
    is_met = any(held) or holds_any(source, holds if is_read or held else may_hold)
    if is_met and name not in _SINGLE and (not is_read or not all(held)) and not (is_read and not held):
        others = (
            f"{held.count(False)} other articles stand in the same file" if False in held else "it stands in a file that is read in part"
        )
        raise UsageError(
            f"{others}, which cannot be rewritten",
            where=str(source.path),
            fix="take them out of it yourself, or erase the whole file: --whole-files",
        )
    return is_met


def _lines(stream: BinaryIO, source: Source, is_gone: Gone, holds: Holds, may_hold: Holds) -> bytes | None:
    rest: list[tuple[bytes, bool]] = []  # what stays of each line, and whether it is more than its end
    number, is_going, has_gone, is_in = 0, False, False, may_hold
    for line in _until_broken(stream):
        if line.is_first:
            number += 1
            one = of_line(line, source, number) if line.text and line.text.strip() else None
            is_going = isinstance(one, Capture) and is_gone(one)
            is_in = holds if isinstance(one, Capture) else may_hold
        if line.text is None and not line.raw:  # what is behind cannot be read
            has_gone = True
            continue
        is_going = is_going or is_in(line.raw) or (line.text is not None and is_in(line.text))
        mark = line.raw[:2] if not rest and line.encoding != "utf-8" else b""
        end = mark + "\n".encode(line.encoding) if line.is_first else b""  # the others keep their numbers
        rest.append((end, False) if is_going else (line.raw, line.text is None or bool(line.text.strip())))
        has_gone = has_gone or is_going
    if not has_gone:
        return None
    return b"".join(raw for raw, _ in rest) if any(is_more for _, is_more in rest) else b""


def _until_broken(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines, and an empty one behind which no other can be read."""
    try:
        yield from lines(stream)
    except _BROKEN:
        yield Line(b"", None, is_first=False)


def _is_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == GZIP


def _removed(source: Source) -> None:
    assert source.path is not None
    source.path.unlink()
    synced(source.path.parent)


def _replaced(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """All of the new file, on the disk, or the old one."""
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
    synced(path.parent)
