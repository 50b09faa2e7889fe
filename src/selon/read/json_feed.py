"""What a JSON Feed lists. Source: JSON Feed 1.1 (jsonfeed.org)."""

import msgspec

from selon.errors import Malformed
from selon.read.entries import Entry, Listed
from selon.read.limits import MAX_FEED_ITEMS
from selon.read.said import paragraphs, plain, web


class _Author(msgspec.Struct):
    name: str | None = None


class _Item(msgspec.Struct):
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    language: str | None = None
    authors: list[_Author] | None = None
    author: _Author | None = None  # version 1.0


class _Feed(msgspec.Struct):
    version: str
    title: object = None  # what is no text here costs no item
    home_page_url: object = None
    language: object = None
    items: list[msgspec.Raw] = []


_FEED = msgspec.json.Decoder(_Feed)
_ITEM = msgspec.json.Decoder(_Item)


def json_feed(content: bytes, *, where: str) -> Listed:
    """What a JSON Feed lists, from its bytes; an item that is not as it should be is counted in `broken`.

    Raises:
        Malformed: it is no JSON Feed.
    """
    try:
        feed = _FEED.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Malformed(f"this is no JSON Feed: {error}", where=where, fix="see jsonfeed.org for its form") from error
    found: list[Entry] = []
    broken: list[str] = []
    for number, raw in enumerate(feed.items[:MAX_FEED_ITEMS], 1):
        try:
            found.append(_entry(_ITEM.decode(raw), feed, number))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            broken.append(f"item {number} is not as it should be: {error}")
    return Listed(
        entries=tuple(found),
        left_out=max(0, len(feed.items) - MAX_FEED_ITEMS),
        title=_text(feed.title),
        url=_text(feed.home_page_url),
        broken=f"{len(broken)} items could not be read: {broken[0]}" if broken else None,
    )


def _text(said: object) -> str | None:
    return said if isinstance(said, str) and said else None


def _entry(item: _Item, feed: _Feed, number: int) -> Entry:
    text, is_whole = item.content_text or "", bool(item.content_html or item.content_text)
    names = [author.name for author in [*(item.authors or ()), item.author] if author and author.name]
    identifier = str(item.id or "")
    return Entry(
        number=number,
        url=web(item.url) or web(identifier) or web(item.external_url),
        id=identifier if ":" in identifier else None,
        title=plain(item.title),
        outlet=plain(_text(feed.title)),
        date=item.date_published or item.date_modified or None,
        lang=item.language or _text(feed.language),
        html=item.content_html or paragraphs(text or item.summary or "") or None,
        is_whole=is_whole,
        authors=tuple(dict.fromkeys(names)),
    )
