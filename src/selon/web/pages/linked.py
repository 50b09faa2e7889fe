"""What pages link to: an article with its outlet and day, a passage of it with its exact characters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from selon.model.article import Article
from selon.model.passage import Passage
from selon.model.reading import Reading
from selon.model.span import Span
from selon.show.context import sentence_around
from selon.show.wording import Wording
from selon.web.index.rows import ArticleRow
from selon.web.spans import Mark, excerpt, marked

_SEEN_CHARS = 90  # of a span that is shown in passing
_BESIDE_CHARS = 28  # of the words beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage as pages show it: its words with marks, and where they stand."""

    article: Article
    span: Span
    words: Markup
    href: str


def outlet(article: Article | ArticleRow, words: Wording) -> str:
    """What an article is called by: its outlet, else its own id, which is said to be that."""
    name = article.name if isinstance(article, ArticleRow) else article.id
    return article.outlet or words.say("%(name)s (outlet not named)", name=name)


def href(article: Article | ArticleRow, span: Span | None = None) -> str:
    """The address of an article, or of characters of it."""
    return f"/articles/{article.digest}" + (f"?at={span.start}-{span.end}#c{span.start}-{span.end}" if span else "")


def quoted(article: Article, span: Span) -> Quote:
    """The exact words of a span."""
    return Quote(article=article, span=span, words=excerpt(article.text, span, ()), href=href(article, span))


def in_sentence(article: Article, span: Span, meaning: str) -> Quote:
    """A span within its sentence, marked."""
    around = sentence_around(article, span)
    return Quote(
        article=article, span=span, words=excerpt(article.text, around, [Mark(span=span, meaning=meaning)]), href=href(article, span)
    )


def glimpse(article: Article, span: Span, meaning: str) -> Quote:
    """A span with a few words on both sides; a long one is cut, and a sign says so."""
    end = span.end if len(span) <= _SEEN_CHARS else _word_end(article.text, span.start + _SEEN_CHARS)
    start, last = max(0, span.start - _BESIDE_CHARS), min(len(article.text), end + _BESIDE_CHARS)
    first = article.text.find(" ", start, span.start) + 1 or span.start if start else 0
    around = Span(
        max(first, article.text.rfind("\n", 0, span.start) + 1), _line_end(article.text, end, _word_start(article.text, last, end))
    )
    words = marked(article.text, around, [Mark(span=Span(span.start, end), meaning=meaning)])
    before, after = (
        Markup("… ") if around.start else Markup(),
        Markup(" …") if end < span.end or around.end < len(article.text) else Markup(),
    )
    return Quote(article=article, span=span, words=before + words + after, href=href(article, span))


def _word_end(text: str, at: int) -> int:
    found = text.find(" ", at)
    return found if 0 <= found < at + _BESIDE_CHARS else at


def _word_start(text: str, at: int, least: int) -> int:
    if at >= len(text):
        return len(text)
    return max(least, text.rfind(" ", least, at))


def _line_end(text: str, start: int, end: int) -> int:
    found = text.find("\n", start, end)
    return end if found < 0 else max(start, found)


def passages(found: Iterable[Passage], readings: Mapping[str, Reading], most: int = 6) -> list[Quote]:
    """Passages of the articles at hand, a few of them."""
    held = [one for one in found if one.article_id in readings]
    return [quoted(readings[one.article_id].article, one.span) for one in held[:most]]
