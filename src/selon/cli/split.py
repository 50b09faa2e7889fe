"""`selon split`."""

from pathlib import Path

import click

from selon.cli.deciding import decided, deciding, thing_of
from selon.cli.within import the_collection
from selon.model.ruling import Gesture, Thing, Value


@click.command(short_help="tell a claimant, or a claim, apart")
@click.argument("leaving", metavar="ID…", nargs=-1, required=True)
@click.option(
    "--from", "others", metavar="OTHER", multiple=True, help="What it is told apart from; else all the rest. Can be given several times."
)
@click.option("--name", help="How the claimant that leaves is called.")
@deciding
def split(
    leaving: tuple[str, ...], others: tuple[str, ...], name: str | None, why: str, who: str | None, preview: bool, folder: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Say that attributions are of another claimant than the rest, or that appearances are of another claim.

    ID is an attribution (its article's claimant leaves) or an appearance (it leaves its claim).

    \b
    Examples:
      selon split 95651ff4 --name "Ada Brynn (deputy)" --why "another person of that name"
      selon split 2bce2479 --why "speaks of the second closing" --preview
    """
    collection = the_collection(folder)
    thing = thing_of(collection.answer(), leaving[0])
    target = collection.target(Thing.CLAIMANT if thing is Thing.ATTRIBUTION else thing, *leaving, others=others)
    value = Value(name=name)
    decided(collection, gesture=Gesture.SPLIT, target=target, value=value, why=why, who=who, preview=preview, as_json=as_json)
