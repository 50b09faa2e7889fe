"""What the stages are made of, as one hash: their modules, their tables, the libraries they stand on.

Computed, never raised by hand, so that a changed rule re-runs what it touches and nothing else is trusted.
"""

import hashlib
from functools import cache
from importlib.metadata import version as pinned
from importlib.resources import files
from importlib.resources.abc import Traversable

PER_ARTICLE = ("model", "languages", "read", "clean", "attribute", "resolve")
TOGETHER = (*PER_ARTICLE, "rulings", "match", "trace")
_LIBRARIES = ("fastwarc", "feedparser", "lxml", "numpy", "py3langid", "pypdf", "pyyaml", "rapidfuzz", "resiliparse")
_ENDINGS = (".py", ".toml")


@cache
def version(packages: tuple[str, ...]) -> str:
    """16 hexadecimal digits for the packages of Selon that a result rests on."""
    sha = hashlib.sha256()
    for library in _LIBRARIES:
        sha.update(f"{library} {pinned(library)}\n".encode())
    for package in packages:
        _add(files("selon") / package, package, sha)
    return sha.hexdigest()[:16]


def _add(folder: Traversable, path: str, sha: "hashlib._Hash") -> None:
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if one.is_dir() and one.name not in {"__pycache__", "examples"}:
            _add(one, f"{path}/{one.name}", sha)
        elif one.name.endswith(_ENDINGS):
            sha.update(f"{path}/{one.name}\n".encode())
            sha.update(one.read_bytes())
