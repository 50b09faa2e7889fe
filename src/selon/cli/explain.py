"""`selon explain`."""

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, parted, print_lines
from selon.errors import NotFound
from selon.show import listing, tsv
from selon.show.jsonl import explain_line


@click.command(short_help="why an attribution is there")
@click.argument("attribution_id", metavar="ID")
@reading_command
def explain(attribution_id: str, paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Which rule and which table rows made an attribution, and how its claimant was found.

    ID is the id that `selon attributions` prints (its first characters suffice). In a pipe: field, value.

    \b
    Examples:
      selon attributions page.html | cut -f8
      selon explain 3fa9 page.html
    """
    readings, rejected = parted(given.readings(all_paths(paths, more_paths)))
    found = [(reading, one) for reading in readings for one in reading.attributions if attribution_id and one.id.startswith(attribution_id)]
    lines = [explain_line(reading, one) for reading, one in found]
    print_lines(lines, as_json=as_json, rows=tsv.explain_rows, listing=lambda: (listing.explain(*pair) for pair in found))
    missed = NotFound(
        f"no attribution has the id '{attribution_id}'", where="the paths of the call", fix="selon attributions PATH shows the ids"
    )
    finish([reading.article for reading in readings], rejected, missed=None if found else missed)
