"""What became of what was to be added."""

from rich.console import RenderableType
from rich.text import Text

from selon.model.addition import Addition, Outcome
from selon.show.listing.marks import STYLES, visible

_SIGNS = {
    Outcome.ADDED: ("+", "content"),
    Outcome.UNCHANGED: ("=", "faint"),
    Outcome.HELD: ("=", "faint"),
    Outcome.REFUSED: ("✗", "denial"),
    Outcome.FAILED: ("✗", "denial"),
}


def addition(one: Addition) -> RenderableType:
    """One address or file on one line, and where its address led on."""
    sign, meaning = _SIGNS[one.outcome]
    line = Text.assemble((f"{sign} {one.outcome.value:<10}", STYLES[meaning]), visible(one.url))
    if one.final_url and one.final_url != one.url:
        line.append(f" → {visible(one.final_url)}", style=STYLES["link"])
    if one.content_bytes is not None and one.outcome is Outcome.ADDED:
        line.append(f"  {one.content_bytes / 1_000:,.1f} kB", style=STYLES["faint"])
    if one.sha256:
        line.append(f"  {one.sha256[:12]}", style=STYLES["faint"])
    return line
