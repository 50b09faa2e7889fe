"""`/compare?a=&b=`: two articles by the passages they share, or two passages of them, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from selon.model.article import Article
from selon.model.passage import Reuse
from selon.model.reading import Reading
from selon.model.span import Span
from selon.web.index import Index
from selon.web.pages.differences import WORDS, aligned, is_long
from selon.web.pages.linked import href
from selon.web.rendering import index_of, page
from selon.web.spans import Mark, excerpt

_CHARS = 40_000  # of each text on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two passages side by side, with what differs marked in each."""

    a: Markup
    b: Markup
    a_span: Span
    b_span: Span
    a_href: str
    b_href: str
    changed: int  # places that differ
    is_whole: bool = True  # is every word of both set against the other?


def compare(request: Request) -> Response:
    """The page: without two articles it asks for them."""
    index, query = index_of(request), request.query_params
    a, b = (_article(index, query.get(name)) for name in ("a", "b"))
    if a is None or b is None:
        return page(request, "compare.html", a=a and a.article, b=b and b.article, pairs=[], pairs_all=0, reuse=None, credits=[])
    spans = _span(query.get("pa"), a.article), _span(query.get("pb"), b.article)
    reuses = _shared(index, a.article, b.article)
    if spans[0] and spans[1]:
        pairs, more = [_word_by_word(a.article, spans[0], b.article, spans[1])], None
    else:
        first = min(_number(query.get("from")), max(len(reuses) - 1, 0))
        past = _past(reuses, first)
        pairs, more = [_of_reuse(reuse, a.article, b.article) for reuse in reuses[first:past]], past if past < len(reuses) else None
    return page(
        request,
        "compare.html",
        a=a.article,
        b=b.article,
        pairs=pairs,
        pairs_all=len(reuses),
        more=more,
        most_words=WORDS,
        reuse=reuses[0] if reuses else None,
        credits=_credits(a.article, b.article),
        is_of_passages=bool(spans[0] and spans[1]),
    )


def _article(index: Index, asked: str | None) -> Reading | None:
    if not asked:
        return None
    found = index.reading(asked)
    if found is None:
        raise HTTPException(404)
    return found


def _span(asked: str | None, article: Article) -> Span | None:
    start, _, end = (asked or "").partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(asked or "") < 24 and int(start) < int(end) <= len(article.text)):
        return None
    return Span(int(start), int(end))


def _word_by_word(a: Article, a_span: Span, b: Article, b_span: Span) -> Pair:
    gone, new = aligned(a, a_span, b, b_span)
    return replace(_pair(a, a_span, gone, b, b_span, new), is_whole=not (is_long(a, a_span) or is_long(b, b_span)))


def _past(reuses: Sequence[Reuse], first: int) -> int:
    """Where the passages of one page end: one at least."""
    chars = 0
    for number, reuse in enumerate(reuses[first:], first):
        chars += max(len(reuse.a.span), len(reuse.b.span))
        if chars > _CHARS and number > first:
            return number
    return len(reuses)


def _number(asked: str | None) -> int:
    return int(asked) if asked and asked.isdecimal() and len(asked) < 8 else 0


def _shared(index: Index, a: Article, b: Article) -> list[Reuse]:
    """The passages that both hold, in the order of the first."""
    found = [reuse for reuse in index.reuses(a.id) if {reuse.a.article_id, reuse.b.article_id} == {a.id, b.id}]
    return sorted(found, key=lambda reuse: reuse.a.span if reuse.a.article_id == a.id else reuse.b.span)


def _of_reuse(reuse: Reuse, a: Article, b: Article) -> Pair:
    is_first = reuse.a.article_id == a.id
    mine, theirs = (reuse.a.span, reuse.b.span) if is_first else (reuse.b.span, reuse.a.span)
    ends = [(edit.a, edit.b) if is_first else (edit.b, edit.a) for edit in reuse.edits]
    gone = [Mark(span=one, meaning="del") for one, _ in ends if one]
    new = [Mark(span=one, meaning="ins") for _, one in ends if one]
    return _pair(a, mine, gone, b, theirs, new)


def _pair(a: Article, a_span: Span, gone: list[Mark], b: Article, b_span: Span, new: list[Mark]) -> Pair:
    return Pair(
        a=excerpt(a.text, a_span, gone, most=_CHARS),
        b=excerpt(b.text, b_span, new, most=_CHARS),
        a_span=a_span,
        b_span=b_span,
        a_href=href(a, a_span),
        b_href=href(b, b_span),
        changed=max(len(gone), len(new)),
    )


def _credits(a: Article, b: Article) -> list[dict[str, Any]]:
    """Names that both credit, with the words of each."""
    theirs = {credit.name.casefold(): credit for credit in b.credits}
    return [
        {"name": credit.name, "a": credit.span.of(a.text), "b": theirs[credit.name.casefold()].span.of(b.text), "kind": credit.kind.value}
        for credit in a.credits
        if credit.name.casefold() in theirs
    ]
