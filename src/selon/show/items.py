"""Records -> the items that several lines hold: a stretch with its characters, a place, two ends, a change."""

from selon.model.lineage import Change
from selon.model.passage import Passage
from selon.model.span import Span
from selon.show import lines as out


def cut(span: Span, text: str) -> out.SpanText:
    """A stretch of a text, with its characters."""
    return out.SpanText(start=span.start, end=span.end, text=span.of(text))


def place(passage: Passage) -> out.PlaceItem:
    """A stretch of one article, by its id."""
    return out.PlaceItem(article=passage.article_id, start=passage.span.start, end=passage.span.end)


def ends(span: Span | None) -> tuple[int, int] | None:
    """Both ends of a stretch, in code points; None where there is none."""
    return (span.start, span.end) if span else None


def change_item(change: Change) -> out.ChangeItem:
    """What differs between two articles, with where it stands in both."""
    return out.ChangeItem(
        from_=change.from_article,
        to=change.to_article,
        kind=change.kind,
        from_span=(change.from_span.start, change.from_span.end),
        to_span=(change.to_span.start, change.to_span.end),
        sentence=change.sentence,
        directed=change.directed,
    )
