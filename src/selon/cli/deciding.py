"""What all commands that keep a ruling share: who, why, a preview, and how the effect is printed."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from typing import Any, TypeVar

import click

from selon import api
from selon.cli.output import print_lines
from selon.cli.within import collection_option
from selon.errors import NotFound, UsageError
from selon.model.ruling import Gesture, Ruling, Target, Thing, Value
from selon.pipeline import Answer
from selon.show import listing
from selon.show import rulings as shown

_PLACE = re.compile(r"[0-9]{1,12}")
F = TypeVar("F", bound=Callable[..., Any])

KIND = click.option("--kind", metavar="KIND", help="Of an edge (quotation, credit, …), or of a link (denial).")


def deciding(function: F) -> F:
    """Give a command its options; the function gets `why`, `who`, `preview`, `as_json` and `folder`."""
    for decorate in (
        click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for machines."),
        collection_option,
        click.option("--preview", is_flag=True, help="Show what would change, and keep nothing."),
        click.option("--who", metavar="NAME", help="Who decides; else SELON_WHO, the name that git knows, or that of the account."),
        click.option("--why", required=True, metavar="REASON", help="Why: a sentence that another person can check."),
    ):
        function = decorate(function)
    return function


def decided(
    collection: api.Collection,
    *,
    gesture: Gesture,
    target: Target,
    value: Value | None = None,
    why: str,
    who: str | None,
    preview: bool,
    as_json: bool,
) -> None:
    """Keep a ruling, or show what it would change."""
    ruling = collection.draft(who=who or somebody(), why=why, gesture=gesture, target=target, value=value)
    kept(collection, ruling, preview=preview, as_json=as_json)


def kept(collection: api.Collection, ruling: Ruling, *, preview: bool, as_json: bool) -> None:
    """Keep a ruling that is made, or show what it would change."""
    effect = collection.preview(ruling) if preview else collection.rule(ruling)
    line = shown.effect_line(effect, is_kept=not preview)
    print_lines([line], as_json=as_json, rows=shown.effect_rows, listing=lambda: [listing.effect(line)])


def somebody() -> str:
    """Who is at work, if the call does not say.

    Raises:
        UsageError: nothing tells it.
    """
    told = os.environ.get("SELON_WHO", "").strip()
    if not told and (git := shutil.which("git")):
        asked = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)
        told = asked.stdout.strip()
    told = told or os.environ.get("USER", "") or os.environ.get("LOGNAME", "")
    if not told:
        raise UsageError("nothing tells who decides", where="the call", fix="give --who NAME, or set SELON_WHO")
    return told


def thing_of(answer: Answer, ident: str, *, denial: bool = False) -> Thing:
    """What an id is of; an attribution may be meant as a denial.

    Raises:
        NotFound: nothing of this collection has such an id.
    """
    if ident.startswith("ext:") or any(one.article.id == ident for one in answer.readings):
        return Thing.EDGE
    if _begins(ident, (one.id for reading in answer.readings for one in reading.attributions)):
        return Thing.DENIAL if denial else Thing.ATTRIBUTION
    if _begins(ident, (one.id for story in answer.lineage.stories for one in story.claim.appearances)):
        return Thing.LINK
    claimants = (one.claimant.id for reading in answer.readings for one in reading.resolutions if one.claimant)
    if _begins(ident, claimants):
        return Thing.CLAIMANT
    fix = "selon attributions, claims --all, who and lineage show the ids"
    raise NotFound(f"nothing of this collection has the id '{ident}'", where="the call", fix=fix)


def _begins(ident: str, ids: Any) -> bool:
    return any(one.startswith(ident) for one in ids) if ident else False


def span_of(words: str) -> tuple[int, int] | None:
    """The characters that "120-168" means; None: it is a quotation."""
    first, dash, last = words.partition("-")
    return (int(first), int(last)) if dash and _PLACE.fullmatch(first) and _PLACE.fullmatch(last) else None
