"""`selon merge`."""

from pathlib import Path

import click

from selon.cli.deciding import decided, deciding, thing_of
from selon.cli.within import the_collection
from selon.model.ruling import Gesture, Thing


@click.command(short_help="two claimants, or two claims, are one")
@click.argument("stays", metavar="ID")
@click.argument("others", metavar="OTHER…", nargs=-1, required=True)
@deciding
def merge(stays: str, others: tuple[str, ...], why: str, who: str | None, preview: bool, folder: Path | None, as_json: bool) -> None:
    """Say that claimants are one, or that statements are one claim. The first one's name stays.

    An id is that of a claimant (`selon who`), of an attribution to it, of a claim or of an appearance.

    \b
    Examples:
      selon merge 3fa91b2c 77d0e1aa --why "the same spokesman, named in full elsewhere"
      selon merge 0f07e816 065359df --why "one event" --preview
    """
    collection = the_collection(folder)
    target = collection.target(_whose(thing_of(collection.answer(), stays)), stays, others=others)
    decided(collection, gesture=Gesture.MERGE, target=target, why=why, who=who, preview=preview, as_json=as_json)


def _whose(thing: Thing) -> Thing:
    """An attribution stands for its claimant."""
    return Thing.CLAIMANT if thing is Thing.ATTRIBUTION else thing
