"""Reads JSON Lines (ndjson): one article a line, as it comes. Source: jsonlines.org; RFC 8259 for JSON.

A record has `id` and `text` or `html`, and may have url, outlet, title, date, published {from, to}, lang; other fields are left alone. A
bad line is rejected with its number, and the good ones go on.
"""

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from selon.errors import Empty, InputError, LimitExceeded, Malformed
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read.limits import MAX_LINE_BYTES
from selon.read.paths import Source
from selon.read.plain_or_markdown import media_type
from selon.read.record import capture


class _Published(msgspec.Struct):
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None


class _Record(msgspec.Struct):
    id: str | int | None = None
    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    date: str | None = None
    published: _Published | str | None = None
    lang: str | None = None


_DECODER = msgspec.json.Decoder(_Record)


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture a line, and what is wrong with the lines that are none."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        where = f"{source.address}, line {number}"
        try:
            if len(line) > MAX_LINE_BYTES:
                _skip_line(stream, line)
                raise LimitExceeded(f"the line is longer than {MAX_LINE_BYTES // 1_000_000} MB", where=where, fix="cut the record up")
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _capture(_decoded(line, where), source, number, where)
        except InputError as error:
            yield Rejected(record=f"{source.address}#{number}", stage="read", what=error.what, where=error.where, fix=error.fix)


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MAX_LINE_BYTES)


def _decoded(line: bytes, where: str) -> _Record:
    try:
        return _DECODER.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        raise Malformed(f"the record is not as it should be: {error}", where=where, fix="see docs/formats.md for its fields") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Malformed(f"the line is no JSON: {error}", where=where, fix="mend the line, or write one record a line in UTF-8") from error
    except RecursionError as error:
        raise LimitExceeded("the line is nested too deep", where=where, fix="write one flat record a line") from error


def _capture(record: _Record, source: Source, number: int, where: str) -> Capture:
    said = record.text or record.html or ""
    if not said.strip():
        raise Empty("the record has neither text nor html", where=where, fix="give it a text, or leave it out")
    place = f"{source.address}#{number}"
    published = record.published if isinstance(record.published, _Published) else None
    date = record.published if isinstance(record.published, str) else record.date
    return capture(
        name=str(record.id) if record.id is not None and str(record.id).strip() else place,
        address=record.url or place,
        media_type=media_type(said) if record.text else "text/html",
        content=said.encode("utf-8", "replace"),
        charset="utf-8",
        declared=Declared(
            url=record.url or None,
            outlet=record.outlet or None,
            title=record.title or None,
            date=date or None,
            published_from=published.from_ if published else None,
            published_to=published.to if published else None,
            lang=record.lang or None,
        ),
    )
