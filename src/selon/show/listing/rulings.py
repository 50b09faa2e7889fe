"""Rulings for people: who decided what and why, what became of it, what one changes."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from selon.show.lines import rulings as out
from selon.show.listing.marks import STYLES, visible
from selon.show.numbers import counted
from selon.show.rulings import forget_notes

_SIGNS = {"applied": "✓", "moved": "→", "waiting": "…", "open": "?", "overruled": "≠", "undone": "↶"}
_SHOWN = 20


def ruling(line: out.RulingLine) -> RenderableType:
    """One decision."""
    words = " | ".join(" … ".join(one.words) or one.outside or one.address for one in (*line.about, *line.others))
    says = "; ".join(f"{name}: {value}" for name, value in line.says.items())
    head = Text.assemble(
        (f"{_SIGNS[line.state]} {line.state:<10}", STYLES["change" if line.state in ("open", "waiting") else "faint"]),
        (f"{line.gesture} {line.thing} ", STYLES["title"]),
        (f" {visible(line.who)}, {line.when[:10]}: ", STYLES["source"]),
        visible(line.why),
        (f"  {line.id}", STYLES["place"]),
    )
    rest = [Padding(Text(visible(one), style=STYLES["faint"]), (0, 0, 0, 4)) for one in (words, says, line.reason) if one]
    return Group(head, *rest)


def version(line: out.VersionLine) -> RenderableType:
    """One capture of a page, and the lines that came and went."""
    head = Text.assemble(
        ("current " if line.current else "earlier ", STYLES["title"]),
        f"{visible(line.article)}  {visible(line.file)}  {line.fetched or ''}",
        (f"  {line.text_hash}", STYLES["place"]),
    )
    came = [Text(f"  + {visible(one)}", style=STYLES["content"]) for one in line.added]
    went = [Text(f"  - {visible(one)}", style=STYLES["denial"]) for one in line.removed]
    return Group(head, *came, *went)


def forgotten(line: out.ForgetLine) -> RenderableType:
    """What was erased, or would be."""
    head = "erased" if line.kept else "would be erased"
    parts = [Text(f"{head}: {counted(line.captures, 'capture')}, {counted(line.rulings, 'ruling')}", style=STYLES["title"])]
    notes = [Text(f"  {visible(one)}", style=STYLES["change"]) for one in forget_notes(line)]
    return Group(*parts, *(Text(f"  {visible(one)}") for one in (*line.articles, *line.files)), *notes)


def effect(line: out.EffectLine) -> RenderableType:
    """What a ruling changes: before → after."""
    head = "kept" if line.kept else "preview, nothing is kept"
    parts = [
        Text.assemble((f"{line.gesture} {line.thing}", STYLES["title"]), f": {head}; {line.state}", (f"  {line.ruling}", STYLES["place"]))
    ]
    parts += [Text(f"    {visible(line.reason)}", style=STYLES["change"])] if line.reason else []
    parts += list(_claims(line))[:_SHOWN]
    parts += (
        [Text(f"    … and {counted(len(line.claims) - _SHOWN, 'more claim')}", style=STYLES["faint"])] if len(line.claims) > _SHOWN else []
    )
    parts += [Text(f"  edge gone: {' → '.join(edge[:2])}, {edge[2]}", style=STYLES["denial"]) for edge in line.edges_gone[:_SHOWN]]
    parts += [Text(f"  edge new: {' → '.join(edge[:2])}, {edge[2]}", style=STYLES["content"]) for edge in line.edges_new[:_SHOWN]]
    parts += [Text(f"  fits nothing any more: ruling {one}", style=STYLES["change"]) for one in line.unfit]
    if not (line.claims or line.edges_gone or line.edges_new or line.denials):
        parts.append(Text("  no claim, edge or denial changes", style=STYLES["faint"]))
    return Group(*parts)


def _claims(line: out.EffectLine) -> Iterator[Text]:
    for one in line.claims:
        yield Text.assemble(
            (f"  {(one.after_id or one.before_id or '')[:8]} ", STYLES["place"]),
            f"{_told(one.before)} → {_told(one.after)}  ",
            (f"«{visible(one.label[:80])}»", STYLES["content"]),
        )


def _told(one: out.CountedItem | None) -> str:
    if one is None:
        return "none"
    origins = f"{one.min} to {one.max} origins" if one.min != one.max else counted(one.max, "origin")
    return f"{counted(one.articles, 'article')}, {origins}, {counted(one.denials, 'denial')}"
