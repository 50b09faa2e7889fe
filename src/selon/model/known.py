"""What a user knows of persons and bodies: rows of a table of their own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One person or body, as a user's table has it."""

    id: str  # the user's own
    names: tuple[str, ...]  # the first is the one to show; the others are aliases and spellings
    is_person: bool
    countries: tuple[str, ...]  # ISO 3166-1 alpha-2, upper case
    roles: tuple[str, ...]  # positions, in the user's words; also bodies that a person works for
