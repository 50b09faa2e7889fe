"""A measure -> its figures: the inputs are made, the real command reads them, the scorer counts."""

import hashlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.measures import Measure

SELON = Path(sys.executable).parent / "selon"
_WELL = frozenset({0, 3, 4})  # some inputs set aside, or nothing found: still an answer to be scored


class MeasureError(Exception):
    """A command ended badly; the message is what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The figures of one measure. A figure that the gold data has nothing for (no denial in the story) is left out."""

    measure: Measure
    figures: dict[str, float]  # in the order of `measure.figures`
    sha256: str  # of all the data that decides them


def result(measure: Measure, gold: Path) -> Result:
    """Measure.

    Args:
        measure: what to measure.
        gold: the folder with score.py.

    Raises:
        MeasureError: the command or the scorer ended badly.
    """
    with tempfile.TemporaryDirectory() as folder:
        inputs = gold / measure.inputs if measure.inputs else _inputs(measure, gold, Path(folder) / "inputs.jsonl")
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_bytes(_said([str(SELON), measure.command or measure.scorer, str(inputs), "--json"]))
        said = _said([*_scorer(gold), measure.scorer, str(gold / measure.gold), str(predicted), "--json", *measure.options])
    counted = json.loads(said)
    figures = {name: float(value) for name in measure.figures if (value := _at(counted, name.split())) is not None}
    return Result(measure=measure, figures=figures, sha256=digest(measure, gold))


def digest(measure: Measure, gold: Path) -> str:
    """The sha256 of every file the measure reads, in the order of their names."""
    sha = hashlib.sha256()
    for name in measure.reads:
        for path in sorted((gold / name).rglob("*")) if (gold / name).is_dir() else [gold / name]:
            sha.update(path.read_bytes())
    return sha.hexdigest()


def _inputs(measure: Measure, gold: Path, path: Path) -> Path:
    path.write_bytes(_said([*_scorer(gold), "inputs", measure.scorer, str(gold / measure.gold)]))
    return path


def _scorer(gold: Path) -> list[str]:
    return [sys.executable, str(gold / "score.py")]


def _said(command: list[str]) -> bytes:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in _WELL:
        raise MeasureError(f"{Path(command[0]).name} {command[1]} ended with {done.returncode}: {done.stderr.decode()[-500:].strip()}")
    return done.stdout


def _at(counted: Any, names: list[str]) -> Any:
    for name in names:
        counted = counted[name]
    return counted
