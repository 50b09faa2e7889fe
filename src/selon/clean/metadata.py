"""What a page says of itself: title, outlet, authors, dates, language, address, sources. Every candidate is kept with its place.

The order of trust is fixed: the record, the front matter, the headline, JSON-LD, meta elements, times and lines at the headline, the
title element, the address. A day that only the address names is a guess, and its interval says so. Sources: Open Graph (ogp.me), Dublin
Core, HTML Living Standard 4.5.14 for `time`, microformats (hAtom) for dates in attributes. Not done yet: offices beside authors' names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from selon.clean.days import GUESSED, of_address, when
from selon.clean.header import Said
from selon.clean.linked_data import linked_data
from selon.clean.segment import AFTER, Cut, Field, Zone
from selon.clean.stamps import day_first
from selon.clean.typed import Typed
from selon.languages import identify
from selon.languages.fold import fold
from selon.model.article import BlockKind, Candidate, CreditKind
from selon.model.capture import Capture
from selon.model.span import Interval, Span

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
_FRONT = {
    "title": ("title",),
    "outlet": ("outlet", "site", "publisher", "source_name"),
    "author": ("author", "authors", "by"),
    "published": ("date", "published", "pubdate", "publishdate"),
    "language": ("lang", "language", "locale"),
    "url": ("canonical", "canonical_url", "url"),
}
_RECORD = "declared by the record"
_MOST_AUTHORS = 12
_MIRRORS = ("ampproject.org", "archive.org", "archive.ph", "googleusercontent.com", "translate.goog")  # they show others' pages
_SECOND_LEVELS = frozenset(("ac", "co", "com", "edu", "gouv", "gov", "net", "org"))
_TITLE_END = re.compile(r"\s+[|–—·»:-]\s+([^|–—·»]{2,40})$")
_AT_HEADLINE = (Zone.LINE, Zone.HEAD)
_LINES_ABOVE = 4
_ABOVE_CHARS = 300
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


def declared(capture: Capture, cut: Cut) -> tuple[Candidate, ...]:
    """What the record and the head of the page say, before the text is typed."""
    return (*_declared(capture), *_of_page(cut))


def metadata(capture: Capture, cut: Cut, rows: list[Typed], said: tuple[Candidate, ...]) -> Metadata:
    """The metadata of an article, from its record, its page and its typed text.

    Args:
        capture: of the article.
        cut: its text, cut up.
        rows: the typed pieces of it.
        said: what `declared` found.
    """
    page, text = [candidate for candidate in said if candidate.where != _RECORD], list(_of_text(cut, rows))
    headline = [candidate for candidate in text if candidate.field == "title"]
    fronted = any(candidate.where.startswith("front matter") for candidate in page)
    found = [
        *(candidate for candidate in said if candidate.where == _RECORD),
        *([] if fronted else headline),
        *page,
        *(candidate for candidate in text if fronted or candidate not in headline),
    ]
    prose = " ".join(cut.text[row.segment.start : row.segment.end] for row in rows if row.kind is BlockKind.PARAGRAPH)
    spoken = _spoken(prose or cut.text, [candidate.value[:2].lower() for candidate in said if candidate.field == "language"])
    found += _of_times(cut, rows)
    found += _of_title(cut, found)
    found += _of_headers(rows, sure=any(candidate.value in day_first() for candidate in spoken))
    found += spoken
    found += _of_address(capture, found)
    candidates = tuple(sorted(_parted(capture.address, found), key=lambda candidate: _RANKS.get(candidate.field, 0)))
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


_RANKS = {name: rank for rank, name in enumerate(("title", "outlet", "author", "published", "updated", "language", "url", "source"))}


def _parted(address: str, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates; an address on another host than the page's own is where its text comes from."""
    own = _host(address)
    for candidate in found:
        other = _host(candidate.value) if candidate.field == "url" and candidate.where != _RECORD else None
        foreign = bool(own and other and other != own and not own.endswith(_MIRRORS))
        yield Candidate(field="source", value=candidate.value, where=candidate.where) if foreign else candidate


def _host(address: str) -> str | None:
    """The name under which a host is registered, nearly: its last two labels, three where the last but one is no name."""
    try:
        labels = (urlsplit(address).hostname or "").split(".") if address.startswith(("http://", "https://")) else []
    except ValueError:
        return None
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVELS else 2
    return ".".join(labels[-size:]) if len(labels) > 1 else None


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # no address at all: "http://[x"
        return ""


def _of_address(capture: Capture, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the day that the page's address names: a guess."""
    addresses = [candidate.value for candidate in found if candidate.field == "url"]
    for address in dict.fromkeys((*addresses, capture.address)):
        if address.startswith(("http://", "https://")) and (guess := of_address(_path(address))):
            day = guess.earliest if guess.earliest == guess.latest else (guess.earliest or "")[:7]
            yield Candidate(field="published", value=day or "", where=guess.source)
            return


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
            yield Candidate(field=name, value=value, where=_RECORD)


def _of_page(cut: Cut) -> Iterator[Candidate]:
    """Front matter, then JSON-LD, then meta elements, each in the order of trust."""
    fronted = [entry for entry in cut.fields if entry.name.startswith("front:")]
    if fronted:
        yield from _of_front(cut, fronted)
        return
    names = [entry.value for entry in cut.fields if entry.name in _META["title"] or entry.name == "title"]
    yield from linked_data(cut.fields, tuple(names))
    for name, keys in _META.items():
        for key in keys:
            yield from (
                Candidate(field=name, value=entry.value, where=entry.where)
                for entry in cut.fields
                if entry.name == key and _says(name, entry.value)
            )
    yield from (Candidate(field="title", value=entry.value, where=entry.where) for entry in cut.fields if entry.name == "title")


def _of_times(cut: Cut, rows: list[Typed]) -> Iterator[Candidate]:
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


def _of_title(cut: Cut, found: list[Candidate]) -> Iterator[Candidate]:
    """Yield the outlet's name that the title element ends in, where what comes before is the title."""
    titles = {fold(candidate.value) for candidate in found if candidate.field == "title" and candidate.where != "title element"}
    for entry in cut.fields:
        ending = _TITLE_END.search(entry.value) if entry.name == "title" else None
        if ending and any(fold(entry.value[: ending.start()]).startswith(title) for title in titles):
            yield Candidate(field="outlet", value=ending[1].strip(), where="title element, its end")


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


def _spoken(text: str, said: list[str]) -> list[Candidate]:
    """The language that the words tell, if any."""
    code = identify.identify(text[:_TELLING_CHARS], said)
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
        if candidate.field != "published":
            continue
        if candidate.where == GUESSED:
            return of_address(f"/{candidate.value.replace('-', '/')}/")
        if told := when(candidate.value):
            source = "declared by the record: date" if candidate.where == _RECORD else candidate.where
            return Interval(earliest=told, latest=told, source=source)
    return None
