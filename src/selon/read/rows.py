"""One row of a table of articles, made a capture: which columns are known, and what they must hold.

A row has `text` or `html`, and may have id, url, outlet, title, date, published {from, to}, lang, authors, source; each under its usual
names. Other columns are left alone.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from selon.errors import Empty, Malformed
from selon.model.capture import Capture, Declared
from selon.read.first_bytes import is_html
from selon.read.paths import Source
from selon.read.plain_or_markdown import media_type
from selon.read.record import capture

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "_id", "uid", "uuid", "guid", "article_id", "doc_id", "document_id", "record_id"),
    "text": (
        "text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext", "main_text", "body_text", "content_text",
        "plain_text", "raw_text", "story", "texte", "corps", "contenu",
    ),
    "html": ("html", "raw_html", "content_html", "body_html", "page", "html_content"),
    "url": ("url", "link", "uri", "permalink", "web_url", "canonical_url", "source_url", "article_url", "page_url", "lien", "adresse"),
    "outlet": (
        "outlet", "outlet_name", "publisher", "publication", "site_name", "site", "newspaper", "media", "media_name", "source_name",
        "source", "journal", "média", "domain", "source_domain",
    ),
    "title": ("title", "headline", "titre", "heading"),
    "date": (
        "published", "date", "published_at", "publishedat", "publish_date", "date_publish", "date_published", "published_date",
        "publication_date", "pub_date", "pubdate", "datetime", "timestamp", "date_publication",
    ),
    "lang": ("lang", "language", "langue", "lang_code", "language_code"),
    "authors": ("authors", "author", "byline", "creator", "auteur", "auteurs"),
    "sources": ("agency", "agence", "wire", "provider"),
}  # fmt: skip
"""For each field of an article the names of the columns that hold it, the likeliest first. Lower case; blanks and hyphens read as "_"."""

_FIELDS = {name: (rank, field) for field, names in COLUMNS.items() for rank, name in enumerate(names)}
_SPARE = 1_000  # the rank of a second column for one field


def columns(names: Iterable[str]) -> dict[str, str]:
    """For each field that a table has, the name of its column as it is written there.

    >>> columns(["ID", "Body Text", "Source", "publisher", "n"])
    {'id': 'ID', 'text': 'Body Text', 'outlet': 'publisher'}
    """
    chosen: dict[str, tuple[int, str]] = {}
    for name in names:
        rank, field = _FIELDS.get(name.strip().lower().replace(" ", "_").replace("-", "_"), (_SPARE, ""))
        if field and rank < chosen.get(field, (_SPARE, ""))[0]:
            chosen[field] = (rank, name)
    return {field: chosen[field][1] for field in COLUMNS if field in chosen}


def row_capture(row: Mapping[str, Any], source: Source, number: int, where: str) -> Capture:
    """The capture of one row; `row` maps fields (the keys of COLUMNS) to values, `number` is its place in the file.

    Raises:
        Empty: it has no text.
        Malformed: a field holds what it cannot hold.
    """
    body = row.get("text") or row.get("html") or ""
    if not isinstance(body, str | bytes):
        raise Malformed(f"the record is not as it should be: its text is no text, but {type(body).__name__}", where=where, fix=_FIX)
    if not body.strip():
        raise Empty("the record has neither text nor html", where=where, fix="give it a text, or leave it out")
    place = f"{source.address}#{number}"
    said = declared(row, where)
    identifier = _word(row.get("id"), "id", where)
    return capture(
        name=identifier or place,
        address=said.url or place,
        media_type=_media_type(body, is_text=bool(row.get("text"))),
        content=body if isinstance(body, bytes) else body.encode("utf-8", "replace"),
        charset=None if isinstance(body, bytes) else "utf-8",
        declared=said,
    )


_FIX = "see docs/formats.md for its fields"


def declared(row: Mapping[str, Any], where: str) -> Declared:
    """What a row says of its article.

    Raises:
        Malformed: a field holds what it cannot hold.
    """
    date = row.get("date")
    span = date if isinstance(date, Mapping) else {}  # {"from": ..., "to": ...}
    return Declared(
        url=_word(row.get("url"), "url", where),
        outlet=_word(row.get("outlet"), "outlet", where),
        title=_word(row.get("title"), "title", where),
        date=None if span else _word(date, "date", where),
        published_from=_word(span.get("from"), "published", where),
        published_to=_word(span.get("to"), "published", where),
        lang=_word(row.get("lang"), "lang", where),
        authors=_words(row.get("authors"), "authors", where),
        sources=_words(row.get("sources"), "source", where),
    )


def _media_type(body: str | bytes, *, is_text: bool) -> str:
    if not is_text:
        return "text/html"
    head = body[:8_192]
    raw = head if isinstance(head, bytes) else head.encode("utf-8", "replace")
    return "text/html" if is_html(raw) else media_type(raw.decode("utf-8", "replace"))


def _word(value: Any, field: str, where: str) -> str | None:
    if value is None or value == "" or value != value:  # a number that is none (NaN) stands where a table has no value
        return None
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):  # {"id": ..., "name": ...}, as some services write it
        value = value["name"]
    if isinstance(value, bool | list | tuple | Mapping | bytes):
        raise Malformed(f"the record is not as it should be: its {field} is {type(value).__name__}", where=where, fix=_FIX)
    return str(value).strip() or None


def _words(value: Any, field: str, where: str) -> tuple[str, ...]:
    many = value if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(word for word in (_word(one, field, where) for one in many) if word))
