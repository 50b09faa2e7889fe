"""A part of a run that a process of its own can make."""

import os
from pathlib import Path


def leave_a_note(place: Path) -> None:
    """Write which process was here."""
    place.write_text(str(os.getpid()), encoding="utf-8")
