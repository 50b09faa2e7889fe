"""The five meanings and their signs: colour never carries one alone.

Bidirectional controls and other invisible characters of an article are shown as visible marks, line ends as a space.
"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from rich.text import Text

from selon.model.article import Article
from selon.model.span import Span

STYLES = {
    "source": "bold bright_blue",
    "cue": "italic yellow",
    "content": "green underline",
    "denial": "bold red",
    "hedge": "magenta italic",
    "change": "bold yellow",
    "faint": "dim",
    "title": "bold",
    "place": "dim",
    "link": "bright_blue",
}
"""Meaning -> style of the terminal; each has weight, slant or a line beside its colour."""


def visible(text: str) -> str:
    """The text on one line, control and bidirectional characters as marks; the length may change only by those."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\n\t\r" or (char.isspace() and char != "\u202f"):
        return " " if char != "\u00a0" else char
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co"):
        return "␣" if char == "\u200b" else f"⟨U+{ord(char):04X}⟩"
    return char


def marked(text: str, around: Span, marks: Iterable[tuple[Span, str]]) -> Text:
    """A stretch of `text` with styles on the spans inside it; later marks win where they overlap."""
    styles = [""] * len(around)
    for span, meaning in marks:
        for offset in range(max(span.start, around.start), min(span.end, around.end)):
            styles[offset - around.start] = STYLES[meaning]
    line = Text()
    start = around.start
    for style, run in groupby(styles):
        end = start + sum(1 for _ in run)
        line.append(visible(text[start:end]), style=style)
        start = end
    return line


def place(article_id: str, *spans: Span) -> Text:
    """Where a passage stands: the article and its characters, of several stretches each."""
    return Text(f"{article_id}:{','.join(f'{span.start}-{span.end}' for span in spans)}", style=STYLES["place"])


def published(article: Article) -> str:
    """Which outlet published an article, and when."""
    when = article.published.earliest if article.published else None
    return f"{visible(article.outlet) if article.outlet else 'outlet not named'}, {when[:10] if when else 'undated'}"
