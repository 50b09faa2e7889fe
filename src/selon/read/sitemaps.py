"""Reads sitemaps: what they list. A sitemap holds addresses and no articles: `selon add` follows them.

Source: Sitemaps 0.9 (sitemaps.org) for `urlset` and `sitemapindex`; Google's news sitemaps for titles, dates and names of outlets.
"""

import io
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from selon.errors import Empty, LimitExceeded, Malformed, Unreadable
from selon.model.capture import Capture
from selon.model.rejected import Rejected
from selon.read.entries import Entry, Listed
from selon.read.limits import MAX_SITEMAP_BYTES, MAX_SITEMAP_ELEMENTS, MAX_SITEMAP_ENTRIES, unpacked, whole
from selon.read.paths import Source
from selon.read.said import instant, plain, web

_FIELDS = ("loc", "lastmod", "title", "publication_date", "name", "language")


def captures(stream: BinaryIO, source: Source) -> Iterator[Capture | Rejected]:
    """Yield nothing: a sitemap holds no article.

    Raises:
        Empty: it lists nothing.
        LimitExceeded: it is too large.
        Malformed: it is no sitemap.
        Unreadable: always, with the number of addresses that it lists.
    """
    listed = entries(whole(stream, limit=MAX_SITEMAP_BYTES, where=source.address), where=source.address)
    if not listed.entries:
        raise Empty("the sitemap lists no address", where=source.address, fix="fetch it again, or leave it out")
    many = len(listed.entries) + listed.left_out
    raise Unreadable(
        f"this is a sitemap: it lists {many} addresses and holds no article", where=source.address, fix="fetch what it lists: selon add"
    )
    yield  # a reader is a generator


def entries(content: bytes, *, where: str) -> Listed:
    """What a sitemap lists, from its bytes, gzipped or not.

    Raises:
        LimitExceeded: it is too large.
        Malformed: it is no sitemap.
    """
    content = unpacked(content, limit=MAX_SITEMAP_BYTES, where=where)
    if len(content) > MAX_SITEMAP_BYTES:
        raise LimitExceeded(f"the sitemap is larger than {MAX_SITEMAP_BYTES // 1_000_000} MB", where=where, fix="cut it up")
    found: list[Entry] = []
    many, root = 0, None
    try:
        for element in _elements(content, where):
            root = root if root is not None else _name(element.getroottree().getroot())
            if _name(element) in ("url", "sitemap") and (entry := _entry(element, many + 1)):
                many += 1
                found += [entry] if many <= MAX_SITEMAP_ENTRIES else []
    except etree.XMLSyntaxError as error:
        if not found:
            raise Malformed(f"this is no sitemap: {error}", where=where, fix="give the sitemap as it was fetched") from error
        return Listed(entries=tuple(found), left_out=many - len(found), broken=f"the sitemap is broken: {error}")
    if root not in ("urlset", "sitemapindex"):
        raise Malformed("this is no sitemap", where=where, fix="give a urlset or a sitemapindex")
    return Listed(entries=tuple(found), left_out=many - len(found))


def _elements(content: bytes, where: str) -> Iterator[etree._Element]:
    """Yield the elements as they end; what an entry holds is let go when the entry has been looked at."""
    events = etree.iterparse(io.BytesIO(content), events=("end",), resolve_entities=False, no_network=True, huge_tree=False)
    for many, (_, element) in enumerate(events, 1):
        if many > MAX_SITEMAP_ELEMENTS:
            raise LimitExceeded(f"the sitemap has more than {MAX_SITEMAP_ELEMENTS} elements", where=where, fix="cut it up")
        yield element
        if _name(element) in ("url", "sitemap"):
            element.clear()


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _entry(element: etree._Element, number: int) -> Entry | None:
    said: dict[str, str] = {}
    for part in element.iter():
        if (name := _name(part)) in _FIELDS and part.text and name not in said:
            said[name] = part.text.strip()
    url = web(said.get("loc"))
    if url is None:
        return None
    date = said.get("publication_date") or said.get("lastmod") or ""
    return Entry(
        number=number,
        url=url,
        title=plain(said.get("title")),
        outlet=plain(said.get("name")),
        date=instant(date) or date or None,
        lang=said.get("language"),
        is_list=_name(element) == "sitemap",
    )
