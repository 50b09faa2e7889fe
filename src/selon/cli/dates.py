"""`selon dates`."""

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, parted, print_lines
from selon.show import listing, tsv
from selon.show.jsonl import dates_line


@click.command(short_help="time expressions as intervals")
@reading_command
def dates(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Every time expression of an article as an interval of days, with the rule that dated it.

    In a pipe: article, characters, words, from, to, granularity, rule.

    \b
    Examples:
      selon dates page.html
      selon dates pages/ --json
    """
    readings, rejected = parted(given.readings(all_paths(paths, more_paths)))
    print_lines(map(dates_line, readings), as_json=as_json, rows=tsv.dates_rows, listing=lambda: map(listing.dates, readings))
    finish([reading.article for reading in readings], rejected)
