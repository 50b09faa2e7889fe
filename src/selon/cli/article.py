"""`selon article`."""

from pathlib import Path

import click

from selon.cli.output import print_lines
from selon.cli.within import collection_option, the_collection
from selon.errors import NotFound
from selon.show import listing, tsv
from selon.show import rulings as shown
from selon.show.history import version_lines
from selon.show.jsonl import blocks_line


@click.command(short_help="one article of a collection, and its earlier captures")
@click.argument("article_id", metavar="ID")
@collection_option
@click.option("--history", is_flag=True, help="Every capture of its page, with what came and went.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def article(article_id: str, folder: Path | None, history: bool, as_json: bool) -> None:
    """One article, cut into blocks; with --history every capture of its page, the oldest first, and the lines that differ.

    A page that has changed is a second capture of one address: both are kept, the newer one counts. In a pipe, as `selon blocks`; with
    --history: current or earlier, article, file, instant, hash, then each line that came (+) or went (-).

    \b
    Examples:
      selon article page
      selon article page --history
    """
    collection = the_collection(folder)
    found = collection.versions(article_id)
    if not found:
        fix = "selon blocks shows the ids"
        raise NotFound(f"no article of this collection has the id '{article_id}'", where=str(collection.folder), fix=fix)
    if history:
        lines = version_lines(found)
        print_lines(lines, as_json=as_json, rows=shown.version_rows, listing=lambda: map(listing.version, lines))
        return
    one = collection.reading(article_id)
    print_lines([blocks_line(one.article)], as_json=as_json, rows=tsv.blocks_rows, listing=lambda: [listing.blocks(one.article)])
