"""One capture of a page that was captured several times."""

from dataclasses import dataclass

from selon.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One capture of an address that may have several; all are kept, the newest counts in the answers."""

    capture: str  # hash of address and content
    path: str  # of its file, below `captures`
    fetched: str | None  # ISO 8601, UTC
    is_current: bool
    reading: Reading
