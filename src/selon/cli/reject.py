"""`selon reject`."""

from pathlib import Path

import click

from selon.cli.accept import target_of
from selon.cli.deciding import KIND, decided, deciding
from selon.cli.within import the_collection
from selon.model.ruling import Gesture


@click.command(short_help="a person rejects a link, an edge, an attribution, a denial")
@click.argument("ident", metavar="ID")
@click.argument("other", metavar="[OTHER]", required=False)
@KIND
@click.option("--denial", is_flag=True, help="ID is an attribution, and meant as a denial: it denies nothing.")
@deciding
def reject(
    ident: str, other: str | None, kind: str | None, denial: bool, why: str, who: str | None, preview: bool, folder: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Reject what Selon suggests: an attribution or a denial (ID), the link of two statements, or an edge between articles (ID and OTHER).

    What is rejected never joins again, whatever rules change; `selon undo` takes it back.

    \b
    Examples:
      selon reject 95651ff4 --why "a caption, nobody speaks"
      selon reject 0f07e816 2bce2479 --why "two different orders" --preview
      selon reject page other --kind republication --why "both quote the wire"
    """
    collection = the_collection(folder)
    target = target_of(collection, ident, other, kind=kind, denial=denial)
    decided(collection, gesture=Gesture.REJECT, target=target, why=why, who=who, preview=preview, as_json=as_json)
