"""How a change is told: a record with both spans, and one sentence with what stands in each telling."""

from selon.model.lineage import Change
from selon.model.span import Span
from selon.trace.changes.tellings import Telling


def change(a: Telling, b: Telling, kind: str, spans: tuple[Span, Span], sentence: str, directed: bool) -> Change:
    """One change between two tellings."""
    return Change(
        from_article=a.article.id,
        to_article=b.article.id,
        kind=kind,
        from_span=spans[0],
        to_span=spans[1],
        sentence=sentence,
        directed=directed,
    )


def said(telling: Telling, span: Span) -> str:
    """The words of a span, on one line."""
    return " ".join(span.of(telling.article.text).split())


def name(telling: Telling, a: Telling, b: Telling) -> str:
    """What to call one of two tellings: its article, or, in one article, its place."""
    if a.article.id != b.article.id:
        return telling.article.id
    return f"{'the quotation' if telling.is_direct else 'the passage'} at {telling.place.start}"


def source(telling: Telling) -> Span:
    """Who tells it; all of it where nobody is named."""
    return telling.attribution.source if telling.attribution and telling.attribution.source else telling.place
