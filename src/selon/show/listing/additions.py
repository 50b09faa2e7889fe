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
    """One address or file on one line: where it led on, its size and digest, or why nothing came."""
    sign, meaning = _SIGNS[one.outcome]
    line = Text.assemble((f"{sign} {one.outcome.value:<10}", STYLES[meaning]), visible(one.url))
    if one.final_url and one.final_url != one.url:
        line.append(f" → {visible(one.final_url)}", style=STYLES["link"])
    if one.outcome in (Outcome.REFUSED, Outcome.FAILED):
        return line.append(f"  {visible(one.reason or '')}", style=STYLES["faint"])
    return line.append(f"  {(one.content_bytes or 0) / 1_000:,.1f} kB  {(one.sha256 or '')[:12]}", style=STYLES["faint"])
