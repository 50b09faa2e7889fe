"""Is a folder a collection? Most calls name files: what a collection needs is loaded where there is one.

A folder that may not be looked into is told as no collection: whoever reads it says what is wrong with it.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from selon.model.collection import CAPTURES, RESULT, SETTINGS

if TYPE_CHECKING:
    from selon.api.collection import Collection


def is_result(folder: Path) -> bool:
    """Is a folder the result of a run over files?"""
    return os.path.isfile(folder / RESULT)  # which, unlike the path's own, is no where it may not be asked


def found(folder: Path) -> "Collection | None":
    """The collection in a folder, or None where it is none."""
    if not os.path.isfile(folder / SETTINGS) and not os.path.isdir(folder / CAPTURES):
        return None
    from selon.api.collection import Collection

    return Collection(folder)
