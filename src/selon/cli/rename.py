"""`selon rename`."""

from pathlib import Path

import click

from selon.cli.deciding import decided, deciding
from selon.cli.within import the_collection
from selon.model.claimant import ClaimantKind
from selon.model.ruling import Gesture, Thing, Value


@click.command(short_help="give a claimant another name, role or body")
@click.argument("claimant", metavar="CLAIMANT")
@click.argument("name", metavar="NAME")
@click.option("--kind", type=click.Choice([kind.value for kind in ClaimantKind]), help="What kind of somebody it is.")
@click.option("--role", help="Its role.")
@click.option("--organisation", help="The body it speaks for.")
@click.option("--country", metavar="CC", help="Two letters (ISO 3166-1).")
@deciding
def rename(
    claimant: str, name: str, kind: str | None, role: str | None, organisation: str | None, country: str | None, why: str,
    who: str | None, preview: bool, folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Call a claimant otherwise in all articles; the spellings of the texts stay as its aliases.

    CLAIMANT is the id that `selon who` prints, or that of an attribution to it.

    \b
    Examples:
      selon rename 3fa91b2c "Mireille Valcastel" --why "full name on the ministry's page"
      selon rename 95651ff4 "Port authority" --kind body --why "a body, no person"
    """
    collection = the_collection(folder)
    value = Value(name=name, kind=kind, role=role, organisation=organisation, country=country)
    target = collection.target(Thing.CLAIMANT, claimant)
    decided(collection, gesture=Gesture.RENAME, target=target, value=value, why=why, who=who, preview=preview, as_json=as_json)
