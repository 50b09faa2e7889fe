"""The five meanings and their signs: colour never carries one alone.

Bidirectional controls and other invisible characters of an article are shown as visible marks, line ends as a space.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.text import Text

from selon.model.article import Article
from selon.model.span import Span
from selon.show.dated import in_days
from selon.show.visible import MOST_CHARS, ends, harmless, left_out
from selon.show.visible import visible as shown

__all__ = ["STYLES", "Harmless", "marked", "place", "published", "visible"]

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


def visible(text: str, *, most: int = MOST_CHARS) -> str:
    """The text on one line, nothing in it obeyed; of a very long one its ends."""
    return shown(text, most=most)


def marked(text: str, around: Span, marks: Iterable[tuple[Span, str]], *, most: int = MOST_CHARS) -> Text:
    """A stretch of `text` with styles on the spans inside it; later marks win where they overlap. Of a long one its ends are shown."""
    styles = [""] * len(around)
    for span, meaning in marks:
        for offset in range(max(span.start, around.start), min(span.end, around.end)):
            styles[offset - around.start] = STYLES[meaning]
    first, last = ends(len(around), most)
    line = Text()
    _append(line, text, around.start, styles[:first])
    if last > first:
        line.append(f" {left_out(last - first)} ", style=STYLES["faint"])
    _append(line, text, around.start + last, styles[last:])
    return line


def _append(line: Text, text: str, start: int, styles: Sequence[str]) -> None:
    for style, run in groupby(styles):
        end = start + sum(1 for _ in run)
        line.append(visible(text[start:end], most=end - start), style=style)
        start = end


@dataclass(frozen=True, slots=True)
class Harmless:
    """What is printed, with every control character that is left in its texts as a mark."""

    part: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the segments."""
        for segment in console.render(self.part, options):
            yield segment if segment.control else Segment(harmless(segment.text), segment.style)


def place(article_id: str, *spans: Span) -> Text:
    """Where a passage stands: the article and its characters, of several stretches each."""
    return Text(f"{article_id}:{','.join(f'{span.start}-{span.end}' for span in spans)}", style=STYLES["place"])


def published(article: Article) -> str:
    """Which outlet published an article, and when."""
    return f"{visible(article.outlet) if article.outlet else 'outlet not named'}, {in_days(article.published)}"
