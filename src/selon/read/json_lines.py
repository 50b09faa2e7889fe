"""The lines of a JSON Lines file as they stand: in UTF-8 or UTF-16, ended by LF, CR LF, or CR alone. Source: jsonlines.org; RFC 8259, 7.

A line is found again behind a damage: in UTF-16 also where a byte is missing and all units behind it are shifted.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from selon.read.limits import MAX_LINE_BYTES

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CR = re.compile(rb"(?<=\})[ \t]*\r+(?=\{)")  # between two records; nothing within one looks so
_BEHIND = {
    "utf-16-le": re.compile(rb"\n\x00(?=\{\x00)|(?<=\}\x00)\r\x00(?=\{\x00)"),
    "utf-16-be": re.compile(rb"\x00\n(?=\x00\{)|(?<=\x00\})\x00\r(?=\x00\{)"),
}
_END = re.compile(r"(?<=\})[ \t]*\r+(?=\{)|\n")
_PART_BYTES = 1 << 16
_MARKS = 8  # bytes that are looked at behind a place
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or a part of one that is too long."""

    raw: bytes  # as it stands in the file, with its end: the lines together are the file
    text: bytes | None  # in UTF-8; None: it is too long
    is_first: bool = True  # or a further part of one that is too long
    is_whole: bool = True  # was each of its bytes a part of some character, as far as UTF-16 shows?
    encoding: str = "utf-8"


def lines(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines in their order; one that is too long in several parts."""
    first = stream.readline(MAX_LINE_BYTES + 1)
    if encoding := _UTF_16.get(first[:2]):
        yield from _of_units(first, stream, encoding)
        return
    held, line = b"", first
    while line:
        held += line
        is_end = held.endswith(b"\n")
        if b"\r" in held[:-2]:
            *parts, held = _parted(held)
            yield from (Line(part, part) for part in parts)
        if is_end or len(held) > MAX_LINE_BYTES:
            yield Line(held, held if len(held) <= MAX_LINE_BYTES else None)
            if not is_end:
                yield from _rest(stream)
            held = b""
        line = stream.readline(MAX_LINE_BYTES + 1 - len(held))
    if held:
        yield Line(held, held)


def _rest(stream: BinaryIO) -> Iterator[Line]:
    line = b"-"
    while line and not line.endswith(b"\n"):
        line = stream.readline(MAX_LINE_BYTES)
        if line:
            yield Line(line, None, is_first=False)


def _parted(held: bytes) -> list[bytes]:
    ends = [found.end() for found in _CR.finditer(held)]
    return [held[start:end] for start, end in zip([0, *ends], [*ends, len(held)], strict=True)]


def _of_units(held: bytes, stream: BinaryIO, encoding: str) -> Iterator[Line]:
    shape = _BEHIND[encoding]
    searched, is_long = 0, False
    while True:
        part = stream.read(_PART_BYTES)
        held += part
        start = 0
        while found := shape.search(held, max(start, searched)):
            yield from _decoded(held[start : found.end()], encoding, is_long=is_long)
            start, is_long = found.end(), False
        if not part:
            break
        held = held[start:]
        if len(held) > MAX_LINE_BYTES:
            yield Line(held[:-_MARKS], None, is_first=not is_long, encoding=encoding)
            held, is_long = held[-_MARKS:], True
        searched = max(0, len(held) - _MARKS)
    if held[start:]:
        yield from _decoded(held[start:], encoding, is_long=is_long)


def _decoded(raw: bytes, encoding: str, *, is_long: bool) -> Iterator[Line]:
    """Yield the lines of a stretch that begins where a character does."""
    if is_long:
        yield Line(raw, None, is_first=False, encoding=encoding)
        return
    even = len(raw) - len(raw) % 2
    text = raw[:even].decode(encoding, "surrogatepass") + ("\ufffd" if raw[even:] else "")
    ends = [found.end() for found in _END.finditer(text)]
    at = 0
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        if start == end:
            continue
        line = text[start:end]
        size = len(raw) - at if end == len(text) else len(line.encode(encoding, "surrogatepass"))
        is_whole = not _HALVES.search(line) and not (end == len(text) and raw[even:])
        yield Line(raw[at : at + size], _HALVES.sub("\ufffd", line.removeprefix("\ufeff")).encode(), is_whole=is_whole, encoding=encoding)
        at += size
