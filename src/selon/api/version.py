"""What the stages are made of, as one hash: their modules, their tables, the libraries they stand on.

Computed, never raised by hand, so that a changed rule re-runs what it touches and nothing else is trusted.
"""

import hashlib
from functools import cache
from importlib.metadata import version as pinned
from importlib.resources import files
from importlib.resources.abc import Traversable

PER_ARTICLE = ("model", "languages", "read", "clean", "attribute", "resolve", "pipeline/alone.py", "pipeline/unseen.py")
TOGETHER = (*PER_ARTICLE, "rulings", "match", "trace", "pipeline/together.py")
_MATCH = ("model", "languages", "match")
_TRACE = ("model", "languages", "trace")
MEMOS = {
    "nodes": ("model", "languages", "resolve"),
    "copied": _MATCH, "thinned": _MATCH, "statements": _MATCH, "judged": _MATCH,
    "denials": _TRACE, "edits": _TRACE, "stories": _TRACE,
}  # fmt: skip
"""What is kept of the joining -> the packages that it rests on beside the records that it is made of."""

_LIBRARIES = ("fastwarc", "feedparser", "lxml", "numpy", "py3langid", "pypdf", "pyyaml", "rapidfuzz", "resiliparse")
_ENDINGS = (".py", ".toml")


@cache
def version(packages: tuple[str, ...]) -> str:
    """16 hexadecimal digits for the packages of Selon, or modules of them, that a result rests on."""
    return hashlib.sha256("\n".join([_libraries(), *map(_digest, packages)]).encode()).hexdigest()[:16]


def memos() -> dict[str, str]:
    """The version of each kind of `MEMOS`."""
    return {kind: version(packages) for kind, packages in MEMOS.items()}


@cache
def _libraries() -> str:
    return " ".join(f"{library} {pinned(library)}" for library in _LIBRARIES)


@cache
def _digest(package: str) -> str:
    sha = hashlib.sha256()
    _add(files("selon") / package, package, sha)
    return sha.hexdigest()


def _add(place: Traversable, path: str, sha: "hashlib._Hash") -> None:
    if place.is_dir():
        for one in sorted(place.iterdir(), key=lambda entry: entry.name):
            if one.name not in {"__pycache__", "examples"}:
                _add(one, f"{path}/{one.name}", sha)
    elif path.endswith(_ENDINGS):
        sha.update(f"{path}\n".encode())
        sha.update(place.read_bytes())
