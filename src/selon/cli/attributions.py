"""`selon attributions`."""

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, parted, print_lines
from selon.show import listing, tsv
from selon.show.jsonl import attributions_line


@click.command(short_help="who is said to have said what")
@reading_command
def attributions(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Who is said to have said what: source, cue and content of every attribution.

    In a pipe: article, characters, source, cue, content, stance, claimant, id.

    \b
    Examples:
      selon attributions page.html
      selon attributions pages/ | cut -f7 | sort | uniq -c | sort -rn
    """
    readings, rejected = parted(given.readings(all_paths(paths, more_paths)))
    print_lines(
        map(attributions_line, readings), as_json=as_json, rows=tsv.attributions_rows, listing=lambda: map(listing.attributions, readings)
    )
    finish([reading.article for reading in readings], rejected)
