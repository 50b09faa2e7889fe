"""A collection for people: what it holds, what a search finds."""

from rich.console import Group, RenderableType
from rich.text import Text

from selon.show import lines as out
from selon.show.collections import OTHER_RULES
from selon.show.listing.marks import STYLES, visible

_SHOWN = 10


def status(line: out.StatusLine) -> RenderableType:
    """What the collection holds, and what is still to be read."""
    held = f"{line.articles} articles ({line.earlier} earlier versions kept), {line.attributions} attributions from {line.files} files"
    parts = [Text(visible(line.name), style=STYLES["title"]), Text(f"  {held}; {line.degraded} not whole, {line.rejected} rejected")]
    if line.rulings:
        waiting = f", {line.open_rulings} to look at (selon rulings --open)" if line.open_rulings else ""
        parts.append(Text(f"  {line.rulings} rulings{waiting}"))
    if line.changed:
        parts.append(Text(f"  {len(line.changed)} pages captured several times (selon article ID --history):", style=STYLES["change"]))
        parts += [Text(f"    {visible(one)}", style=STYLES["faint"]) for one in line.changed[:_SHOWN]]
    parts += [Text(f"  {OTHER_RULES}", style=STYLES["change"])] if line.other_rules else []
    if line.unread:
        parts.append(Text(f"  {len(line.unread)} files new, changed or gone since the last run (selon run):", style=STYLES["change"]))
        parts += [Text(f"    {visible(one)}", style=STYLES["faint"]) for one in line.unread[:_SHOWN]]
        parts += [Text(f"    … and {len(line.unread) - _SHOWN} more", style=STYLES["faint"])] if len(line.unread) > _SHOWN else []
    return Group(*parts)


def found(line: out.SearchLine) -> RenderableType:
    """One passage: when and where, who, the words."""
    where = f"{line.day or 'undated'}  {visible(line.outlet or line.article)}  "
    who = f"{visible(line.claimant)}, {line.stance}: " if line.claimant else f"{line.stance}: " if line.stance else "title: "
    who = f"claim {line.claim[:8]}: " if line.claim else who
    place = f" {line.article}:{line.start}-{line.end}"
    return Text.assemble((where, STYLES["faint"]), (who, STYLES["source"]), f"«{visible(line.text)}»", (place, STYLES["place"]))
