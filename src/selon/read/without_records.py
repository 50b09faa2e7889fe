"""An archive without some of its records: a response goes with its request and what else was noted of it; byte for byte the others stay.

What cannot be read cannot be shown not to hold what is to go. So a piece of an archive that is no whole record goes too, unless an article
that stays was read from it: then it is named, and stays. Source: WARC 1.1 (ISO 28500:2017).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from selon.model.capture import Capture
from selon.read.encodings import decoded
from selon.read.formats import opened, reader
from selon.read.limits import MAX_PAGE_BYTES
from selon.read.paths import Source
from selon.read.warc_pieces import Piece, pieces

Gone = Callable[[Capture], bool]
Holds = Callable[[bytes], bool]

_HEADER = re.compile(rb"^([\w-]+):[ \t]*(.*?)\r?$", re.MULTILINE)
_ASIDE = (b"warcinfo", b"request", b"metadata", b"revisit", b"continuation")  # goes with the answer that it was noted of


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """Which pieces of an archive go, and which stay."""

    gone: frozenset[int]  # numbers, from 0
    unread: int = 0  # of those that go: pieces that nobody can read
    unread_bytes: int = 0
    half_read: tuple[str, ...] = ()  # addresses of articles that stay, of whose records only a part can be read
    is_all: bool = False  # nothing stays but what tells of the archive


def parted(source: Source, is_gone: Gone, holds: Holds) -> Parted:
    """Which pieces of an archive go, and which stay."""
    staying, ids, urls = {}, set(), set()
    with opened(source) as (stream, _):
        for one in reader("warc")(stream, source):
            if isinstance(one, Capture) and is_gone(one):
                ids.add((one.record_id or "").strip("<>"))
                urls.add(one.address)
            elif isinstance(one, Capture):
                staying[(one.record_id or "").strip("<>")] = one.address
    heads, unread, half_read, unread_bytes = [], set(), [], 0
    for number, piece in enumerate(_pieces(source)):
        name = _said(piece.plain, b"WARC-Record-ID")
        content = payload(piece.plain)
        is_read = piece.is_whole and content is not None
        is_meant = _type(piece.plain) not in _ASIDE and holds(content or piece.plain)
        if is_meant:
            ids.add(name)
            urls.add(_said(piece.plain, b"WARC-Target-URI"))
        if not is_read and not is_meant and name and name in staying:
            half_read.append(staying[name])
        elif not is_read:
            unread.add(number)
            unread_bytes += piece.size
        heads.append((_head(piece.plain), is_meant))
    ids, urls = ids - {""}, urls - {""}
    gone = {number for number, (head, is_meant) in enumerate(heads) if is_meant or number in unread or _is_of(head, ids, urls)}
    rest = [head for number, (head, _) in enumerate(heads) if number not in gone]
    return Parted(
        gone=frozenset(gone),
        unread=len(unread),
        unread_bytes=unread_bytes,
        half_read=tuple(half_read),
        is_all=not any(head and _type(head) != b"warcinfo" for head in rest),
    )


def copied_without(source: Source, gone: frozenset[int], into: IO[bytes]) -> None:
    """Write an archive without some of its pieces."""
    for number, piece in enumerate(_pieces(source)):
        if number not in gone:
            piece.copy(into)


def archive_holds(source: Source, holds: Holds) -> bool:
    """Does any record hold it, also where no article is?"""
    return any(holds(payload(piece.plain) or piece.plain) for piece in _pieces(source) if _type(piece.plain) != b"warcinfo")


def _pieces(source: Source) -> Iterator[Piece]:
    assert source.path is not None
    with source.path.open("rb") as stream:
        yield from pieces(stream)


def _is_of(head: bytes, ids: set[str], urls: set[str]) -> bool:
    names = {_said(head, name) for name in (b"WARC-Record-ID", b"WARC-Concurrent-To", b"WARC-Refers-To")}
    return bool(names & ids) or _said(head, b"WARC-Target-URI") in urls


def _head(record: bytes) -> bytes:
    return record.partition(b"\r\n\r\n")[0]


def _said(record: bytes, name: bytes) -> str:
    met = next((value for key, value in _HEADER.findall(_head(record)) if key.lower() == name.lower()), b"")
    return str(met.decode("utf-8", "replace")).strip("<> ")


def _type(record: bytes) -> bytes:
    return _said(record, b"WARC-Type").encode()


def payload(record: bytes) -> bytes | None:
    """What a record holds, unpacked, with its own address before it; None, where HTTP packed it, and it is broken."""
    head, blank, body = record.partition(b"\r\n\r\n")
    if not blank or not head.startswith(b"WARC/"):  # what is left of one
        return record
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
        return None
