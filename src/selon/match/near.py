"""The sentences of a collection that are nearest to some words: a look-up for people.

Words meet by their first letters, so that an ending does not part them; rare words weigh more. Source: Spärck Jones 1972, Journal of
Documentation 28, for the weight. Not done yet: words in another language than the sentence's.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from selon.languages import codes, load
from selon.languages.fold import fold
from selon.languages.sentences import sentences
from selon.languages.words import words
from selon.match.tokens import TEXT
from selon.model.article import Article
from selon.model.passage import Near, Passage
from selon.model.span import Span

_STEM_LETTERS = 6
_LEAST_LETTERS = 3  # shorter words are articles and the like
_LEAST_SCORE = 0.35  # below it, a sentence shares a common word or two

Row = tuple[Article, Span, dict[str, Span]]


def near(wanted: str, articles: Sequence[Article], *, most: int = 10) -> tuple[Near, ...]:
    """The sentences nearest to `wanted`, nearest first; none where nothing shares enough of it."""
    rows = [row for article in sorted(articles, key=lambda article: article.id) for row in _rows(article)]
    asked = frozenset(_stems(wanted, Span(0, len(wanted))) if wanted else ())
    seen = Counter(stem for _, _, held in rows for stem in held.keys() & asked)
    weights = {stem: math.log(1 + len(rows) / (1 + seen[stem])) for stem in sorted(asked)}
    whole = sum(weights.values())
    if not whole:
        return ()
    found = [_near(row, weights, whole) for row in rows if not asked.isdisjoint(row[2])]
    return tuple(nsmallest(most, (one for one in found if one.score >= _LEAST_SCORE), key=_order))


def _order(one: Near) -> tuple[float, int, str, Span]:
    return -round(one.score, 6), len(one.passage.span), one.passage.article_id, one.passage.span


def _rows(article: Article) -> Iterator[Row]:
    language = load(article.lang if article.lang in codes() else codes()[0])
    for block in article.blocks:
        if block.kind in TEXT:
            for span in sentences(article.text, block.span, language):
                yield article, span, _stems(article.text, span)


def _stems(text: str, span: Span) -> dict[str, Span]:
    """Stem -> where it stands first; numbers whole."""
    found: dict[str, Span] = {}
    for word in words(text, span.start, span.end):
        form = fold(word.form)
        if len(form) >= _LEAST_LETTERS or form.isdigit():
            found.setdefault(form if form[0].isdigit() else form[:_STEM_LETTERS], Span(word.start, word.end))
    return found


def _near(row: Row, weights: dict[str, float], whole: float) -> Near:
    article, span, held = row
    common = [stem for stem in weights if stem in held]
    score = sum(weights[stem] for stem in common) / whole
    return Near(passage=Passage(article_id=article.id, span=span), words=tuple(sorted(held[stem] for stem in common)), score=score)
