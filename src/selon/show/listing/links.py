"""What stands between two articles: reused passages and edges."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.article import Article
from selon.model.lineage import Change, Edge
from selon.model.passage import Reuse
from selon.show.listing.marks import STYLES, marked, place, visible
from selon.show.numbers import counted

_SHOWN_CHARS = 400


def reuse(one: Reuse, articles: Mapping[str, Article]) -> RenderableType:
    """Two passages, what was cut marked in the first and what was put in marked in the second."""
    arrow = {"a->b": "→", "b->a": "←", None: "—"}[one.direction]
    head = Text(f"■ {visible(one.a.article_id)} {arrow} {visible(one.b.article_id)}", style="bold")
    head.append(f"  {counted(one.tokens, 'word')}, {counted(len(one.edits), 'edit')}; {'; '.join(one.reasons)}", style=STYLES["faint"])
    cut = [(edit.a, "change") for edit in one.edits if edit.a]
    put = [(edit.b, "change") for edit in one.edits if edit.b]
    return Group(
        head,
        *(
            Padding(
                place(passage.article_id, passage.span)
                + Text(" ")
                + marked(articles[passage.article_id].text, passage.span, marks, most=_SHOWN_CHARS),
                (0, 0, 0, 4),
            )
            for passage, marks in ((one.a, cut), (one.b, put))
        ),
        Text(),
    )


def edge(one: Edge, articles: Mapping[str, Article]) -> RenderableType:
    """One edge with its reasons, evidence and changes."""
    arrow = f" ─{one.kind}→ " if one.directed else f" ─{one.kind}─ "
    head = Text.assemble((visible(one.source), "bold"), (arrow, STYLES["link"]), (visible(one.target), "bold"))
    head.append(f"  {one.confidence:.2f} {one.state}; {'; '.join(map(visible, one.reasons))}", style=STYLES["faint"])
    parts: list[RenderableType] = [head]
    for passage in one.evidence[:2]:
        shown = Text.assemble(
            place(passage.article_id, passage.span),
            " ",
            marked(articles[passage.article_id].text, passage.span, [], most=_SHOWN_CHARS),
        )
        parts.append(Padding(shown, (0, 0, 0, 4)))
    parts += [change(this, articles) for this in one.changes]
    return Group(*parts, Text())


def change(one: Change, articles: Mapping[str, Article]) -> RenderableType:
    """One change: its sentence, and the words before and after with their places."""
    before = marked(articles[one.from_article].text, one.from_span, [(one.from_span, "faint")], most=_SHOWN_CHARS)
    after = marked(articles[one.to_article].text, one.to_span, [(one.to_span, "change")], most=_SHOWN_CHARS)
    line = Text.assemble(("△ ", STYLES["change"]), visible(one.sentence))
    sides = ((before, one.from_article, one.from_span), (after, one.to_article, one.to_span))
    words = (Text.assemble("  «", part, "» ", place(article_id, span)) for part, article_id, span in sides)
    return Padding(Group(line, *words), (0, 0, 0, 4))
