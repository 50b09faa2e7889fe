"""Reads JSON Lines (ndjson): one article a line, as it comes. Source: jsonlines.org; RFC 8259 for JSON.

A record is a row as `rows.py` has it; other fields are not even decoded. A bad line is rejected with its number, and the good ones go on
(json_lines.py tells them apart).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

import msgspec

from selon.errors import Empty, InputError, LimitExceeded, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.json_lines import Line, lines
from selon.read.limits import MAX_LINE_BYTES
from selon.read.paths import Source
from selon.read.rows import columns, row_capture

_RECORD = msgspec.json.Decoder(dict[str, msgspec.Raw])
_TEXT = msgspec.json.Decoder(str | None)
_ANY = msgspec.json.Decoder()
_ESCAPES = re.compile(rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_HALF = "it holds half a character, as of a text that was cut within one: U+FFFD stands for it"
_VALUE_BYTES = 100_000  # of a field that is no text: lists in lists take much more memory than bytes


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture a line, and what is wrong with the lines that are none.

    Raises:
        Empty: there is no line.
    """
    yield from filter(None, later(stream, source, 0))


def later(stream: BinaryIO, source: Source, first: int) -> Iterator[Capture | Rejected | None]:
    """Yield what `captures` does, but of the records behind the `first` ones, and None for each of these.

    Raises:
        Empty: as `captures`.
    """
    number = count = 0
    for line in lines(stream):
        number += line.is_first
        if not line.is_first or (line.text is not None and not line.text.strip(b" \t\r\n\xef\xbb\xbf")):
            continue
        count += 1
        yield None if count <= first else of_line(line, source, number)
    if not count:
        raise Empty("the file holds no record", where=source.address, fix="save it again, or leave it out")


def of_record(line: bytes | msgspec.Raw, source: Source, number: int, where: str) -> Capture | Rejected:
    """What one record is, or what is wrong with it; `number` is its place in the file, and `where` tells that."""
    raw = bytes(line)
    try:
        return row_capture(_decoded(raw, where), source, number, where)
    except InputError as error:
        mended = _ESCAPES.sub(_whole_or_none, raw)
        if mended != raw:
            found = of_record(mended, source, number, where)
            return replace(found, degraded=_HALF) if isinstance(found, Capture) else found
        return Rejected(record=f"{source.address}#{number}", stage="read", what=error.what, where=error.where, fix=error.fix)


def _whole_or_none(found: re.Match[bytes]) -> bytes:
    """An escape as it is, half a character as U+FFFD."""
    return rb"\ufffd" if len(found[0]) == len(r"\ud800") else found[0]


def of_line(line: Line, source: Source, number: int) -> Capture | Rejected:
    """What one line of a file is, or what is wrong with it; `number` counts from 1."""
    where = f"{source.address}, line {number}"
    if line.text is None:
        what = f"the line is longer than {MAX_LINE_BYTES // 1_000_000} MB"
        return Rejected(record=f"{source.address}#{number}", stage="read", what=what, where=where, fix="cut the record up")
    found = of_record(line.text, source, number, where)
    if line.is_whole or isinstance(found, Rejected):
        return found
    return replace(found, degraded="its line holds bytes that are no UTF-16: U+FFFD stands for them")


def _decoded(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = _RECORD.decode(line.removeprefix(b"\xef\xbb\xbf"))
        return {field: _value(field, bytes(record[name]), where) for field, name in columns(record).items()}
    except msgspec.ValidationError as error:
        raise Malformed(f"the record is not as it should be: {error}", where=where, fix="see docs/formats.md for its fields") from error
    except UnicodeDecodeError as error:
        what = f"the line is no UTF-8: it holds the byte {bytes(error.object)[error.start]:#04x}"
        raise Malformed(what, where=where, fix="save the file as UTF-8") from error
    except msgspec.DecodeError as error:
        raise Malformed(f"the line is no JSON: {error}", where=where, fix="mend the line, or write one record a line in UTF-8") from error
    except RecursionError as error:
        raise LimitExceeded("the line is nested too deep", where=where, fix="write one flat record a line") from error


def _value(field: str, raw: bytes, where: str) -> Any:
    if field in ("text", "html"):
        return _TEXT.decode(raw)
    if len(raw) > _VALUE_BYTES:
        raise LimitExceeded(f"its {field} is longer than {_VALUE_BYTES // 1_000} kB", where=where, fix="give the name alone")
    return _ANY.decode(raw)
