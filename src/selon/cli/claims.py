"""`selon claims`."""

from pathlib import Path

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, print_lines
from selon.show import listing, tsv
from selon.show.story_line import claims_line
from selon.show.whose import is_listed


@click.command(short_help="origins, denials and changes of each claim")
@reading_command
@click.option("--all", "every", is_flag=True, help="List the narrator's statements that stand in one text only, too.")
@click.option("--model", metavar="FOLDER", help="A sentence model that you have, for statements in other words (docs/answers.md).")
def claims(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool, every: bool, model: str | None) -> None:
    """Each statement with its appearances, origins, denials and changes, most repeated first.

    Listed are claims with two appearances or more, and all attributed ones. Every count is "in this collection".
    In a pipe: claim, articles, texts, min origins, max origins, denials, changes, label, who says these
    words (empty: left open, or the text itself).

    \b
    Examples:
      selon claims pages/
      selon claims pages/ --json | jq '[.label, .origins.min, .origins.max]'
    """
    answer = given.answer(all_paths(paths, more_paths), Path(model) if model else None)
    stories = [story for story in answer.lineage.stories if every or is_listed(story.claim)]
    texts = {reading.article.id: reading.article for reading in answer.readings}
    print_lines(
        map(claims_line, stories),
        as_json=as_json,
        rows=tsv.claims_rows,
        listing=lambda: listing.claims(stories, answer.lineage.open_denials, texts),
    )
    finish([reading.article for reading in answer.readings], answer.rejected)
