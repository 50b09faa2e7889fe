"""What must outlive a power cut. Source: fsync(2): the name of a file lasts when its folder is synchronised, not when the file is."""

import os
from pathlib import Path


def synced(folder: Path) -> None:
    """Make the names in a folder last, as the bytes of its files do."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
