"""What is written in a node and beside the drawing: records -> lines of text in one language.

All words of the drawing are looked up here and in `said`; geometry and SVG hold none.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from selon.model.lineage import Change
from selon.show.stemma.drawing import Arrow, Band, Drawing, Node
from selon.show.stemma.measure import lines
from selon.show.stemma.said import said
from selon.show.stemma.sizes import SIGN
from selon.show.visible import visible
from selon.show.wording import Wording

NAME, SMALL = 14.0, 12.5  # px
LEADING_NAME, LEADING_SMALL = 18.0, 16.0
_MOST_NAME, _MOST_ROLE = 4, 5  # lines
_WEIGHT = (
    "attribution_dropped", "denial_dropped", "hedge_dropped", "number_changed", "claimant_changed", "date_changed", "place_changed",
    "precision_changed", "qualifier_lost", "hedge_added", "quotes_lost", "quotes_gained", "wording_changed",
)  # fmt: skip
"""Of several changes on the way to a text, the first of these is written in its node; the table has all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One line below a node's name: a sign and words."""

    sign: str  # lost, changed, denial, query, none: drawn as a shape beside the words
    meaning: str  # cue, denial, hedge, "": the colour
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Caption:
    """All that is written in one node."""

    name: tuple[str, ...]
    state: tuple[str, ...]
    marks: tuple[Mark, ...]
    label: str  # all of it in one sentence, for who hears it

    def height(self) -> float:
        """What the lines need, in px, without the box's own margins."""
        beside = len(self.name) * LEADING_NAME + len(self.state) * LEADING_SMALL
        below = sum(len(mark.lines) for mark in self.marks) * LEADING_SMALL
        return max(beside, 32.0) + (6.0 + below if self.marks else 0.0)


def caption(node: Node, drawing: Drawing, words: Wording, *, beside: float, below: float, station: bool = False) -> Caption:
    """The lines of a node: `beside` px of room next to its disc, `below` px under it; with its station where no column says it."""
    name = shown_name(node, words)
    state = state_of(node, drawing, words)
    if station:
        state = f"{said(words, node.station)} · {state}"
    marks = _marks(node, drawing, words)
    return Caption(
        name=_name_lines(name, beside, verbatim=node.verbatim),
        state=tuple(lines(state, SMALL, beside, _MOST_ROLE)),
        marks=tuple(
            Mark(sign, meaning, tuple(lines(text, SMALL, below - (SIGN if sign != "none" else 0), 2))) for sign, meaning, text in marks
        ),
        label=". ".join(
            (
                f"{node.siglum}{words.say(':')} {name}",
                state,
                said(words, node.state),
                *(text for _, _, text in marks),
                _row_label(node, drawing, words),
            )
        ),
    )


def _name_lines(name: str, room: float, *, verbatim: bool) -> tuple[str, ...]:
    """The lines of a name; of words of a text that are cut, the closing mark still stands."""
    close = (name[-2:] if name[-2].isspace() else name[-1:]) if verbatim else ""
    return tuple(lines(name, NAME, room, _MOST_NAME, close=close))


def shown_name(node: Node, words: Wording) -> str:
    """The name on one line; words of a text in quotation marks."""
    if not node.name:
        return said(words, "nobody named")
    name = visible(_address(node.name) if node.kind == "outside" else node.name)
    return words.say("“%(words)s”", words=name) if node.verbatim else name


def _address(name: str) -> str:
    """An address without its scheme: the host and the page say enough, and the table has all of it."""
    return name.split("://", 1)[-1].removeprefix("www.") if name.startswith(("http://", "https://")) else name


def state_of(node: Node, drawing: Drawing, words: Wording) -> str:
    """What a node is, in a few words."""
    if node.kind == "text":
        language = words.language(node.lang or "und")
        return words.say("%(language)s · read", language=language) if not node.copies else words.say(
            "%(language)s · read · %(n)s identical texts", language=language, n=words.number(len(node.copies) + 1)
        )  # fmt: skip
    if node.kind == "outside":
        return said(words, "cited")
    if node.kind in ("anonymous", "unresolved"):
        return said(words, node.kind)
    return visible(node.role) if node.role else _as_reported(node, drawing, words)


def _as_reported(node: Node, drawing: Drawing, words: Wording) -> str:
    first = next((drawing.of[arrow.target].siglum for arrow in drawing.drawn if arrow.source == node.key), None)
    return words.say("as %(siglum)s reports it", siglum=first) if first else said(words, "cited")


def _marks(node: Node, drawing: Drawing, words: Wording) -> list[tuple[str, str, str]]:
    """The signs of a node: how it denies, or what changed on the way to it; two at most."""
    if node.denial:
        term = words.sign("denial", node.denial)
        explicit = node.denial in ("explicit", "contested", "second-hand")
        return [("denial" if explicit else "query", term.meaning if term else "denial", words.term("denial", node.denial))]
    found = []
    into = drawing.into[node.key]
    translated = next((arrow for arrow in into if arrow.style == "translates"), None)
    if translated and _tongues(source := drawing.of[translated.source], node):
        found.append(("changed", "cue", words.say("language: %(a)s to %(b)s", a=source.lang, b=node.lang)))
    changes = main_changes(into)
    if changes:
        first = changes[0]
        text = words.term("change" if first.directed else "difference", first.kind)
        more = len({change.kind for change in changes}) - 1
        lost = first.directed and first.kind.endswith(("_dropped", "_lost"))
        found.append(("lost" if lost else "changed", "cue", words.say("%(what)s, +%(n)s", what=text, n=more) if more else text))
    if node.silent:
        found.append(("lost", "denial", words.say("earlier denial not mentioned")))
    if node.tells and len(found) < 2:
        found.append(("none", "", words.say("told without a source")))
    return found[:2]


def _tongues(a: Node, b: Node) -> bool:
    """Are two texts in two languages, and both known?"""
    return bool(a.lang and b.lang) and a.lang != b.lang and "und" not in (a.lang, b.lang)


def main_changes(arrows: Sequence[Arrow]) -> list[Change]:
    """What changed along some arrows, the weightiest kind first."""
    changes = {(change.kind, change.directed): change for arrow in reversed(arrows) for change in reversed(arrow.changes)}
    return sorted(changes.values(), key=lambda change: (not change.directed, _WEIGHT.index(change.kind) if change.kind in _WEIGHT else 99))


def _row_label(node: Node, drawing: Drawing, words: Wording) -> str:
    when = band_label(drawing.bands[node.band], words)
    return (
        when if node.kind == "text" else words.say("in the row of the first text of this collection that reports it: %(when)s", when=when)
    )


def band_label(band: Band, words: Wording) -> str:
    """The date of a row."""
    return words.between(band.earliest, band.latest)


def arrow_label(arrow: Arrow, drawing: Drawing, words: Wording) -> str:
    """What an arrow says, in one sentence."""
    source, target = drawing.of[arrow.source], drawing.of[arrow.target]
    changes = dict.fromkeys(words.term("change" if one.directed else "difference", one.kind) for one in arrow.changes)
    ends = words.say("%(a)s to %(b)s", a=source.siglum, b=target.siglum) if arrow.directed else words.say(
        "%(a)s and %(b)s, no direction shown", a=source.siglum, b=target.siglum
    )  # fmt: skip
    return f"{arrow.number}{words.say(':')} " + ", ".join((ends, said(words, arrow.style), *changes))


def notes(drawing: Drawing, words: Wording) -> list[str]:
    """What must be known to read the picture rightly."""
    found = []
    if len(drawing.nodes) == 1:
        found.append(words.say("One text of this collection tells it, and nothing links it to another."))
    if len(drawing.bands) > 1 and not drawing.linear:
        found.append(words.say("The scale of time is not linear: each row is a dated interval."))
    if drawing.overlapping:
        found.append(words.say("Rows that overlap show no order."))
    if any(node.kind != "text" for node in drawing.nodes):
        found.append(words.say("Voices and unread originals stand in the row of the first text of this collection that reports them."))
    if any(node.denial for node in drawing.nodes):
        found.append(words.say("A denial leads to the text that reports it."))
    if drawing.folded:
        found.append(words.say("Identical texts stand in one node, with their number."))
    return found


def title(drawing: Drawing, words: Wording) -> str:
    """What the picture is called; the claim in its teller's own words."""
    return words.say("Lineage of “%(words)s”", words=visible(drawing.label))


def description(drawing: Drawing, words: Wording) -> str:
    """What the picture holds, for who hears it."""
    nodes = words.plural("%(n)s node", "%(n)s nodes", len(drawing.nodes))
    lines_ = words.plural("%(n)s line", "%(n)s lines", len(drawing.drawn))
    return " ".join((f"{nodes}, {lines_}.", words.say("The table has the same in words."), *notes(drawing, words)))
