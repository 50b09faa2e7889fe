"""Selon, French for "according to": who said it first, on whose word, who repeated it, what changed, who denied it.

`selon.open(folder)` and `selon.files(paths)` give the answers of a collection or of files (docs/python.md); all else stands in the folders.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__version__ = "0.1.0"


def lazily(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package whose names are loaded when they are first asked for: name -> the module of the package it stands in.

    Such a name is not the name of a module of the package, which would stand in its place once that is loaded.
    """

    def attribute(name: str) -> Any:
        if name in homes:
            return getattr(import_module(f"{package}.{homes[name]}"), name)
        raise AttributeError(f"module '{package}' has no attribute '{name}'")

    return attribute


_HOMES = dict.fromkeys(("Answers", "Said", "files", "open"), "api.opening")
__getattr__ = lazily(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
