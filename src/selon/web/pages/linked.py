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
from selon.web.index.asking import ArticleRow
from selon.web.spans import Mark, marked


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
    return Quote(article=article, span=span, words=marked(article.text, span, ()), href=href(article, span))


def in_sentence(article: Article, span: Span, meaning: str) -> Quote:
    """A span within its sentence, marked."""
    around = sentence_around(article, span)
    return Quote(
        article=article, span=span, words=marked(article.text, around, [Mark(span=span, meaning=meaning)]), href=href(article, span)
    )


def passages(found: Iterable[Passage], readings: Mapping[str, Reading], most: int = 6) -> list[Quote]:
    """Passages of the articles at hand, a few of them."""
    held = [one for one in found if one.article_id in readings]
    return [quoted(readings[one.article_id].article, one.span) for one in held[:most]]
