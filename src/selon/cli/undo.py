"""`selon undo`."""

from pathlib import Path

import click

from selon.cli.deciding import deciding, kept, somebody
from selon.cli.within import the_collection


@click.command(short_help="take a ruling back")
@click.argument("ruling", metavar="RULING")
@deciding
def undo(ruling: str, why: str, who: str | None, preview: bool, folder: Path | None, as_json: bool) -> None:
    """Take a ruling back by its inverse; both stay in the book. Refused, with the reason, where a later ruling rests on it.

    RULING is the id that `selon rulings` prints (its first characters suffice). To take an undo back, undo it.

    \b
    Examples:
      selon undo acbbe598 --why "the page was misread"
      selon undo acbbe598 --why "the page was misread" --preview
    """
    collection = the_collection(folder)
    inverse = collection.undoing(ruling, who=who or somebody(), why=why)
    kept(collection, inverse, preview=preview, as_json=as_json)
