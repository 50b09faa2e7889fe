"""`selon status`."""

from pathlib import Path

import click

from selon.cli.output import print_lines
from selon.cli.within import collection_argument, the_collection
from selon.show import listing, tsv
from selon.show.collections import status_line


@click.command(short_help="what a collection holds, and what is still to be read")
@collection_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines.")
def status(folder: Path | None, as_json: bool) -> None:
    """What the collection holds, what was rejected, which files are new, changed or gone since the last run, and which pages have changed.

    After an upgrade it also says that the answers are those of another version.
    In a pipe: what, how many.

    \b
    Examples:
      selon status
      selon status harbour --json | jq .unread
    """
    collection = the_collection(folder)
    was_run = collection.was_run()
    line = status_line(
        collection.name,
        collection.counts() if was_run else None,
        collection.unread(),
        [address for address, _ in collection.changed_addresses()] if was_run else (),
        collection.rulings() if was_run else (),
        other_rules=was_run and not collection.is_of_these_rules(),
    )
    print_lines([line], as_json=as_json, rows=tsv.status_rows, listing=lambda: [listing.status(line)])
