"""What is said of an article, value by value, each with its place: by its record, its page, its headline, its times, its address.

Sources: Open Graph (ogp.me), Dublin Core, HTML Living Standard 4.5.14 for `time`, microformats (hAtom) for dates in attributes. Not done
yet: offices beside authors' names.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selon.clean.days import of_address as day_of
from selon.clean.header import Said
from selon.clean.linked_data import linked_data
from selon.clean.segment import AFTER, Cut, Field, Zone
from selon.clean.typed import Typed
from selon.languages.fold import fold
from selon.model.article import BlockKind, Candidate, CreditKind
from selon.model.capture import Capture
from selon.model.span import Span

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "citation_title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "citation_journal_title"),
    "author": (
        "author", "article:author", "article:author_name", "og:article:author", "dc.creator", "dcterms.creator", "dc.creator.author",
        "parsely-author", "sailthru.author", "cxenseparse:author", "dcsext.author", "citation_author", "byl", "creator",
    ),
    "published": (
        "article:published_time", "datepublished", "og:article:published_time", "article:published", "og:published_time", "dc.date.issued",
        "dcterms.issued", "dc.date.published", "dcterms.created", "dc.date.created", "dc.created", "dcterms.date", "dc.date",
        "rnews:datepublished",
        "iso-8601-publish-date", "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "vr:published_time", "bt:pubdate",
        "parsely-pub-date", "sailthru.date", "article.published", "article_date_original", "originalpublicationdate", "publishdate",
        "publish-date", "publish_date", "published_date", "pubdate", "publication_date", "publication-date", "date.publication", "ptime",
        "citation_publication_date", "citation_date", "date",
    ),
    "updated": (
        "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
        "last-modified", "lastmod", "article.updated", "utime",
    ),
    "language": ("html:lang", "og:locale", "content-language", "dc.language", "dcterms.language", "inlanguage"),
    "url": ("canonical", "og:url"),
    "source": ("syndication-source", "original-source", "syndication", "original", "isbasedon", "dc.source", "dcterms.source"),
    "made": ("made",),  # when a PDF was made: shown, and never taken for the day of publication
}  # fmt: skip
_KEYS = {key: name for name, keys in _META.items() for key in keys} | {"title": "title"}  # the element that a tab shows is trusted last
_RANKS = {key: rank for rank, key in enumerate(_KEYS)}
_FRONT = {
    "title": ("title",),
    "outlet": ("outlet", "site", "publisher", "source_name"),
    "author": ("author", "authors", "by"),
    "published": ("date", "published", "pubdate", "publishdate"),
    "language": ("lang", "language", "locale"),
    "url": ("canonical", "canonical_url", "url"),
}
RECORD = "declared by the record"
_TITLE_END = re.compile(r"\s+[|–—·»:-]\s+([^|–—·»]{2,40})$")
_AT_HEADLINE = (Zone.LINE, Zone.HEAD)
_LINES_ABOVE = 4
_ABOVE_CHARS = 300


def of_record(capture: Capture) -> Iterator[Candidate]:
    """Yield what whoever made the record says."""
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
            yield Candidate(field=name, value=value, where=RECORD)


def of_page(cut: Cut) -> Iterator[Candidate]:
    """Front matter, then JSON-LD, then meta elements, each in the order of trust."""
    fronted = [entry for entry in cut.fields if entry.name.startswith("front:")]
    if fronted:
        yield from _of_front(cut, fronted)
        return
    names = [entry.value for entry in cut.fields if entry.name in _META["title"] or entry.name == "title"]
    yield from linked_data(cut.fields, tuple(names))
    for entry in sorted((entry for entry in cut.fields if entry.name in _KEYS), key=lambda entry: _RANKS[entry.name]):
        name = _KEYS[entry.name]
        if _says(name, entry.value):
            yield Candidate(field=name, value=entry.value, where=entry.where)


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


def of_text(cut: Cut, rows: list[Typed]) -> Iterator[Candidate]:
    """Yield the headline, and the authors of credit lines."""
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


def of_headers(rows: list[Typed], *, sure: bool) -> Iterator[Candidate]:
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


def of_times(cut: Cut, rows: list[Typed]) -> Iterator[Candidate]:
    """Yield the times that stand between the headline and the article's end; those of other articles say nothing of this one."""
    title = next((row.segment.start for row in rows if row.kind is BlockKind.TITLE), None)
    inside = [row.segment for row in rows if row.segment.zone in (Zone.BODY, *AFTER)]
    first = title if title is not None else inside[0].start if inside else 0
    begun = inside[0].end if inside else len(cut.text)
    end = inside[-1].end if inside else len(cut.text)
    times = [entry for entry in cut.fields if entry.name.startswith("time") and entry.at is not None]
    near = [entry for entry in times if max(0, first - _ABOVE_CHARS) <= (entry.at or 0) <= (end if ":" in entry.name else begun)]
    for entry in sorted(near, key=lambda entry: ((entry.at or 0) < first, entry.name == "time")):
        yield Candidate(field="updated" if entry.name == "time:updated" else "published", value=entry.value, where=entry.where)


def of_title(cut: Cut, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the outlet's name that the title element ends in, where what comes before is the title."""
    titles = {fold(candidate.value) for candidate in found if candidate.field == "title" and candidate.where != "title element"}
    for entry in cut.fields:
        ending = _TITLE_END.search(entry.value) if entry.name == "title" else None
        if ending and any(fold(entry.value[: ending.start()]).startswith(title) for title in titles):
            yield Candidate(field="outlet", value=ending[1].strip(), where="title element, its end")


def of_address(capture: Capture, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the day that the page's address names: a guess."""
    addresses = [candidate.value for candidate in found if candidate.field == "url"]
    for address in dict.fromkeys((*addresses, capture.address)):
        if address.startswith(("http://", "https://")) and (guess := day_of(_path(address))):
            day = guess.earliest if guess.earliest == guess.latest else (guess.earliest or "")[:7]
            yield Candidate(field="published", value=day or "", where=guess.source)
            return


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # no address at all: "http://[x"
        return ""
