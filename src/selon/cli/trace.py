"""`selon trace`."""

from pathlib import Path

import click

from selon.cli import given
from selon.cli.asked import story_asked
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import end_progress, finish, print_lines
from selon.disk import write
from selon.errors import UsageError
from selon.model.lineage import Story
from selon.pipeline import Answer
from selon.show import listing, pasted, tsv
from selon.show.numbers import counted
from selon.show.story_line import claims_line


@click.command(short_help="the whole story of one claim")
@click.argument("claim_id", metavar="CLAIM")
@reading_command
@click.option("--svg", "picture", metavar="FILE", help="Draw its lineage into this file; - is stdout. Nothing else is printed.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="en", show_default=True, help="With --svg: the language of its words.")
@click.option("--paste", type=click.Choice(["text", "markdown"]), help="Print it as plain text or Markdown, to paste.")
def trace(
    claim_id: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool, paste: str | None, picture: str | None, lang: str
) -> None:
    """Who tells one claim and on whose word, what changed at each hop, who denied it, how many origins, what is missing.

    CLAIM is the id that `selon claims` prints, or the id of any appearance of it (its first characters suffice).
    In a pipe: what, article, characters, who, words.

    \b
    Examples:
      selon claims pages/ | head -1 | cut -f1
      selon trace 0f07e8 pages/
      selon trace 0f07e8 pages/ --paste markdown > story.md
      selon trace 0f07e8 pages/ --svg lineage.svg
    """
    if [bool(picture), bool(paste), as_json].count(True) > 1:
        raise UsageError("one of --svg, --paste and --json alone", where="the call", fix="call it once for each")
    answer = given.answer(all_paths(paths, more_paths))
    texts = {reading.article.id: reading.article for reading in answer.readings}
    story = story_asked(claim_id, answer)
    if picture:
        end_progress()
        _draw(story, answer, picture, lang)
    elif paste:
        end_progress()
        click.echo({"text": pasted.plain, "markdown": pasted.markdown}[paste](story, texts), nl=False)
    else:
        print_lines([claims_line(story)], as_json=as_json, rows=tsv.trace_rows, listing=lambda: [listing.claim(story, texts)])
    finish(texts.values(), answer.rejected)


def _draw(story: Story, answer: Answer, picture: str, lang: str) -> None:
    """Write the picture of one claim's lineage, and say how much it shows."""
    from selon.show import stemma  # only here: dates and plurals in two languages take their time to load
    from selon.show.wording import wording

    words = wording(lang)
    drawing = stemma.stemma(story, answer.lineage.edges, {reading.article.id: reading for reading in answer.readings})
    held = stemma.makeup((reading.article for reading in answer.readings), words)
    content = stemma.standalone(stemma.laid_out(drawing, words), words, makeup=held)
    if picture == "-":
        click.echo(content, nl=False)
    else:
        write(Path(picture), content.encode())
    where = "" if picture == "-" else f" in {picture}"
    click.echo(f"selon: {counted(len(drawing.nodes), 'node')}, {counted(len(drawing.drawn), 'line')}{where}", err=True)
