"""The title, outlet, authors, date, language, address and sources of an article, chosen among all that is said of them, which is kept.

The order of trust is fixed: the record, the front matter, the headline, JSON-LD, meta elements, times and lines at the headline, the
title element, the address. A day that only the address names is a guess, and its interval says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from selon.clean.candidates import RECORD, of_address, of_headers, of_page, of_record, of_text, of_times, of_title
from selon.clean.days import GUESSED, interval
from selon.clean.days import of_address as day_of
from selon.clean.segment import Cut
from selon.clean.stamps import day_first
from selon.clean.typed import Typed
from selon.languages import identify
from selon.model.article import BlockKind, Candidate
from selon.model.capture import Capture
from selon.model.span import Interval

_MOST_AUTHORS = 12
_MIRRORS = ("ampproject.org", "archive.org", "archive.ph", "googleusercontent.com", "translate.goog")  # they show others' pages
_SECOND_LEVELS = frozenset(("ac", "co", "com", "edu", "gouv", "gov", "net", "org"))
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
    return (*of_record(capture), *of_page(cut))


def metadata(capture: Capture, cut: Cut, rows: list[Typed], said: tuple[Candidate, ...]) -> Metadata:
    """The metadata of an article, from its record, its page and its typed text.

    Args:
        capture: of the article.
        cut: its text, cut up.
        rows: the typed pieces of it.
        said: what `declared` found.
    """
    page, text = [candidate for candidate in said if candidate.where != RECORD], list(of_text(cut, rows))
    headline = [candidate for candidate in text if candidate.field == "title"]
    fronted = any(candidate.where.startswith("front matter") for candidate in page)
    found = [
        *(candidate for candidate in said if candidate.where == RECORD),
        *([] if fronted else headline),
        *page,
        *(candidate for candidate in text if fronted or candidate not in headline),
    ]
    prose = " ".join(cut.text[row.segment.start : row.segment.end] for row in rows if row.kind is BlockKind.PARAGRAPH)
    spoken = _spoken(prose or cut.text, [candidate.value[:2].lower() for candidate in said if candidate.field == "language"])
    found += of_times(cut, rows)
    found += of_title(cut, found)
    found += of_headers(rows, sure=any(candidate.value in day_first() for candidate in spoken))
    found += spoken
    found += of_address(capture, found)
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
        other = _host(candidate.value) if candidate.field == "url" and candidate.where != RECORD else None
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


def _first(candidates: tuple[Candidate, ...], name: str) -> str | None:
    return next((candidate.value for candidate in candidates if candidate.field == name), None)


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
    if found := interval(said.published_from, said.published_to or said.published_from, "declared by the record: published"):
        return found
    for candidate in candidates:
        if candidate.field != "published":
            continue
        if candidate.where == GUESSED:
            return day_of(f"/{candidate.value.replace('-', '/')}/")
        source = "declared by the record: date" if candidate.where == RECORD else candidate.where
        if found := interval(candidate.value, candidate.value, source):
            return found
    return None
