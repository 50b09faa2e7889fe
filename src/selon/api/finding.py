"""Is a folder a collection? Most calls name files: what a collection needs is loaded where there is one."""

from pathlib import Path
from typing import TYPE_CHECKING

from selon.model.collection import CAPTURES, RESULT, SETTINGS

if TYPE_CHECKING:
    from selon.api.collection import Collection


def is_result(folder: Path) -> bool:
    """Is a folder the result of a run over files?"""
    return (folder / RESULT).is_file()


def found(folder: Path) -> "Collection | None":
    """The collection in a folder, or None where it is none."""
    if not (folder / SETTINGS).is_file() and not (folder / CAPTURES).is_dir():
        return None
    from selon.api.collection import Collection

    return Collection(folder)
