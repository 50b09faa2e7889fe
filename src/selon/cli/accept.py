"""`selon accept`."""

from pathlib import Path

import click

from selon.api import Collection
from selon.cli.deciding import KIND, decided, deciding, thing_of
from selon.cli.within import the_collection
from selon.errors import UsageError
from selon.model.ruling import Gesture, Target, Thing


@click.command(short_help="a person confirms a link, an edge, an attribution, a denial")
@click.argument("ident", metavar="ID")
@click.argument("other", metavar="[OTHER]", required=False)
@KIND
@click.option("--denial", is_flag=True, help="ID is an attribution, and meant as a denial.")
@deciding
def accept(
    ident: str, other: str | None, kind: str | None, denial: bool, why: str, who: str | None, preview: bool, folder: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Confirm what Selon suggests: an attribution or a denial (ID), the link of two statements, or an edge between articles (ID and OTHER).

    What a person confirms is shown as confirmed, and stays when rules change. In a pipe: what, id, articles before and after, origins
    before and after, words.

    \b
    Examples:
      selon accept 95651ff4 --why "read it on the page"
      selon accept 0f07e816 2bce2479 --why "one order, two wordings" --preview
      selon accept ext:AFP page --kind credit --why "the line says so"
    """
    collection = the_collection(folder)
    target = target_of(collection, ident, other, kind=kind, denial=denial)
    decided(collection, gesture=Gesture.ACCEPT, target=target, why=why, who=who, preview=preview, as_json=as_json)


def target_of(collection: Collection, ident: str, other: str | None, *, kind: str | None, denial: bool) -> Target:
    """What one id, or two, are of."""
    thing = thing_of(collection.answer(), ident, denial=denial)
    if other is None and thing in (Thing.LINK, Thing.EDGE):
        raise UsageError("this has two ends", where="the call", fix="give the id of the other end too")
    if thing is Thing.EDGE and kind is None:
        raise UsageError(
            "an edge has a kind", where="the call", fix="give it: --kind quotation, republication, translation, credit, link, shared"
        )
    if thing is Thing.ATTRIBUTION and other is not None:
        thing = Thing.LINK
    return collection.target(thing, ident, others=(other,) if other and thing in (Thing.LINK, Thing.EDGE) else (), kind=kind)
