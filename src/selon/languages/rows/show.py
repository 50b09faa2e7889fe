"""Rows that the stage `show` reads: who is shown by role and not by name."""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateRole:
    """Words for somebody who speaks for nobody but themselves: as a neighbour, as a witness, as kin."""

    TABLE: ClassVar[str] = "private"
    KEY: ClassVar[str] = "private"

    sense: str  # neighbour, witness, kin, minor, patient, consumer, suspect
    forms: tuple[str, ...]  # single words, all genders and numbers


ROWS: tuple[type[Any], ...] = (PrivateRole,)
