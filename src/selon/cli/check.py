"""`selon check`."""

from pathlib import Path

import click

from selon.cli.within import collection_option, the_collection
from selon.errors import Damaged


@click.command(short_help="is everything in a collection whole?")
@collection_option
def check(folder: Path | None) -> None:
    """Look at every record of the collection: is the database whole, can each reading be unpacked, does each belong to a capture?

    \b
    Examples:
      selon check
      selon check --collection harbour
    """
    collection = the_collection(folder)
    faults = collection.faults()
    for fault in faults:
        click.echo(f"selon: {fault}", err=True)
    if faults:
        raise Damaged(
            f"{len(faults)} faults", where=str(collection.folder), fix="delete selon.db; selon run makes it anew from the captures"
        )
    click.echo(f"{collection.folder}: everything is whole")
