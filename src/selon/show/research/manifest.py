"""What made an answer: versions, hashes of rules, tables, inputs and of the answer itself; and what is different when it is made again."""

import hashlib
import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any

from selon.model.reading import Reading
from selon.show.exports.jsonl import write
from selon.show.exports.material import Material
from selon.show.exports.passages import sha256
from selon.show.exports.tables import TABLES

_LIBRARIES = ("fastwarc", "feedparser", "lxml", "msgspec", "numpy", "py3langid", "pyarrow", "pypdf", "pyyaml", "rapidfuzz", "resiliparse")
_SAME_ELSEWHERE = ("selon", "rules", "languages", "articles", "answer")  # what must be equal for two answers to be one


def manifest(given: Material, *, rules: Mapping[str, str], settings: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that the answer rests on, and the hash of each of its tables."""
    return {
        "selon": given.version,
        "day": given.day,
        "python": platform.python_version(),
        "libraries": {name: found for name in _LIBRARIES if (found := _pinned(name))},
        "rules": dict(rules),
        "settings": dict(settings),
        "chance": "none: nothing in the stages is drawn by chance; samples and intervals state their seed",
        "languages": _languages(),
        "articles": {reading.article.id: sha256(reading.article.text) for reading in given.readings},
        "counts": _counts(given.readings, given),
        "answer": {table: hashlib.sha256(write(given, tables=(table,))[0]).hexdigest() for table in TABLES},
    }


def compared(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what is different: what, before, after."""
    for part in _SAME_ELSEWHERE:
        one, other = before.get(part), after.get(part)
        if isinstance(one, dict) and isinstance(other, dict):
            for name in sorted(set(one) | set(other)):
                if one.get(name) != other.get(name):
                    yield f"{part}: {name}", str(one.get(name, "—")), str(other.get(name, "—"))
        elif one != other:
            yield part, str(one), str(other)


def _pinned(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _languages() -> dict[str, str]:
    """The hash of the tables of each language."""
    found = {}
    for folder in sorted((one for one in (files("selon") / "languages").iterdir() if one.is_dir()), key=lambda one: one.name):
        tables = sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
        if tables:
            found[folder.name] = hashlib.sha256(b"".join(f"{one.name}\n".encode() + one.read_bytes() for one in tables)).hexdigest()
    return found


def _counts(readings: Sequence[Reading], given: Material) -> dict[str, int]:
    return {
        "articles": len(readings), "attributions": len(given.attributions), "claims": len(given.stories),
        "edges": len(given.lineage.edges), "reuses": len(given.reuses),
    }  # fmt: skip
