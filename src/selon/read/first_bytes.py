"""Which format some bytes are in, by the first of them."""

import re

from selon.read.plain_or_markdown import media_type

GZIP = b"\x1f\x8b"
ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")  # a frame; the frame that holds the dictionary of a .warc.zst

UNREAD = {
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"\x7fELF": "a program", b"SQLite format 3": "a database",
    b"RIFF": "a picture or a sound", b"BZh": "a file packed with bzip2", b"\xfd7zXZ": "a file packed with xz", b"ID3": "a sound",
    b"Rar!": "a RAR archive", b"7z\xbc\xaf": "a 7-Zip archive", b"\xd0\xcf\x11\xe0": "an old Office file", b"{\\rtf": "an RTF file",
    GZIP: "a packed file within a packed one", ZSTD[0]: "a packed file within a packed one",
}  # fmt: skip
_MAGIC = ((b"%PDF-", "pdf"), (b"WARC/", "warc"), (b"PK\x03\x04", "wacz"), (b"PAR1", "parquet"))
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,300}(?:\[[^\]]{0,8000}\]\s*)?>\s*)*"
    rb"<(?:(rss|feed|rdf:RDF)|(urlset|sitemapindex))\b",
    re.DOTALL,
)
_OTHER_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s")
_JSON_FEED = re.compile(rb"\s*\{[^{}]{0,2000}\"version\"\s*:\s*\"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org")
_TELEGRAM = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\{(?:[^{}\[\]]{0,4000}\"type\"\s*:\s*\"(?:private_|public_)?(?:channel|supergroup|group)\"[^{}\[\]]{0,4000}"
    rb"\"messages\"\s*:\s*\[|[^\[\]]{0,6000}\"chats\"\s*:\s*\{[^\[\]]{0,2000}\"list\"\s*:\s*\[)"
)
_TRANSCRIPT = re.compile(rb"(?:\xef\xbb\xbf)?(?:WEBVTT(?:[ \t\r\n]|$)|\s*\d{1,6}\s*\r?\n\s*(?:\d{1,3}:)?\d\d:\d\d[,.]\d{3}\s*-->)")
_MEDIA_CLOUD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?=[^\n]*\bmedia_name\b)(?=[^\n]*\bmedia_url\b)(?=[^\n]*\bpublish_date\b)(?=[^\n]*\burl\b)"
    rb"(?![^\n]*\b(?:text|story_text|html|content|body)\b)[^\n{<]*,"
)
_JSON_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{\s*\"")
_JSON = re.compile(rb"\s*\{\s*\"")
_MHTML = re.compile(rb"(?:[A-Za-z-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){1,20}?content-type:\s*multipart/related", re.IGNORECASE)


_EXPORTS = (("json-list", _JSON_LIST), ("telegram", _TELEGRAM), ("transcript", _TRANSCRIPT), ("media-cloud", _MEDIA_CLOUD))


def is_html(head: bytes) -> bool:
    """Do some bytes open as a page does?

    >>> is_html(b"<!DOCTYPE html><p>Oui</p>"), is_html(b"Oui <b>")
    (True, False)
    """
    return bool(_HTML.match(head))


def is_binary(head: bytes) -> bool:
    """Do some bytes hold what no text holds?"""
    return b"\x00" in head and not head.startswith(_BOMS)


def is_other_xml(head: bytes) -> bool:
    """Is it XML, and neither a page nor what `certain` knows?"""
    return bool(_OTHER_XML.match(head)) and not is_html(head)


def certain(head: bytes) -> str | None:
    """The format that the bytes show beyond doubt, whatever the file is called.

    >>> certain(b"%PDF-1.7"), certain(b"<rss version='2.0'>"), certain(b"Oui.")
    ('pdf', 'feed', None)
    >>> certain(b"WEBVTT\\n\\n00:01.000 --> 00:02.000"), certain(b"1\\n00:00:01,000 --> 00:00:02,000"), certain(b"1\\nOui")
    ('transcript', 'transcript', None)
    >>> certain(b"id,language,media_name,media_url,publish_date,title,url"), certain(b'{"name": "P", "type": "channel", "messages": [')
    ('media-cloud', 'telegram')
    """
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if found := _XML.match(head):
        return "feed" if found.group(1) else "sitemap"
    if _JSON_FEED.match(head):
        return "feed"
    return next((name for name, shape in _EXPORTS if shape.match(head)), None)


def likely(head: bytes) -> str:
    """The format that the bytes look like, where the file's name does not tell."""
    if _HTML.match(head):
        return "html"
    if _JSON.match(head):
        return "jsonl"
    if _MHTML.match(head):
        return "mhtml"
    return "markdown" if media_type(head.decode("utf-8", "replace")) == "text/markdown" else "text"
