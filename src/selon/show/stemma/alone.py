"""A stemma as a file of its own: its key below it, its colours inside it, light and dark as the reader's screen is.

A reader's machine may not have the typeface: a text is held to the width that was measured, where the typeface has all its characters.
"""

from functools import cache
from importlib.resources import files

from selon.show.stemma.drawing import Links
from selon.show.stemma.heading import heading
from selon.show.stemma.key import key
from selon.show.stemma.layout import Layout
from selon.show.stemma.svg import frame, inside, written
from selon.show.stemma.tags import tag, text
from selon.show.wording import Wording

_NAMESPACE = "http://www.w3.org/2000/svg"
_LIGHT = (
    "--paper:#faf8f4;--surface:#ffffff;--sunk:#f2efe8;--ink:#1b1a18;--muted:#5c574f;--faint:#6e685f;--rule:#ddd8cd;--rule2:#c9c2b4;"
    "--source:#0a3c96;--cue:#935a06;--denial:#8c0a1e;--hedge:#603463"
)
_DARK = (
    "--paper:#14161a;--surface:#1b1e23;--sunk:#22262c;--ink:#edeae4;--muted:#aba69c;--faint:#96918a;--rule:#363b43;--rule2:#4a505a;"
    "--source:#6ba4ff;--cue:#f0b429;--denial:#f47560;--hedge:#c29bcf"
)
_MARGIN = 20.0  # px


def no_hop(number: int) -> str | None:
    """A file of its own has no table to lead to."""
    return None


def standalone(layout: Layout, words: Wording, *, links: Links | None = None, makeup: str = "") -> str:
    """The file, with its XML header; `makeup` says what the collection is made of (`heading.makeup`)."""
    above, top = heading(layout.drawing, words, makeup, room=layout.width - 24)
    items, height = key(words, layout.drawing, room=layout.width - 24, held=True)
    below = layout.height + 18
    whole = (layout.width + 2 * _MARGIN, top + below + height + 2 * _MARGIN - 8)
    drawn = inside(layout, words, links or Links(hop=no_hop), "stemma-", held=True)
    content = (
        tag("style", text(_style())),
        tag("rect", class_="paper", x=0.0, y=0.0, width=whole[0], height=whole[1], fill="#faf8f4"),
        tag("g", *(written(line, held=True) for line in above), class_="heading", transform=f"translate({_MARGIN + 12:g} {_MARGIN:g})"),
        tag(
            "g", *drawn, tag("g", *items, class_="legend", transform=f"translate(12 {below:g})"),
            transform=f"translate({_MARGIN:g} {_MARGIN + top:g})",
        ),
    )  # fmt: skip
    made = tag("svg", *content, **{"xmlns": _NAMESPACE, **frame(*whole)}, aria_labelledby="stemma-title stemma-desc")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{made}\n'


@cache
def css() -> str:
    """The rules of the stemma in a page."""
    return (files("selon.show.stemma") / "stemma.css").read_text(encoding="utf-8")


def _style() -> str:
    dark = f"@media (prefers-color-scheme: dark) {{ .stemma {{ {_DARK} }} }}"
    rules = css().split(".stemma-scroll", 1)[0]
    return f".stemma {{ {_LIGHT} }}\n{dark}\n{rules}.stemma .paper {{ fill: var(--paper); }}\n"
