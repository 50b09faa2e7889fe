"""Reads WARC, plain, gzipped or packed with zstd: the pages, texts and PDFs of its records. Source: WARC 1.1 (ISO 28500:2017).

Also its zstd form with a dictionary (iipc/warc-specifications, warc-zstd 1.0). Redirects, errors, revisits, pictures and scripts are no
articles and are passed over. A record that breaks a limit or is broken is rejected, and the reading goes on behind it (warc_breaks.py);
one that is cut off or does not match its digest is read and said. warc_checks.py has what speaks against a record, encodings.py what HTTP
packs a page in.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from fastwarc.warc import WarcRecordType

from selon.errors import Empty, InputError, LimitExceeded, Malformed
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.encodings import decoded
from selon.read.first_bytes import is_html
from selon.read.limits import MAX_HEADER_BYTES, MAX_PAGE_BYTES, MAX_PDF_BYTES, MAX_RECORD_BYTES
from selon.read.paths import Source
from selon.read.record import capture
from selon.read.rewinding import rewindable
from selon.read.warc_breaks import Break, records
from selon.read.warc_checks import is_cut, is_other_block, is_other_payload, missing_bytes

_TYPES = {
    "text/html": "text/html", "application/xhtml+xml": "text/html", "text/plain": "text/plain", "text/markdown": "text/markdown",
    "application/pdf": "application/pdf",
}  # fmt: skip
_UNKNOWN = ("", "application/octet-stream", "unknown/unknown")  # the first bytes may tell
_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.unknown
_ANSWER = b"HTTP/"
_OF_ARTICLES = _KINDS & ~WarcRecordType.unknown  # a record whose head is cut off is of no kind
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_FIX = "fetch the page again"
_CUT_OFF = "the record holds nothing, as in an archive that was cut off"


def captures(stream: BinaryIO, source: Source, *, is_verified: bool = True) -> Iterator[Capture | Rejected]:
    """Yield the pages, texts and PDFs of an archive, in its order.

    Where it is not `is_verified`, no digest is compared, and an archive that is cut off is said once, for the whole of it.

    Raises:
        Empty: it holds no answer at all; one that holds only redirects, errors and feeds is as it should be.
        Malformed: it is cut off at its end; what came before has been yielded.
    """
    stream = rewindable(stream)
    read = last = 0
    is_said = False  # of the last record: that something is wrong with it
    for record in records(stream):
        if isinstance(record, Break):
            read += 1
            if not is_said:
                yield _rejected(record, source, read)
            is_said = True
            continue
        last, is_said = record.stream_pos, False
        if not (record.record_type & _KINDS or _is_without_type(record)):
            continue
        read += 1
        found = _read(record, source, read, is_verified=is_verified)
        if found is not None:
            is_said = isinstance(found, Rejected) or found.degraded is not None
            yield found
    if not is_said and is_cut(stream, last):
        raise Malformed("the archive is cut off at its end", where=source.address, fix="fetch it again; the rest was read")
    if not read:
        raise Empty("the archive holds no page", where=source.address, fix="see whether it is whole, or leave it out")


def _rejected(broken: Break, source: Source, number: int) -> Rejected:
    """A break, with what is lost: from which byte of the archive, to which."""
    if broken.end is None:
        lost, fix = f"nothing behind byte {broken.start} can be read", "fetch it again; the records before were read"
    else:
        lost = f"what cannot be read stands between its bytes {broken.start} and {broken.end}"
        fix = "fetch the page again; the records before and behind it were read"
    what = f"the archive is broken: {broken.why}; {lost}"
    return Rejected(record=f"{source.address}#{number}", stage="read", what=what, where=f"{source.address}, record {number}", fix=fix)


def _read(record: Any, source: Source, number: int, *, is_verified: bool) -> Capture | Rejected | None:
    place = f"{source.address}#{number}"
    try:
        return _capture(record, source, is_verified=is_verified)
    except InputError as error:
        return Rejected(record=_name(record) or place, stage="read", what=error.what, where=error.where, fix=error.fix)
    except (OSError, ValueError) as error:  # a header that is no text, a body that is not packed as it says
        what = f"the record is broken: {error}"
        return Rejected(record=place, stage="read", what=what, where=place, fix="fetch the page again")


def _capture(record: Any, source: Source, *, is_verified: bool) -> Capture | None:
    """The capture of a record; None where it holds no article."""
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>") or source.address
    where = address if address == source.address else f"{address} in {source.address}"
    if not _holds(record, where):
        return None
    missing = missing_bytes(record) if is_verified else 0
    doubts = [f"the archive is cut off in it: {missing} bytes are missing"] if missing else []
    if is_verified and not missing and is_other_block(record):
        doubts.append("its block is not what its digest says")
    record.is_http = record.is_http or _is_answer(record)
    record.parse_http(max_header_len=MAX_HEADER_BYTES)
    said = (record.http_headers if record.is_http else record.headers).get("Content-Type") or ""
    media_type, content = _content(record, _first_type(said), where)
    if missing and not content.strip() and (media_type or not said):
        raise Empty(_CUT_OFF, where=where, fix=_FIX)
    if media_type is None or not content.strip():
        return None
    if is_verified and not doubts and is_other_payload(record, content):
        doubts.append("it is not what its payload digest says")
    if cut := record.headers.get("WARC-Truncated"):
        doubts.append(f"it was cut off when it was fetched: {cut}")
    fetched = _instant(said_at := record.headers.get("WARC-Date"))
    if said_at and fetched is None:
        doubts.append(f"its WARC-Date is no date: {said_at[:40]}")
    name, charset = _name(record), _CHARSET.search(said)
    return capture(
        name=name or address,
        address=address,
        media_type=media_type,
        content=content,
        charset=charset.group(1).lower() if charset else None,
        fetched=fetched,
        record_id=name,
        degraded="; ".join(doubts) or None,
    )


def _first_type(said: str) -> str:
    """The media type of a header, which may name others behind it ("text/html, text/html; charset=utf-8"), in quotes or not.

    >>> _first_type(" Text/HTML,text/html; charset=utf-8"), _first_type('"text/html"'), _first_type("")
    ('text/html', 'text/html', '')
    """
    return re.split(r"[;,]", said)[0].strip(" \t\"'").lower()


def _is_answer(record: Any) -> bool:
    """Is it what a server answered, though its own headers do not say so as they should?"""
    said = _first_type(record.headers.get("Content-Type") or "")
    if record.record_type != WarcRecordType.response or said not in ("application/http", *_UNKNOWN):
        return False
    record.freeze()
    begin: bytes = record.reader.read(len(_ANSWER))
    record.reader.seek(0)
    return begin == _ANSWER


def _is_without_type(record: Any) -> bool:
    return not record.headers.get("WARC-Type")


def _holds(record: Any, where: str) -> bool:
    """May a record hold an article?

    Raises:
        Empty: it is cut off.
        LimitExceeded: it is too large.
        Malformed: its head is broken.
    """
    if _is_without_type(record):
        raise Malformed("the record is broken: its head says no type", where=where, fix=_FIX)
    if record.content_length > MAX_RECORD_BYTES:  # before anything else: the library would make room for whatever is announced
        raise LimitExceeded(f"the record is larger than {MAX_RECORD_BYTES // 1_000_000} MB", where=where, fix="give the page alone")
    if record.content_length == 0 and record.record_type in (WarcRecordType.response, WarcRecordType.unknown):
        raise Empty(_CUT_OFF, where=where, fix=_FIX)
    return bool(record.record_type & _OF_ARTICLES)


def _content(record: Any, said: str, where: str) -> tuple[str | None, bytes]:
    """The media type of a record and its content; None where it holds no article."""
    if record.is_http and not 200 <= int(record.http_headers.status_code or 200) < 300:
        return None, b""
    media_type = _TYPES.get(said)
    if media_type is None and said not in _UNKNOWN:
        return None, b""
    limit = MAX_PDF_BYTES if media_type == "application/pdf" else MAX_PAGE_BYTES
    content: bytes = record.reader.read(record.content_length)  # it makes room for as much as is asked for
    if record.is_http:  # the library would unpack it too, and end the whole archive at the first that is broken
        headers = record.http_headers
        transfer, encoding = headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or ""
        content = decoded(content, transfer=transfer, content=encoding, limit=limit) if transfer or encoding else content
    if len(content) > limit:
        raise LimitExceeded(f"the page is larger than {limit // 1_000_000} MB", where=where, fix="give the page alone")
    return media_type or ("text/html" if is_html(content[:8_192]) else None), content


def _name(record: Any) -> str | None:
    return (record.headers.get("WARC-Record-ID") or "").strip("<> ") or None


def _instant(said: str | None) -> datetime | None:
    """The WARC-Date, where it is one."""
    try:
        when = datetime.fromisoformat(said) if said else None
        return when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC) if when else None
    except (ValueError, OverflowError):
        return None
