"""The folder in which numba keeps what it has compiled."""

import os
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import numba


def has_cache() -> bool:
    """Point numba to a folder of our own, unless the user has named one; False where it cannot be written."""
    settings: Any = numba.config
    if settings.CACHE_DIR:
        return True
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "selon" / "kernels"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            settings.CACHE_DIR = str(folder)
    except OSError:
        return False
    return True
