"""Reads feeds: RSS 0.9 to 2.0, Atom, JSON Feed; one capture an item, of what the feed itself gives.

Source: RSS 2.0 (rssboard.org), RSS 1.0, RFC 4287 for Atom, JSON Feed 1.1; Dublin Core (`dc:creator`) and `content:encoded` as modules.
An item without its full text is read and said: "only the feed's summary". The item's `<source>` is where it says it comes from.
"""

import io
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from typing import Any, BinaryIO

import feedparser  # type: ignore[import-untyped]

from selon.errors import Empty, LimitExceeded, Malformed
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read.entries import Entry, Listed
from selon.read.json_feed import json_feed
from selon.read.limits import MAX_FEED_BYTES, MAX_FEED_ITEMS, MAX_FEED_MARKS, whole
from selon.read.paths import Source
from selon.read.record import capture
from selon.read.said import instant, paragraphs, plain, web

_BROKEN = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)  # what feedparser lets through
_TAG = re.compile(r"<[a-zA-Z/!]")
_CUT_OFF = re.compile(r"(?:\[\s*(?:…|\.\.\.|&#8230;|&hellip;|&#x2026;)\s*\]|…\s*\[\+\d+ chars\])\s*(?:</\w+>\s*)*$")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9+.-]*:\S+$", re.IGNORECASE)


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture an item, in the order of the feed, and what is wrong with it.

    Raises:
        Empty: it lists nothing.
        LimitExceeded: it is too large.
        Malformed: it is no feed.
    """
    listed = entries(whole(stream, limit=MAX_FEED_BYTES, where=source.address), where=source.address)
    if not listed.entries:
        raise Empty("the feed holds no item", where=source.address, fix="fetch it again, or leave it out")
    for entry in listed.entries:
        yield _capture(entry, source)
    said = listed.broken or (f"only its first {MAX_FEED_ITEMS} items were read, {listed.left_out} were not" if listed.left_out else None)
    if said:
        yield Rejected(record=source.address, stage="read", what=said, where=source.address, fix="fetch the feed again, or cut it up")


def entries(content: bytes, *, where: str) -> Listed:
    """What a feed lists, from its bytes.

    Raises:
        LimitExceeded: it is too large.
        Malformed: it is no feed.
    """
    if len(content) > MAX_FEED_BYTES:
        raise LimitExceeded(f"the feed is larger than {MAX_FEED_BYTES // 1_000_000} MB", where=where, fix="cut it up")
    if content.count(b"<") > MAX_FEED_MARKS:
        raise LimitExceeded(f"the feed has more than {MAX_FEED_MARKS} marks", where=where, fix="cut it up")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return json_feed(content, where=where)
    try:  # in a stream: bytes as they are would be tried as the name of a file
        parsed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except _BROKEN as error:
        raise Malformed(f"the feed is broken: {error}", where=where, fix="fetch the feed again") from error
    if not parsed.version and not parsed.entries:
        raise Malformed("this is no feed", where=where, fix="give RSS, Atom or JSON Feed")
    head = parsed.feed
    found = tuple(_entry(item, head, number) for number, item in enumerate(parsed.entries[:MAX_FEED_ITEMS], 1))
    return Listed(
        entries=found,
        left_out=max(0, len(parsed.entries) - MAX_FEED_ITEMS),
        title=plain(head.get("title")),
        url=web(head.get("link")),
        broken=_broken(parsed),
    )


def _broken(parsed: Any) -> str | None:
    """What is wrong with the XML; an encoding that had to be guessed is no loss."""
    error = parsed.get("bozo_exception")
    if not parsed.bozo or error is None or isinstance(error, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType):
        return None
    return f"the feed is broken, and items may be missing: {' '.join(str(error).split())[:200]}"


def _entry(item: Any, head: Any, number: int) -> Entry:
    html, is_whole = _text(item)
    identifier = str(item.get("id") or "").strip()
    return Entry(
        number=number,
        url=web(item.get("link")) or web(identifier),
        id=identifier if _IDENTIFIER.match(identifier) else None,
        title=plain(item.get("title")),
        outlet=plain(head.get("title")),
        date=_date(item),
        lang=item.get("language") or head.get("language") or None,
        html=html,
        is_whole=is_whole,
        authors=tuple(_names(item)),
        sources=tuple(_sources(item)),
    )


def _text(item: Any) -> tuple[str | None, bool]:
    """The text that the feed gives, as HTML, and whether it is the whole text."""
    parts = [part for part in item.get("content") or () if str(part.get("value") or "").strip()]
    if parts:
        html = _as_html(max(parts, key=lambda part: len(part["value"])))
        return html, not _CUT_OFF.search(html)
    summary = item.get("summary_detail") or {}
    return (_as_html(summary), False) if str(summary.get("value") or "").strip() else (None, False)


def _as_html(part: Any) -> str:
    value = str(part["value"])
    if part.get("type") != "text/plain" or _TAG.search(value):
        return value
    return paragraphs(value)


def _names(item: Any) -> Iterator[str]:
    """The people who are named as its authors, each once."""
    said = [str(one.get("name") or "") for one in item.get("authors") or ()] or [str(item.get("author") or "")]
    yield from dict.fromkeys(name for name in map(plain, said) if name)


def _sources(item: Any) -> Iterator[str]:
    named = item.get("source") or {}
    said = (named.get("title"), named.get("value"), item.get("dc_source"))
    yield from dict.fromkeys(name for name in map(plain, said) if name and not web(name))


def _date(item: Any) -> str | None:
    for name in ("published", "created", "updated"):
        if written := str(item.get(name) or "").strip():
            return instant(written) or _utc(item.get(f"{name}_parsed")) or written
    return None


def _utc(parsed: Any) -> str | None:
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if parsed else None
    except (ValueError, OverflowError, TypeError):
        return None


def _capture(entry: Entry, source: Source) -> Capture:
    place = f"{source.address}#{entry.number}"
    title = f"<h1>{escape(entry.title)}</h1>\n" if entry.title else ""
    html = f"<article>\n{title}{entry.html or ''}\n</article>\n"
    return capture(
        name=entry.id or entry.url or place,
        address=entry.url or place,
        media_type="text/html",
        content=html.encode("utf-8", "replace"),
        charset="utf-8",
        degraded=_missing(entry),
        declared=Declared(
            url=entry.url,
            outlet=entry.outlet,
            title=entry.title,
            date=entry.date,
            lang=entry.lang,
            authors=entry.authors,
            sources=entry.sources,
        ),
    )


def _missing(entry: Entry) -> str | None:
    if entry.is_whole:
        return None
    return "only the feed's summary" if entry.html else "only the feed's headline"
