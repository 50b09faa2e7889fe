"""A collection for people: what it holds, what a search finds."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from selon.show import lines as out
from selon.show.collections import OTHER_RULES
from selon.show.listing.marks import STYLES, visible
from selon.show.numbers import counted

_SHOWN = 10


def status(line: out.StatusLine) -> RenderableType:
    """What the collection holds, and what is still to be read."""
    articles, kept = counted(line.articles, "article"), counted(line.earlier, "earlier version")
    held = f"{articles} ({kept} kept), {counted(line.attributions, 'attribution')} from {counted(line.files, 'file')}"
    parts = [Text(visible(line.name), style=STYLES["title"]), Text(f"  {held}; {line.degraded} not whole, {line.rejected} rejected")]
    if line.rulings:
        waiting = f", {line.open_rulings} to look at (selon rulings --open)" if line.open_rulings else ""
        parts.append(Text(f"  {counted(line.rulings, 'ruling')}{waiting}"))
    if line.changed:
        pages = counted(len(line.changed), "page")
        parts.append(Text(f"  {pages} captured several times (selon article ID --history):", style=STYLES["change"]))
        parts += _some(line.changed)
    parts += [Text(f"  {OTHER_RULES}", style=STYLES["change"])] if line.other_rules else []
    if line.unread:
        files = counted(len(line.unread), "file")
        parts.append(Text(f"  {files} new, changed or gone since the last run (selon run):", style=STYLES["change"]))
        parts += _some(line.unread)
    return Group(*parts)


def _some(names: Sequence[str]) -> list[Text]:
    """The first names, and how many more there are."""
    shown = [Text(f"    {visible(one)}", style=STYLES["faint"]) for one in names[:_SHOWN]]
    return [*shown, Text(f"    … and {len(names) - _SHOWN} more", style=STYLES["faint"])] if len(names) > _SHOWN else shown


def found(line: out.SearchLine) -> RenderableType:
    """One passage: when and where, who, the words."""
    where = f"{line.day or 'undated'}  {visible(line.outlet or line.article)}  "
    who = f"{visible(line.claimant)}, {line.stance}: " if line.claimant else f"{line.stance}: " if line.stance else "title: "
    who = f"claim {line.claim[:8]}: " if line.claim else who
    place = f" {line.article}:{line.start}-{line.end}"
    return Text.assemble((where, STYLES["faint"]), (who, STYLES["source"]), f"«{visible(line.text)}»", (place, STYLES["place"]))
