"""`selon trace`."""

import click

from selon.cli import given
from selon.cli.asked import story_of
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import end_progress, finish, print_lines
from selon.show import listing, pasted, tsv
from selon.show.jsonl import claims_line


@click.command(short_help="the whole story of one claim")
@click.argument("claim_id", metavar="CLAIM")
@reading_command
@click.option("--paste", type=click.Choice(["text", "markdown"]), help="Print it as plain text or Markdown, to paste.")
def trace(claim_id: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool, paste: str | None) -> None:
    """Who tells one claim and on whose word, what changed at each hop, who denied it, how many origins, what is missing.

    CLAIM is the id that `selon claims` prints, or the id of any appearance of it (its first characters suffice).
    In a pipe: what, article, characters, who, words.

    \b
    Examples:
      selon claims pages/ | head -1 | cut -f1
      selon trace 0f07e8 pages/
      selon trace 0f07e8 pages/ --paste markdown > story.md
    """
    answer = given.answer(all_paths(paths, more_paths))
    texts = {reading.article.id: reading.article for reading in answer.readings}
    story = story_of(claim_id, answer.lineage)
    if paste:
        end_progress()
        click.echo({"text": pasted.plain, "markdown": pasted.markdown}[paste](story, texts), nl=False)
    else:
        print_lines([claims_line(story)], as_json=as_json, rows=tsv.trace_rows, listing=lambda: [listing.claim(story, texts)])
    finish(texts.values(), answer.rejected)
