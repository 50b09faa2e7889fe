"""Pinned figures, and what falls below them. A drop fails; to lower a floor is a commit of its own, with the reason."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scoring.measures import LOWER_IS_BETTER
from scoring.measuring import Result

FLOORS = Path(__file__).resolve().parent.parent / "floors.toml"
NOISE = 0.0005  # figures are printed with four decimals; a drop beyond it is a drop
_HEAD = """# Quality floors: figures on the development data, pinned with the hash of the data. Made by `make floors`.
# `least`: no lower than this; `most`: no higher. Raise them when the work has raised the figure; lowering one is a commit of its own.
"""


def floors() -> dict[str, Any]:
    """The pinned figures by gold file; empty where nothing is pinned yet."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def shortfalls(result: Result, pinned: dict[str, Any]) -> Iterator[str]:
    """Yield one sentence for each figure of `result` that is worse than its floor, or whose floor is of other data.

    Args:
        result: what was measured now.
        pinned: what `floors` returns.
    """
    gold = result.measure.gold
    mine = pinned.get(gold)
    if mine is None:
        yield f"{gold}: nothing is pinned; run: make floors"
        return
    if mine["sha256"] != result.sha256:
        yield f"{gold}: the data has changed since its floors were pinned; look at the figures, then run: make floors"
        return
    for name, least in mine.get("least", {}).items():
        if result.figures[name] < least - NOISE:
            yield f"{gold}: {name} is {result.figures[name]:.4f}, and was {least:.4f}"
    for name, most in mine.get("most", {}).items():
        if result.figures[name] > most + NOISE:
            yield f"{gold}: {name} is {result.figures[name]:.4f}, and was {most:.4f} (lower is better)"


def pinned_text(results: Iterable[Result]) -> str:
    """The text of floors.toml for these results."""
    return _HEAD + "".join(map(_pinned, results))


def _pinned(result: Result) -> str:
    lower = {name: value for name, value in result.figures.items() if name in LOWER_IS_BETTER}
    higher = {name: value for name, value in result.figures.items() if name not in LOWER_IS_BETTER}
    gold = result.measure.gold
    parts = [f'\n["{gold}"]\nsha256 = "{result.sha256}"\n', _numbers(gold, "least", higher), _numbers(gold, "most", lower)]
    return "".join(parts)


def _numbers(gold: str, side: str, figures: dict[str, float]) -> str:
    rows = "".join(f'"{name}" = {value:.4f}\n' for name, value in figures.items())
    return f'["{gold}".{side}]\n{rows}' if rows else ""
