"""What could not be read. One bad record never stops a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One input or record that was set aside: kept, counted and shown at the end."""

    record: str  # its id or path
    stage: str  # read, clean, attribute, ...
    what: str
    where: str
    fix: str
