"""What a page says of itself: title, outlet, authors, date, language, address. Every candidate is kept with the place it was found.

The order of trust is fixed: the record, the front matter, the headline, JSON-LD, meta elements, the title element. Sources: Open Graph
(ogp.me), schema.org NewsArticle, HTML Living Standard 4.5.14 for `time`. Not done yet: dates in the address or the prose of a page (the
stage `resolve` reads the text), names of authors parted from their offices.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from selon.clean.header import Said
from selon.clean.segment import Cut, Field, Zone
from selon.clean.stamps import day_first
from selon.clean.typed import Typed
from selon.languages import identify
from selon.model.article import BlockKind, Candidate, CreditKind
from selon.model.capture import Capture
from selon.model.span import Interval, Span

_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "blogposting",
    "webpage",
    "liveblogposting",
)
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    "published": (
        "article:published_time", "datepublished", "og:article:published_time", "dc.date.issued", "dcterms.created", "dc.date", "date",
        "parsely-pub-date", "sailthru.date", "publishdate", "pubdate", "publication_date", "date.publication",
    ),
    "language": ("html:lang", "og:locale", "content-language", "dc.language", "inlanguage"),
    "url": ("canonical", "og:url"),
    "made": ("made",),  # when a PDF was made: shown, and never taken for the day of publication
}  # fmt: skip
_FRONT = {
    "title": ("title",),
    "outlet": ("outlet", "site", "publisher", "source_name"),
    "author": ("author", "authors", "by"),
    "published": ("date", "published", "pubdate", "publishdate"),
    "language": ("lang", "language", "locale"),
    "url": ("canonical", "canonical_url", "url"),
}
_MOST_AUTHORS = 12
_AT_HEADLINE = (Zone.LINE, Zone.HEAD)
_LINES_ABOVE = 4
_WORDS_TELL = "the words of the text"
_TELLING_CHARS = 3_000
_WORDS_TO_TELL = 40  # with fewer, the language that a page declares is believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The values chosen, and all that were found."""

    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    url: str | None
    lang: str
    published: Interval | None
    candidates: tuple[Candidate, ...]


def declared_titles(capture: Capture, cut: Cut) -> tuple[str, ...]:
    """What the record or the page calls the article, before its text is typed."""
    said = [candidate.value for candidate in (*_declared(capture), *_of_page(cut)) if candidate.field == "title"]
    return tuple(dict.fromkeys(said))


def metadata(capture: Capture, cut: Cut, rows: list[Typed]) -> Metadata:
    """The metadata of an article, from its record, its page and its typed text."""
    page, text = list(_of_page(cut)), list(_of_text(cut, rows))
    headline = [candidate for candidate in text if candidate.field == "title"]
    fronted = any(candidate.where.startswith("front matter") for candidate in page)
    found = [
        *_declared(capture),
        *([] if fronted else headline),
        *page,
        *(candidate for candidate in text if fronted or candidate not in headline),
    ]
    prose = " ".join(cut.text[row.segment.start : row.segment.end] for row in rows if row.kind is BlockKind.PARAGRAPH)
    spoken = _spoken(prose or cut.text)
    found += _of_headers(rows, sure=any(candidate.value in day_first() for candidate in spoken))
    found += spoken
    candidates = tuple(sorted(found, key=lambda candidate: _RANKS.get(candidate.field, 0)))
    title, outlet, url = (_first(candidates, name) for name in ("title", "outlet", "url"))
    return Metadata(
        title=title,
        outlet=outlet,
        authors=tuple(dict.fromkeys(candidate.value for candidate in candidates if candidate.field == "author"))[:_MOST_AUTHORS],
        url=url if url and url.startswith(("http://", "https://")) else None,
        lang=_language(candidates, prose),
        published=_published(capture, candidates),
        candidates=candidates,
    )


_RANKS = {name: rank for rank, name in enumerate(("title", "outlet", "author", "published", "language", "url"))}


def _first(candidates: tuple[Candidate, ...], name: str) -> str | None:
    return next((candidate.value for candidate in candidates if candidate.field == name), None)


def _declared(capture: Capture) -> Iterator[Candidate]:
    said = capture.declared
    pairs = (
        ("title", said.title),
        ("outlet", said.outlet),
        ("published", said.published_from),
        ("published", said.date),
        ("language", said.lang),
        ("url", said.url),
        *(("author", name) for name in said.authors),
        *(("source", name) for name in said.sources),
    )
    for name, value in pairs:
        if value:
            yield Candidate(field=name, value=value, where="declared by the record")


def _of_page(cut: Cut) -> Iterator[Candidate]:
    """Front matter, then JSON-LD, then meta elements, each in the order of trust."""
    fronted = [entry for entry in cut.fields if entry.name.startswith("front:")]
    if fronted:
        yield from _of_front(cut, fronted)
        return
    yield from _linked_data(cut.fields)
    for name, keys in _META.items():
        for key in keys:
            yield from (
                Candidate(field=name, value=entry.value, where=entry.where)
                for entry in cut.fields
                if entry.name == key and _says(name, entry.value)
            )
    times = [entry for entry in cut.fields if entry.name == "time"]
    yield from (Candidate(field="published", value=entry.value, where=entry.where) for entry in times[:1])
    yield from (Candidate(field="title", value=entry.value, where=entry.where) for entry in cut.fields if entry.name == "title")


def _of_front(cut: Cut, entries: list[Field]) -> Iterator[Candidate]:
    """The fields we know, in the order of trust, then all others under their own names, with the place where each value stands."""
    known = {f"front:{key}": name for name, keys in _FRONT.items() for key in keys}
    ranks = {name: rank for rank, name in enumerate(known)}
    end = next((segment.end for segment in cut.segments if segment.hint is BlockKind.METADATA), 0)
    for entry in sorted(entries, key=lambda entry: ranks.get(entry.name, len(ranks))):
        at = cut.text.find(entry.value, 0, end)
        span = Span(at, at + len(entry.value)) if at >= 0 else None
        yield Candidate(field=known.get(entry.name, entry.name.removeprefix("front:")), value=entry.value, where=entry.where, span=span)


def _says(name: str, value: str) -> bool:
    return not (name == "author" and value.startswith(("http://", "https://")))


def _linked_data(fields: tuple[Field, ...]) -> Iterator[Candidate]:
    for entry in fields:
        if entry.name == "ld+json":
            for node in _nodes(entry.value):
                yield from _of_node(node)


def _nodes(source: str) -> list[dict[str, Any]]:
    """The articles of a JSON-LD script; a script that is no JSON says nothing."""
    try:
        data = json.loads(source.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return []
    first = data if isinstance(data, list) else [data]
    nodes = [
        node
        for top in first
        if isinstance(top, dict)
        for node in [top, *(top.get("@graph") or [] if isinstance(top.get("@graph"), list) else [])]
    ]
    kinds = [(node, _type(node)) for node in nodes if isinstance(node, dict)]
    return [node for kind in _ARTICLE_TYPES for node, said in kinds if said == kind]


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind).lower()


def _of_node(node: dict[str, Any]) -> Iterator[Candidate]:
    pairs: list[tuple[str, str, Any]] = [
        ("title", "headline", node.get("headline")),
        ("outlet", "publisher", node.get("publisher")),
        ("author", "author", node.get("author")),
        ("published", "datePublished", node.get("datePublished")),
        ("language", "inLanguage", node.get("inLanguage")),
    ]
    for name, key, value in pairs:
        for text in _texts(value):
            yield Candidate(field=name, value=text, where=f"JSON-LD {key}")


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [" ".join(value.split())] if value.strip() else []
    if isinstance(value, dict):
        return _texts(value.get("name"))
    return [text for item in value[:_MOST_AUTHORS] for text in _texts(item)] if isinstance(value, list) else []


def _of_text(cut: Cut, rows: list[Typed]) -> Iterator[Candidate]:
    for row in rows:
        if row.kind is BlockKind.TITLE:
            raw = cut.text[row.segment.start : row.segment.end]
            begin = row.segment.start + len(raw) - len(raw.lstrip())
            if raw.strip():
                value = raw.strip().lstrip("#").strip()
                yield Candidate(field="title", value=value, where="headline", span=Span(begin, begin + len(raw.strip())))
        for credit in row.credits:
            if credit.kind is CreditKind.AUTHOR:
                span = Span(row.segment.start + credit.start, row.segment.start + credit.end)
                yield Candidate(field="author", value=credit.name, where="credit line", span=span)


def _of_headers(rows: list[Typed], *, sure: bool) -> Iterator[Candidate]:
    """What the lines at the headline say of outlet and date; further down only a date that is said to be that of publication counts."""
    title = next((at for at, row in enumerate(rows) if row.kind is BlockKind.TITLE), 0)
    first = next((at for at, row in enumerate(rows) if at >= title and row.kind is BlockKind.PARAGRAPH), len(rows))
    for at, row in enumerate(rows):
        said, near = row.header, row.segment.zone in _AT_HEADLINE and title - _LINES_ABOVE <= at < max(first, title + 2)
        if said is None or row.kind is not BlockKind.METADATA:
            continue
        if said.outlet and near:
            yield _placed("outlet", said.outlet, row)
        if said.published and (near or said.announced) and (sure or not said.unsure):
            yield _placed("published", said.published, row)


def _placed(name: str, said: Said, row: Typed) -> Candidate:
    begin = row.segment.start
    return Candidate(field=name, value=said.value, where="header line", span=Span(begin + said.start, begin + said.end))


def _spoken(text: str) -> list[Candidate]:
    """The language that the words tell, if any."""
    code = identify.identify(text[:_TELLING_CHARS])
    return [] if code == "und" else [Candidate(field="language", value=code, where=_WORDS_TELL)]


def _language(candidates: tuple[Candidate, ...], prose: str) -> str:
    """What is declared, unless it is a template's language and enough words tell another one."""
    said = [candidate for candidate in candidates if candidate.field == "language"]
    told = next((candidate.value for candidate in said if candidate.where == _WORDS_TELL), "und")
    sure = told != "und" and len(prose.split()) >= _WORDS_TO_TELL
    for candidate in said:
        code = candidate.value[:2].lower()
        if sure and code != told and code in identify.told_apart() and candidate.where.startswith(("html", "meta", "JSON-LD")):
            continue
        return code
    return "und"


def _published(capture: Capture, candidates: tuple[Candidate, ...]) -> Interval | None:
    said = capture.declared
    if said.published_from or said.published_to:
        return Interval(
            earliest=said.published_from, latest=said.published_to or said.published_from, source="declared by the record: published"
        )
    for candidate in candidates:
        if candidate.field == "published" and (when := _when(candidate.value)):
            source = "declared by the record: date" if candidate.where == "declared by the record" else candidate.where
            return Interval(earliest=when, latest=when, source=source)
    return None


def _when(value: str) -> str | None:
    """A day or an instant as ISO 8601 writes it, with the offset that was written; None where it is neither.

    >>> _when("2019-01-02 22:20:00+01:00"), _when("20190102"), _when("hier")
    ('2019-01-02T22:20:00+01:00', '2019-01-02', None)
    """
    said = value.strip()
    if _INSTANT.fullmatch(said):
        iso = said.replace(" ", "T", 1).replace(" ", "")
    elif _DAY.fullmatch(said):
        return said
    elif compact := _COMPACT.fullmatch(said):
        iso = "-".join(compact.groups())
    else:
        return None
    try:
        datetime.fromisoformat(iso)
    except ValueError:
        return None
    return iso
