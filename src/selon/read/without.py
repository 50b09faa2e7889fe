"""A file of captures without some of them: what `selon forget` writes in its place, all at once.

A file that holds nothing else goes altogether. Lines are taken out of JSON Lines, records out of WARC: a response with its request and what
else was noted of it, byte for byte the others stay. Other tables and archives are not rewritten; the caller is told so.
Source: WARC 1.1 (ISO 28500:2017); RFC 1952 for gzip members.
"""

import gzip
import io
import os
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from selon.disk import synced
from selon.errors import UsageError
from selon.model.capture import Capture
from selon.read.encodings import decoded
from selon.read.formats import opened, reader
from selon.read.json_lines import lines
from selon.read.jsonl import of_line
from selon.read.limits import MAX_PAGE_BYTES
from selon.read.paths import Source
from selon.read.warc_packing import Gzip, Plain, next_record

Gone = Callable[[Capture], bool]
Holds = Callable[[bytes], bool]

_SINGLE = frozenset(("html", "markdown", "text", "pdf", "mhtml"))
_HEADER = re.compile(rb"^([\w-]+):[ \t]*(.*?)\r?$", re.MULTILINE)
_GZIP = b"\x1f\x8b"
_ASIDE = (b"warcinfo", b"request", b"metadata", b"revisit", b"continuation")  # goes with the answer that it was noted of
_BEGIN = re.compile(rb"WARC/")
_STEP_BYTES = 256


def without(source: Source, is_gone: Gone, holds: Holds) -> bool:
    """Take captures out of a file; was the file changed or taken away?

    Args:
        source: the file.
        is_gone: is this capture to go?
        holds: do these bytes of an archive's record, unpacked, hold what is to go?

    Raises:
        UsageError: a capture stands in a file that is not rewritten.
    """
    assert source.path is not None
    with opened(source) as (stream, name):
        if name == "warc":
            kept = None
        elif name == "jsonl":
            kept = _lines(stream, source, is_gone, holds)
        else:
            kept = _whole(stream, source, name, is_gone)
    if name == "warc":
        kept = _records(source, is_gone, holds)
    if kept is None:
        return False
    if not kept:
        source.path.unlink()
        synced(source.path.parent)
    else:
        _replaced(source.path, gzip.compress(kept, mtime=0) if name == "jsonl" and _is_packed(source.path) else kept)
    return True


def can_be_cut(source: Source) -> bool:
    """Can one capture be taken out of this file?"""
    with opened(source) as (_, name):
        return name in _SINGLE or name in ("jsonl", "warc")


def check_without(source: Source, is_gone: Gone) -> None:
    """See that what is to go can be taken out of a file.

    Raises:
        UsageError: it stands in a file that is not rewritten, beside others.
    """
    with opened(source) as (stream, name):
        if name not in ("jsonl", "warc"):
            _whole(stream, source, name, is_gone)


def holds_any(source: Source, holds: Holds) -> bool:
    """Do the bytes of a file, unpacked, hold what is to go, also where no article is?"""
    assert source.path is not None
    with opened(source) as (stream, name):
        if name != "warc":
            return holds(stream.read())
    return any(holds(_payload(record)) for _, record in _members(source.path.read_bytes()) if _type(record) != b"warcinfo")


def _whole(stream: BinaryIO, source: Source, name: str, is_gone: Gone) -> bytes | None:
    """Nothing, where all of the file goes; None, where nothing of it does."""
    held = [is_gone(one) for one in reader(name)(stream, source) if isinstance(one, Capture)]
    if not any(held):
        return None
    if name in _SINGLE or all(held):
        return b""
    raise UsageError(
        f"{held.count(False)} other articles stand in the same file, which cannot be rewritten",
        where=str(source.path),
        fix="take them out of it yourself, or erase the whole file: --whole-files",
    )


def _lines(stream: BinaryIO, source: Source, is_gone: Gone, holds: Holds) -> bytes | None:
    rest: list[tuple[bytes, bool]] = []  # what stays of each line, and whether it is more than its end
    number, is_going, has_gone = 0, False, False
    for line in lines(stream):
        if line.is_first:
            number += 1
            one = of_line(line, source, number) if line.text and line.text.strip() else None
            is_going = isinstance(one, Capture) and is_gone(one)
        is_going = is_going or holds(line.raw) or (line.text is not None and holds(line.text))
        mark = line.raw[:2] if not rest and line.encoding != "utf-8" else b""
        end = mark + "\n".encode(line.encoding) if line.is_first else b""  # the others keep their numbers
        rest.append((end, False) if is_going else (line.raw, line.text is None or bool(line.text.strip())))
        has_gone = has_gone or is_going
    if not has_gone:
        return None
    return b"".join(raw for raw, _ in rest) if any(is_more for _, is_more in rest) else b""


def _records(source: Source, is_gone: Gone, holds: Holds) -> bytes | None:
    assert source.path is not None
    with opened(source) as (stream, _):
        found = [one for one in reader("warc")(stream, source) if isinstance(one, Capture)]
    ids = {(one.record_id or "").strip("<>") for one in found if is_gone(one)}
    urls = {one.address for one in found if is_gone(one)}
    parts = list(_members(source.path.read_bytes()))
    torn = set()  # what is broken has no name to go by
    for number, (_, record) in enumerate(parts):
        kind = _type(record)
        if kind not in _ASIDE and holds(_payload(record)):
            ids.add(_said(record, b"WARC-Record-ID"))
            urls.add(_said(record, b"WARC-Target-URI"))
            torn.add(number)
    if not ids - {""} and not urls - {""} and not torn:
        return None
    rest = [one for number, one in enumerate(parts) if number not in torn and not _is_of(one[1], ids - {""}, urls - {""})]
    return b"".join(raw for raw, record in rest) if any(_type(record) != b"warcinfo" for _, record in rest) else b""


def _is_of(record: bytes, ids: set[str], urls: set[str]) -> bool:
    names = {_said(record, name) for name in (b"WARC-Record-ID", b"WARC-Concurrent-To", b"WARC-Refers-To")}
    return bool(names & ids) or _said(record, b"WARC-Target-URI") in urls


def _members(held: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield each record as it stands in the file, and unpacked; of what is broken, as much as can be unpacked."""
    if not held.startswith(_GZIP):
        yield from ((record, record) for record in _plain(held))
        return
    while held:
        unpack = zlib.decompressobj(wbits=31)
        plain, is_broken = _unpacked(unpack, held)
        end = len(held) - len(unpack.unused_data)
        if is_broken or not unpack.eof:
            end = next_record(io.BytesIO(held), 1, Gzip()) or len(held)
        raw, held = held[:end], held[end:]
        records = list(_plain(plain))
        if len(records) <= 1:
            yield raw, plain
        else:  # one member for the whole archive: each record becomes one
            yield from ((gzip.compress(record, mtime=0), record) for record in records)


def _unpacked(unpack: Any, held: bytes) -> tuple[bytes, bool]:
    """What a member packs, and whether it breaks: then what comes out before."""
    try:
        return unpack.decompress(held), False
    except zlib.error:
        pass
    again, plain = zlib.decompressobj(wbits=31), b""
    for at in range(0, len(held), _STEP_BYTES):
        try:
            plain += again.decompress(held[at : at + _STEP_BYTES])
        except zlib.error:
            break
    return plain, True


def _plain(held: bytes) -> Iterator[bytes]:
    """Each record of plain bytes, and what stands between two of them and is none."""
    at = 0
    while at < len(held):
        start = at if _BEGIN.match(held, at) else next_record(io.BytesIO(held), at, Plain())
        if start is None or start > at:
            yield held[at:start]
        if start is None:
            return
        body = held.find(b"\r\n\r\n", start) + 4
        said = _said(held[start:body], b"Content-Length") if body >= 4 else ""
        end = body + int(said) if said.isdecimal() else len(held) + 1
        if not (end == len(held) or _BEGIN.match(held, end) or held[end : end + 2] == b"\r\n"):  # its length is wrong
            end = next_record(io.BytesIO(held), start + 1, Plain()) or len(held)
        while held[end : end + 2] == b"\r\n":
            end += 2
        yield held[start:end]
        at = end


def _head(record: bytes) -> bytes:
    return record.partition(b"\r\n\r\n")[0]


def _said(record: bytes, name: bytes) -> str:
    met = next((value for key, value in _HEADER.findall(_head(record)) if key.lower() == name.lower()), b"")
    return str(met.decode("utf-8", "replace")).strip("<> ")


def _type(record: bytes) -> bytes:
    return _said(record, b"WARC-Type").encode()


def _payload(record: bytes) -> bytes:
    """What a record holds, unpacked as far as it goes, with its own address before it."""
    body = record.partition(b"\r\n\r\n")[2]
    address = _said(record, b"WARC-Target-URI").encode() + b"\n"
    if not body.startswith(b"HTTP/"):
        return address + body
    head, _, content = body.partition(b"\r\n\r\n")
    said = {key.lower(): value for key, value in _HEADER.findall(head)}
    transfer, encoding = (said.get(name, b"").decode("latin-1") for name in (b"transfer-encoding", b"content-encoding"))
    if not (transfer or encoding):
        return address + content
    try:
        return address + decoded(
            content.rstrip(b"\r\n") if not transfer else content, transfer=transfer, content=encoding, limit=MAX_PAGE_BYTES
        )
    except ValueError:  # it is not packed as it says, or broken
        return address + content


def _is_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == _GZIP


def _replaced(path: Path, content: bytes) -> None:
    """All of the new file, on the disk, or the old one; the instant of the old one stays: the rest is not read again."""
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path)
    synced(path.parent)
