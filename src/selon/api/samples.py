"""The samples of a collection that people label: sheets in its folder `samples`, each a CSV that any program reads.

A label is written into its sheet at once, the whole sheet in place of the old one, so that none is lost; two people who label at the same
time write one after the other.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from selon.disk import write
from selon.engine import locking
from selon.errors import Busy, Malformed, NotFound, UsageError
from selon.show.exports.csv import cell
from selon.show.research import scoring
from selon.show.research.sheets import LABELS, rows, task_of, with_labels

FOLDER = "samples"
KEY = ".key.csv"  # beside the sheet of a blind sample: what was found
_TRIES, _PAUSE = 50, 0.1  # for the lock: five seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sheet."""

    name: str  # of its file
    task: str
    rows: tuple[Mapping[str, str], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """What is asked of each passage."""
        return LABELS[self.task]

    @property
    def labelled(self) -> int:
        """How many passages have all their labels."""
        return sum(self.is_labelled(row) for row in self.rows)

    def is_labelled(self, row: Mapping[str, str]) -> bool:
        """Has a passage all its labels?"""
        return all(scoring.labelled(row.get(column, "")) is not None for column in self.columns)

    def next_after(self, at: int) -> int | None:
        """The number of the next passage that lacks a label, from the one after `at` on, round to it; None: none is left."""
        order = [*range(at + 1, len(self.rows)), *range(min(at + 1, len(self.rows)))]
        return next((number for number in order if not self.is_labelled(self.rows[number])), None)


def sheet_path(folder: Path, task: str, seed: str) -> Path:
    """Where the sheet of a collection stands that was drawn with a seed."""
    return folder / FOLDER / f"{task}-{''.join(letter if letter.isalnum() else '_' for letter in seed)[:40]}.csv"


def has_labels(path: Path) -> bool:
    """Does a sheet stand there in which somebody has labelled something?"""
    try:
        held = _sample(path)
    except (OSError, Malformed):
        return False
    return any(row.get(column, "").strip() for row in held.rows for column in held.columns)


def samples(folder: Path) -> list[Sample]:
    """The sheets of a collection, by name; a file that is none is left out."""
    found = []
    for path in _paths(folder):
        try:
            found.append(_sample(path))
        except Malformed:
            continue
    return found


def sample(folder: Path, name: str) -> Sample:
    """One sheet.

    Raises:
        NotFound: there is none of that name.
        Malformed: it is no sheet of a sample.
    """
    return _sample(_path(folder, name))


def label(folder: Path, name: str, ident: str, labels: Mapping[str, str]) -> None:
    """Write the labels of one passage, "y", "n" or empty.

    Raises:
        NotFound: there is no such sheet, or no such passage in it.
        UsageError: a label is none.
        Busy: somebody else has been writing for seconds.
    """
    path = _path(folder, name)
    for column, said in labels.items():
        if column not in LABELS[_sample(path).task] or (said and scoring.labelled(said) is None):
            raise UsageError(f"this is no label: {column} = {said}", where=name, fix="y, n, or nothing")
    for left in range(_TRIES, 0, -1):
        try:
            with locking.locked(path.parent, holder="somebody else who labels"):
                write(path, with_labels(path.read_bytes(), ident, labels, str(path)))
                return
        except Busy:
            if left == 1:
                raise
            time.sleep(_PAUSE)


def scores(folder: Path, one: Sample, *, seed: int = 1) -> list[scoring.Score]:
    """What the labels so far say, over all and in each stratum."""
    if one.task == "attribution":
        return list(scoring.precision(one.rows, one.columns, seed=seed))
    key = _path(folder, one.name).with_suffix(KEY)
    return list(scoring.recall(one.rows, found_in(rows(key.read_bytes(), str(key))), seed=seed)) if key.is_file() else []


def found_in(key: Iterable[Mapping[str, str]]) -> dict[str, bool]:
    """What was found in each sentence of a blind sample, by its id."""
    return {row["id"]: row["found"] == cell(True) for row in key}


def _sample(path: Path) -> Sample:
    held: Sequence[Mapping[str, str]] = rows(path.read_bytes(), str(path))
    return Sample(name=path.name, task=task_of(held), rows=tuple(held))


def _path(folder: Path, name: str) -> Path:
    found = next((path for path in _paths(folder) if path.name == name), None)
    if found is None:
        raise NotFound(f"no sample is called '{name}'", where=str(folder / FOLDER), fix="selon sample N draws one")
    return found


def _paths(folder: Path) -> list[Path]:
    held = folder / FOLDER
    return sorted(path for path in held.glob("*.csv") if not path.name.startswith(".") and not path.name.endswith(KEY))
