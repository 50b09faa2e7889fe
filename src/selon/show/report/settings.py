"""What a person decides of one report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How one report is made, and by whom. `day` is given: nothing here reads a clock."""

    lang: str = "fr"  # of the report's own words: fr or en
    day: str  # YYYY-MM-DD
    version: str  # of Selon
    rules: str = ""  # hash of the stages that read the articles
    collection: str  # what it is called
    operator: str = ""  # who makes the report
    contact: str = ""  # where somebody who is named in it can write to
    reply: str = ""  # what a person it speaks of has answered, word for word
    named: tuple[str, ...] = ()  # persons to be named whatever the texts say of their role
    all_names: bool = False  # name everybody
    reviewed_only: bool = False  # leave out what no person has checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """The report that this one replaces, and what has changed since."""

    day: str
    sha256: str  # of the earlier file
    why: str
    changes: tuple[tuple[str, str, str], ...]  # what, before, after; before or after may be empty
