"""`selon changes`."""

import click

from selon.cli import given
from selon.cli.asked import story_asked
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, print_lines
from selon.show import listing, tsv
from selon.show.lookups import changes_lines


@click.command(short_help="what changed at each hop of one claim")
@click.argument("claim_id", metavar="CLAIM")
@reading_command
def changes(claim_id: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """What differs between the tellings of one claim: the words before and after, each with its place.

    "Lost" and "dropped" are said only along an edge with a direction between two texts that were read; otherwise "differs".
    In a pipe: claim, from, characters, to, characters, kind, before, after.

    \b
    Examples:
      selon changes 0f07e8 pages/
      selon changes 0f07e8 pages/ | cut -f6 | sort | uniq -c
    """
    answer = given.answer(all_paths(paths, more_paths))
    texts = {reading.article.id: reading.article for reading in answer.readings}
    story = story_asked(claim_id, answer)
    print_lines(changes_lines(story, texts), as_json=as_json, rows=tsv.changes_rows, listing=lambda: listing.changes(story, texts))
    finish(texts.values(), answer.rejected)
