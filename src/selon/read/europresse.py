"""Reads what Europresse (Eureka) exports as HTML: one capture an article. Source: the export itself, as of 2019 to 2024.

Each `<article>` has the newspaper (`DocPublicationName`), a line of date and page (`DocHeader`), the title (`titreArticle`), authors
(`docAuthors`), the text (`docOcurrContainer`, or `DocText`) and a number of its own (`news·20310503·PH·0012`), which holds the day.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from lxml import etree, html

from selon.errors import Empty, Malformed
from selon.model.capture import Capture, Declared
from selon.model.rejected import Rejected
from selon.read.paths import Source
from selon.read.record import capture
from selon.read.said import plain

MARK = re.compile(
    rb"""\bclass\s*=\s*(?:"[^"<>]{0,200}|'[^'<>]{0,200}|)\bDocPublicationName\b"""
)  # in every export, and in no page of a newspaper
_BEGIN = re.compile(rb"<article\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,100}charset[^>]{0,100}>", re.IGNORECASE)
_NUMBER = re.compile(r"(\w+)·(\d{4})(\d\d)(\d\d)·(\w+)·([\w.-]+)")
_AFTER_NAME = re.compile(r"\s*(?:,|\(|\s-\s|\s{4,}|\n|\bno\.).*$", re.DOTALL | re.IGNORECASE)  # "Le Phare, no. 12 (site web)"
_BY = re.compile(r"^\s*(?:par|by)\s+", re.IGNORECASE)


def captures_of(content: bytes, source: Source) -> Iterator[Capture | Rejected]:
    """Yield one capture an article, in their order.

    Raises:
        Empty: there is no article in it.
        Malformed: it is no HTML.
    """
    found = [one for tree in parts(content, _BEGIN, MARK, source) if (one := next(tree.iter("article"), None)) is not None]
    if not found:
        raise Empty("the export of Europresse holds no article", where=source.address, fix="export it again as HTML, with the texts")
    for number, one in enumerate(found, 1):
        place = f"{source.address}#{number}"
        body = next((text for name in ("docOcurrContainer", "DocText") if (text := by_class(one, name)) is not None), None)
        if body is None or not words(body):
            yield Rejected(record=place, stage="read", what="the article has no text", where=place, fix="export it with its text")
        else:
            yield _capture(one, body, place)


def parts(content: bytes, begin: re.Pattern[bytes], mark: re.Pattern[bytes], source: Source) -> Iterator[html.HtmlElement]:
    """Yield the tree of each article, from a `begin` with a `mark` behind it to the next: one that is never closed holds no other.

    Raises:
        Malformed: it is no HTML.
    """
    charset = _CHARSET.search(content[:4_096])
    starts = [found.start() for found in begin.finditer(content)]
    cuts = [start for start, end in pairwise([*starts, len(content)]) if mark.search(content, start, end)]
    for start, end in pairwise([*cuts, len(content)]):
        yield _parsed((charset[0] if charset else b"") + content[start:end], None if charset else "utf-8", source)


def _parsed(content: bytes, encoding: str | None, source: Source) -> html.HtmlElement:
    """A page as a tree; without a word on its encoding it is UTF-8."""
    try:
        return html.document_fromstring(content, parser=html.HTMLParser(encoding=encoding, huge_tree=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Malformed("the export cannot be read as HTML", where=source.address, fix="export it again") from error


def by_class(element: html.HtmlElement, name: str) -> html.HtmlElement | None:
    """The first element inside whose classes hold that one."""
    return next((one for one in element.iter() if isinstance(one.tag, str) and name in (one.get("class") or "").split()), None)


def words(element: html.HtmlElement | None) -> str | None:
    """What stands in an element, white space folded; None where nothing does."""
    return plain(element.text_content()) if element is not None else None


def page(title: str | None, body: str) -> bytes:
    """An article as a page of its own."""
    head = f"<h1>{escape(title)}</h1>\n" if title else ""
    return f"<!DOCTYPE html>\n<html><body><article>\n{head}{body}\n</article></body></html>\n".encode("utf-8", "replace")


def _capture(one: html.HtmlElement, body: html.HtmlElement, place: str) -> Capture:
    number = _NUMBER.search(one.text_content())
    title = words(by_class(one, "titreArticleVisu")) or words(by_class(one, "titreArticle"))
    name = by_class(one, "DocPublicationName")
    outlet = plain(_AFTER_NAME.sub("", name.text_content().strip())) if name is not None else None
    authors = words(by_class(one, "docAuthors"))
    day = f"{number[2]}-{number[3]}-{number[4]}" if number else None
    for mark in (two for two in list(body.iter()) if isinstance(two.tag, str) and two.tag in ("aside", "footer", "script", "style")):
        mark.drop_tree()
    return capture(
        name=number[0].replace("·", "-") if number else place,
        address=place,
        media_type="text/html",
        content=page(title, html.tostring(body, encoding="unicode", with_tail=False)),
        charset="utf-8",
        declared=Declared(
            outlet=outlet, title=title, date=day or words(by_class(one, "DocHeader")),
            authors=tuple(filter(None, (_BY.sub("", part).strip() for part in re.split(r"[;,]| et | and ", authors or "")))),
        ),
    )  # fmt: skip
