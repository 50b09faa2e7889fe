"""Rows that the stage `trace` reads."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Words that change how a claim is told, or show where its teller knows it from."""

    TABLE: ClassVar[str] = "markers"
    KEY: ClassVar[str] = "marker"

    form: str  # lower case, one word or several; a * at a word's end stands for any ending
    kind: Literal[
        "hedge",
        "approximate",
        "quantity",
        "qualifier",
        "witness",
        "corroboration",
        "declining",
        "anaphor",
        "channel",
        "particle",
        "demonstrative",
        "negation",
        "involvement",
    ]
    # hedge: given as possible; approximate: makes a number less precise; quantity: a number in words without a figure;
    # qualifier: narrows what is said; witness: knows it first-hand; corroboration: says somebody bears it out;
    # declining: will not confirm or comment; anaphor: points back at something said; channel: a way a word travels, nobody who relays it;
    # demonstrative: a word that points, with a noun behind it ("ces essais");
    # negation: says that something is not so; two tellings of which one has it do not tell the same
    # involvement: a hand in something, which somebody denies of himself ("any involvement in the raids")
    # particle: a word of an outlet's name that tells no two outlets apart
    cased: bool = False  # only as written: "may", never "May"


ROWS: tuple[type[Any], ...] = (Marker,)
