"""`selon lineage`."""

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, print_lines
from selon.show import listing, tsv
from selon.show.jsonl import lineage_line


@click.command(short_help="who took what from whom")
@reading_command
def lineage(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """Who took what from whom: one edge a line, with its evidence; "ext:NAME" is cited and not held.

    In a pipe: from, to, kind, directed, confidence, reasons.

    \b
    Examples:
      selon lineage pages/
      selon lineage pages/ --json | jq 'select(.kind=="translation")'
    """
    answer = given.answer(all_paths(paths, more_paths))
    edges = answer.lineage.edges
    texts = {reading.article.id: reading.article for reading in answer.readings}
    print_lines(
        map(lineage_line, edges), as_json=as_json, rows=tsv.lineage_rows, listing=lambda: (listing.edge(one, texts) for one in edges)
    )
    finish([reading.article for reading in answer.readings], answer.rejected)
