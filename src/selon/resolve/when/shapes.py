"""Orders of kinds, as the tables of a language write them, found in a line of tokens."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from selon.languages import Language
from selon.languages.rows.when import TimeShape
from selon.resolve.when.lexicon import CORE, REST, lexicon
from selon.resolve.when.tokens import Line

OPENERS = ("since", "until", "by", "from", "before", "after")  # kinds of words that open one end of what follows


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """One order of kinds, compiled."""

    rule: str
    pattern: re.Pattern[str]  # over a string of kinds; its groups are slots
    slots: tuple[str, ...]  # their names, in order
    seconds: str  # kinds of which one must follow the first, or REST; empty: nothing must follow
    inner: bool


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The shapes of a language by the kinds they can begin with, in the order of the table."""

    by_first: Mapping[str, tuple[Shape, ...]]
    by_two: dict[str, tuple[Shape, ...]] = field(
        default_factory=dict, init=False
    )  # of those, what may stand before a kind; filled as texts are read
    openers: Mapping[str, str]  # character -> kind
    core: re.Pattern[str]  # a kind, or two days in a row, without which no run of kinds is an expression


@dataclass(frozen=True, slots=True)
class Hit:
    """A shape found at some tokens of a line; a slot is the index of its token."""

    line: Line
    rule: str
    start: int
    end: int  # exclusive
    slots: Mapping[str, int]
    opener: str | None = None

    def number(self, slot: str) -> int | None:
        """The number that stands in a slot, or None where the slot is empty."""
        place = self.slots.get(slot, -1)
        return None if place < 0 else int(self.line.value(place))

    def word(self, slot: str) -> str:
        """The value that stands in a slot, or "" where the slot is empty."""
        place = self.slots.get(slot, -1)
        return "" if place < 0 else str(self.line.value(place))

    def form(self, slot: str) -> str:
        """The characters that stand in a slot."""
        return self.line.form(self.slots[slot])

    def has(self, slot: str) -> bool:
        """Does anything stand in that slot?"""
        return self.slots.get(slot, -1) >= 0


@cache
def grammar(language: Language) -> Grammar:
    """The grammar of a language, compiled from its table."""
    codes = lexicon(language).codes
    day = codes["day"]
    by_first: dict[str, list[Shape]] = {}
    for row in language.rows(TimeShape):
        for form in row.forms:
            pattern, firsts, seconds = _compiled(form, codes)
            shape = Shape(row.rule, pattern, tuple(pattern.groupindex), seconds, row.inner)
            for first in firsts:
                by_first.setdefault(first, []).append(shape)
    return Grammar(
        by_first={first: tuple(shapes) for first, shapes in by_first.items()},
        openers={codes[kind]: kind for kind in OPENERS if kind in codes},
        core=re.compile(
            f"[{''.join(codes[kind] for kind in CORE if kind in codes)}]" + (f"|{day}{codes['and']}" if "and" in codes else "")
        ),
    )


def _compiled(form: str, codes: Mapping[str, str]) -> tuple[re.Pattern[str], list[str], str]:
    """The pattern of a shape, the kinds that it can begin with, and the kinds of which one must stand second."""
    pattern = ""
    firsts: list[str] = []
    seconds = ""
    is_open = True
    needed = 0
    for slot in form.split():
        kinds = slot.strip("[]").split("|")
        chars = "".join(codes[kind.split(".")[0]] for kind in kinds)
        name = kinds[0].replace(".", "_")
        while f"<{name}>" in pattern:  # glue that stands twice
            name += "_"
        one = f"(?P<{name}>[{chars}]){REST}*"
        pattern += f"(?:{one})?" if slot.startswith("[") else one
        if is_open:
            firsts += [char for char in chars if char not in firsts]
            is_open = slot.startswith("[")
        seconds += chars if pattern != one and needed < 2 else ""
        needed += not slot.startswith("[")
    return re.compile(pattern), firsts, seconds if needed > 1 else ""


def hits(line: Line, rules: Grammar, place: int) -> list[Hit]:
    """The shapes that stand at one token, longest first; of two as long, the one that an opener opens."""
    opener = rules.openers.get(line.kinds[place])
    found = _bare(line, rules, place, None)
    if opener is not None:
        inner = place + 1
        while inner < len(line.kinds) and line.kinds[inner] == REST:
            inner += 1
        found = (_bare(line, rules, inner, place) if inner < len(line.kinds) else []) + found
    return sorted(found, key=lambda hit: -hit.end) if len(found) > 1 else found


def _bare(line: Line, rules: Grammar, place: int, opened: int | None) -> list[Hit]:
    kinds = line.kinds
    two = kinds[place : place + 2]
    shapes = rules.by_two.get(two)
    if shapes is None:
        rules.by_two[two] = shapes = tuple(shape for shape in rules.by_first.get(two[0], ()) if _may_follow(two[1:], shape))
    found = []
    opener = None if opened is None else rules.openers[kinds[opened]]
    for shape in shapes:
        match = shape.pattern.match(kinds, place) if opener is not None or not shape.inner else None
        if match is not None:
            slots = dict(zip(shape.slots, map(match.start, range(1, len(shape.slots) + 1)), strict=True))
            found.append(Hit(line, shape.rule, place if opened is None else opened, match.end(), slots, opener))
    return found


def _may_follow(second: str, shape: Shape) -> bool:
    """May that kind stand second in a shape?"""
    return not shape.seconds or second == REST or (second != "" and second in shape.seconds)
