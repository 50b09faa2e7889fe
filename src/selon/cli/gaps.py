"""`selon gaps`."""

import click

from selon.cli import given
from selon.cli.inputs import all_paths, reading_command
from selon.cli.output import finish, print_lines
from selon.show import listing, tsv
from selon.show.lookups import gaps_lines


@click.command(short_help="what is cited and not held: look for it next")
@reading_command
def gaps(paths: tuple[str, ...], more_paths: tuple[str, ...], as_json: bool) -> None:
    """The texts that articles credit, cite or link and that the collection does not hold, most useful first.

    In a pipe: name, articles that cite it, claims that rest on it, why.

    \b
    Examples:
      selon gaps pages/
      selon gaps pages/ | head -5
    """
    answer = given.answer(all_paths(paths, more_paths))
    texts = {reading.article.id: reading.article for reading in answer.readings}
    print_lines(gaps_lines(answer.lineage), as_json=as_json, rows=tsv.gaps_rows, listing=lambda: listing.gaps(answer.lineage, texts))
    finish(texts.values(), answer.rejected)
