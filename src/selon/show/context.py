"""The sentence or sentences around a span: no passage is shown without its place."""

from selon.languages import codes, load
from selon.languages.sentences import sentences
from selon.model.article import Article
from selon.model.span import Span

_MOST_CHARS = 600  # a longer stretch is shown around the span only


def sentence_around(article: Article, span: Span) -> Span:
    """The sentences of the block that touch `span`, cut to some 600 characters."""
    block = next((block.span for block in article.blocks if block.span.overlaps(span)), span)
    language = load(article.lang if article.lang in codes() else codes()[0])
    touched = [one for one in sentences(article.text, block, language) if one.overlaps(span)]
    start = min([span.start, *(one.start for one in touched)])
    end = max([span.end, *(one.end for one in touched)])
    if end - start > _MOST_CHARS:
        start, end = max(start, span.start - _MOST_CHARS // 4), min(end, max(span.end, span.start + _MOST_CHARS))
    return Span(start, end)
