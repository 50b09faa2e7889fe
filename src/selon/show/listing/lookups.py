"""Look-ups for people: denials, gaps, near sentences, a quotation beside the text it is taken from."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.model.article import Article
from selon.model.lineage import Lineage, Story
from selon.model.passage import Comparison, Near
from selon.model.span import Span
from selon.show.context import sentence_around
from selon.show.listing.links import change
from selon.show.listing.marks import STYLES, marked, place, visible
from selon.show.listing.stories import denial_line, later, makeup, origins_line, title_line
from selon.show.lookups import carried, denials_lines, gaps_lines
from selon.show.numbers import counted


def changes(story: Story, articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    """The claim, and each change with the words before and after."""
    yield Group(title_line(story.claim), origins_line(story.origins), Text())
    for one in story.changes:
        yield change(one, articles)
    if not story.changes:
        yield Text("    no difference was found between its tellings in this collection", style=STYLES["faint"])


def denials(lineage: Lineage, articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    """The denied claims, each with its denials and who repeats it later in silence; then the denials tied to none."""
    yield makeup(articles)
    for story in lineage.stories:
        if not story.denials:
            continue
        lines = denials_lines(Lineage(edges=(), stories=(story,), open_denials=()), articles)
        parts: list[RenderableType] = [title_line(story.claim)]
        parts += [denial_line(denial, articles) for denial in story.denials]
        most = max((line.later for line in lines), default=0)
        if most:
            silent = ", ".join(f"{visible(one.article_id)} ({later(one)})" for one in story.unmentioned)
            told = f"not mentioned in {len(story.unmentioned)} of {counted(most, 'later article')}{': ' if silent else ''}{silent}"
            parts.append(Padding(Text(f"▽ {told}"), (0, 0, 0, 4)))
        yield Group(*parts, Text())
    if lineage.open_denials:
        yield Text("Denials that are tied to no claim here", style=STYLES["title"])
        yield Group(*(denial_line(denial, articles) for denial in lineage.open_denials))


def gaps(lineage: Lineage, articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    """What is cited and not held, what most articles cite first, each with the passage that cites it."""
    yield makeup(articles)
    for line in gaps_lines(lineage):
        rests = f"cited by {counted(line.articles, 'article')}, told with {counted(len(line.claims), 'claim')}"
        parts: list[RenderableType] = [Text.assemble(("○ ", STYLES["link"]), (visible(line.name), STYLES["title"]), f"  {rests}")]
        parts += [_passage(articles[one.article], Span(one.start, one.end)) for one in line.evidence[:1]]
        yield Group(*parts, Text())


def near(found: Sequence[Near], stories: Sequence[Story], articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    """The sentences nearest to some words, those words marked, and the claims they carry."""
    for one in found:
        article = articles[one.passage.article_id]
        words = marked(article.text, one.passage.span, [(word, "content") for word in one.words])
        parts: list[RenderableType] = [Text.assemble(f"{one.score:.2f}  ", words, " ", place(article.id, one.passage.span))]
        parts += [Padding(title_line(claim), (0, 0, 0, 6)) for claim in carried(one.passage, stories)]
        yield Group(*parts, Text())


def comparison(one: Comparison, quote: str, article: Article) -> RenderableType:
    """The quotation above, the text below; what differs is marked in both."""
    gone = [(edit.a, "change") for edit in one.edits if edit.a]
    new = [(edit.b, "change") for edit in one.edits if edit.b]
    told = "word for word" if not one.edits else f"{one.share:.0%} of its words stand there, {counted(len(one.edits), 'difference')}"
    return Group(
        Text.assemble(("quotation  ", STYLES["faint"]), "«", marked(quote, one.quote, gone), "»"),
        Text.assemble(
            ("text       ", STYLES["faint"]), "«", marked(article.text, one.passage.span, new), "» ", place(article.id, one.passage.span)
        ),
        Text(f"           {told}\n", style=STYLES["faint"]),
    )


def _passage(article: Article, span: Span) -> RenderableType:
    words = marked(article.text, sentence_around(article, span), [(span, "source")])
    return Padding(Text.assemble(words, " ", place(article.id, span)), (0, 0, 0, 4))
