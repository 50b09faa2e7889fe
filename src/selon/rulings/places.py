"""Words that stand in a text -> their characters in the texts at hand, or why they are not found.

A place is found by the address and the hash of its text. Where a page has changed since, its newer text holds the place if the same words
stand in it as often; where its file has another name now, one article with that very text holds it. Anything else is lost, and is said.
Source: W3C Web Annotation, TextQuoteSelector; Phelps and Wilensky 2000 for robust locations.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from selon.model.article import Article
from selon.model.ruling import Place, Quoted
from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Where a place is in the texts at hand."""

    article: Article
    spans: tuple[Span, ...]
    cue: Span | None
    moved: str  # how it was found where the text is another one; empty: it is the text that was ruled on


@dataclass(frozen=True, slots=True)
class Lost:
    """Why something that a ruling is about is not there."""

    reason: str


class Texts:
    """The articles of a collection, by address and by text."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_address: dict[str, list[Article]] = defaultdict(list)
        self._by_text: dict[str, list[Article]] = defaultdict(list)
        for article in articles:
            self._by_address[article.address].append(article)
            self._by_text[article.text_digest].append(article)

    def find(self, place: Place) -> Found | Lost:
        """The article and the characters of a place."""
        held = self._article(place)
        if isinstance(held, Lost):
            return held
        article, moved = held
        wanted = [*place.quotes, *([place.cue] if place.cue else [])]
        spans = [spot(quote, article.text) for quote in wanted]
        lost = next((span for span in spans if isinstance(span, Lost)), None)
        if lost is not None:
            return lost
        met = tuple(span for span in spans if isinstance(span, Span))
        many = len(place.quotes)
        return Found(article, met[:many], met[many] if place.cue else None, moved)

    def _article(self, place: Place) -> tuple[Article, str] | Lost:
        here = self._by_address.get(place.address, [])
        same = self._by_text.get(place.text, [])
        both = [one for one in here if one.text_digest == place.text]
        if both:
            return both[0], ""
        if len(here) == 1:
            return here[0], "the page has changed since; the words stand in its newer text"
        if len(same) == 1 and not here:
            return same[0], f"the text stands at another address now: {same[0].address}"
        if same or here:
            return Lost(f"{max(len(same), len(here))} articles may be meant, and none is the one that was ruled on")
        return Lost("no article of this collection has that address or that text")


def spot(quote: Quoted, text: str) -> Span | Lost:
    """Where a quote stands in a text."""
    starts = list(_starts(quote.words, text))
    if len(starts) == quote.of:
        start = starts[min(quote.nth, quote.of - 1)]
        return Span(start, start + len(quote.words))
    shown = quote.words if len(quote.words) <= 60 else f"{quote.words[:60]}…"
    if not starts:
        return Lost(f"the words «{shown}» no longer stand in the text")
    return Lost(f"the words «{shown}» stand {len(starts)} times in the text, not {quote.of} times as they did")


def quoted(span: Span, text: str) -> Quoted:
    """The words at a span, with what tells them from the same words elsewhere in the text."""
    words = span.of(text)
    starts = list(_starts(words, text))
    return Quoted(words=words, nth=starts.index(span.start), of=len(starts))


def place(article: Article, spans: Sequence[Span] = (), cue: Span | None = None) -> Place:
    """The place of some characters of an article; without any, of the whole article."""
    quotes = tuple(quoted(span, article.text) for span in spans)
    return Place(address=article.address, text=article.text_digest, quotes=quotes, cue=quoted(cue, article.text) if cue else None)


def outside(node: str) -> Place:
    """The place of a node that the collection does not hold ("ext:AFP")."""
    return Place(address="", text="", outside=node)


def likeness(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Characters that two sets of spans share, of those either holds, in [0, 1]."""
    mine, theirs = ({char for span in spans for char in range(span.start, span.end)} for spans in (a, b))
    return len(mine & theirs) / max(1, len(mine | theirs))


def _starts(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
