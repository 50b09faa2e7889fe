"""`selon check`."""

from pathlib import Path

import click

from selon.cli.output import say
from selon.cli.within import collection_argument, the_collection
from selon.errors import Damaged
from selon.show.numbers import counted


@click.command(short_help="is everything in a collection whole?")
@collection_argument
def check(folder: Path | None) -> None:
    """Look at everything in the collection: settings, rulings, every capture and what was read from it, the database and its answer.

    A file that looks the same and holds something else was damaged, and is named. What was changed or added since the last run is no
    fault: `selon status` lists it.

    \b
    Examples:
      selon check
      selon check harbour
    """
    collection = the_collection(folder)
    faults = collection.faults()
    for fault in faults:
        say(fault)
    if faults:
        fix = "mend each as it says; selon.db can be deleted, selon run makes it anew from the captures and the rulings"
        raise Damaged(counted(len(faults), "fault"), where=str(collection.folder), fix=fix)
    click.echo(f"{collection.folder}: everything is whole")
