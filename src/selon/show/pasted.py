"""A claim's story as plain text or Markdown, to paste into a mail or a draft: every line with its place."""

import io
import re
from collections.abc import Iterator, Mapping

from rich.console import Console

from selon.model.article import Article
from selon.model.lineage import Chain, Story
from selon.model.span import Span
from selon.show.listing.stories import by_line, claim, later, makeup, origins_words, who_says
from selon.show.visible import visible
from selon.show.whose import in_order, left_open, long_chains, stations

_WIDTH = 100
_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|@~"})
_ADDRESS = re.compile(r"(?=://)|(?<=www)(?=\.)", re.IGNORECASE)  # what some readers of Markdown make a link of


def plain(story: Story, articles: Mapping[str, Article]) -> str:
    """The whole story as the terminal shows it, without colours."""
    page = Console(file=io.StringIO(), width=_WIDTH, color_system=None, force_terminal=False, highlight=False)
    page.print(makeup(articles))
    page.print(claim(story, articles, most=None))
    assert isinstance(page.file, io.StringIO)
    return "".join(f"{line.rstrip()}\n" for line in page.file.getvalue().splitlines())


def markdown(story: Story, articles: Mapping[str, Article]) -> str:
    """The story as Markdown: headings, lists, and the exact words in quotation marks; nothing of a text becomes mark-up."""
    return "\n".join(_lines(story, articles)) + "\n"


def _lines(story: Story, articles: Mapping[str, Article]) -> Iterator[str]:
    yield f"## {_text(by_line(story.claim))} « {_text(story.claim.label)} »"
    yield ""
    yield f"{makeup(articles).plain.strip()}."
    yield f"{origins_words(story.origins)}, in this collection."
    yield ""
    yield "### Who tells it"
    yield ""
    sources = left_open(story, articles)
    for one in in_order(story.claim):
        who = _text(who_says(one, sources.get(one.id)))
        words = " … ".join(_words(articles[one.article_id], span) for span in one.spans)
        yield f"- {who}, {one.stance.value}: {words} {_place(one.article_id, *one.spans)}"
    yield from _section("Chains of authority", [_chain(story, chain, articles) for chain in long_chains(story)])
    yield from _section(
        "What changed on the way",
        [
            f"{_text(one.sentence)}: {_words(articles[one.from_article], one.from_span)} {_place(one.from_article, one.from_span)}, "
            f"{_words(articles[one.to_article], one.to_span)} {_place(one.to_article, one.to_span)}"
            for one in story.changes
        ],
    )
    yield from _section("Denials", [*_denied(story, articles), *_silent(story)])
    yield from _section("Cited and not held", [f"{_text(gap.name)}: {_text(gap.why)}" for gap in story.gaps])


def _denied(story: Story, articles: Mapping[str, Article]) -> Iterator[str]:
    for one in story.denials:
        words = f"{_words(articles[one.article_id], one.span)} {_place(one.article_id, one.span)}"
        yield f"{one.manner}, {_text(one.by or 'nobody named')}: {words}"


def _silent(story: Story) -> Iterator[str]:
    for one in story.unmentioned:
        yield f"{_text(one.article_id)} does not mention the denial in {_text(one.denial_article_id)} ({later(one)})"


def _section(title: str, items: list[str]) -> Iterator[str]:
    if items:
        yield ""
        yield f"### {title}"
        yield ""
        yield from (f"- {item}" for item in dict.fromkeys(items))


def _chain(story: Story, chain: Chain, articles: Mapping[str, Article]) -> str:
    """The stations of a chain, each with the words that show it and their place."""
    shown = []
    for hop, article, spans in stations(story, chain):
        how = f" ({hop.how})" if hop.how else ""
        words = " … ".join(_words(articles[article], span) for span in spans)
        shown.append(f"{_text(hop.name)}{how} {words} {_place(article, *spans)}")
    return " ← ".join(shown)


def _words(article: Article, span: Span) -> str:
    return f"« {_text(span.of(article.text))} »"


def _place(article_id: str, *spans: Span) -> str:
    return f"({_text(article_id)}:{','.join(f'{span.start}-{span.end}' for span in spans)})"


def _text(words: str) -> str:
    return _ADDRESS.sub(r"\\", visible(words).translate(_SPECIAL))
