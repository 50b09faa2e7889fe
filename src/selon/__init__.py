"""Selon, French for "according to": who said it first, on whose word, who repeated it, what changed, who denied it.

`selon.open(folder)` and `selon.files(paths)` give the answers of a collection or of files (docs/python.md); all else stands in the folders.
"""

from importlib import import_module

__version__ = "0.1.0"

_OPENING = {"Answers", "Said", "files", "open"}  # loaded when asked for: `import selon` stays quick


def __getattr__(name: str) -> object:
    if name in _OPENING:
        return getattr(import_module("selon.api.opening"), name)
    raise AttributeError(f"module 'selon' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *_OPENING})
